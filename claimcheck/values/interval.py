"""Intervals over exact rationals: what a printed number can mean."""

from __future__ import annotations

from fractions import Fraction

import msgspec


class Interval(msgspec.Struct, frozen=True):
    """A set of numbers between two ends; an end that is None is open to infinity."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: Fraction) -> Interval:
        """The single number `value`."""
        return cls(value, value)

    @property
    def empty(self) -> bool:
        """True when no number lies inside."""
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return not (self.low_closed and self.high_closed)
        return self.low > self.high

    def __contains__(self, number: Fraction) -> bool:
        if self.low is not None and (number < self.low or (number == self.low and not self.low_closed)):
            return False
        return self.high is None or number < self.high or (number == self.high and self.high_closed)

    def below(self, other: Interval) -> bool:
        """True when every number here is smaller than every number of `other`."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.high_closed and other.low_closed))

    def meets(self, other: Interval) -> bool:
        """True when at least one number lies in both: then the two do not conflict."""
        return not (self.below(other) or other.below(self))

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, factor: Fraction) -> Interval:
        """The interval times an exact number."""
        if factor < 0:
            return -self * -factor
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_closed,
            self.high_closed,
        )

    def shift(self, offset: Fraction) -> Interval:
        """The interval plus an exact number."""
        return self + Interval.point(offset)

    def widen(self, share: Fraction) -> Interval:
        """Each closed-off end moved outwards by `share` of its own size."""
        return Interval(
            None if self.low is None else self.low - abs(self.low) * share,
            None if self.high is None else self.high + abs(self.high) * share,
            self.low_closed,
            self.high_closed,
        )

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both; of two equal ends the closed one holds more."""
        low, low_closed = self.low, self.low_closed
        if low is not None and (other.low is None or other.low < low):
            low, low_closed = other.low, other.low_closed
        elif low is not None and low == other.low:
            low_closed = low_closed or other.low_closed
        high, high_closed = self.high, self.high_closed
        if high is not None and (other.high is None or other.high > high):
            high, high_closed = other.high, other.high_closed
        elif high is not None and high == other.high:
            high_closed = high_closed or other.high_closed
        return Interval(low, high, low_closed, high_closed)
