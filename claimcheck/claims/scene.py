"""What the figures of one article belong to, told when somebody asks: owner, place, source named, qualifiers."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from claimcheck.claims.cells import Cells, place_of
from claimcheck.claims.model import Claim, Subject
from claimcheck.claims.said import attribution, qualifiers
from claimcheck.claims.subjects import Subjects
from claimcheck.claims.title import Title
from claimcheck.claims.whereabouts import is_place, names_place, place_beside
from claimcheck.document.model import Document, Passage, Template
from claimcheck.source import Span

_SEPARATORS = ":–—-(,"
_OPENING = 400
"""Characters of the opening paragraph that say what an article is about; what follows may speak of anything."""


class Scene:
    """Tells what the claims of one article are about; each answer is worked out once, where it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._title = Title(document)
        self._subjects = Subjects(self._title)
        self._told: dict[tuple[int, int], Subject | None] = {}
        self._narrowed: dict[tuple[int, int], tuple[str, ...]] = {}
        # What a sentence says holds for all of its claims.
        self._said: dict[tuple[int, int, int], str | None] = {}
        self._placed: dict[tuple[int, int, int], bool] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """What was told is known by addresses, which mean nothing in another process."""
        return Scene, (self._document,)

    def subject(self, claim: Claim) -> Subject | None:
        """The noun phrase that owns the figure."""
        key = id(claim.passage), claim.visible.start
        if key not in self._told:
            self._told[key] = self._subject(claim)
        return self._told[key]

    def place(self, claim: Claim) -> str | None:
        """Where on earth the figure holds."""
        passage = claim.passage
        if passage.context == "table":
            return place_of(passage) or self._wide(passage)
        if passage.context == "infobox":
            return self._wide(passage) if self._whole(passage) else None
        if passage.context in ("citation", "heading", "template"):
            return None
        beside = place_beside(passage, claim.sentence, claim.lead, claim.tail, self._own_names)
        if beside is not None:
            return beside
        subject = self.subject(claim)
        if subject is not None and is_place(subject.text):
            return subject.text.removeprefix("the ")
        if self._names_place(passage, claim.sentence):
            return None
        if subject is not None and subject.text == self._title.text and self._title.is_place:
            return self._title.place
        return self._of_section(passage)

    def attribution(self, claim: Claim) -> str | None:
        """The source that the sentence names for the figure."""
        if claim.passage.context == "citation":
            return None
        key = id(claim.passage), claim.sentence.start, claim.sentence.end
        if key not in self._said:
            self._said[key] = attribution(claim)
        return self._said[key]

    def qualifiers(self, claim: Claim) -> tuple[str, ...]:
        """Words that narrow what is measured."""
        if claim.amount is None or claim.passage.context == "citation":
            return ()
        key = id(claim.passage), claim.visible.start
        if key not in self._narrowed:
            self._narrowed[key] = qualifiers(claim)
        return self._narrowed[key]

    def topic(self, claim: Claim) -> str:
        """What the article and the section speak of: title, first words of the opening paragraph, headings."""
        return "\n".join((self._opening, *claim.passage.section))

    def _subject(self, claim: Claim) -> Subject | None:
        context = claim.passage.context
        if context in ("citation", "heading", "template"):
            return None
        if context == "infobox":
            return self._boxed(claim.passage)
        if context == "table":
            return self._cells.of(claim)
        if context == "list":
            return self._leading(claim) or self._subjects.of(claim)
        return self._subjects.of(claim)

    def _boxed(self, passage: Passage) -> Subject | None:
        """The title; what a box further down is named by, where it is about something else."""
        if self._whole(passage):
            return Subject(self._title.text) if self._title.text else None
        box = self._boxes.get(id(passage))
        name = box.get("name", "title", "championshipname", "ship name", "official_name") if box else None
        return Subject(name.text.strip()) if name and 0 < len(name.text.strip()) < 80 else None

    def _whole(self, passage: Passage) -> bool:
        """True for a parameter of the box of the whole article."""
        box = self._boxes.get(id(passage))
        return box is None or not box.section or len({id(b) for b in self._boxes.values()}) == 1

    def _leading(self, claim: Claim) -> Subject | None:
        """The link or the words in bold that an item of a list begins with."""
        passage = claim.passage
        first = passage.links[0] if passage.links else None
        if first is not None and first.start <= 1 and first.end < claim.visible.start:
            after = passage.text[first.end :].lstrip(" \"”'")
            if after[:1] in _SEPARATORS:
                return Subject(passage.text[first.start : first.end], first.target)
        return self._bold(claim)

    def _bold(self, claim: Claim) -> Subject | None:
        passage, source = claim.passage, self._document.source.text
        start = passage.offsets.first
        if self._document.markup != "wikitext" or source[start - 3 : start] != "'''" or claim.visible.start < 2:
            return None
        end = source.find("'''", start, min(claim.start, start + 200))
        last = passage.offsets.visible(end - 1) if end > start else None
        if last is None or last >= claim.visible.start:
            return None
        name = passage.text[: last + 1].strip(" :–—-,")
        return Subject(name) if 0 < len(name) < 80 else None

    def _names_place(self, passage: Passage, sentence: Span) -> bool:
        key = id(passage), sentence.start, sentence.end
        if key not in self._placed:
            self._placed[key] = names_place(passage.text, sentence)
        return self._placed[key]

    def _wide(self, passage: Passage) -> str | None:
        """The place of the section, else of the whole article."""
        return self._of_section(passage) or self._title.place

    def _of_section(self, passage: Passage) -> str | None:
        """The place that a heading names, the nearest first; in a life it only says where somebody lived."""
        if self._title.pronoun is not None:
            return None
        for heading in reversed(passage.section):
            name = heading.strip().removeprefix("In ").removeprefix("The ").removeprefix("the ")
            if is_place(name):
                return name
        return None

    @cached_property
    def _opening(self) -> str:
        lead = next((passage.text for passage in self._document.passages if passage.context in ("lead", "prose")), "")
        return f"{self._title.text or ''}\n{lead[:_OPENING]}"

    @cached_property
    def _own_names(self) -> frozenset[str]:
        place = self._title.place
        return frozenset((place, place.partition(",")[0])) if place else frozenset()

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self._document.tables)

    @cached_property
    def _boxes(self) -> dict[int, Template]:
        return {
            id(parameter.passage): template
            for template in self._document.templates
            if template.name.startswith(("infobox", "geobox"))
            for parameter in template.parameters
        }
