"""Gives a date the year of the one printed beside it: "in August and September 1914", "two years later, in 1950"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.dates.partial import Leaning, Partial, Point, Relative
from claimcheck.claims.dates.settle import fill, settle, shared
from claimcheck.claims.model import Reading
from claimcheck.document.model import Passage
from claimcheck.patterns import lazy
from claimcheck.values import moments
from claimcheck.values.when import When

_COORDINATED = lazy(r",?\s(?:and|or|to|then|and again|and then|&)(?:\s(?:in|on))?\s|,\s|\s?[–—-]\s?")
_APPOSED = re.compile(r",?\s(?:in|on)\s")


def lend(passage: Passage, readings: Sequence[Reading], index: int) -> None:
    """Resolve the reading at `index` from the one after it where the words between them join the two."""
    reading = readings[index]
    if index + 1 == len(readings) or not isinstance(reading, Leaning) or reading.when is not None:
        return
    following = readings[index + 1]
    if not isinstance(following, Leaning) or reading.status != "ok":
        return
    if isinstance(reading.points[0].point, Relative):
        _apposed(passage.text, reading, reading.points[0].point, following)
    else:
        _coordinated(passage.text, reading, following)
    if reading.when is not None:
        reading.anchor = passage.span(following.start, following.end)


def _apposed(text: str, reading: Leaning, point: Relative, following: Leaning) -> None:
    """ "Two years later, in April 1779" is 1779."""
    if following.when is not None and _APPOSED.fullmatch(text, reading.end, following.start):
        settle(reading, [_wide(point, following.when, following.points[0].point)])


def _wide(point: Relative, when: When, last: Point) -> When:
    year = last.year if isinstance(last, Partial) else None
    return moments.year(year) if year is not None and point.unit not in ("day", "week", "month") else when


def _coordinated(text: str, reading: Leaning, following: Leaning) -> None:
    last = following.points[0].point
    if not isinstance(last, Partial) or last.year is None or last.unit not in ("day", "month", "season"):
        return
    if not _COORDINATED.fullmatch(text, reading.end, following.start):
        return
    points = shared((*reading.points, following.points[0]))[:-1]
    lent = [found.point for found in points if isinstance(found.point, Partial) and not found.point.leans]
    if len(lent) == len(points):
        reading.points = points
        fill(reading, lent)
