"""A number already written out in full with a scale word behind it: "7000 thousand"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from claimcheck.checks.figures import figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark

_SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which number on a scale word behind it is one too many."""

    scale: Literal["thousand", "million", "billion", "trillion"]
    """Scale word, however it is abbreviated."""
    least: int
    """Smallest number that is wrong before it."""
    bare: bool = False
    """True where only bare counts are meant: statistics do write "7,000 thousand tonnes"."""


class ScaleOptions(Options, frozen=True):
    """Options of `scale`."""

    limits: tuple[Limit, ...]
    """For each scale word the numbers that cannot stand before it."""


@check(
    "scale",
    ScaleOptions,
    text="the figure as printed",
    value="what it amounts to as printed",
    mantissa="the number before the scale word",
)
def doubled(view: View, options: ScaleOptions) -> Iterator[Hit]:
    """A scale word behind a number that is already written out."""
    usual = _usual(view, options)
    for claim in view.quantities:
        amount = claim.amount
        if amount is None or not amount.scales or amount.mantissa is None or amount.value is None:
            continue
        if any(_exceeds(claim, limit) for limit in options.limits) and id(claim) not in usual:
            words = {"text": claim.text, "value": figure(amount.value), "mantissa": figure(amount.mantissa)}
            yield Hit(Mark(claim.start, claim.end), (claim,), words)


def _usual(view: View, options: ScaleOptions) -> set[int]:
    """Bare counts of sentences that have several such: "3,100 thousand in 2001, 2,400 thousand in 2019" is no slip."""
    bare = [limit for limit in options.limits if limit.bare]
    others = [limit for limit in options.limits if not limit.bare]
    out: set[int] = set()
    for sentence in view.with_quantities(2):
        told = [c for c in sentence.quantities if c.amount and c.amount.scales and any(_exceeds(c, n) for n in bare)]
        if len(told) > 1:
            out |= {id(claim) for claim in told if not any(_exceeds(claim, limit) for limit in others)}
    return out


def _exceeds(claim: Claim, limit: Limit) -> bool:
    amount = claim.amount
    if amount is None or not amount.mantissa or amount.value != amount.mantissa * _SIZES[limit.scale]:
        return False
    return abs(amount.mantissa) >= limit.least and not (limit.bare and claim.unit)
