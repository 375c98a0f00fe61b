"""Statements that were reworded, matched by the place that names them or by the words that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.changes.statements import Statement

ALIKE = 0.5
"""Least share of words in order that two versions of a sentence have in common."""
_COMPARED = 2_500
"""Pairs of a gap up to which each statement is compared with each."""
_COMMON = 8
"""Statements that may share a word before it tells nothing of which is which."""

Pairs = list[tuple[int, int]]


def by_place(
    before: Sequence[Statement], after: Sequence[Statement], mine: Iterable[int], theirs: Iterable[int]
) -> Pairs:
    """Cells and parameters of the same name, in order."""
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in theirs:
        if after[index].place:
            waiting[after[index].place].append(index)
    out: Pairs = []
    for index in mine:
        queue = waiting.get(before[index].place)
        if queue:
            out.append((index, queue.pop(0)))
    return out


def by_words(
    before: Sequence[Statement], after: Sequence[Statement], mine: Sequence[int], theirs: Sequence[int]
) -> Pairs:
    """Statements with most of their words in common, the most alike first."""
    scored = []
    for i, j in _worth_comparing(before, after, mine, theirs):
        score = likeness(before[i], after[j])
        if score >= ALIKE:
            scored.append((-score, abs((i - mine[0]) - (j - theirs[0])), i, j))
    taken: set[int] = set()
    met: set[int] = set()
    out: Pairs = []
    for _, _, i, j in sorted(scored):
        if i not in taken and j not in met:
            taken.add(i)
            met.add(j)
            out.append((i, j))
    return out


def likeness(one: Statement, other: Statement) -> float:
    """Share of the words that both have in the same order, from 0 to 1; statements without words are alike."""
    from rapidfuzz.distance import Indel

    if bool(one.place) != bool(other.place):
        return 0.0
    return Indel.normalized_similarity(one.words, other.words, score_cutoff=ALIKE)


def _worth_comparing(
    before: Sequence[Statement], after: Sequence[Statement], mine: Sequence[int], theirs: Sequence[int]
) -> Iterable[tuple[int, int]]:
    """All pairs of a small gap; of a large one those that share a word that few others have."""
    if len(mine) * len(theirs) <= _COMPARED:
        return [(i, j) for i in mine for j in theirs]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j in theirs:
        for word in set(after[j].words):
            holders[word].append(j)
    met: Counter[tuple[int, int]] = Counter()
    for i in mine:
        for word in set(before[i].words):
            if len(holders.get(word, ())) <= _COMMON:
                met.update((i, j) for j in holders.get(word, ()))
    return met
