"""What stood on the page: the numbers of a claim with the step of their last printed digit."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy
from claimcheck.values.amount import HALF
from claimcheck.values.interval import Interval

CAP, SCALED = Fraction(1, 10), Fraction(1, 4)
"""Most that trailing zeros, or a scale word, are taken to leave open: nobody writes 1,000 ft for 1,200 ft."""
LOOSE = Fraction(1, 20)
"""Leeway of a hedged figure beside its conversion."""
_DIGITS = lazy(r"\d[\d, \u00a0\u2009\u202f]*(\.\d+)?")


class Printed(NamedTuple):
    """A number, one unit of its last digit that carries meaning, and the leeway of its hedge."""

    value: Fraction
    step: Fraction
    loose: Fraction = Fraction(0)

    def rounded(self) -> Interval:
        """What it can be rounded from: half a step either way."""
        return self._around(self.step / 2)

    def cut(self) -> Interval:
        """What it can be rounded or cut from: a step either way."""
        return self._around(self.step)

    def _around(self, reach: Fraction) -> Interval:
        reach += abs(self.value) * self.loose
        return Interval(self.value - reach, self.value + reach)


def printed(claim: Claim) -> list[Printed]:
    """The numbers of a claim in their order: one, or the two ends of a range; none where they cannot be told."""
    amount = claim.amount
    if amount is None:
        return []
    loose = LOOSE if claim.hedge != "exact" or amount.near else Fraction(0)
    cap = SCALED if amount.scales else CAP
    if amount.value is not None and claim.form != "range":
        return [Printed(amount.value, _capped(amount.value, _step(amount.value, amount.step, claim.unit), cap), loose)]
    ends = [(part.value, part.text) for part in claim.parts or () if part.value is not None]
    return [Printed(value, _capped(value, _step_of(value, text), cap), loose) for value, text in ends]


def _step(value: Fraction, step: Fraction, unit: str | None) -> Fraction:
    """The step as read; of fractions and of feet with inches that of the fraction or the inch."""
    if step == 1 and value.denominator == 1:
        return Fraction(_zeros(abs(value.numerator)))
    if step and value % step == 0:
        return step
    return Fraction(1, 12) if unit == "foot" and 12 % value.denominator == 0 else Fraction(1, value.denominator)


def _step_of(value: Fraction, text: str) -> Fraction:
    """The step of an end of a range, from what is printed of it."""
    match = _DIGITS.search(text)
    number = Fraction(re.sub(r"[^\d.]", "", match.group()).rstrip(".")) if match else Fraction(0)
    if match is None or not number:
        return Fraction(1)
    factor = abs(value / number)
    return factor / Fraction(10) ** (len(match[1]) - 1) if match[1] else factor * _zeros(number.numerator)


def _zeros(number: int) -> int:
    """The place of the last digit that is not zero: 1 for 35, 10 for 350, 100 for 2,300."""
    text = str(number)
    return 10 ** (len(text) - len(text.rstrip("0"))) if number else 1


def _capped(value: Fraction, step: Fraction, cap: Fraction) -> Fraction:
    """The step, as far as it is believed; a whole ten is written for anything from eight to thirteen."""
    if step <= 1:
        return step
    return min(step, max(Fraction(1), abs(value) * (HALF if abs(value) < 100 else cap)))
