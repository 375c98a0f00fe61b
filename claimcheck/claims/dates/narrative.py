"""The narrative: dates without a year and relative dates are resolved from the text before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from claimcheck.claims.dates.anchor import Anchor
from claimcheck.claims.dates.habit import is_habitual
from claimcheck.claims.dates.lend import lend
from claimcheck.claims.dates.partial import Leaning
from claimcheck.claims.dates.story import Story
from claimcheck.claims.model import Reading
from claimcheck.document.model import Document, Passage
from claimcheck.patterns import lazy
from claimcheck.source import Span

_TITLE = Span(0, 0)
_STORY = frozenset(("lead", "prose", "quote", "list", "heading"))
_YEAR = re.compile(r"(?<![\d.,])(1\d{3}|20\d\d)(?![\d.,]\d)")
_OPENING = 18
"""Characters within which a date opens its sentence ("By the end of 1943")."""
_SCENE = re.compile(
    r"(?:In|By|On|For|During|From|Until|Between|Throughout|At|Towards?|Around|Over|Late|Early)\b[^,.;:]*\b(?:of|in|on|to|the)\s"
)
_DECLARED = lazy(r"\{\{\s*use (dmy|mdy) dates", re.IGNORECASE)
_SENTENCE_END = lazy(r"[.!?][\"'”’)\]]*[ \t]*\r?\n")


class Standing(NamedTuple):
    """Where a text leaves off: the point of its story, the year that its section is named for, the section."""

    main: Anchor | None = None
    year: Anchor | None = None
    section: tuple[str, ...] = ()


class Narrative:
    """Resolves dates that lean on what stands before them ("14 February", "two years later").

    Prose is one story from section to section; a table cell, caption or template parameter leans on itself and on
    the year in the article's title alone.
    """

    def __init__(self, document: Document, today: date | None = None) -> None:
        self.document = document
        self.today = today
        self._title = _only_year(document.title or "", _TITLE)
        self._story = Story(self._title)
        self._section: tuple[str, ...] = ()
        self._next = 0
        self.order: str | None = None
        """How the article writes "12/06/2019": "dmy" or "mdy", "" where it does not say, None while nobody asked."""

    def resume(self, standing: Standing) -> None:
        """Begin where the text before left off."""
        self._story.resume(standing.main, standing.year)
        self._section = standing.section

    @property
    def standing(self) -> Standing:
        """Where it is now."""
        return Standing(*self._story.standing, self._section)

    def leave(self) -> Standing:
        """Read the document to its end; where a text that follows it begins."""
        while self._next < len(self.document.passages):
            self._skip_to(self.document.passages[self._next])
        return self.standing

    def resolve(self, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
        """Fill in `when` of the partial dates among `readings`, in reading order; drop what stays unresolved."""
        self._skip_to(passage)
        in_story = passage.context in _STORY
        if not in_story and not any(map(_open, readings)):
            return
        story = self._story if in_story else Story(self._title)
        story.paragraph()
        starts = [bound.start for bound in bounds]
        kept: list[Reading] = []
        previous = 0
        for index, reading in enumerate(readings):
            if self._new_line(passage, previous, reading.start):
                story.paragraph()
            previous = reading.end
            if reading.status == "ambiguous":
                self._declared(reading)
            if isinstance(reading, Leaning):
                lend(passage, readings, index)
                if reading.when is None and is_habitual(
                    passage.text, reading, _sentence(starts, bounds, reading.start)
                ):
                    continue
                story.read(
                    passage.text,
                    reading,
                    passage.span(reading.start, reading.end),
                    opens=_opens(passage.text, starts, reading.start),
                    sentence=_start(starts, reading.start),
                )
            if reading.kind != "date" or reading.when is not None or reading.status != "ok":
                kept.append(reading)
        readings[:] = kept

    def _declared(self, reading: Reading) -> None:
        """Settle "12/06/2019" where the article says which order it uses ("{{Use dmy dates}}")."""
        if self.order is None:
            self.order = declared_order(self.document.source.text) if self.document.markup == "wikitext" else ""
        if self.order:
            reading.when = reading.readings[0 if self.order == "dmy" else 1]
            reading.status, reading.readings = "ok", ()

    def _new_line(self, passage: Passage, start: int, end: int) -> bool:
        """True where plain text begins a new line after a sentence between two places of a passage."""
        if self.document.markup != "plain" or end <= start:
            return False
        low, high = passage.span(start, end)
        return _SENTENCE_END.search(self.document.source.text, max(0, low - 1), high) is not None

    def _skip_to(self, passage: Passage) -> None:
        """See the headings between the passage read last and this one."""
        passages = self.document.passages
        while self._next < len(passages):
            other = passages[self._next]
            self._next += 1
            if other.context in _STORY:
                self._heading(other)
            if other is passage:
                return
        self._heading(passage)

    def _heading(self, passage: Passage) -> None:
        if passage.section != self._section:
            self._section = passage.section
            self._story.section(_only_year(passage.section[-1], _whole(passage)) if passage.section else None)
        elif passage.context == "heading" or _is_heading(passage.text):
            self._story.section(_only_year(passage.text, _whole(passage)))


def _open(reading: Reading) -> bool:
    """True for a date that waits for what the narrative tells."""
    return reading.kind == "date" and (reading.when is None or reading.status == "ambiguous")


def declared_order(text: str) -> str:
    """The order of days and months that an article declares, "" where it declares none."""
    style = _DECLARED.search(text)
    return style[1].lower() if style else ""


def _whole(passage: Passage) -> Span:
    return passage.span(0, len(passage.text)) if passage.text else _TITLE


def _is_heading(text: str) -> bool:
    """True for a short line of plain text without a stop: a new section, whose story starts anew."""
    return len(text) < 80 and text[-1:].isalnum()


def _only_year(title: str, origin: Span) -> Anchor | None:
    years = {int(year) for year in _YEAR.findall(title)}
    return Anchor(years.pop(), origin=origin) if len(years) == 1 else None


def _sentence(starts: list[int], bounds: list[Span], at: int) -> Span | None:
    index = bisect_right(starts, at) - 1
    return bounds[index] if index >= 0 else None


def _start(starts: list[int], at: int) -> int:
    return starts[max(0, bisect_right(starts, at) - 1)] if starts else 0


def _opens(text: str, starts: list[int], at: int) -> bool:
    """True for a date that sets the scene of its sentence ("For the first ten months of 1915, …")."""
    index = bisect_right(starts, at) - 1
    if index < 0:
        return False
    before = text[starts[index] : at]
    return len(before) <= _OPENING or (len(before) <= 2 * _OPENING and _SCENE.fullmatch(before) is not None)
