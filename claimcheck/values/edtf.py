"""Reads the Extended Date/Time Format that this program writes: level 1 and the sets and choices of level 2."""

from __future__ import annotations

import re

from claimcheck.patterns import lazy
from claimcheck.values import moments
from claimcheck.values.when import When

_DATE = lazy(r"(?P<year>-?\d{4}|Y-?\d{5,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\d:]+))?)?)?")
_DECADE = re.compile(r"(-?\d{3})X")
_CENTURY = re.compile(r"(-?)(\d{2})XX")


def read(text: str) -> When:
    """The point or period that `text` writes; raises ValueError for what is no EDTF of ours or no day."""
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        return _list(text)
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text)
    if last == "..":
        return moments.since(_point(first))
    return moments.until(_point(last)) if first == ".." else moments.between(_point(first), _point(last))


def bound(when: When) -> When:
    """The point from or up to which an open period reaches ("by 2017" is 2017); any other moment as it is."""
    first, slash, last = when.edtf.partition("/")
    if not slash or ".." not in (first, last):
        return when
    return _point(first if last == ".." else last)


def _list(text: str) -> When:
    inner = text[1:-1]
    if ".." in inner:
        decade = moments.decade(int(inner.partition("..")[0]))
        if decade.edtf != text:
            raise ValueError(f"no decade: {text!r}")
        return decade
    items = [read(item) for item in inner.split(",")]
    return moments.one_of(*items) if text[0] == "[" else moments.all_of(*items)


def _point(text: str) -> When:
    approximate = text.endswith("~")
    bare = text[:-1] if approximate else text
    if (decade := _DECADE.fullmatch(bare)) is not None:
        return moments.decade(int(decade[1]) * 10, approximate=approximate)
    if (century := _CENTURY.fullmatch(bare)) is not None:
        number = int(century[2]) + 1
        return moments.century(-number if century[1] else number, approximate=approximate)
    match = _DATE.fullmatch(bare)
    if match is None:
        raise ValueError(f"no date: {text!r}")
    year = int(match["year"].removeprefix("Y"))
    if match["month"] is None:
        return moments.year(year, approximate=approximate)
    if match["day"] is None:
        return _part(year, int(match["month"]), approximate=approximate)
    day = moments.day(year, int(match["month"]), int(match["day"]), approximate=approximate)
    return moments.clock(day, match["time"]) if match["time"] else day


def _part(year: int, number: int, *, approximate: bool) -> When:
    """A month, or what EDTF numbers beyond the months: seasons 21 to 24, quarters 33 to 36, halves 40 and 41."""
    if 21 <= number <= 24:
        return moments.season(year, number - 20, approximate=approximate)
    if 33 <= number <= 36:
        return moments.quarter(year, number - 32)
    if number in (40, 41):
        return moments.half(year, number - 39)
    return moments.month(year, number, approximate=approximate)
