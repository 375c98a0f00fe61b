"""A column of records that count on game by game: "5–2", "6–2", "6–3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import plain
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.source import Span

_RECORD = lazy(r"\s*\(?(?P<record>\d{1,3}(?: ?[-–—−] ?\d{1,3}){1,3})(?!\w)")
_HEADERS = frozenset(("record", "overall record", "overall", "season record", "w-l", "w–l", "w-l-t", "w–l–t", "rec"))


class RecordOptions(Options, frozen=True):
    """How long a column must be before its steps prove themselves."""

    steps: int = 6
    """Steps of one game that must hold."""
    share: float = 0.8
    """Share of steps that must hold."""


class Record(NamedTuple):
    """The record of one row: wins, losses and what else is counted."""

    row: int
    counts: tuple[int, ...]
    text: str
    mark: Mark


@check(
    "running-record",
    RecordOptions,
    record="the record as printed",
    before="the record above it",
    after="the record below it",
    row="the words that name the row",
    right="how many other steps are of one game",
)
def in_column(view: View, options: RecordOptions) -> Iterator[Hit]:
    """A record that one game more does not make of the one above, where nearly all others count on by one."""
    for grid in view.grids:
        for column in range(grid.width):
            if grid.heads[column] and plain(grid.heads[column][-1]) in _HEADERS:
                yield from _odd(grid, _records(grid, column), options)


def _records(grid: Grid, column: int) -> list[Record]:
    return [record for row in grid.body if (record := _record(grid, row, column))]


def _record(grid: Grid, row: int, column: int) -> Record | None:
    place = grid.at(row, column)
    match = _RECORD.match(place.cell.passage.text) if place and place.cell.row == row else None
    if place is None or match is None:
        return None
    visible = Span(match.start("record"), match.end("record"))
    span = place.cell.passage.span(visible.start, visible.end)
    return Record(row, tuple(map(int, re.findall(r"\d+", match["record"]))), match["record"], Mark(*span))


def _odd(grid: Grid, records: list[Record], options: RecordOptions) -> Iterator[Hit]:
    """Records that break both of their steps, while those around them lie two games apart."""
    steps = [_games(a.counts, b.counts) == 1 for a, b in pairwise(records)]
    right = sum(steps)
    for index in range(1, len(records) - 1):
        before, odd, after = records[index - 1 : index + 2]
        if steps[index - 1] or steps[index] or _games(before.counts, after.counts) != 2:
            continue
        if right >= options.steps and right >= options.share * (len(steps) - 2):
            words = {"record": odd.text, "before": before.text, "after": after.text, "right": str(right)}
            words["row"] = grid.label(odd.row)
            related = (_noted(before, "above"), _noted(after, "below"))
            yield Hit(odd.mark, (), words, related)


def _games(one: tuple[int, ...], other: tuple[int, ...]) -> int | None:
    """Games from one record to the other; None where a count goes down or another is kept."""
    gains = [b - a for a, b in zip(one, other, strict=False)]
    return None if len(one) != len(other) or min(gains) < 0 else sum(gains)


def _noted(record: Record, note: str) -> Mark:
    return Mark(record.mark.start, record.mark.end, note)
