"""A page as a row of blocks, each read on its own, so that the next revision reads only the blocks that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from claimcheck.document.model import Document
from claimcheck.document.seams import Seams, seams
from claimcheck.document.wikitext import Reader
from claimcheck.source import Source


class Sections(msgspec.Struct, frozen=True):
    """The section titles in force at a place, and the levels of their headings."""

    titles: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()


class Block(msgspec.Struct, frozen=True, eq=False):
    """A stretch of a page outside of which none of its markup reaches; all offsets count from its own beginning.

    `names` are those under which its citations are known in the whole article, `defined` says which of them it
    holds the content of. The last block of a page may leave markup open.
    """

    text: str
    before: Sections
    after: Sections
    document: Document
    names: tuple[str | None, ...]
    defined: tuple[bool, ...]
    closed: bool = True


def read_block(text: str, before: Sections, title: str | None, *, closed: bool = True) -> Block:
    """One block, read where these sections are in force; raises MisreadError as the whole page would."""
    reader = Reader(text)
    reader.section, reader.levels = before.titles, list(before.levels)
    reader.read()
    names: list[str | None] = [None] * len(reader.citations)
    for name, index in reader.named.items():
        names[index] = name
    return Block(
        text,
        before,
        Sections(reader.section, tuple(reader.levels)),
        reader.document(Source(text), title),
        tuple(names),
        tuple(citation is not None for citation in reader.citations),
        closed,
    )


def read_blocks(text: str, title: str | None, old: Sequence[Block] = ()) -> list[Block]:
    """The blocks of a page; those of an earlier revision that stand in it unchanged are taken over."""
    start, kept = _first(text, old)
    end, rest = _last(text, old, start, kept)
    found = seams(text[start:end])
    while not found.closed and rest < len(old):  # markup that the edit left open reaches into what follows
        step = max(1, len(old) - rest - (len(old) - rest) // 2)
        end += sum(len(block.text) for block in old[rest : rest + step])
        rest += step
        found = seams(text[start:end])
    out = list(old[:kept])
    pieces = list(_pieces(text, start, end, found))
    for number, piece in enumerate(pieces, 1):
        out.append(read_block(piece, _here(out), title, closed=found.closed or number < len(pieces)))
    for block in old[rest:]:
        here = _here(out)
        out.append(block if block.before == here else read_block(block.text, here, title, closed=block.closed))
    return out


def _here(blocks: Sequence[Block]) -> Sections:
    return blocks[-1].after if blocks else Sections()


def _first(text: str, old: Sequence[Block]) -> tuple[int, int]:
    """How far, and for how many blocks, the text begins as it did."""
    at = count = 0
    for block in old:
        end = at + len(block.text)
        if not (block.closed and text.startswith(block.text, at) and _seam(text, end)):
            break
        at, count = end, count + 1
    return at, count


def _last(text: str, old: Sequence[Block], start: int, kept: int) -> tuple[int, int]:
    """Where the blocks begin with which the text ends as it did, and the first of them."""
    at, index = len(text), len(old)
    while index > kept:
        begin = at - len(old[index - 1].text)
        if begin < start or not text.startswith(old[index - 1].text, begin) or not _seam(text, begin):
            break
        at, index = begin, index - 1
    return at, index


def _seam(text: str, at: int) -> bool:
    """True where a blank line ends right before this place."""
    return at in (0, len(text)) or (text[at - 2 : at] == "\n\n" and text[at] != "\n")


def _pieces(text: str, start: int, end: int, found: Seams) -> Iterator[str]:
    cuts = [start, *(start + at for at in found.offsets), end]
    return (text[low:high] for low, high in pairwise(cuts) if low < high)


def citation_numbers(blocks: Sequence[Block]) -> tuple[list[list[int]], list[tuple[int, int] | None]]:
    """For each block the article's number of each of its citations, and for each number who defines it.

    The definer is (block, its own number); None for a reference that is used and nowhere defined.
    """
    named: dict[str, int] = {}
    definers: list[tuple[int, int] | None] = []
    numbers: list[list[int]] = []
    for place, block in enumerate(blocks):
        mine: list[int] = []
        for own, name in enumerate(block.names):
            number = named.get(name) if name else None
            if number is None:
                number = len(definers)
                definers.append(None)
                if name:
                    named[name] = number
            if block.defined[own] and definers[number] is None:
                definers[number] = (place, own)
            mine.append(number)
        numbers.append(mine)
    return numbers, definers
