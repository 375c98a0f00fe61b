"""What was read after a number."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from claimcheck.claims.model import Per
from claimcheck.claims.quantities.unit_table import TIMES


class Tail(msgspec.Struct):
    """What was read after a number: `end` of the span, `tail` of the counted noun, and what they say."""

    end: int
    tail: int
    unit: str | None = None
    per: Per | None = None
    counted: str | None = None
    money: bool = False
    extra: Fraction = Fraction(0)
    """What a smaller unit adds, in the larger ("5 ft 9 in": 3/4)."""
    plural: bool = False
    part: bool = False
    """True for "three of the doctors"."""

    @property
    def duration(self) -> bool:
        """True for a plain time unit with no denominator."""
        return self.unit in TIMES and self.per is None
