"""One file of a MediaWiki XML dump, or the standard input, as a source of pages."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from claimcheck.corpus.dump import layout
from claimcheck.corpus.dump.cut import between, complete, pieces, whole
from claimcheck.corpus.dump.head import Site, head, of_file
from claimcheck.corpus.dump.head import site as site_of
from claimcheck.corpus.dump.index import beside
from claimcheck.corpus.dump.items import Reading
from claimcheck.corpus.dump.layout import Range
from claimcheck.corpus.dump.packing import Packing, packing, unpacked
from claimcheck.corpus.dump.parse import Record, records
from claimcheck.corpus.dump.reader import Reader
from claimcheck.corpus.page import Item
from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.source import Unit
from claimcheck.source import SourceError
from claimcheck.sources.files import printable

STEP = 1 << 20
"""Bytes of a plain dump in one unit."""
UNPACKED = 4
"""Bytes of XML that a packed byte holds, about."""
STDIN = "-"


class DumpUnit(Unit, frozen=True):
    """Some of the bytes of a dump."""

    range: Range = Range(0, None)


class Dump:
    """The pages of a dump; `packing` and `site` are known from the first bytes where those can be read twice."""

    def __init__(self, path: str, keep: Keep, *, history: bool = False, index: Path | None = None) -> None:
        self.path, self.keep, self.history, self.index = path, keep, history, index
        self.name = "standard input" if path == STDIN else printable(path)
        self.size = self.changed = 0
        self.packing: Packing | None = None
        self.site: Site | None = None
        self.sequential = True
        # A process of its own may read it, in which descriptor 0 is something else.
        self._stdin = os.dup(0) if path == STDIN else -1
        if self._look():
            self._open()

    def _look(self) -> bool:
        """Whether it is a file that can be read again; SourceError where it cannot be read at all."""
        if self.path == STDIN:
            return False
        try:
            found = Path(self.path).stat()
        except OSError as error:
            raise SourceError(f"{self.name}: cannot be read: {error.strerror}") from error
        self.size, self.changed = found.st_size, found.st_mtime_ns
        if stat.S_ISFIFO(found.st_mode):
            return False
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(f"{self.name}: not a file (expected a dump)")
        return True

    def _open(self) -> None:
        """Find out how the file is packed, of which wiki it is, and whether it can be read in parts."""
        with self._reader(Range(0, None)) as reader:
            self.packing = packing(reader.peek(16), self.name)
            self.site = site_of(head(unpacked(reader, self.packing), self.name), self.name)
        if self.packing == "bz2":
            self.index = self.index or beside(Path(self.path))
            self.sequential = self.index is None and not layout.is_multistream(Path(self.path))
        elif self.index:
            raise SourceError(f"{printable(self.index)}: an index of a dump that is not bz2 (expected multistream bz2)")
        else:
            self.sequential = self.packing == "gz"

    def units(self) -> Sequence[DumpUnit]:
        """Its streams, its megabytes, or all of it; SourceError where an index is none of this dump's."""
        if self.sequential:
            return [DumpUnit(self.name, self.size * (UNPACKED if self.packing in ("gz", "bz2") else 1))]
        if self.packing == "plain":
            found = layout.ranges(self.size, STEP)
        else:
            wants = self.keep.wants if self.keep.by_title else None
            found = layout.streams(Path(self.path), self.index, wants)
        return [DumpUnit(f"{self.name}:{each.start}", self._weight(each), each) for each in found]

    def _weight(self, found: Range) -> int:
        packed = (self.size if found.end is None else found.end) - found.start
        return max(packed, 0) * (UNPACKED if self.packing == "bz2" else 1)

    def read(self, unit: Unit) -> Iterator[Item | SourceError]:
        """The pages of a unit; what is broken as an error in its place."""
        found = unit.range if isinstance(unit, DumpUnit) else Range(0, None)
        try:
            with self._reader(found) as reader:
                yield from self._read(reader, found)
        except SourceError as error:
            yield error

    def _read(self, reader: Reader, found: Range) -> Iterator[Item | SourceError]:
        kind, site = self.packing or packing(reader.peek(16), self.name), self.site
        if found.start and not reader.peek(1):
            told = f"{self.name}: nothing at byte {found.start}, behind the end of the file"
            yield SourceError(f"{told} (it is cut off, or the index is another's)")
            return
        chunks = unpacked(reader, kind)
        if site is None:
            begin: list[bytes | SourceError] = []
            site = site_of(head(_kept(chunks, begin), self.name), self.name)
            chunks = chain(begin, chunks)
        yield from Reading(site, self.keep, self.history).items(self._records(chunks, found, site))

    def _records(
        self, chunks: Iterator[bytes | SourceError], found: Range, site: Site
    ) -> Iterator[Record | SourceError]:
        """The records of some bytes; what stands in them before the first page belongs to others."""
        reading = Reading(site, self.keep, self.history)
        plain = self.packing == "plain" and not self.sequential
        cut = pieces(chunks, found.start if plain else 0)

        def place(offset: int) -> str:
            if plain:
                return f"{self.name}: byte {offset}"
            behind = "" if self.sequential else f" from the bz2 stream at byte {found.start}"
            return f"{self.name}: byte {offset} of the XML{behind}"

        if found.end is None:
            cut = complete(cut, place, within=plain and found.start > 0)
        cut = between(cut, found.end) if plain else whole(cut, place)
        return records(cut, place, lambda head: not reading.refused(head))

    def describe(self) -> dict[str, Any]:
        """Which file in which state, and what is read of it."""
        return {
            "kind": "dump",
            "file": self.name,
            "size": self.size,
            "changed": self.changed,
            "index": printable(self.index) if self.index else None,
            "wiki": self.site.wiki if self.site else of_file(self.name),
            "history": self.history,
            "keep": self.keep.plain(),
        }

    @contextmanager
    def _reader(self, found: Range) -> Iterator[Reader]:
        """A reader of some bytes; SourceError where the file cannot be opened."""
        try:
            file = open(self._stdin if self.path == STDIN else self.path, "rb")  # noqa: PTH123, SIM115
            if found.start:
                file.seek(found.start)
        except OSError as error:
            raise SourceError(f"{self.name}: cannot be read: {error.strerror}") from error
        with file:
            # The last page of a part of a plain dump goes on behind it.
            yield Reader(file, self.name, found.start, None if self.packing == "plain" else found.end)


def _kept(chunks: Iterator[bytes | SourceError], kept: list[bytes | SourceError]) -> Iterator[bytes | SourceError]:
    """The chunks, each of them put into a list as well."""
    for chunk in chunks:
        kept.append(chunk)
        yield chunk
