"""The total column of a table against the columns that nearly every row adds up."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, NamedTuple

import msgspec

from claimcheck.checks.figures import ends, figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.columns import Added, Rough, add, summable
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.view import View
from claimcheck.finding import Hit

WIDEST = 40
"""Columns that a total is looked for among."""


class RowTotalOptions(Options, frozen=True):
    """How much of a table must add up before a row that does not is wrong."""

    rows: int = 4
    """Rows that must add up."""
    share: Annotated[float, msgspec.Meta(gt=0.5, le=1)] = 0.75
    """Share of rows that must add up, where the header says that the column is a total."""
    unnamed: Annotated[float, msgspec.Meta(gt=0.5, le=1)] = 0.9
    """The same where no header says so; twice as many rows are needed there."""
    apart: tuple[str, ...] = ()
    """Roles of columns whose sums other rules know better."""


class Reading(NamedTuple):
    """A total column read over some columns: the rows that add up and those that do not."""

    column: int
    parts: tuple[int, ...]
    right: int
    wrong: list[tuple[int, Added]]


@check(
    "row-total",
    RowTotalOptions,
    total="the total as printed",
    sum="what the row adds up to",
    column="the header of the total",
    row="the words that name the row",
    right="how many other rows add up",
    rows="how many rows could be added up",
)
def against_rows(view: View, options: RowTotalOptions) -> Iterator[Hit]:
    """A figure of a total column that its row does not add up to, where nearly all other rows do."""
    for grid in view.grids:
        if grid.width > WIDEST:
            continue
        adds = [column for column in range(grid.width) if summable(grid, column)]
        apart = {column for role in options.apart for column in grid.columns_of(role)}
        rough = Rough(grid) if len(grid.body) >= options.rows and len(adds) > 2 else None
        for column in adds if rough else ():
            best = _best(grid, column, adds, rough)
            known = best is None or not best.wrong or apart.intersection(best.parts)
            if best and not known and _proven(grid, best, options):
                for row, added in best.wrong:
                    yield _hit(view, grid, best, row, added)


def slips(grid: Grid) -> Iterator[tuple[tuple[int, ...], Fraction]]:
    """(columns added up, what they are too much by) of rows that miss a total which most rows of the table make."""
    adds = [column for column in range(grid.width) if summable(grid, column)]
    totals = grid.columns_of("total") if grid.width <= WIDEST else []
    rough = Rough(grid) if totals else None
    for column in totals:
        best = _best(grid, column, adds, rough)
        if best is not None and best.right > len(best.wrong):
            yield from ((best.parts, -_over(grid, column, row, added)) for row, added in best.wrong)


def _best(grid: Grid, column: int, adds: list[int], rough: Rough | None) -> Reading | None:
    """The run of columns beside a column that most rows add up to it."""
    if sum(grid.figure(row, column) is not None for row in grid.body) < 3:
        return None
    near = (parts for parts in _runs(column, adds) if rough is None or not _far(grid, rough.misses(column, parts)))
    tried = (reading for parts in near if (reading := _read(grid, column, parts)))
    return max(tried, key=lambda reading: (reading.right - len(reading.wrong), -len(reading.parts)), default=None)


def _runs(column: int, adds: list[int]) -> Iterator[tuple[int, ...]]:
    """Runs of two or more columns that can be added, ending just before a column, or following it."""
    left = [other for other in adds if other < column]
    right = [other for other in adds if other > column]
    for start in range(len(left) - 1):
        yield tuple(left[start:])
    for end in range(2, len(right) + 1):
        yield tuple(right[:end])


def _read(grid: Grid, column: int, parts: tuple[int, ...]) -> Reading | None:
    """The rows over these parts; None as soon as more than two of five rows of the table do not add up."""
    right, wrong, undivided = 0, [], Fraction(0)
    for row in grid.body:
        total, printed = grid.interval(row, column), grid.figure(row, column)
        if total is None or printed is None or printed.percent:
            continue
        added = add(grid, ((row, part) for part in parts))
        if added is None or len(added.parts) < 2:
            undivided += printed.value - (added.value if added else 0)
            continue
        if not added.sum.meets(total):
            wrong.append((row, added))
            if _far(grid, len(wrong)):
                return None
        elif added.weighty > 1:
            right += 1
    # What some rows do not divide is missing from the parts of the row that adds up all of them.
    wrong = [(row, added) for row, added in wrong if not undivided or _over(grid, column, row, added) != undivided]
    return Reading(column, parts, right, wrong)


def _far(grid: Grid, wrong: int) -> bool:
    """True where so many rows do not add up that the column is no sum of these."""
    return 5 * wrong > 2 * len(grid.body)


def _proven(grid: Grid, reading: Reading, options: RowTotalOptions) -> bool:
    """True where nearly all rows add up, and no further column is part of the sum."""
    named = "total" in grid.roles(reading.column)
    rows = reading.right + len(reading.wrong)
    least = options.rows if named else 2 * options.rows
    if reading.right < least or reading.right < (options.share if named else options.unnamed) * rows:
        return False
    return not _another_term(grid, reading)


def _another_term(grid: Grid, reading: Reading) -> bool:
    """True where adding, leaving out or taking away one column mends all wrong rows: the sum is another one.

    A single wrong row is mended by chance too easily, so there the column must say nothing of most rows.
    """
    missing = [(row, abs(_over(grid, reading.column, row, added))) for row, added in reading.wrong]
    for column in set(range(grid.width)) - {reading.column}:
        times = (1, 2) if column in reading.parts else (1,)
        held = [
            (f := grid.figure(row, column)) is not None and any(abs(f.value) * n == gap for n in times)
            for row, gap in missing
        ]
        if all(held) and (len(held) > 1 or _mostly_blank(grid, column)):
            return True
    return False


def _mostly_blank(grid: Grid, column: int) -> bool:
    """True for a column that says something of few rows: deductions, bonuses, walkovers."""
    zero = sum((f := grid.figure(row, column)) is None or f.value == 0 for row in grid.body)
    return zero > len(grid.body) / 2


def _over(grid: Grid, column: int, row: int, added: Added) -> Fraction:
    """What the printed total has more than the parts of its row."""
    printed = grid.figure(row, column)
    return (printed.value if printed else Fraction(0)) - added.value


def _hit(view: View, grid: Grid, reading: Reading, row: int, added: Added) -> Hit:
    places = ((row, reading.column), *added.parts)
    words = {
        "total": grid.printed(row, reading.column),
        "sum": ends(added.sum) if added.sum.low != added.sum.high else figure(added.value),
        "column": grid.name(reading.column),
        "row": grid.label(row),
        "right": str(reading.right),
        "rows": str(reading.right + len(reading.wrong)),
    }
    related = tuple(grid.mark(*part, grid.name(part[1])) for part in added.parts)
    claims = tuple(claim for place in places for claim in view.claims_of(grid.at(*place)))
    return Hit(grid.mark(row, reading.column), claims, words, related)
