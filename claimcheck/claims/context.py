"""What a claim is about: its role, time, measure, subject, attribution, from the words and headers around it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby

from claimcheck.claims.measures import name_measures
from claimcheck.claims.model import Reading, Subject
from claimcheck.claims.places import assign_place_units
from claimcheck.claims.roles import assign_roles
from claimcheck.claims.surroundings import words_around
from claimcheck.claims.times import assign_place_times, assign_times
from claimcheck.document.model import Document, Passage, Template
from claimcheck.source import Span


class Linker:
    """Links the readings of one document, passage by passage, in source order."""

    def __init__(self, document: Document) -> None:
        self.title = document.title
        self._boxes: dict[int, Template] = {
            id(parameter.passage): template for template in document.templates for parameter in template.parameters
        }

    def link(self, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
        """Fill in the second block of each reading; what cannot be told stays None."""
        if passage.context == "citation":
            return
        if passage.context in ("table", "infobox"):
            assign_place_units(passage, readings)
        starts = [bound.start for bound in bounds]
        for number, group in groupby(readings, lambda reading: bisect_right(starts, reading.start) - 1):
            members = list(group)
            if all(reading.amount is None for reading in members):
                continue
            sentence = bounds[number]
            assign_roles(passage.text, members, sentence.start)
            assign_times(passage.text, members, sentence)
            name_measures(passage, members, sentence)
            self._attribute(passage, members, sentence)
        if passage.context in ("table", "infobox"):
            assign_place_times(passage, readings, self._boxes.get(id(passage)))

    def _attribute(self, passage: Passage, readings: list[Reading], sentence: Span) -> None:
        subject = self._subject(passage, sentence)
        source = _attribution(passage.text[sentence.start : sentence.end])
        for reading in readings:
            if reading.amount is not None:
                reading.subject = subject
                reading.attribution = source
                reading.qualifiers = _qualifiers(passage.text, reading, sentence.start)

    def _subject(self, passage: Passage, sentence: Span) -> Subject | None:
        """The article's title where the box or the sentence speaks of it, else the link that opens the sentence."""
        if passage.context == "infobox":
            return Subject(self.title) if self.title else None
        text = passage.text
        opening = text[sentence.start : sentence.start + 80].lstrip(" \n\"“'")
        if self.title and opening.startswith((self.title, f"The {self.title}")):
            return Subject(self.title)
        if opening.partition(" ")[0].rstrip(",").lower() in words_around().pronouns:
            return Subject(self.title) if self.title else None
        start = text.find(opening[:1], sentence.start) if opening else sentence.start
        for link in passage.links:
            if start <= link.start <= start + 4:
                return Subject(text[link.start : link.end], link.target)
        return None


def _attribution(sentence: str) -> str | None:
    """The source that a sentence names for its figures ("according to the census bureau")."""
    lowered = sentence.lower()
    for cue in words_around().attribution:
        at = lowered.find(cue)
        if at != -1:
            named = sentence[at + len(cue) : at + len(cue) + 80].strip()
            return named.partition(",")[0].strip(" .;:\n") or None
    return None


def _qualifiers(text: str, reading: Reading, start: int) -> tuple[str, ...]:
    """Words that narrow the figure: in its counted noun, and in the few words before it."""
    words = text[max(start, reading.lead - 30) : reading.lead].lower().split()[-3:]
    if reading.counted:
        words += reading.counted.lower().split()
    known = words_around().qualifiers
    return tuple(dict.fromkeys(word for word in (w.strip(",;()") for w in words) if word in known))
