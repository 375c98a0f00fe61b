"""Several sources as one, one behind the other: the files of a large dump."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.corpus.page import Item
from claimcheck.corpus.source import Source, Unit
from claimcheck.source import SourceError


class PartUnit(Unit, frozen=True):
    """A unit of one of the sources."""

    part: int = 0
    unit: Unit = Unit("")


class Several:
    """Sources in the order in which they were named; where one has to be read from its beginning, all are."""

    def __init__(self, parts: Sequence[Source]) -> None:
        self.parts = tuple(parts)
        self.sequential = any(part.sequential for part in parts)

    def units(self) -> Sequence[PartUnit]:
        """The units of all, one source behind the other."""
        return [
            PartUnit(unit.name, unit.size, number, unit)
            for number, part in enumerate(self.parts)
            for unit in part.units()
        ]

    def read(self, unit: Unit) -> Iterator[Item | SourceError]:
        """What the source of a unit reads in it."""
        if not isinstance(unit, PartUnit):
            raise TypeError(f"{unit.name}: a unit of another source")
        return self.parts[unit.part].read(unit.unit)

    def describe(self) -> dict[str, Any]:
        """What each of them is."""
        return {"kind": "several", "parts": [part.describe() for part in self.parts]}
