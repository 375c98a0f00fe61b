"""Where a story stands in time as it is read: dates move it on, asides do not."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimcheck.claims.dates.anchor import Anchor, place
from claimcheck.claims.dates.partial import Leaning, Partial, Point, Relative
from claimcheck.claims.dates.settle import settle
from claimcheck.patterns import lazy
from claimcheck.source import Span

Points = tuple[Anchor | None, Anchor | None]
_FAR = 24
"""Months beyond which a date in the middle of a paragraph is an aside until a second one confirms it."""
_NEAR_YEARS = 2
"""Years within which a bare year in passing moves the story."""
_PAST = lazy(r"\b(?:had|compared|than|since|unlike)(?:\s(?!and\b)[^\s.,;]+){0,7}\s$")
_BACK = re.compile(
    r"\b(?:had|has|having|following|followed|since|despite|compared|than|as against|from a|unlike)"
    r"(?:\s[^\s.;]+){0,7}\s$"
)
_AHEAD = lazy(r"\b(?:until|till|planned|scheduled|expected|due|deadline|sometime)(?:\s[^\s.;,]+){0,7}\s$")


class Story:
    """The point in time that a text has reached, changed by each date that is read.

    `here` is where dates without a year are looked for; `last` is the date mentioned last, on which "two years
    later" and "that year" lean even where it was an aside.
    """

    def __init__(self, start: Anchor | None = None) -> None:
        self.here = start
        self.last = start
        self._main = start
        self._section: Anchor | None = None
        self._in_paragraph = 0
        self._year_at = -1
        """Where the last date stands, if it is a bare year told in passing that a date behind it may lean on."""

    @property
    def standing(self) -> Points:
        """What the next passage leans on: where the story is, and the year that its section is named for."""
        return self._main, self._section

    def resume(self, main: Anchor | None, section: Anchor | None) -> None:
        """Go on where another text left the story, with a new paragraph."""
        self._main, self._section = main, section

    def section(self, anchor: Anchor | None) -> None:
        """A new section begins; `anchor` is the year in its heading, if there is one."""
        self._section = anchor
        if anchor is not None:
            self._main = anchor
        elif self._main is not None:
            self._main = replace(self._main, fresh=True)
        self.paragraph()

    def paragraph(self) -> None:
        """A new paragraph begins: an aside ends, and a section named for a year is back in it."""
        section, main = self._section, self._main
        if section is not None and (main is None or main.year != section.year):
            self._main = section
        self.here = self.last = self._main
        self._in_paragraph, self._year_at = 0, -1

    def read(self, text: str, reading: Leaning, at: Span, *, opens: bool, sentence: int = 0) -> None:
        """Resolve a reading that leans on the story, and move the story on.

        `at` is its place in the source, `sentence` where its sentence begins in the text.
        """
        if reading.when is None and reading.status == "ok":
            self._resolve(text, reading, at, sentence)
        elif reading.when is not None:
            self._move(text, reading, at, opens=opens)
        self._in_paragraph += 1
        point = reading.points[0].point
        plain = isinstance(point, Partial) and point.unit == "year" and not reading.bound and len(reading.points) == 1
        self._year_at = reading.start if plain and text[reading.start - 1 : reading.start] != "(" else -1

    def _resolve(self, text: str, reading: Leaning, at: Span, sentence: int) -> None:
        past = not reading.bound and _PAST.search(text, max(0, reading.start - 60), reading.start) is not None
        here = self.here
        if _leans_on_last(reading.points[0].point) or self._year_at >= sentence:
            here = self.last
        steps = here.steps([found.point for found in reading.points], past=past) if here else None
        if here is None or not steps:
            return
        settle(reading, [when for when, _ in steps])
        reading.anchor = here.origin
        reached = replace(steps[-1][1], origin=at)
        if not _looks_away(reading) and not past:
            self._go(reached)
        self.last = reached

    def _move(self, text: str, reading: Leaning, at: Span, *, opens: bool) -> None:
        point = reading.points[0 if reading.event == "life" else -1].point
        if not isinstance(point, Partial):
            return
        if point.year is None:
            wide = _wide(point)
            self.last = replace(wide, origin=at) if wide else self.last
            return
        new, here = Anchor(point.year, place(point), point.day, origin=at), self.here
        if here is None or (
            not (new.month is None and new.year == here.year) and (opens or not _aside(text, reading, new, here))
        ):
            self._go(new)
        self.last = new

    def _go(self, new: Anchor) -> None:
        """Move to a date; far from the main story and in the middle of a paragraph it takes two to move that too."""
        main, last = self._main, self.last
        near = main is None or abs(new.months - main.months) <= _FAR
        confirmed = last is not None and last.width == "year" and abs(new.months - last.months) <= _FAR
        if near or confirmed or self._in_paragraph == 0:
            self._main = new
        self.here = new


def _wide(point: Partial) -> Anchor | None:
    """What "the following decade" leans on after "the 1960s"."""
    if point.unit == "decade" and point.number is not None:
        return Anchor(point.number, width="decade")
    if point.unit == "century" and point.number is not None and abs(point.number) < 100:
        return Anchor(100 * point.number - (99 if point.number > 0 else -1), width="century")
    return None


def _leans_on_last(point: Point) -> bool:
    """True for "two years later" and for a time of day; a date without a year leans on the story."""
    return isinstance(point, Relative) or point.unit == "minute"


def _looks_away(reading: Leaning) -> bool:
    """True for an aside: "the previous year", "until December", "over the winter"."""
    point = reading.points[0].point
    if isinstance(point, Relative):
        return point.count < 0
    return reading.bound == "until" or point.unit == "season" or point.julian


def _aside(text: str, reading: Leaning, new: Anchor, here: Anchor) -> bool:
    """True for a date told in passing: "which had opened in 1902", "lasted until the fall of the city in 1945"."""
    if new.month is None and abs(new.year - here.year) > _NEAR_YEARS:
        return True
    ahead = new.months - here.months
    low = max(0, reading.start - 60)
    if ahead > 3 and (reading.bound == "until" or _AHEAD.search(text, low, reading.start)):
        return True
    attributive = text[low : reading.start].lower().endswith(" the ")
    return ahead < 0 and (attributive or _BACK.search(text, low, reading.start) is not None)
