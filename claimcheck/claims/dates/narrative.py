"""The narrative: dates without a year and relative dates are resolved from the text before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from claimcheck.claims.dates.anchor import Anchor
from claimcheck.claims.dates.habit import is_habitual
from claimcheck.claims.dates.partial import Leaning, Partial, Point, Relative
from claimcheck.claims.dates.settle import fill, settle, shared
from claimcheck.claims.dates.story import Story
from claimcheck.claims.model import Reading
from claimcheck.document.model import Document, Passage
from claimcheck.source import Span
from claimcheck.values import moments
from claimcheck.values.when import When

_STORY = frozenset(("lead", "prose", "quote", "list", "heading"))
_YEAR = re.compile(r"(?<![\d.,])(1\d{3}|20\d\d)(?![\d.,]\d)")
_OPENING = 18
"""Characters within which a date opens its sentence ("By the end of 1943")."""
_SCENE = re.compile(
    r"(?:In|By|On|For|During|From|Until|Between|Throughout|At|Towards?|Around|Over|Late|Early)\b[^,.;:]*\b(?:of|in|on|to|the)\s"
)
_APPOSED = re.compile(r",?\s(?:in|on)\s")
_DECLARED = re.compile(r"\{\{\s*use (dmy|mdy) dates", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*[ \t]*\r?\n")
_COORDINATED = re.compile(r",?\s(?:and|or|to|then|and again|and then|&)(?:\s(?:in|on))?\s|,\s|\s?[–—-]\s?")


class Narrative:
    """Resolves dates that lean on what stands before them ("14 February", "two years later").

    Prose is one story from section to section; a table cell, caption or template parameter leans on itself and on
    the year in the article's title alone.
    """

    def __init__(self, document: Document, today: date | None = None) -> None:
        self.document = document
        self.today = today
        self._title = _only_year(document.title or "")
        self._story = Story(self._title)
        self._section: tuple[str, ...] = ()
        self._next = 0

    def resolve(self, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
        """Fill in `when` of the partial dates among `readings`, in reading order; drop what stays unresolved."""
        self._skip_to(passage)
        in_story = passage.context in _STORY
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
                _lend(passage.text, readings, index)
                if reading.when is None and is_habitual(
                    passage.text, reading, _sentence(starts, bounds, reading.start)
                ):
                    continue
                story.read(
                    passage.text,
                    reading,
                    opens=_opens(passage.text, starts, reading.start),
                    sentence=_start(starts, reading.start),
                )
            if reading.kind != "date" or reading.when is not None or reading.status != "ok":
                kept.append(reading)
        readings[:] = kept

    def _declared(self, reading: Reading) -> None:
        """Settle "12/06/2019" where the article says which order it uses ("{{Use dmy dates}}")."""
        style = _DECLARED.search(self.document.source.text) if self.document.markup == "wikitext" else None
        if style is not None:
            reading.when = reading.readings[0 if style[1].lower() == "dmy" else 1]
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
            self._story.section(_only_year(passage.section[-1]) if passage.section else None)
        elif passage.context == "heading" or _is_heading(passage.text):
            self._story.section(_only_year(passage.text))


def _is_heading(text: str) -> bool:
    """True for a short line of plain text without a stop: a new section, whose story starts anew."""
    return len(text) < 80 and text[-1:].isalnum()


def _only_year(title: str) -> Anchor | None:
    years = {int(year) for year in _YEAR.findall(title)}
    return Anchor(year=years.pop()) if len(years) == 1 else None


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


def _wide(point: Relative, when: When, last: Point) -> When:
    """The year or the whole of a date in apposition: "two years later, in April 1779" is 1779."""
    year = last.year if isinstance(last, Partial) else None
    return moments.year(year) if year is not None and point.unit not in ("day", "week", "month") else when


def _lend(text: str, readings: list[Reading], index: int) -> None:
    """Give a date the year of the one coordinated with it: "in August and September 1914"."""
    reading = readings[index]
    if index + 1 == len(readings) or not isinstance(reading, Leaning) or reading.when is not None:
        return
    following = readings[index + 1]
    if not isinstance(following, Leaning) or reading.status != "ok":
        return
    last = following.points[0].point
    if isinstance(reading.points[0].point, Relative):
        if following.when is not None and _APPOSED.fullmatch(text, reading.end, following.start):
            settle(reading, [_wide(reading.points[0].point, following.when, last)])
        return
    if not isinstance(last, Partial) or last.year is None or last.unit not in ("day", "month", "season"):
        return
    if not _COORDINATED.fullmatch(text, reading.end, following.start):
        return
    points = shared((*reading.points, following.points[0]))[:-1]
    lent = [found.point for found in points if isinstance(found.point, Partial) and not found.point.leans]
    if len(lent) == len(points):
        reading.points = points
        fill(reading, lent)
