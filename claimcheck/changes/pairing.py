"""The claims of two versions of one statement, paired by the words between them, their kind, unit and order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.changes.align import equal_in_order, gaps
from claimcheck.changes.statements import Statement, meaning
from claimcheck.claims.model import Claim

_MOST = 60
"""Claims of a gap up to which the best pairing is sought; beyond it they are paired in order."""
_SKIP = 3
"""What it costs to leave a claim without partner; a pair must cost less than two of these."""

Pair = tuple[Claim, Claim]


def pair(before: Statement, after: Statement) -> list[Pair]:
    """The claims of `before` that are in `after`, unchanged or not; the rest were removed or added."""
    if before.key == after.key and len(before.claims) == len(after.claims):
        return list(zip(before.claims, after.claims, strict=True))
    mine, theirs = before.tokens, after.tokens
    equal = equal_in_order([token.word for token in mine], [token.word for token in theirs])
    out = [(a, b) for i, j in equal if (a := mine[i].claim) is not None and (b := theirs[j].claim) is not None]
    for left, right in gaps(equal, len(mine), len(theirs)):
        out += _best(_claims(mine[i].claim for i in left), _claims(theirs[j].claim for j in right))
    return _same_elsewhere(before, after, out)


def _claims(found: Iterable[Claim | None]) -> list[Claim]:
    return [claim for claim in found if claim is not None]


def _same_elsewhere(before: Statement, after: Statement, pairs: list[Pair]) -> list[Pair]:
    """Adds what says the same at another place of the statement."""
    old, new = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    come: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in reversed(after.claims):
        if id(claim) not in new:
            come[meaning(claim)].append(claim)
    for claim in before.claims:
        same = come.get(meaning(claim)) if id(claim) not in old else None
        if same:
            pairs.append((claim, same.pop()))
    return pairs


def _best(before: Sequence[Claim], after: Sequence[Claim]) -> list[Pair]:
    """The cheapest pairing in order (edit distance over claims)."""
    if not before or not after:
        return []
    if max(len(before), len(after)) > _MOST:
        return [(a, b) for a, b in zip(before, after, strict=False) if _cost(a, b) < 2 * _SKIP]
    rows = [[_SKIP * j for j in range(len(after) + 1)]]
    for i, one in enumerate(before, 1):
        row = [_SKIP * i]
        for j, other in enumerate(after, 1):
            row.append(min(rows[-1][j - 1] + _cost(one, other), rows[-1][j] + _SKIP, row[-1] + _SKIP))
        rows.append(row)
    return _walk_back(rows, before, after)


def _walk_back(rows: list[list[int]], before: Sequence[Claim], after: Sequence[Claim]) -> list[Pair]:
    out: list[Pair] = []
    i, j = len(before), len(after)
    while i and j:
        cost = _cost(before[i - 1], after[j - 1])
        if cost < 2 * _SKIP and rows[i][j] == rows[i - 1][j - 1] + cost:
            i, j = i - 1, j - 1
            out.append((before[i], after[j]))
        elif rows[i][j] == rows[i - 1][j] + _SKIP:
            i -= 1
        else:
            j -= 1
    return out[::-1]


def _cost(one: Claim, other: Claim) -> int:
    """How unlike two claims are: 0 for the same figure of the same thing, 6 for a date and a length."""
    if (one.kind == "date") != (other.kind == "date"):
        bare = one if other.kind == "date" else other
        return 2 * _SKIP if bare.unit or bare.counted else 3
    same = meaning(one) == meaning(other)
    return (
        (0 if same else 1)
        + (one.unit != other.unit)
        + (one.kind != other.kind)
        + ((one.counted or "") != (other.counted or ""))
        + (one.form != other.form)
    )
