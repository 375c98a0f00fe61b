"""Claims that lost their statement: found again at another place by what they say and by the words around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from claimcheck.changes.pairing import Pair
from claimcheck.changes.statements import meaning
from claimcheck.claims.model import Claim
from claimcheck.values.units import convert

_AROUND = 40
"""Characters on each side in which words are compared."""
_LOOKED_AT = 40
"""Claims of one meaning among which the nearest is sought."""
_SHARED = 2
"""Words around that both must have."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_ROUNDING = Fraction(1, 20)
"""What a conversion may be rounded by."""


def strays(
    lost: Sequence[Claim], come: Sequence[Claim], pairs: Sequence[Pair]
) -> tuple[list[Pair], list[Claim], list[Claim]]:
    """Pairs of the same meaning among similar words, then what is left of both sides without mere conversions."""
    waiting: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in come:
        waiting[meaning(claim)].append(claim)
    found: list[Pair] = []
    for claim in lost:
        match = _nearest(claim, waiting.get(meaning(claim), []))
        if match is not None:
            waiting[meaning(claim)].remove(match)
            found.append((claim, match))
    both = [*pairs, *found]
    old, new = {id(a) for a, _ in both}, {id(b) for _, b in both}
    gone = [claim for claim in lost if id(claim) not in old]
    fresh = [claim for claim in come if id(claim) not in new]
    return found, _but_conversions(gone, [a for a, _ in both]), _but_conversions(fresh, [b for _, b in both])


def _nearest(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    around = _around(claim)
    scored = [(len(around & _around(other)), -at, other) for at, other in enumerate(others[:_LOOKED_AT])]
    score, _, best = max(scored, key=lambda entry: entry[:2], default=(0, 0, None))
    return best if score >= _SHARED else None


def _around(claim: Claim) -> set[str]:
    text, at = claim.passage.text, claim.visible
    near = text[max(0, at.start - _AROUND) : at.start] + " " + text[at.end : at.end + _AROUND]
    return {word.lower() for word in _WORD.findall(near)}


def _but_conversions(claims: list[Claim], known: Sequence[Claim]) -> list[Claim]:
    """Claims without those that only say a known one again in another unit, in brackets behind it or before it."""
    if not claims:
        return claims
    near: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in known:
        near[id(claim.passage), claim.sentence.start].append(claim)
    return [c for c in claims if not any(_says_again(c, other) for other in near[id(c.passage), c.sentence.start])]


def _says_again(claim: Claim, other: Claim) -> bool:
    if claim.amount is None or other.amount is None or not claim.unit or not other.unit or claim.unit == other.unit:
        return False
    low, high = sorted((claim.visible, other.visible))
    between = claim.passage.text[low.end : high.start].strip()
    if between not in ("(", "/", "or", ";", ","):
        return False
    there = convert(other.amount.interval, other.unit, claim.unit)
    return there is not None and there.widen(_ROUNDING).meets(claim.amount.interval.widen(_ROUNDING))
