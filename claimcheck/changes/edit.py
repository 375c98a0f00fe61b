"""Two documents and their claims to one edit: what was added, removed, moved, changed and kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.changes.align import equal_in_order, gaps
from claimcheck.changes.difference import factor, ways
from claimcheck.changes.likeness import by_place, by_words
from claimcheck.changes.model import Change, Edit
from claimcheck.changes.pairing import Pair, pair
from claimcheck.changes.printed import with_printed
from claimcheck.changes.sources import Sources
from claimcheck.changes.statements import Statement, statements
from claimcheck.changes.strays import strays
from claimcheck.claims.model import Claim
from claimcheck.document.model import Document

_LONG = 4
"""Words that a sentence must have to be known again at another place."""

Matches = list[tuple[int, int]]


def edit(before: Document, after: Document, old: Sequence[Claim], new: Sequence[Claim]) -> Edit:
    """What became of each claim between two revisions."""
    old, new = with_printed(before, after, old, new)
    mine, theirs = statements(old), statements(new)
    in_order = equal_in_order([one.key for one in mine], [one.key for one in theirs])
    held = {i for i, _ in in_order}
    reworded = list(_reworded(mine, theirs, in_order))
    moved = _moved(mine, theirs, [*in_order, *reworded])
    far = _far(mine, theirs, [*in_order, *reworded, *moved])
    pairs = [(i, found) for i, j in (*in_order, *reworded, *moved, *far) for found in pair(mine[i], theirs[j])]
    away = {id(b) for i, (_, b) in pairs if i not in held and (i in {m for m, _ in moved})}
    return _settle(before, after, old, new, [found for _, found in pairs], away)


def _settle(
    before: Document, after: Document, old: Sequence[Claim], new: Sequence[Claim], pairs: list[Pair], away: set[int]
) -> Edit:
    """Sort pairs into kept and changed, and find the claims that stand alone a partner elsewhere."""
    lost, come = _without(old, (a for a, _ in pairs)), _without(new, (b for _, b in pairs))
    found, lost, come = strays(lost, come, pairs)
    sources = Sources(before, after)
    kept: list[Pair] = []
    changes: list[Change] = []
    for a, b in (*pairs, *found):
        how = ways(a, b)
        if how:
            changes.append(Change(a, b, how, factor(a, b), sources.differ(a, b)))
        else:
            kept.append((a, b))
    away |= {id(b) for _, b in found}
    return Edit(
        before,
        after,
        changes=tuple(sorted(changes, key=lambda change: change.after.start)),
        added=tuple(come),
        removed=tuple(lost),
        moved=tuple(b for _, b in kept if id(b) in away),
        kept=tuple(kept),
    )


def _without(claims: Iterable[Claim], paired: Iterable[Claim]) -> list[Claim]:
    known = {id(claim) for claim in paired}
    return [claim for claim in claims if id(claim) not in known]


def _reworded(mine: list[Statement], theirs: list[Statement], in_order: Matches) -> Iterator[tuple[int, int]]:
    """Between two unchanged statements: those of the same place or of much the same words."""
    for left, right in gaps(in_order, len(mine), len(theirs)):
        named = by_place(mine, theirs, left, right)
        named += _same_words(mine, theirs, _rest(left, 0, named), _rest(right, 1, named))
        yield from named
        yield from _by_words(mine, theirs, _rest(left, 0, named), _rest(right, 1, named))


def _rest(indices: Iterable[int], side: int, matches: Matches) -> list[int]:
    taken = {match[side] for match in matches}
    return [index for index in indices if index not in taken]


def _same_words(mine: list[Statement], theirs: list[Statement], left: list[int], right: list[int]) -> Matches:
    """Statements with the very same words and other figures, in order."""
    one, other = ([tuple(all_of[at].words) for at in part] for all_of, part in ((mine, left), (theirs, right)))
    return [(left[i], right[j]) for i, j in equal_in_order(one, other) if one[i]]


def _by_words(mine: list[Statement], theirs: list[Statement], left: list[int], right: list[int]) -> Matches:
    return by_words(mine, theirs, left, right) if left and right else []


def _moved(mine: list[Statement], theirs: list[Statement], matches: Matches) -> Matches:
    """Statements that stand unchanged at another place; short ones only where the place has the same name."""
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in _rest(range(len(theirs)), 1, matches):
        waiting[_known_by(theirs[j])].append(j)
    out: Matches = []
    for i in _rest(range(len(mine)), 0, matches):
        queue = waiting.get(_known_by(mine[i]))
        if queue:
            out.append((i, queue.pop(0)))
    return out


def _known_by(one: Statement) -> tuple[str, ...]:
    return (one.key,) if len(one.words) >= _LONG else (one.key, *one.place)


def _far(mine: list[Statement], theirs: list[Statement], matches: Matches) -> Matches:
    """Statements that moved and were reworded: a place that is named once on each side, then words."""
    left, right = _rest(range(len(mine)), 0, matches), _rest(range(len(theirs)), 1, matches)
    named = by_place(mine, theirs, _once(mine, left), _once(theirs, right))
    wordy = [i for i in _rest(left, 0, named) if len(mine[i].words) >= _LONG]
    other = [j for j in _rest(right, 1, named) if len(theirs[j].words) >= _LONG]
    return named + _by_words(mine, theirs, wordy, other)


def _once(all_of: list[Statement], indices: list[int]) -> list[int]:
    counts = Counter(all_of[index].place for index in indices)
    return [index for index in indices if counts[all_of[index].place] == 1]
