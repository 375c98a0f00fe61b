"""How the value of a fact follows from the figures of its telling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache

from claimcheck.checks.facts.dates import (
    aged,
    ahead,
    anniversary,
    begins,
    days_of,
    ends,
    nth_year,
    since,
    span,
    turned,
)
from claimcheck.checks.facts.values import UNITS, Told, Value
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.tellings import canonical
from claimcheck.claims.model import Claim
from claimcheck.values.interval import Interval
from claimcheck.values.units import scale


def value(formula: str, told: Told) -> Value | None:
    """What a telling of such a formula says; None where that does not give it."""
    return FORMULAS[formula](told)


def figure(told: Told) -> Value | None:
    """The figure itself, or the date."""
    claim = told.get("n") or told["d"]
    if claim.when is not None:
        days = days_of(claim.when)
        return Value("date", days) if days else None
    if claim.amount is None or claim.per is not None:
        return None
    interval, unit = claim.amount.interval, claim.unit
    if told.get("m"):
        # "Five or six", "two to four" of words.
        first = told["m"].amount
        if first is None or told["m"].unit != unit:
            return None
        interval = Interval(first.interval.low, interval.high)
    if unit in UNITS:
        return Value("length of time", _loosely(interval, UNITS[unit]))
    if not unit:
        if claim.amount.precision == "decimal" and claim.counted:
            return None  # nobody counts 8.958 people
        if _is_share(interval):
            return Value("", interval)  # "a quarter of the shares" is 25 percent of them
        noun = canonical((claim.counted or "").partition(" ")[0])
        return Value(f"money in {noun}" if noun in _moneys() else "count", interval)
    known = scale(unit)
    if known is None or known.offset:
        return None
    return Value(" ".join(f"{base}{power}" for base, power in known.dimension), interval * known.factor)


def _is_share(interval: Interval) -> bool:
    """True for a fraction: nobody counts in parts of one."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    return bool(ends) and all(0 <= end < 1 for end in ends) and any(ends)


def _loosely(interval: Interval, unit: Fraction) -> Interval:
    """ "Three years" may be told of anything more than two and less than four; bounds are as told."""
    length = interval * unit
    if interval.low is None or interval.high is None:
        return length
    # A quarter of a century is one of 15 to 35 years.
    step = unit * (Fraction(99, 100) if interval.high >= 1 else Fraction(1, 10))
    return length + Interval(-step, step)


def _exact(told: Told) -> Value | None:
    """A figure whose lengths of time are as told: a sentence of three years."""
    claim = told["n"]
    if claim.amount is None or claim.per is not None or claim.unit not in UNITS:
        return None
    return Value("length of time", claim.amount.interval * UNITS[claim.unit])


def _margin(told: Told) -> Value | None:
    """By how much the first figure is more than the second, "31 votes to 19"."""
    return _difference(told["n"], told["n2"])


def _rest(told: Told) -> Value | None:
    """What the first leaves of the second, "all but nine of the 118"."""
    return _difference(told["n2"], told["n"])


def _remaining(told: Told) -> Value | None:
    """At most what the first leaves of the second: of 30 tried 22 were convicted, so that eight may be acquitted."""
    found = _rest(told)
    return Value("count", Interval(Fraction(0), found.interval.high)) if found else None


def _difference(whole: Claim, part: Claim) -> Value | None:
    if whole.amount is None or part.amount is None or whole.unit or part.unit:
        return None
    found = whole.amount.interval - part.amount.interval
    return Value("count", found) if found.low is not None and found.low > 0 else None


def _more(told: Told) -> Value | None:
    """One more than is counted: of somebody with four brothers and sisters the parents had five children."""
    found = figure(told)
    if found is None or found.dimension != "count":
        return None
    return Value("count", found.interval + Interval.point(Fraction(1)))


def _loss(told: Told) -> Value | None:
    """A sum below nought."""
    found = figure(told)
    return Value(found.dimension, -found.interval) if found else None


def _height(told: Told) -> Value | None:
    """A height in feet and inches, "five foot eleven", whose inches are a figure of their own."""
    feet, inches = told["n"].amount, told["n2"].amount
    if feet is None or inches is None or told["n"].unit != "foot" or told["n2"].unit not in (None, "inch"):
        return None
    inch = Fraction(254, 10_000)
    return Value("meter1", feet.interval * (12 * inch) + inches.interval * inch)


def _over(told: Told) -> Value | None:
    """At least so much, or not before a date."""
    known = figure(told)
    return known and Value(known.dimension, Interval(known.interval.low, None))


def _no_more(told: Told) -> Value | None:
    """At most so much, where "more than 7" is denied: "do not exceed 7 cm", "no faster than 95 mph"."""
    known = figure(told)
    if known is None or known.interval.low is None or known.interval.high is not None:
        return None
    return Value(known.dimension, Interval(None, known.interval.low))


def _under(told: Told) -> Value | None:
    """At most so much, or not after a date."""
    known = figure(told)
    return known and Value(known.dimension, Interval(None, known.interval.high))


@cache
def _moneys() -> frozenset[str]:
    return frozenset(map(canonical, phrases("money_nouns")))


FORMULAS: Mapping[str, Callable[[Told], Value | None]] = {
    "is": figure,
    "exact": _exact,
    "margin": _margin,
    "rest": _rest,
    "remaining": _remaining,
    "more": _more,
    "loss": _loss,
    "feet": _height,
    "over": _over,
    "under": _under,
    "no-more": _no_more,
    "since": since,
    "aged": aged,
    "nth-year": nth_year,
    "turned": turned,
    "anniversary": anniversary,
    "ahead": ahead,
    "span": span,
    "begins": begins,
    "ends": ends,
}
