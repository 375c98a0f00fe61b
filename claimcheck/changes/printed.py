"""Numbers that no claim covers, as claims without a reading: an edit may change a rank, a score or a day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document, Passage
from claimcheck.document.sentences import sentences
from claimcheck.patterns import lazy
from claimcheck.source import Span
from claimcheck.values.amount import Amount

RECOGNISER = "printed"
_NUMBER = lazy(r"(?<![^\W\d_])(?<![^\W\d_]-)\d+(?:[.,]\d+)*")
"""Not behind letters, as in the name of a type ("M4", "C-130")."""
_IDENTIFIER = re.compile(r"[\d-]*\d-[\d-]*[\dxX]")
"""Three groups or more with hyphens between them: a book's number, a telephone's."""
_LONGEST = 30
"""Digits beyond which a number is no figure that anybody reads."""
_LEFT_OUT = frozenset(("citation", "template"))


def with_printed(
    before: Document, after: Document, old: Sequence[Claim], new: Sequence[Claim]
) -> tuple[list[Claim], list[Claim]]:
    """The claims of two revisions, and what else is printed in passages that the other one has not."""
    mine = {passage.text for passage in before.passages}
    theirs = {passage.text for passage in after.passages}
    return _with(before, old, theirs), _with(after, new, mine)


def _with(document: Document, claims: Sequence[Claim], known: set[str]) -> list[Claim]:
    of_passage: dict[int, list[Claim]] = {}
    for claim in claims:
        of_passage.setdefault(id(claim.passage), []).append(claim)
    out: list[Claim] = []
    for passage in document.passages:
        found = of_passage.get(id(passage), [])
        if passage.text not in known and passage.context not in _LEFT_OUT:
            found = sorted([*found, *_printed(document, passage, found)], key=lambda claim: claim.visible)
        out += found
    return out


def _printed(document: Document, passage: Passage, claims: Iterable[Claim]) -> Iterator[Claim]:
    covered = sorted((claim.lead, max(claim.tail, claim.visible.end)) for claim in claims)
    bounds: list[Span] = []
    at = skip = 0
    for match in _NUMBER.finditer(passage.text):
        while at < len(covered) and covered[at][1] <= match.start():
            at += 1
        if (at < len(covered) and covered[at][0] < match.end()) or len(match[0]) > _LONGEST:
            continue
        code = _IDENTIFIER.match(passage.text, match.start())
        if match.start() < skip or (code and code[0].count("-") > 1):
            skip = max(skip, code.end() if code else 0)
            continue
        bounds = bounds or sentences(passage.text)
        yield _claim(document, passage, match, bounds)


def _claim(document: Document, passage: Passage, match: re.Match[str], bounds: list[Span]) -> Claim:
    start, end = match.span()
    span = passage.span(start, end)
    return Claim(
        kind="quantity",
        start=span.start,
        end=span.end,
        text=document.source.text[span.start : span.end],
        source=document.source,
        passage=passage,
        visible=Span(start, end),
        lead=start,
        tail=end,
        sentence=bounds[max(0, bisect_right(bounds, start, key=lambda bound: bound.start) - 1)],
        recogniser=RECOGNISER,
        amount=Amount(_value(match[0])),
    )


def _value(text: str) -> Fraction:
    """The number as far as it is one: "4,5" and "1.2.3" are told apart by their digits alone."""
    plain = text.replace(",", "")
    return Fraction(plain) if plain.count(".") < 2 else Fraction(plain.replace(".", ""))
