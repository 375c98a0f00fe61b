"""Where on the page a stretch of the source is: its passage, and its characters there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document, Passage

BACK = 500
"""Passages looked at before a place: references and templates stand inside paragraphs, no deeper than this."""


class Places:
    """Finds passages by source offsets."""

    def __init__(self, document: Document, claims: Iterable[Claim]) -> None:
        extents = ((passage.span(0, len(passage.text)), passage) for passage in document.passages if passage.text)
        self._passages = sorted(extents, key=lambda pair: pair[0].start)
        self._starts = [extent.start for extent, _ in self._passages]
        known = {id(passage) for passage in document.passages}
        self._claims = {(claim.start, claim.end): claim for claim in claims if id(claim.passage) in known}

    def find(self, start: int, end: int) -> tuple[Passage, int, int] | None:
        """The innermost passage that shows what stands there, with visible offsets; None where nothing shows it."""
        if claim := self._claims.get((start, end)):
            return claim.passage, claim.visible.start, claim.visible.end
        at = bisect_right(self._starts, start) - 1
        for extent, passage in reversed(self._passages[max(at - BACK, 0) : at + 1]):
            if extent.end <= start or (first := passage.offsets.visible(start)) is None:
                continue
            return passage, first, max(self._last(passage, first, end), first + 1)
        return None

    @staticmethod
    def _last(passage: Passage, first: int, end: int) -> int:
        """The end of the visible text that stands before source offset `end`."""
        low, high = first, len(passage.text)
        while low < high:
            middle = (low + high + 1) // 2
            if passage.span(first, middle).end <= end:
                low = middle
            else:
                high = middle - 1
        return low
