"""What a telling says in numbers: an interval in one dimension, days for dates and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from fractions import Fraction

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.values.interval import Interval

YEAR = Fraction(36525, 100)
"""Days of a year of the Julian calendar, near enough for spans told in years."""
UNITS = {"century": 100 * YEAR, "decade": 10 * YEAR, "year": YEAR, "month": YEAR / 12, "week": Fraction(7)}
UNITS |= {"day": Fraction(1), "hour": Fraction(1, 24), "minute": Fraction(1, 1440)}
"""Days of what lengths of time are told in."""
MEASURES: Mapping[str, str] = {
    "length": "meter1",
    "area": "meter2",
    "volume": "meter3",
    "mass": "kilogram1",
    "speed": "meter1 second-1",
    "money": r"[A-Z]{3}1|money in \w+",
    "time": "second1|length of time",
    "clock": "second1|length of time",
    "count": "count",
    "date": "date",
}
"""Patterns of the dimensions that values of a measure have."""


class Told(msgspec.Struct, frozen=True):
    """What a telling tells by: claims by their names in its pattern, and an ordinal, which is no claim.

    "n" is the figure ("m" the lower end of its range, "n2" another), "d" and "d2" are dates.
    """

    figures: Mapping[str, Claim]
    ordinal: int | None = None

    def __getitem__(self, name: str) -> Claim:
        return self.figures[name]

    def get(self, name: str) -> Claim | None:
        """The claim of that name, if there is one."""
        return self.figures.get(name)


class Value(msgspec.Struct, frozen=True):
    """An interval of numbers of one dimension: two values of different dimensions are not compared."""

    dimension: str
    interval: Interval


def measured(value: Value, measures: Collection[str]) -> bool:
    """Whether a value is told in one of some measures; any will do where none is named."""
    return not measures or any(re.fullmatch(MEASURES[name], value.dimension) for name in measures)


def widened(value: Value, slack: Fraction) -> Value:
    """A value with each end off by so much of itself."""
    return Value(value.dimension, value.interval.widen(slack))
