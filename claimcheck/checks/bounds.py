"""Bounds written as an article would write them, and claims expressed in the terms of a bound."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Annotated

import msgspec

from claimcheck.checks.figures import ends
from claimcheck.claims.extract import read
from claimcheck.claims.model import Claim, Per
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert, scale

Figure = Annotated[str, msgspec.Meta(extra_json_schema={"x-plain": True})]
"""A figure with its unit and denominator, as an article would write it: "8,849 m", "0.03 per live birth"."""

_NUMBER = lazy(r"^[-−+]?\d[\d.,]*(?:\s?(?:million|billion|thousand)\b)?\s?")


class Bound(msgspec.Struct, frozen=True):
    """A figure of a rule as our own extractor reads it; `label` is what follows its number."""

    value: Fraction
    unit: str | None
    per: Per | None
    label: str

    def express(self, claim: Claim, *, bare: bool = False) -> Interval | None:
        """What a claim says, in the unit and by the denominator of this bound; None where the two do not compare.

        `bare` takes a number without a unit to be in the unit of the bound ("aged 51").
        """
        if claim.amount is None:
            return None
        rate = _rate(claim.per, self.per)
        if rate is None:
            return None
        interval = claim.amount.interval if rate == 1 else claim.amount.interval * rate
        if claim.unit == self.unit or (bare and claim.unit is None):
            return interval
        if self.unit is None:
            return interval * Fraction(1, 100) if claim.unit == "percent" and self.per else None
        return convert(interval, claim.unit, self.unit) if claim.unit else None

    def told(self, interval: Interval) -> str:
        """An interval in words, with what follows the number of the bound."""
        return f"{ends(interval)}{'' if self.label[:1] in ('%', '') else ' '}{self.label}"


@cache
def bound(text: str) -> Bound | None:
    """The one figure that `text` is, or None where it is not one."""
    readings = read(text)
    if len(readings) != 1 or readings[0].start != 0 or max(readings[0].end, readings[0].tail) != len(text):
        return None
    reading = readings[0]
    if reading.amount is None or reading.amount.value is None:
        return None
    return Bound(reading.amount.value, reading.unit, reading.per, _NUMBER.sub("", text))


def _rate(per: Per | None, wanted: Per | None) -> Fraction | None:
    """The factor from one denominator to another; None where only one of them is there or their units differ."""
    if per is None or wanted is None:
        return Fraction(1) if per is wanted else None
    factor = wanted.amount / per.amount
    if per.unit == wanted.unit:
        return factor
    one, other = scale(per.unit or ""), scale(wanted.unit or "")
    if per.unit is None or wanted.unit is None or one is None or other is None or one.dimension != other.dimension:
        return None
    return factor * other.factor / one.factor
