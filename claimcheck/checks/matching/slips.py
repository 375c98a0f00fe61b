"""Figures and days that differ in one digit or in two neighbours that changed places, as a slip of the hand leaves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.values.calendar import civil

FEWEST, LONGEST = 3, 15
"""Significant digits of figures that are compared: two figures of fewer are one digit apart by chance."""
CROWD = 12
"""Figures that are alike but for one digit beyond which an article lists them."""
_DECIMALS = 8
_DECIMAL = re.compile(r"(?<![\d.,])(\d{1,12})\.(\d{1,12})(?![\d.,])")

Key = tuple[str, str, int]
"""Unit or "day", digits with a gap, power of ten of the first of them."""


class Printed(msgspec.Struct, frozen=True):
    """The significant digits of a figure, or the year, month and day of a date, and the power of ten of the first."""

    digits: str
    power: int
    day: bool = False

    @property
    def unlikely(self) -> int:
        """Digits that two figures share by chance only: a day of the year is worth three."""
        return len(self.digits) - 1 if not self.day else 4


def printed(claim: Claim) -> Printed | None:
    """What is compared of a claim; None for one that is a range, spelled out, too short or too coarse."""
    if claim.form != "single" or claim.status != "ok" or not any(map(str.isdigit, claim.text)):
        return None
    if claim.when is not None:
        return _day(claim)
    amount = claim.amount
    if amount is None or amount.value is None or amount.value <= 0 or claim.kind == "duration":
        return None
    whole, decimals = amount.value, 0
    while whole.denominator != 1 and decimals < _DECIMALS:
        whole, decimals = whole * 10, decimals + 1
    if whole.denominator != 1 or whole >= 10**LONGEST:
        return None
    text = str(whole.numerator)
    digits = _as_written(text.rstrip("0"), claim.text)
    return Printed(digits, len(text) - decimals) if FEWEST <= len(digits) <= LONGEST else None


def _as_written(digits: str, text: str) -> str:
    """With the zeros that stand behind a decimal point: "136.70" has five digits."""
    found = _DECIMAL.search(text)
    written = (found[1] + found[2]).lstrip("0") if found else ""
    return written if written.rstrip("0") == digits else digits


def _day(claim: Claim) -> Printed | None:
    when = claim.when
    if when is None or when.granularity != "day" or when.earliest is None or when.latest is None or claim.anchor:
        return None
    year, month, day = civil(when.earliest)
    return Printed(f"{year:04}{month:02}{day:02}", 0, day=True) if 1000 <= year <= 9999 else None


def slips(claims: Sequence[tuple[Claim, Printed]]) -> Iterator[tuple[Claim, Claim, Printed]]:
    """Pairs of different sentences in one unit that are one slip apart, with what the first of them is."""
    groups: defaultdict[Key, list[tuple[Claim, Printed]]] = defaultdict(list)
    for claim, told in claims:
        for gap in _gaps(told):
            groups[("day" if told.day else claim.unit or "", gap, told.power)].append((claim, told))
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        if len(group) > CROWD or len({told for _, told in group}) != 2:
            continue  # three and more that differ in one place are a series
        for (first, told), (second, other) in combinations(group, 2):
            pair = id(first), id(second)
            if told != other and sentence_of(first) != sentence_of(second) and pair not in seen:
                seen.add(pair)
                yield first, second, told


def sentence_of(claim: Claim) -> tuple[int, int]:
    """What tells its sentence from others of the article."""
    return id(claim.passage), claim.sentence.start


def _gaps(told: Printed) -> Iterator[str]:
    """The digits with one left out, and with two neighbours in either order; of a date only those of its year."""
    digits = told.digits
    for at in range(4 if told.day else len(digits)):
        yield f"{digits[:at]}_{digits[at + 1 :]}"
    for at in range(3 if told.day else len(digits) - 1):
        low, high = sorted(digits[at : at + 2])
        if low != high:
            yield f"{digits[:at]}<{low}{high}>{digits[at + 2 :]}"
