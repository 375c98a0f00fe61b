"""Sequences of two revisions aligned: equal items in order first, likely ones in the gaps between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

_CELLS = 4 * 10**7
"""Product of two lengths up to which the longest common subsequence is sought: 5 MB and some hundredths of a second."""

Pairs = list[tuple[int, int]]


def equal_in_order(before: Sequence[Hashable], after: Sequence[Hashable]) -> Pairs:
    """Pairs of indices of equal items, both rising: a longest such list, or for very long sequences a long one."""
    out: Pairs = []
    low, high = 0, 0
    for i, j in [*_cuts(before, after), (len(before), len(after))]:
        out += ((low + a, high + b) for a, b in _common(before[low:i], after[high:j]))
        low, high = i, j
    return out


def gaps(pairs: Sequence[tuple[int, int]], before: int, after: int) -> Iterator[tuple[range, range]]:
    """What lies between the pairs of two sequences of these lengths, where there is something on both sides."""
    low, high = 0, 0
    for i, j in [*pairs, (before, after)]:
        if low < i and high < j:
            yield range(low, i), range(high, j)
        low, high = i + 1, j + 1


def _common(before: Sequence[Hashable], after: Sequence[Hashable]) -> Pairs:
    start = 0
    shortest = min(len(before), len(after))
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    out = [(at, at) for at in range(start)]
    a, b = before[start : len(before) - end], after[start : len(after) - end]
    if a and b and len(a) * len(b) <= _CELLS:
        out += ((start + i, start + j) for i, j in _longest(a, b))
    return out + [(len(before) - at, len(after) - at) for at in range(end, 0, -1)]


def _longest(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import LCSseq

    for step in LCSseq.opcodes(before, after):
        if step.tag == "equal":
            yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)


def _cuts(before: Sequence[Hashable], after: Sequence[Hashable]) -> Pairs:
    """Where very long sequences are cut: items that each side holds once, the longest list of them in order."""
    if len(before) * len(after) <= _CELLS:
        return []
    here, there = Counter(before), Counter(after)
    place = {item: index for index, item in enumerate(after) if there[item] == 1}
    shared = [(index, place[item]) for index, item in enumerate(before) if here[item] == 1 and item in place]
    return _rising(shared)


def _rising(pairs: Pairs) -> Pairs:
    """The longest part of the pairs whose second members rise (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for index, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        back.append(last[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(second)
            last.append(index)
        else:
            tops[pile], last[pile] = second, index
    out: Pairs = []
    at = last[-1] if last else -1
    while at >= 0:
        out.append(pairs[at])
        at = back[at]
    return out[::-1]
