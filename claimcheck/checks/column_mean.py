"""The row of averages of a table against its columns; where it is their mean elsewhere, it cannot lie outside one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.figures import figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import total_row
from claimcheck.checks.view import View
from claimcheck.finding import Hit

LABELS = frozenset(("average", "averages", "mean", "avg", "avg."))
"""What names a row of averages and nothing else."""
CLOSE = Fraction(3, 4)
"""Units of the last digit by which a mean that is rounded or cut may be off."""
PROVEN = 2
"""Columns whose mean the row gives, so that it is theirs."""


@check(
    "column-mean",
    Options,
    mean="the average as printed",
    low="the least figure of the column",
    high="the greatest",
    column="the header of the column",
)
def outside_column(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure of a row of averages that is less than the least or more than the greatest of its column."""
    for grid in view.grids:
        rows = [row for row in grid.body if grid.label(row).strip().lower() in LABELS]
        if len(rows) == 1:
            yield from _row(view, grid, rows[0])


def _row(view: View, grid: Grid, row: int) -> Iterator[Hit]:
    wrong, right = [], 0
    body = [other for other in grid.body if other != row and not total_row(grid.label(other))]
    for column in range(grid.width):
        told = grid.figure(row, column)
        parts = [(other, part.value) for other in body if (part := grid.figure(other, column)) is not None]
        if told is None or len(parts) < 3 or len(parts) < len(body):
            continue
        values = [value for _, value in parts]
        if abs(sum(values, Fraction(0)) / len(values) - told.value) <= told.step * CLOSE:
            right += 1
        elif not min(values) - told.step <= told.value <= max(values) + told.step:
            wrong.append((column, parts))
    if right < PROVEN or len(wrong) >= right:
        return
    for column, parts in wrong:
        values = [value for _, value in parts]
        words = {
            "mean": grid.printed(row, column),
            "low": figure(min(values)),
            "high": figure(max(values)),
            "column": grid.name(column),
        }
        places = ((row, column), *((other, column) for other, _ in parts))
        claims = tuple(claim for place in places for claim in view.claims_of(grid.at(*place)))
        related = tuple(grid.mark(other, column, "in the column") for other, _ in parts)
        yield Hit(grid.mark(row, column), claims, words, related)
