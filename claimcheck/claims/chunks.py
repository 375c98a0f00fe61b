"""A sentence cut at punctuation and at the words that open a clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.claims.grammar import Grammar, grammar
from claimcheck.claims.phrases import STOPS, Word, verb_of


class Chunk(NamedTuple):
    """Words without a boundary in them, and the word or mark that opened it."""

    opener: str
    words: list[Word]


def unbracketed(found: Sequence[Word]) -> list[Word]:
    """The words without what stands in brackets that are closed before the figure."""
    out: list[Word] = []
    opened: list[int] = []
    for word in found:
        if word.low in "([":
            opened.append(len(out))
        elif word.low in ")]":
            del out[opened.pop() if opened else len(out) :]
            continue
        out.append(word)
    return out


def chunks(found: Sequence[Word]) -> list[Chunk]:
    """The words cut at punctuation and at the words that open a clause."""
    known = grammar()
    out = [Chunk("", [])]
    for index, word in enumerate(found):
        low = word.low
        if low in STOPS or low in "([" or (low in known.relatives and not _demonstrative(found, index, known)):
            out.append(Chunk(low, []))
        elif (
            low in known.coordinators
            or (low in known.subordinators and not word.capital)
            or (low in known.subordinators and not out[-1].words)
        ):
            if not out[-1].words and out[-1].opener in STOPS and low in known.coordinators:
                out[-1] = Chunk(f",{low}", [])
            else:
                out.append(Chunk(low, []))
        else:
            out[-1].words.append(word)
    return _merged(out, known)


def _demonstrative(found: Sequence[Word], index: int, known: Grammar) -> bool:
    """True for the "that" of "in that year" or "That year"."""
    return found[index].low == "that" and (
        index == 0
        or found[index - 1].low in known.prepositions
        or (found[index - 1].low in known.finite and found[index - 1].low in ("is", "was"))
    )


def _merged(pieces: list[Chunk], known: Grammar) -> list[Chunk]:
    """The chunks, with "and" put back where it joins two nouns of one subject: "Smith and Jones had"."""
    out: list[Chunk] = []
    for chunk in pieces:
        last = out[-1] if out else None
        if (
            last is not None
            and chunk.opener == "and"
            and last.words
            and chunk.words
            and verb_of(last.words) is None
            and last.words[0].low not in known.prepositions
            and verb_of(chunk.words) != 0
        ):
            joint = Word("and", last.words[-1].end, chunk.words[0].start, False)
            out[-1] = Chunk(last.opener, [*last.words, joint, *chunk.words])
        else:
            out.append(chunk)
    return out
