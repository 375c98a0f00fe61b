"""How a dump can be read: in parts by several readers where it can be sought, or from its beginning by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import msgspec

from claimcheck.corpus.dump import bzip, index
from claimcheck.corpus.dump.cut import END, PAGE
from claimcheck.corpus.dump.reader import Reader
from claimcheck.source import SourceError
from claimcheck.sources.files import printable

PROBED = 4 << 20
"""Packed bytes in which the second stream of a multistream dump is looked for; Wikimedia's is within 2 kB."""
SAMPLE = 16
"""Places of an index that are looked at before work begins."""


class Range(msgspec.Struct, frozen=True):
    """Bytes of a file from `start` to before `end`, to the last one where that is None."""

    start: int
    end: int | None


def ranges(size: int, step: int) -> list[Range]:
    """A file of so many bytes in steps; the last is open, so that nothing is lost of a file that grows."""
    starts = list(range(0, max(size, 1), step))
    return [Range(start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)]


def is_multistream(path: Path) -> bool:
    """Whether the second bz2 stream of a file begins with a page, as in dumps that are made to be sought."""
    with path.open("rb") as file:
        reader = Reader(file, printable(path), 0, PROBED)
        places = bzip.begins(reader)
        next(places, None)
        second = next(places, None)
    if second is None:
        return False
    with path.open("rb") as file:
        file.seek(second)
        first = next((each for each in bzip.streams(Reader(file, printable(path), second)) if each), b"")
    return isinstance(first, bytes) and first.lstrip().startswith((PAGE, END))


def streams(path: Path, listed: Path | None, wants: Callable[[str], bool] | None) -> list[Range]:
    """The streams of a multistream dump by its index, or as they are found in it; only those with a wanted title.

    Without an index all are wanted. SourceError where the index is none, or that of another dump.
    """
    with path.open("rb") as file:
        if listed is None:
            starts = [(at, True) for at in bzip.begins(Reader(file, printable(path)))]
        else:
            starts = index.offsets(listed, wants)
            _check(file, [at for at, _ in starts], path, listed)
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, wants is None))  # the head, and whatever an index leaves out
    pairs = pairwise([*starts, (None, True)])
    found = [Range(at, end) for (at, wanted), (end, _) in pairs if wanted and at is not None]
    return _there(found, path.stat().st_size)


def _there(found: list[Range], size: int) -> list[Range]:
    """Of streams behind the end of a file, which is cut off then, at most the first, so that the fault is told once.

    Where the last stream before them has lost its end, to read that one tells it.
    """
    inside = [each for each in found if each.start < size]
    torn = bool(inside) and inside[-1].end is not None and inside[-1].end > size
    return inside if torn else found[: len(inside) + 1]


def _check(file: BinaryIO, starts: list[int], path: Path, listed: Path) -> None:
    """SourceError where none of some places of an index is the beginning of a stream."""
    size = file.seek(0, 2)
    inside = starts[: bisect_left(starts, size)]
    sample = inside[:: max(1, len(inside) // SAMPLE)]
    if starts and not any(_begins(file, at) for at in sample):
        found = f"no stream at byte {sample[0]}" if sample else f"its first stream at {starts[0]} of {size} bytes"
        told = f"{printable(listed)}: not the index of {printable(path)}: {found}"
        raise SourceError(f"{told} (expected its own index, or none)")


def _begins(file: BinaryIO, at: int) -> bool:
    file.seek(at)
    return bzip.BEGIN.match(file.read(bzip.LENGTH)) is not None
