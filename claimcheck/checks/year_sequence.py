"""A column of years that count on evenly, but for one year that does not fit between its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.view import View
from claimcheck.finding import Hit


class YearOptions(Options, frozen=True):
    """How long a column must be before its order proves itself."""

    rows: int = 6
    """Years that must be in sequence."""


@check(
    "year-sequence",
    YearOptions,
    year="the year as printed",
    before="the year above it",
    after="the year below it",
    rows="how many other years are in sequence",
)
def in_column(view: View, options: YearOptions) -> Iterator[Hit]:
    """A year outside the sequence of its column, where all other years keep it."""
    for grid in view.grids:
        for column in grid.columns_of("year"):
            rows = [row for row in grid.body if _year(grid, row, column)]
            odd = _odd(grid, column, rows) if len(rows) > options.rows else None
            if odd is not None:
                yield _hit(view, grid, column, rows, odd)


def _year(grid: Grid, row: int, column: int) -> int | None:
    """The year that fills a cell."""
    figure = grid.figure(row, column)
    return int(figure.value) if figure and figure.step == 1 and 1000 <= figure.value < 10000 else None


def _odd(grid: Grid, column: int, rows: list[int]) -> int | None:
    """The place of the one year out of order, its neighbours a step to either side of where it ought to be."""
    years = [year for row in rows if (year := _year(grid, row, column))]
    up = sum(a <= b for a, b in pairwise(years)) * 2 > len(years)
    signed = years if up else [-year for year in years]
    breaks = [index for index, (a, b) in enumerate(pairwise(signed)) if b < a]
    if len(breaks) != 1:
        return None
    odd = [index for index in (breaks[0], breaks[0] + 1) if _even_without(signed, index)]
    return odd[0] if len(odd) == 1 else None


def _even_without(years: list[int], index: int) -> bool:
    """True where the other years count on by one step, a gap of two where the odd one stands."""
    if not 0 < index < len(years) - 1:
        return False
    rest = years[:index] + years[index + 1 :]
    gaps = [b - a for a, b in pairwise(rest)]
    gap = gaps.pop(index - 1)
    return len(set(gaps)) == 1 and gaps[0] > 0 and gap == 2 * gaps[0]


def _hit(view: View, grid: Grid, column: int, rows: list[int], odd: int) -> Hit:
    row, before, after = rows[odd], rows[odd - 1], rows[odd + 1]
    words = {
        "year": grid.printed(row, column),
        "before": grid.printed(before, column),
        "after": grid.printed(after, column),
        "rows": str(len(rows) - 1),
    }
    related = (grid.mark(before, column, "above"), grid.mark(after, column, "below"))
    claims = tuple(claim for other in (row, before, after) for claim in view.claims_of(grid.at(other, column)))
    return Hit(grid.mark(row, column), claims, words, related)
