"""Statements: the sentences, cells and parameters of a revision that hold claims, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_WORD = lazy(r"[^\W_]+|[%€$£°]")


class Token(NamedTuple):
    """A word of a statement, or one of its claims (`word` then says what it means)."""

    word: str
    claim: Claim | None = None


class Statement:
    """One sentence (cell, parameter) with its claims."""

    __slots__ = ("__dict__", "claims")

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self.claims = claims

    @cached_property
    def key(self) -> str:
        """Its text without regard to white space: equal keys say the same."""
        first = self.claims[0]
        return " ".join(first.passage.text[first.sentence.start : first.sentence.end].split())

    @property
    def place(self) -> tuple[str, ...]:
        """What names it in a table, box or citation; empty for sentences."""
        passage = self.claims[0].passage
        return (passage.context, *passage.path) if passage.path else ()

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words in lower case, its claims as one token each."""
        first = self.claims[0]
        text, at = first.passage.text, first.sentence.start
        out: list[Token] = []
        for claim in self.claims:
            out += (Token(word) for word in _words(text, at, claim.visible.start))
            out.append(Token(meaning(claim), claim))
            at = max(at, claim.visible.end)
        out += (Token(word) for word in _words(text, at, first.sentence.end))
        return out

    @cached_property
    def words(self) -> list[str]:
        """Its words without its claims: what makes two statements alike."""
        return [token.word for token in self.tokens if token.claim is None]


def statements(claims: Iterable[Claim]) -> list[Statement]:
    """The statements that hold these claims, which come in the order of their passages."""
    groups = groupby(claims, lambda claim: (id(claim.passage), claim.sentence))
    return [Statement(tuple(group)) for _, group in groups]


def meaning(claim: Claim) -> str:
    """What a claim says, free of how it is printed, its hedge and its unit left out."""
    if claim.amount is not None:
        if claim.amount.value is not None:
            return f"={claim.amount.value}"
        return f"={claim.amount.interval.low}..{claim.amount.interval.high}"
    return f"@{claim.when.edtf}" if claim.when else f"!{' '.join(claim.text.split())}"


def _words(text: str, start: int, end: int) -> list[str]:
    return _WORD.findall(text[start:end].lower()) if start < end else []
