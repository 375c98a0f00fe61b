"""The narrative: dates without a year and relative dates are resolved from the text before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from claimcheck.claims.dates.anchor import Anchor, place
from claimcheck.claims.dates.partial import Leaning, Partial, Relative
from claimcheck.claims.dates.settle import fill, settle, shared
from claimcheck.claims.model import Reading
from claimcheck.document.model import Document, Passage
from claimcheck.source import Span
from claimcheck.values.when import When

_NEAR = 18
_STORY = frozenset(("lead", "prose", "quote", "list"))
_YEAR = re.compile(r"(?<![\d.,])(1\d{3}|20\d\d)(?![\d.,]\d)")


class Narrative:
    """Resolves dates that lean on what stands before them ("14 February", "two years later")."""

    def __init__(self, document: Document, today: date | None = None) -> None:
        self.document = document
        self.today = today
        self._title = _only_year(document.title or "")
        self._story: Anchor | None = self._title
        self._section: tuple[str, ...] = ()

    def resolve(self, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
        """Fill in `when` of the partial dates among `readings`, in reading order; drop what stays unresolved."""
        if passage.section != self._section:
            self._section = passage.section
            heading = _only_year(passage.section[-1]) if passage.section else None
            self._story = heading or self._story
        story = passage.context in _STORY
        anchor = self._story if story or passage.context == "heading" else self._title
        kept: list[Reading] = []
        starts = [bound.start for bound in bounds]
        for index, reading in enumerate(readings):
            if isinstance(reading, Leaning):
                _lend(passage.text, readings, index)
                opens = _opening(starts, reading.start)
                anchor = _read(passage.text, reading, anchor, opens=opens)
            if reading.kind != "date" or reading.when is not None or reading.status != "ok":
                kept.append(reading)
        readings[:] = kept
        if story or passage.context == "heading":
            self._story = anchor


def _only_year(title: str) -> Anchor | None:
    years = {int(year) for year in _YEAR.findall(title)}
    return Anchor(year=years.pop()) if len(years) == 1 else None


def _opening(starts: list[int], at: int) -> bool:
    """True for a date in the first words of its sentence ("In early 1943, …")."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and at - starts[index] <= _NEAR


_COORDINATED = re.compile(r",?\s(?:and|or|to|then|and again|and then|&)(?:\s(?:in|on))?\s$|,\s$|\s?[–—-]\s?$")


def _lend(text: str, readings: list[Reading], index: int) -> None:
    """Give a date the year of the one coordinated with it: "in August and September 1914"."""
    reading = readings[index]
    if index + 1 == len(readings) or not isinstance(reading, Leaning) or reading.when is not None:
        return
    following, first = readings[index + 1], reading.points[0].point
    if not isinstance(following, Leaning) or not isinstance(first, Partial) or len(reading.points) > 1:
        return
    last = following.points[0].point
    if not isinstance(last, Partial) or last.year is None or last.unit not in ("day", "month", "season"):
        return
    if reading.status != "ok" or not _COORDINATED.fullmatch(text[reading.end : following.start]):
        return
    lent = shared((reading.points[0], following.points[0]))[0]
    if isinstance(lent.point, Partial) and not lent.point.leans:
        reading.points = (lent,)
        fill(reading, [lent.point])


def _read(text: str, reading: Leaning, anchor: Anchor | None, *, opens: bool) -> Anchor | None:
    """Resolve a reading against the anchor; the anchor for what follows."""
    if reading.when is None and reading.status == "ok":
        whens, moved = _resolved(reading, anchor)
        if whens:
            settle(reading, whens)
        return moved if whens and not _looks_back(reading) else anchor
    if reading.when is None:
        return anchor
    return _moved(text, reading, anchor, opens=opens)


def _looks_back(reading: Leaning) -> bool:
    point = reading.points[0].point
    return isinstance(point, Relative) and point.count < 0


def _resolved(reading: Leaning, anchor: Anchor | None) -> tuple[list[When], Anchor | None]:
    if anchor is None:
        return [], None
    whens: list[When] = []
    here: Anchor = anchor
    for found in reading.points:
        point = found.point
        step = here.relative(point) if isinstance(point, Relative) else here.partial(point)
        if step is None:
            return [], anchor
        when, here = step
        whens.append(when)
    return whens, here


def _moved(text: str, reading: Leaning, anchor: Anchor | None, *, opens: bool) -> Anchor | None:
    """The anchor after a date that stands on its own: an aside to another time leaves the story where it was."""
    point = reading.points[-1].point
    if not isinstance(point, Partial) or point.year is None:
        return anchor
    new = Anchor(point.year, place(point), point.day)
    if anchor is None:
        return new
    if new.month is None:
        if new.year == anchor.year:
            return anchor
        return new if opens or abs(new.year - anchor.year) <= 2 else anchor
    ahead = new.months - anchor.months
    if reading.bound == "until" and ahead > 3:
        return anchor
    if ahead < 0 and not opens and _PLUPERFECT.search(text, max(0, reading.start - 60), reading.start):
        return anchor
    return new


_PLUPERFECT = re.compile(r"\bhad(?:\s[^\s.;]+){1,7}\s$")
