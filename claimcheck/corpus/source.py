"""Where the pages of a corpus come from, as its engines see it: units of work that can be read one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import msgspec

from claimcheck.corpus.page import Item
from claimcheck.source import SourceError


class Unit(msgspec.Struct, frozen=True):
    """A part of a source that is read on its own: a stream of a dump, a whole plain dump, a file of a directory.

    Sources may add fields by subclassing; all of it must be picklable.
    """

    name: str
    """Unlike that of any other unit of the source, and the same the next time it is planned."""
    size: int = 0
    """About how many bytes of text come out of it: for grouping units and for the time that is left."""


class Source(Protocol):
    """Pages of one corpus. It is picklable, and the same each time: units, and items of each, come in one order."""

    sequential: bool
    """True where its units are large and have to be read from their beginning (a plain dump, one bz2 stream).

    One process then reads them and hands runs of pages to the workers. Otherwise workers read units themselves.
    """

    def units(self) -> Sequence[Unit]:
        """All that there is to read, in order; quick, since nothing is read yet. SourceError where it cannot be."""

    def read(self, unit: Unit) -> Iterator[Item | SourceError]:
        """The pages of a unit, lazily; where something is broken an error in its place, and then what follows it."""

    def describe(self) -> dict[str, Any]:
        """What the source is, as plain JSON values: a scan is resumed only over the same description."""
