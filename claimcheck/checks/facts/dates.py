"""Dates, ages and lengths of time as days: when somebody was born who turned forty in 2001."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.checks.facts.values import UNITS, YEAR, Told, Value
from claimcheck.values.interval import Interval
from claimcheck.values.when import When


def since(told: Told) -> Value | None:
    """The beginning of what has gone on since."""
    when = told["d"].when
    start = when.loosened()[0] if when else (None, None)
    if start[0] is None or start[1] is None:
        return None
    return Value("date", Interval(Fraction(start[0]), Fraction(start[1])))


def aged(told: Told) -> Value | None:
    """An age in whole years: from the birthday to the day before the next."""
    years = _years(told)
    if years is None:
        return None
    return Value("length of time", Interval(_times(years.low, -1), _times(years.high, 1, more=1)))


def nth_year(told: Told) -> Value | None:
    """The age of who is in the fortieth year, or has not reached the fortieth birthday: one less."""
    return aged(Told(told.figures, told.ordinal - 1)) if told.ordinal else None


def turned(told: Told) -> Value | None:
    """The day of birth of who was or became so many years old at a date."""
    years, when = _years(told), told["d"].when
    days = days_of(when) if when else None
    if years is None or days is None or years.low is None or years.high is None:
        return None
    age = Interval(years.low * YEAR - 2, (years.high + 1) * YEAR + 2)
    return Value("date", days - age)


def anniversary(told: Told) -> Value | None:
    """The beginning of what was so many years old at a date, kept within a year of the day itself."""
    years, when = _years(told), told["d"].when
    days = days_of(when) if when else None
    if years is None or days is None:
        return None
    return Value("date", days - years * YEAR + Interval(-YEAR, YEAR))


def ahead(told: Told) -> Value | None:
    """What came so many years after a date, kept within a year of the day itself."""
    years, when = _years(told), told["d"].when
    days = days_of(when) if when else None
    if years is None or days is None:
        return None
    return Value("date", days + years * YEAR + Interval(-YEAR, YEAR))


def begins(told: Told) -> Value | None:
    """The first day of a period "from 1990 to 1994", as well as it is told; that of "since 1990" lies in that year."""
    when = told["d"].when
    if when is None or (when.extent != "throughout" and when.end[1] is not None):
        return None
    start = when.loosened()[0]
    return Value("date", Interval(Fraction(start[0]), Fraction(start[1]))) if None not in start else None  # type: ignore[arg-type]


def ends(told: Told) -> Value | None:
    """The last day of a period, as well as it is told; that of "until 1950" lies in that year."""
    when = told["d"].when
    if when is None or (when.extent != "throughout" and when.start[0] is not None):
        return None
    end = when.loosened()[1]
    return Value("date", Interval(Fraction(end[0]), Fraction(end[1]))) if None not in end else None  # type: ignore[arg-type]


def span(told: Told) -> Value | None:
    """The length of a period, or of the time between two dates."""
    first = told["d"].when
    last = told["d2"].when if told.get("d2") else first
    if first is None or last is None or (last is first and first.extent != "throughout"):
        return None
    start, end = first.loosened()[0], last.loosened()[1]
    if last is not first:
        start, end = (first.earliest, first.latest), (last.earliest, last.latest)
    if None in start or None in end:
        return None
    low, high = Fraction(end[0] - start[1]), Fraction(end[1] - start[0] + 1)  # type: ignore[operator]
    return Value("length of time", Interval(low, high)) if high > 0 else None


def _years(told: Told) -> Interval | None:
    if told.ordinal is not None:
        return Interval.point(Fraction(told.ordinal))
    claim = told.get("n")
    if claim is None or claim.amount is None or claim.unit not in (None, "year", "decade", "century"):
        return None
    return claim.amount.interval * (UNITS[claim.unit or "year"] / YEAR)


def _times(years: Fraction | None, days: int, *, more: int = 0) -> Fraction | None:
    return None if years is None else (years + more) * YEAR + days


def days_of(when: When) -> Interval | None:
    """The days that a date may lie in; None where an end is open."""
    start, end = when.loosened()
    if start[0] is None or end[1] is None:
        return None
    return Interval(Fraction(start[0]), Fraction(end[1]))
