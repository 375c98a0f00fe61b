"""Numbers of an article that no claim covers, with the reason why each was left unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.claims.quantities import refusal
from claimcheck.document.model import Document, Passage
from claimcheck.patterns import lazy

_DIGITS = lazy(r"\d+(?:[.,:/–−-]\d+)*")
_LEFT_OUT = frozenset({"citation", "template"})
"""Contexts whose digits are identifiers, addresses and settings for the most part."""


class UnreadNumber(msgspec.Struct, frozen=True):
    """Digits that were seen and left unread: `text == source.text[start:end]`, and a short reason."""

    start: int
    end: int
    text: str
    reason: str


def unread(document: Document, claims: Iterable[Claim]) -> tuple[UnreadNumber, ...]:
    """Every run of digits in running text, lists, tables and infoboxes that none of the claims covers.

    It reads the text a second time: for people who ask, not for every run.
    """
    taken: dict[int, list[Claim]] = {}
    for claim in claims:
        taken.setdefault(id(claim.passage), []).append(claim)
    return tuple(
        number
        for passage in document.passages
        if passage.context not in _LEFT_OUT
        for number in _of_passage(document.source.text, passage, taken.get(id(passage), []))
    )


def _of_passage(source: str, passage: Passage, claims: list[Claim]) -> Iterator[UnreadNumber]:
    # the noun that a claim counts may hold digits: "two 737 Max jets"
    covered = sorted((min(claim.lead, claim.visible.start), max(claim.tail, claim.visible.end)) for claim in claims)
    at = 0
    for match in _DIGITS.finditer(passage.text):
        while at < len(covered) and covered[at][1] <= match.start():
            at += 1
        if at < len(covered) and covered[at][0] < match.end():
            continue
        span = passage.span(*match.span())
        yield UnreadNumber(span.start, span.end, source[span.start : span.end], refusal(passage.text, match.start()))
