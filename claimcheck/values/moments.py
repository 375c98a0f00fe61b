"""Builds points and periods in time: days, months, years, decades, centuries, seasons, and intervals between them."""

from __future__ import annotations

from typing import Literal

from claimcheck.values.calendar import civil, day_number, is_day, month_length, weekday
from claimcheck.values.when import End, Granularity, When, iso_day, iso_year

Edge = Literal["early", "mid", "late"]
SEASONS = ("spring", "summer", "autumn", "winter")

_SEASON_MONTHS = {1: (3, 6), 2: (6, 9), 3: (9, 12)}
_EDGES: dict[str, tuple[int, int]] = {"early": (0, 2), "mid": (1, 3), "late": (2, 4)}
"""Quarters of the whole between which "early", "mid" and "late" fall: generous, since they are loose words."""


class ImpossibleDateError(ValueError):
    """A day that no calendar has ("31 June 2010")."""


def span(first: int, last: int, edtf: str, granularity: Granularity, *, approximate: bool = False) -> When:
    """Some time between two day numbers."""
    mark = "~" if approximate else ""
    return When((first, last), (first, last), edtf + mark, granularity, approximate)


def day(year: int, month: int, number: int, *, approximate: bool = False) -> When:
    """A calendar day of an astronomical year; raises ImpossibleDateError where there is none."""
    if not is_day(year, month, number):
        raise ImpossibleDateError(f"{iso_year(year)}-{month:02d}-{number:02d}")
    at = day_number(year, month, number)
    return span(at, at, f"{iso_year(year)}-{month:02d}-{number:02d}", "day", approximate=approximate)


def of_number(number: int) -> When:
    """The calendar day of a day number."""
    return day(*civil(number))


def month(year: int, number: int, *, approximate: bool = False) -> When:
    """A calendar month, 1 to 12."""
    if not 1 <= number <= 12:
        raise ImpossibleDateError(f"{iso_year(year)}-{number:02d}")
    first, last = day_number(year, number), day_number(year, number, month_length(year, number))
    return span(first, last, f"{iso_year(year)}-{number:02d}", "month", approximate=approximate)


def year(number: int, *, approximate: bool = False) -> When:
    """An astronomical year: 0 is 1 BC, -43 is 44 BC."""
    first, last = day_number(number, 1, 1), day_number(number, 12, 31)
    return span(first, last, iso_year(number), "year", approximate=approximate)


def decade(start: int, *, approximate: bool = False) -> When:
    """Ten years ("196X"); the "480s BC", 489 to 480 BC, begin in year -488 and are no decade of EDTF but a choice."""
    end = start + 9 if start != -8 else 0
    first, last = day_number(start, 1, 1), day_number(end, 12, 31)
    edtf = f"{start // 10:03d}X" if start >= 0 else f"[{iso_year(start)}..{iso_year(end)}]"
    return span(first, last, edtf, "decade", approximate=approximate)


def century(number: int, *, approximate: bool = False) -> When:
    """The nth century as it is spoken of: 19 is 1800 to 1900 (both ways of counting fit); -2 is the 2nd century BC."""
    if number > 0:
        first, last = day_number(max(1, 100 * (number - 1))), day_number(100 * number, 12, 31)
        return span(first, last, f"{number - 1:02d}XX", "century", approximate=approximate)
    first, last = day_number(100 * number + 1), day_number(100 * (number + 1), 12, 31)
    return span(first, last, f"-{-number - 1:02d}XX", "century", approximate=approximate)


def hundreds(start: int, *, approximate: bool = False) -> When:
    """Hundred years from a year that ends in 00 ("the 1800s")."""
    first, last = day_number(max(1, start), 1, 1), day_number(start + 99, 12, 31)
    return span(first, last, f"{start // 100:02d}XX", "century", approximate=approximate)


def season(year_: int, number: int, *, approximate: bool = False) -> When:
    """Spring, summer, autumn, winter (1 to 4) as the northern hemisphere has them, in whole months.

    The winter of a year may be the one that begins or the one that ends in it.
    """
    edtf = f"{iso_year(year_)}-{20 + number}"
    if number == 4:
        first, last = day_number(year_ - 1, 12, 1), day_number(year_ + 1, 3, 31)
    else:
        low, high = _SEASON_MONTHS[number]
        first, last = day_number(year_, low), day_number(year_, high, month_length(year_, high))
    return span(first, last, edtf, "season", approximate=approximate)


