"""A corpus made of nothing, some of whose pages are hostile; and what a scan of it left."""

from __future__ import annotations

import datetime
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from claimcheck.corpus import rows
from claimcheck.corpus.page import Item, Page, Redirect, Skip
from claimcheck.corpus.schema import TABLES
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.source import Unit
from claimcheck.corpus.store import read_manifest
from claimcheck.source import SourceError

SETTINGS = Settings(today=datetime.date(2024, 1, 1))
HANG, EAT, DIE, GRIEF = "@hang@", "@eat@", "@die@", "@grief@"


class Made(msgspec.Struct, frozen=True):
    """`size` units of `pages` pages each; `faults` are units that break off after their first page."""

    size: int = 6
    pages: int = 5
    sequential: bool = False
    hostile: dict[int, str] = {}
    """Text of some pages, by their number in the corpus."""
    faults: frozenset[int] = frozenset()
    raising: bool = False
    weight: int = 700_000
    """Bytes that each unit says it has."""

    def units(self) -> Sequence[Unit]:
        return [Unit(f"unit {number}", self.weight) for number in range(self.size)]

    def read(self, unit: Unit) -> Iterator[Item | SourceError]:
        number = int(unit.name.split()[1])
        for place in range(self.pages):
            yield self.page(number * self.pages + place)
            if number in self.faults:
                if self.raising:
                    raise SourceError(f"{unit.name} is torn")
                yield SourceError(f"{unit.name} is torn")
                return
        yield Redirect(f"Old {unit.name}", "Page 0", "History")
        yield Skip(f"Talk:{unit.name}", "namespace")

    def page(self, number: int) -> Page:
        text = f"It was founded in {1700 + number}. It has {number + 10} rooms. It stood from 1920 to 1918."
        return Page(f"Page {number}", self.hostile.get(number, text), wiki="testwiki", page=number + 1)

    def describe(self) -> dict[str, Any]:
        return {"made": [self.size, self.pages], "faults": sorted(self.faults)}


def beware() -> None:
    """From now on the hostile pages do what their text says; for processes that are forked."""
    examine = rows.examine

    def examined(text: str, *arguments: Any) -> Any:
        if HANG in text:
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())  # like a tokenizer in C: nothing helps
            signal.pause()
        if EAT in text:
            bytearray(10**10)
        if DIE in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if GRIEF in text:
            raise ValueError("a rule of grief")
        return examine(text, *arguments)

    rows.examine = examined  # type: ignore[assignment]


def tables(directory: Path) -> dict[str, pa.Table]:
    """What stands in the finished parts, in order."""
    manifest = read_manifest(directory)
    assert manifest is not None
    found = {}
    for table in TABLES:
        parts = [pq.ParquetFile(directory / table / name).read() for name in manifest.parts(table)]
        if parts:
            found[table] = pa.concat_tables(parts)
    return found


def titles(directory: Path) -> list[str]:
    """Titles of all articles, in order."""
    return list(tables(directory)["articles"]["title"].to_pylist())
