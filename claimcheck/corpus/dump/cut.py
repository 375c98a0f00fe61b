"""XML of a dump cut where its pages begin: no `<page>` can stand in a text, since texts are escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from claimcheck.source import SourceError

PAGE = b"<page>"
END = b"</mediawiki>"
"""Behind the last page of a dump."""
_CLOSED = re.compile(rb"</page>|\A/?(?:page|age|ge|e)?>")
"""The end of a page, or what of it may stand at the beginning of some bytes."""
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:$|<\?xml|<mediawiki|</mediawiki>)")


class Piece(NamedTuple):
    """Some bytes of XML, at `offset` of it; with `begins` they are the first of a page, never of two.

    None tears `<page>` or `</mediawiki>` apart.
    """

    offset: int
    data: bytes
    begins: bool


def pieces(chunks: Iterable[bytes | SourceError], offset: int = 0) -> Iterator[Piece | SourceError]:
    """The chunks, which begin at `offset` of the XML, cut before each page; faults in their places.

    What stands behind a fault is of no use until the next page begins and is left out.
    """
    rest, begins, lost = b"", False, False
    for chunk in chunks:
        if isinstance(chunk, SourceError):
            if rest and not lost:
                yield Piece(offset, rest, begins)
            yield chunk
            offset, rest, begins, lost = offset + len(rest), b"", False, True
            continue
        data, start = (rest + chunk if rest else chunk), 0
        while (found := data.find(PAGE, start + begins)) >= 0:
            if found > start and not lost:
                yield Piece(offset + start, data[start:found], begins)
            start, begins, lost = found, True, False
        torn = data.rfind(b"<", max(start + begins, len(data) - len(END) + 1))
        keep = torn if torn >= 0 else len(data)
        if keep > start and not lost:
            yield Piece(offset + start, data[start:keep], begins)
        begins = begins and keep == start
        offset, rest = offset + keep, data[keep:]
    if rest and not lost:
        yield Piece(offset, rest, begins)


def between(found: Iterable[Piece | SourceError], end: int | None) -> Iterator[Piece | SourceError]:
    """Pieces from the first page on, up to the last that begins before `end`: what each of several readers reads."""
    inside = False
    for piece in found:
        if isinstance(piece, Piece):
            if end is not None and piece.offset >= end and (piece.begins or not inside):
                return
            inside = inside or piece.begins
        if inside or isinstance(piece, SourceError):
            yield piece


def complete(
    found: Iterable[Piece | SourceError], place: Callable[[int], str], *, within: bool = False
) -> Iterator[Piece | SourceError]:
    """The pieces; where the last of them is not the end of a dump, and nothing was said of it yet, a fault behind.

    Where they begin `within` a page and end in the same one, whoever reads that page says so.
    """
    ended, at = False, 0
    for piece in found:
        yield piece
        ended = isinstance(piece, SourceError) or END in piece.data or (ended and not piece.begins)
        if isinstance(piece, SourceError):
            continue
        at = piece.offset + len(piece.data)
        within = within and not piece.begins and not _CLOSED.search(piece.data)
    if not ended and not within:
        yield SourceError(f"{place(at)}: the dump ends without {END.decode()} (it may be cut off)")


def whole(found: Iterable[Piece | SourceError], place: Callable[[int], str]) -> Iterator[Piece | SourceError]:
    """The pieces of a stream; a fault where it begins within a page, whose first half stands in the stream before."""
    first = True
    for piece in found:
        if first and isinstance(piece, Piece) and not piece.begins and not _HEAD.match(piece.data):
            yield SourceError(f"{place(piece.offset)}: a stream begins within a page (expected streams of whole pages)")
        first = False
        yield piece
