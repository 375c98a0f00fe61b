"""Pieces of work of a scan, and what comes back of each."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from claimcheck.corpus.source import Unit

SMALLEST, LARGEST = 1_000_000, 32_000_000
"""Bytes of text in a task that a worker reads by itself: a part of each table comes out of each."""
SHARE = 64
"""Tasks that a corpus between those sizes is cut into."""


COUNTED = ("claim_count", "error_count", "warning_count", "note_count")
"""Columns of the table of articles that are added up."""


class Task(msgspec.Struct, frozen=True):
    """Some units, read by the worker, or a run of pages that was read for it (`run`, pickled)."""

    number: int
    """Its place in the corpus; names its parts."""
    name: str
    size: int
    units: tuple[Unit, ...] = ()
    run: bytes = b""
    faults: tuple[str, ...] = ()
    """What was wrong with the source behind the run."""


class Passed(msgspec.Struct, frozen=True):
    """Why a page is not read again: reading it ended a worker."""

    status: str
    message: str


class Tally(msgspec.Struct):
    """What was counted in a task, or in many of them."""

    articles: int = 0
    characters: int = 0
    claims: int = 0
    error: int = 0
    warning: int = 0
    note: int = 0
    redirects: int = 0
    taken: int = 0
    """Articles among them whose rows an earlier scan had."""
    skipped: dict[str, int] = {}
    """Pages that were passed over, by reason."""
    unread: dict[str, int] = {}
    """Pages that could not be read to their end, by status."""

    def __add__(self, other: Tally) -> Tally:
        return self._with(other, operator.add)

    def __sub__(self, other: Tally) -> Tally:
        return self._with(other, operator.sub)

    def _with(self, other: Tally, change: Callable[[Any, Any], Any]) -> Tally:
        numbers = ("articles", "characters", "claims", "error", "warning", "note", "redirects", "taken")
        sums = {name: change(getattr(self, name), getattr(other, name)) for name in numbers}
        skipped = dict(change(Counter(self.skipped), Counter(other.skipped)))
        return Tally(**sums, skipped=skipped, unread=dict(change(Counter(self.unread), Counter(other.unread))))


class Part(msgspec.Struct, frozen=True):
    """A piece of a table in a file of its own."""

    file: str
    rows: int
    size: int = 0
    """Bytes of the file."""


class Done(msgspec.Struct, frozen=True, omit_defaults=True):
    """A task whose parts are written, as it comes from a worker and as the manifest keeps it."""

    number: int = msgspec.field(name="task")
    name: str
    size: int
    parts: dict[str, Part]
    """By table; none for a table without rows. Until the store has taken them, files have temporary names."""
    tally: Tally
    faults: tuple[str, ...] = ()
    """What was wrong with the source; what it gave before stands in the parts."""
    unread: tuple[str, ...] = ()
    """Pages that could not be read to their end, each with the reason."""


class Halt(msgspec.Struct, frozen=True):
    """A worker cannot go on, and neither can the others: no room on the disk, no right to write."""

    message: str


def grouped(units: Sequence[Unit]) -> Iterator[Task]:
    """Neighbouring units as tasks of about equal size, whatever the number of workers."""
    aim = aimed(units)
    group: list[Unit] = []
    size = number = 0
    for unit in units:
        if group and size + unit.size > aim:
            yield _task(number, group, size)
            group, size, number = [], 0, number + 1
        group.append(unit)
        size += unit.size
    if group:
        yield _task(number, group, size)


def aimed(units: Iterable[Unit], largest: int = LARGEST) -> int:
    """Bytes of text that a task of the corpus should have."""
    return max(SMALLEST, min(largest, sum(unit.size for unit in units) // SHARE))


def _task(number: int, units: Sequence[Unit], size: int) -> Task:
    name = units[0].name if len(units) == 1 else f"{units[0].name} … {units[-1].name}"
    return Task(number, name, size, tuple(units))
