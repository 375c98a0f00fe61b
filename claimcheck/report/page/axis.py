"""The intervals that a finding compared, drawn on one axis."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

import msgspec

from claimcheck.claims.model import Claim, Per
from claimcheck.report.page.readings import figure, means, unit
from claimcheck.report.parts.excerpt import visible
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert
from claimcheck.values.when import iso_day

WIDTH = 320
"""Units of the drawing; the page scales it."""
MARGIN = 10
WIDE = 1000
"""From this ratio of the largest to the smallest figure the axis is logarithmic."""
MOST = 12
"""Bars: a list of forty figures is read as text."""


class Bar(msgspec.Struct, frozen=True):
    """One claim on the axis: from `left` to `right`, an arrow where an end is open; `label` and what it means."""

    label: str
    means: str
    left: float
    right: float
    open_left: bool
    open_right: bool


class Axis(msgspec.Struct, frozen=True):
    """Bars on one scale, whose ends are written below."""

    bars: tuple[Bar, ...]
    low: str
    high: str
    unit: str
    logarithmic: bool = False


class _Reach(msgspec.Struct, frozen=True):
    claim: Claim
    low: float | None
    high: float | None
    means: str


def axis(claims: Sequence[Claim]) -> Axis | None:
    """The claims on one axis, in the unit of the first; None where they do not convert, or are fewer than two."""
    claims = list({(claim.start, claim.end): claim for claim in claims}.values())
    if not 2 <= len(claims) <= MOST:
        return None
    if all(claim.kind == "date" for claim in claims):
        return _drawn([_days(claim) for claim in claims], _day, "")
    reaches = [_amount(claim, interval) for claim in claims if (interval := _in_unit_of(claims[0], claim))]
    if len(reaches) < len(claims):
        return None
    return _drawn(reaches, lambda end: figure(Fraction(end)), unit(claims[0]))


def _in_unit_of(first: Claim, claim: Claim) -> Interval | None:
    """What a figure means in the unit and by the denominator of the first; None where it does not convert."""
    share = _denominators(first.per, claim.per)
    if claim.amount is None or first.amount is None or share is None:
        return None
    interval = claim.amount.interval
    if claim.unit != first.unit:
        found = convert(interval, claim.unit, first.unit) if claim.unit and first.unit else None
        if found is None:
            return None
        interval = found
    return interval if share == 1 else interval * share


def _denominators(first: Per | None, other: Per | None) -> Fraction | None:
    """How many times as large the first denominator is; None where they are not of one kind."""
    if first is None or other is None:
        return Fraction(1) if first is other else None
    alike = first.unit == other.unit and (first.counted == other.counted or not (first.counted and other.counted))
    return Fraction(first.amount) / Fraction(other.amount) if alike and other.amount else None


def _days(claim: Claim) -> _Reach:
    if claim.when is None:
        return _Reach(claim, None, None, "")
    low, high = claim.when.earliest, claim.when.latest
    ends = None if low is None else float(low), None if high is None else float(high) + 1
    told = f"{iso_day(low) or 'open'} to {iso_day(high) or 'open'}" if low != high else str(iso_day(low))
    return _Reach(claim, *ends, told)


def _amount(claim: Claim, interval: Interval) -> _Reach:
    ends = [None if end is None or abs(end) > 10**300 else float(end) for end in (interval.low, interval.high)]
    return _Reach(claim, ends[0], ends[1], means(interval))


def _drawn(reaches: list[_Reach], written: Callable[[float], str], of: str) -> Axis | None:
    ends = [end for reach in reaches for end in (reach.low, reach.high) if end is not None]
    if not ends or min(ends) == max(ends):
        return None
    low, high = min(ends), max(ends)
    logarithmic = low > 0 and high / low >= WIDE
    place = _scale(low, high, math.log if logarithmic else float)
    bars = (
        Bar(
            label=visible(reach.claim.text),
            means=reach.means,
            left=MARGIN / 2 if reach.low is None else place(reach.low),
            right=WIDTH - MARGIN / 2 if reach.high is None else place(reach.high),
            open_left=reach.low is None,
            open_right=reach.high is None,
        )
        for reach in reaches
    )
    return Axis(tuple(bars), written(low), written(high), of, logarithmic)


def _scale(low: float, high: float, measure: Callable[[float], float]) -> Callable[[float], float]:
    first, whole = measure(low), measure(high) - measure(low)
    inner = WIDTH - 2 * MARGIN
    return lambda end: round(MARGIN + inner * (measure(end) - first) / whole, 1)


def _day(number: float) -> str:
    return iso_day(int(number)) or ""
