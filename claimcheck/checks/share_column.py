"""A column of shares against the column of amounts that they are shares of: votes and their percent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, NamedTuple

import msgspec

from claimcheck.checks.figures import figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.columns import summable
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import total_row
from claimcheck.checks.view import View
from claimcheck.finding import Hit


class ShareOptions(Options, frozen=True):
    """How much of a table must hold before a row that does not is wrong."""

    rows: int = 4
    """Rows whose share must follow from their amount."""
    share: Annotated[float, msgspec.Meta(gt=0.5, le=1)] = 0.75
    """Share of rows that must."""


class Reading(NamedTuple):
    """A column of amounts and the whole that most shares are shares of."""

    amounts: int
    whole: Fraction
    right: list[int]
    wrong: list[int]


@check(
    "share-column",
    ShareOptions,
    share="the share as printed",
    amount="the amount as printed",
    whole="what most other shares are shares of",
    expected="the share that amount and whole make",
    row="the words that name the row",
    right="how many other rows hold",
)
def against_amounts(view: View, options: ShareOptions) -> Iterator[Hit]:
    """A share that its amount does not make, where nearly all other rows of the table do."""
    for grid in view.grids:
        for column in grid.columns_of("percent"):
            best = max(_readings(grid, column), key=lambda r: len(r.right) - len(r.wrong), default=None)
            if best is None or not best.wrong or len({grid.printed(row, column) for row in best.right}) < options.rows:
                continue
            if len(best.right) >= options.share * (len(best.right) + len(best.wrong)):
                yield from (_hit(view, grid, column, best, row) for row in best.wrong)


def _readings(grid: Grid, column: int) -> Iterator[Reading]:
    """Readings over each column of amounts that stands beside the shares."""
    for amounts in (column - 1, column - 2, column + 1):
        if not 0 <= amounts < grid.width or not summable(grid, amounts):
            continue
        rows = [row for row in grid.body if _weighty(grid, row, column) and _weighty(grid, row, amounts)]
        for whole in _wholes(grid, amounts):
            right = [row for row in rows if _holds(grid, row, column, amounts, whole)]
            yield Reading(amounts, whole, right, [row for row in rows if row not in right])


def _wholes(grid: Grid, amounts: int) -> set[Fraction]:
    """What the amounts may be shares of: their sum, or a figure of their column that stands for a total."""
    body = [row for row in grid.body if grid.figure(row, amounts)]
    totals = {f.value for row in body if total_row(grid.label(row)) and (f := grid.figure(row, amounts))}
    parts = [f.value for row in body if not total_row(grid.label(row)) and (f := grid.figure(row, amounts))]
    return {whole for whole in totals | {sum(parts, Fraction(0))} if whole > 0}


def _weighty(grid: Grid, row: int, column: int) -> bool:
    """True for a figure above zero: zeros agree with any whole."""
    printed = grid.figure(row, column)
    return printed is not None and printed.value > 0


def _holds(grid: Grid, row: int, column: int, amounts: int, whole: Fraction) -> bool:
    """True where the share can be rounded or cut from what amount and whole make."""
    printed, amount = grid.figure(row, column), grid.figure(row, amounts)
    if printed is None or amount is None:
        return True
    return abs(printed.value - 100 * amount.value / whole) <= printed.step


def _hit(view: View, grid: Grid, column: int, reading: Reading, row: int) -> Hit:
    amount, printed = grid.figure(row, reading.amounts), grid.figure(row, column)
    made = 100 * (amount.value if amount else 0) / reading.whole
    digits = len(str(printed.step.denominator)) - 1 if printed else 1
    words = {
        "share": grid.printed(row, column),
        "amount": grid.printed(row, reading.amounts),
        "whole": figure(reading.whole),
        "expected": f"{float(made):.{digits}f}",
        "row": grid.label(row),
        "right": str(len(reading.right)),
    }
    claims = tuple(c for at in (column, reading.amounts) for c in view.claims_of(grid.at(row, at)))
    return Hit(grid.mark(row, column), claims, words, (grid.mark(row, reading.amounts, "the amount"),))
