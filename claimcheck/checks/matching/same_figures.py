"""Pairs of figures that cannot meet though they stand in one statement, told twice in the article."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from claimcheck.checks.matching.assertions import asserted
from claimcheck.checks.matching.contained import contained
from claimcheck.checks.matching.owners import owners
from claimcheck.checks.matching.restatements import Opposed, Restatements, restatements
from claimcheck.checks.matching.rivals import accord
from claimcheck.checks.matching.same_statement import alike, says_the_same
from claimcheck.checks.matching.tellings import Statement
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim


class Contradiction(msgspec.Struct, frozen=True, eq=False):
    """Two figures of one statement, the first as it stands first."""

    first: Statement
    second: Statement


@once
def contradictions(view: View) -> list[Contradiction]:
    """Every such pair; none where a third figure stands in the same statement: it is told of several."""
    index = restatements(view)
    told = [pair for found in index.opposed if (pair := _told(found, index))]
    known = {(id(pair.first.claim), id(pair.second.claim)) for pair in told}
    stated = (_in_order(*pair) for pair in asserted(index, owners(view), view.document.title))
    told += (pair for pair in stated if (id(pair.first.claim), id(pair.second.claim)) not in known)
    return _without_series(told)


def _told(found: Opposed, index: Restatements) -> Contradiction | None:
    first, second = found.first, found.second
    if not found.mutual or accord(first.claim, second.claim) != "none":
        return None
    if not contained(first, second, index.weigh) and not (
        alike(first.telling, second.telling, index.weigh) and says_the_same(first, second, index.weigh)
    ):
        return None
    return _in_order(first, second)


def _in_order(first: Statement, second: Statement) -> Contradiction:
    return Contradiction(*sorted((first, second), key=lambda told: told.claim.start))


def _without_series(pairs: list[Contradiction]) -> list[Contradiction]:
    rivals: defaultdict[int, list[Statement]] = defaultdict(list)
    for pair in pairs:
        rivals[id(pair.first.claim)].append(pair.second)
        rivals[id(pair.second.claim)].append(pair.first)
    return [pair for pair in pairs if _alone(pair.first, rivals) and _alone(pair.second, rivals)]


def _alone(statement: Statement, rivals: defaultdict[int, list[Statement]]) -> bool:
    """True where all figures that contradict this one agree among themselves."""
    against = rivals[id(statement.claim)]
    return all(accord(against[0].claim, other.claim) != "none" for other in against[1:])


def contradict(view: View, first: Claim, second: Claim) -> bool:
    """True for two figures of one statement that cannot meet."""
    pair = {id(first), id(second)}
    return any({id(found.first.claim), id(found.second.claim)} == pair for found in contradictions(view))
