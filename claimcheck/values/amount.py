"""What a printed number says: its value, how precisely it was printed, and the interval that it means."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Literal

import msgspec

from claimcheck.values.interval import Interval

Hedge = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most"]
Precision = Literal["exact", "rounded", "decimal", "open"]

TENTH = Fraction(1, 10)
HALF = Fraction(1, 2)


class Amount(msgspec.Struct, frozen=True, dict=True):
    """A number as printed.

    `value` has its scale words multiplied in ("7.5 million" is 7500000) and is None for a range,
    whose `bounds` are then given. `step` is one unit of the last printed digit that carries meaning,
    in the same scale (0.1 million); `precision` says which row of the table below holds for it.
    `scales` are the scale words as printed, `mantissa` the number before them.
    """

    value: Fraction | None
    step: Fraction = Fraction(0)
    precision: Precision = "exact"
    hedge: Hedge = "exact"
    mantissa: Fraction | None = None
    scales: tuple[str, ...] = ()
    bounds: Interval | None = None
    near: bool = False
    """"nearly", "almost", "close to": a little below the value."""

    @cached_property
    def interval(self) -> Interval:
        """All numbers that an honest author may have meant by what is printed."""
        if self.bounds is not None:
            return self.bounds
        if self.value is None:
            return Interval(None, None)
        return meaning(self.value, self.step, self.precision, self.hedge, near=self.near)


def meaning(value: Fraction, step: Fraction, precision: Precision, hedge: Hedge, *, near: bool = False) -> Interval:
    """The interval of a printed number, by its precision and its hedge.

    Without a hedge: a number with no trailing zeros is exact; one with trailing zeros or a scale word
    was rounded or cut, half a step down to a whole step up; decimals stand for half a step either way;
    "dozens of" (open) is the number and above.
    """
    if hedge == "more_than":
        return Interval(value, None, low_closed=False)
    if hedge == "at_least" or precision == "open":
        return Interval(value, None)
    if hedge == "less_than":
        return Interval(None, value, high_closed=False)
    if hedge == "at_most":
        return Interval(None, value)
    if near:
        return Interval(value - abs(value) * TENTH, value)
    plain = _unhedged(value, step, precision)
    if hedge == "about":
        return Interval(value - abs(value) * TENTH, value + abs(value) * TENTH).hull(plain)
    return plain


def _unhedged(value: Fraction, step: Fraction, precision: Precision) -> Interval:
    if precision == "decimal":
        return Interval(value - step * HALF, value + step * HALF)
    if precision == "rounded":
        away = Interval(abs(value) - step * HALF, abs(value) + step, low_closed=False, high_closed=False)
        return away if value >= 0 else -away
    return Interval.point(value)