def quarter(year_: int, number: int) -> When:
    """A quarter of a calendar year, 1 to 4."""
    first, last = day_number(year_, 3 * number - 2), day_number(year_, 3 * number, month_length(year_, 3 * number))
    return span(first, last, f"{iso_year(year_)}-{32 + number}", "quarter")


def half(year_: int, number: int) -> When:
    """A half of a calendar year, 1 or 2."""
    first, last = day_number(year_, 6 * number - 5), day_number(year_, 6 * number, month_length(year_, 6 * number))
    return span(first, last, f"{iso_year(year_)}-{39 + number}", "half")


def week(number: int) -> When:
    """The Monday-to-Sunday week around a day number, written as an interval of days."""
    first = number - weekday(number)
    return span(first, first + 6, f"{iso_day(first)}/{iso_day(first + 6)}", "week")


def clock(day_: When, time: str) -> When:
    """A minute of a day; `time` is "17:30" or "17:30:15"."""
    return When(day_.start, day_.end, f"{day_.edtf}T{time}", "minute", day_.approximate)


def narrowed(whole: When, edge: Edge) -> When:
    """The early, middle or late part of a point; written like the whole."""
    if whole.earliest is None or whole.latest is None or whole.granularity in ("day", "minute"):
        return whole
    low, high = _EDGES[edge]
    length = whole.latest - whole.earliest + 1
    first, last = whole.earliest + length * low // 4, whole.earliest + length * high // 4
    bounds: End = (first, min(last, whole.latest))
    return When(bounds, bounds, whole.edtf, whole.granularity, whole.approximate)


def between(first: When, last: When) -> When:
    """All the time from one point to another ("from 1963 to 2004")."""
    edtf = f"{_end(first.edtf, 0)}/{_end(last.edtf, 1)}"
    approximate = first.approximate or last.approximate
    start, end = (first.earliest, first.latest), (last.earliest, last.latest)
    return When(start, end, edtf, last.granularity, approximate, "throughout")


def since(first: When) -> When:
    """From a point on, without an end ("since 1990")."""
    start = (first.earliest, first.latest)
    return When(
        start, (first.earliest, None), f"{_end(first.edtf, 0)}/..", first.granularity, first.approximate, "throughout"
    )


def until(last: When) -> When:
    """Up to a point, without a beginning ("until 2003")."""
    end = (last.earliest, last.latest)
    return When((None, last.latest), end, f"../{_end(last.edtf, 1)}", last.granularity, last.approximate, "throughout")


def after(point: When) -> When:
    """Some time after a point, the point itself not excluded, since "after 1979" may mean later that year."""
    bounds: End = (point.earliest, None)
    return When(bounds, bounds, f"{_end(point.edtf, 0)}/..", point.granularity, point.approximate)


def before(point: When) -> When:
    """Some time before or by a point, the point itself not excluded."""
    bounds: End = (None, point.latest)
    return When(bounds, bounds, f"../{_end(point.edtf, 1)}", point.granularity, point.approximate)


def _end(edtf: str, side: Literal[0, 1]) -> str:
    """A point as the end of an interval, where EDTF allows no choice: a decade BC by its first or last year."""
    return edtf[1:].split("]")[0].split("..")[side] if edtf.startswith("[") else edtf


def one_of(*choices: When) -> When:
    """One of several readings, written as an EDTF choice."""
    return _list(choices, "[", "]")


def all_of(*items: When) -> When:
    """Several points said in one breath ("3 and 4 June"), written as an EDTF set."""
    return _list(items, "{", "}")


def _list(items: tuple[When, ...], left: str, right: str) -> When:
    first = min(item.start for item in items)
    last = max(item.end for item in items)
    bounds: End = (first[0], last[1])
    return When(bounds, bounds, left + ",".join(item.edtf for item in items) + right, items[0].granularity)
