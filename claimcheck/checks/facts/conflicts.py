"""Pairs of tellings of one fact whose values cannot meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from claimcheck.checks.facts.guards import apart, apart_from_box
from claimcheck.checks.facts.read import BoxTold, Fact, boxed, facts
from claimcheck.checks.matching.owners import TOPIC
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim

MOST = 12
"""Tellings of one kind and owner beyond which an article lists them."""


@once
def conflicts(view: View) -> tuple[tuple[Fact, Fact], ...]:
    """One pair at most for each kind and owner, as they stand in the text."""
    groups: defaultdict[tuple[str, str, str, frozenset[str]], list[Fact]] = defaultdict(list)
    for fact in facts(view):
        groups[fact.kind.name, fact.owner, fact.value.dimension, fact.key].append(fact)
    small = (group for group in groups.values() if 1 < len(group) <= MOST)
    return tuple(pair for group in small if (pair := _conflict(group, view)))


@once
def box_conflicts(view: View) -> tuple[tuple[BoxTold, Fact], ...]:
    """What a sentence tells of the article's subject that no value of its infobox meets: the first for each kind."""
    found = []
    for box in boxed(view):
        told = [fact for fact in facts(view) if fact.kind is box.kind and fact.owner == TOPIC]
        against = [fact for fact in told if _against(fact, box)]
        # A sentence that bears the infobox out leaves the quarrel to the sentences.
        if against and not any(_meets_box(fact, box) for fact in told) and not apart_from_box(against[0], view):
            found.append((box, against[0]))
    return tuple(found)


def _against(fact: Fact, box: BoxTold) -> bool:
    same = all(value.dimension == fact.value.dimension for value in box.values)
    return same and not _several(box) and not _meets_box(fact, box)


def _several(box: BoxTold) -> bool:
    """True where an infobox dates several events that may all be called so: a country's foundations."""
    intervals = [value.interval for value in box.values]
    return box.kind.unique and any(not a.meets(b) for a, b in combinations(intervals, 2))


def _meets_box(fact: Fact, box: BoxTold) -> bool:
    return any(
        value.dimension == fact.value.dimension and value.interval.meets(fact.value.interval) for value in box.values
    )


def contradict(view: View, first: Claim, second: Claim) -> bool:
    """True for the figures of two tellings of one fact that cannot meet."""
    pair = {id(first), id(second)}
    return any({id(a.claim), id(b.claim)} == pair for a, b in conflicts(view))


def _conflict(group: Sequence[Fact], view: View) -> tuple[Fact, Fact] | None:
    """The first two that cannot meet, unless a third meets neither: then they are of several things."""
    for first, second in combinations(group, 2):
        if _meet(first, second) or apart(first, second, view):
            continue
        if any(_is_third(other, first, second, view) for other in group):
            return None
        if any(_explains(other, first, second, view) or _explains(other, second, first, view) for other in group):
            continue
        return first, second
    return None


def _is_third(other: Fact, first: Fact, second: Fact, view: View) -> bool:
    """True for a value that meets neither, unless something says that it is of another thing than both."""
    if _meet(other, first) or _meet(other, second):
        return False
    if not first.kind.unique:
        return True
    return not (apart(other, first, view) and apart(other, second, view))


def _explains(other: Fact, first: Fact, second: Fact, view: View) -> bool:
    """True where a third telling has one value and says that it is another thing's than the other: "supporters regard
    1912 as the year of foundation"."""
    if other is first or other is second or not _meet(other, first) or _meet(other, second):
        return False
    return bool(apart(other, second, view))


def _meet(first: Fact, second: Fact) -> bool:
    return first.sentence is second.sentence or first.value.interval.meets(second.value.interval)
