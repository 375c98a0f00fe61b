"""A rank column against the column that it ranks: one row that stands out of an order kept by all others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.columns import summable
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import total_row
from claimcheck.checks.view import View
from claimcheck.finding import Hit


class RankOptions(Options, frozen=True):
    """How long a table must be before its order proves itself."""

    rows: int = 8
    """Rows that must be in order."""


class Order(NamedTuple):
    """A column of values in the order of its ranks, but for the row at `odd` (an index into `rows`)."""

    column: int
    rows: list[int]
    odd: int


@check(
    "rank-order",
    RankOptions,
    rank="the rank as printed",
    value="the value as printed",
    column="the header of the column that is ranked",
    before="the value ranked before it",
    after="the value ranked after it",
    rows="how many rows are in order",
)
def against_values(view: View, options: RankOptions) -> Iterator[Hit]:
    """A value out of the order that its table's ranks say it has."""
    for grid in view.grids:
        for rank in grid.columns_of("rank"):
            rows = _ranked(grid, rank)
            if len(rows) > options.rows and not any(_kept(grid, column, rows) for column in range(grid.width)):
                found = [o for c in range(grid.width) if c != rank and (o := _order(grid, c, rows))]
                yield from (_hit(view, grid, rank, order) for order in found)


def _ranked(grid: Grid, rank: int) -> list[int]:
    """Rows with a whole rank that counts on from the row above (or ties with it); empty where ranks jump back."""
    rows = [row for row in grid.body if grid.figure(row, rank) and not total_row(grid.label(row))]
    ranks = [figure.value for row in rows if (figure := grid.figure(row, rank))]
    steady = all(a <= b <= a + 2 + ranks.count(a) for a, b in pairwise(ranks))
    return rows if steady and ranks and ranks[0] == 1 and len(set(ranks)) > len(ranks) / 2 else []


def _kept(grid: Grid, column: int, rows: list[int]) -> bool:
    """True for a column that every row keeps in order: it is the one that is ranked, whatever others do."""
    values = [figure.value for row in rows if (figure := grid.figure(row, column))]
    return len(values) == len(rows) and len(set(values)) > 2 and all(a >= b for a, b in pairwise(values))


def _order(grid: Grid, column: int, rows: list[int]) -> Order | None:
    """The column, if all of its values but one fall from rank to rank and that one is far from its place."""
    if not summable(grid, column):
        return None
    found = [(row, figure.value) for row in rows if (figure := grid.figure(row, column))]
    if len(found) < len(rows) or len({value for _, value in found}) < len(rows) * 0.8:
        return None
    values = [value for _, value in found]
    breaks = [index for index, (a, b) in enumerate(pairwise(values)) if b > a]
    if len(breaks) != 1:
        return None
    first, second = breaks[0], breaks[0] + 1
    odd = [index for index in (first, second) if _sorted_without(values, index)]
    if len(odd) != 1 or not _far(values, odd[0]):
        return None
    return Order(column, rows, odd[0])


def _sorted_without(values: list[Fraction], index: int) -> bool:
    rest = values[:index] + values[index + 1 :]
    return all(a >= b for a, b in pairwise(rest))


def _far(values: list[Fraction], index: int) -> bool:
    """True where the value belongs three places or more from where it stands."""
    value, rest = values[index], values[:index] + values[index + 1 :]
    place = sum(other > value for other in rest)
    return abs(place - index) >= 3


def _hit(view: View, grid: Grid, rank: int, order: Order) -> Hit:
    row = order.rows[order.odd]
    near = [order.rows[i] for i in (order.odd - 1, order.odd + 1) if 0 <= i < len(order.rows)]
    words = {
        "rank": grid.printed(row, rank),
        "value": grid.printed(row, order.column),
        "column": grid.name(order.column),
        "before": grid.printed(order.rows[order.odd - 1], order.column) if order.odd else "nothing",
        "after": grid.printed(order.rows[order.odd + 1], order.column)
        if order.odd + 1 < len(order.rows)
        else "nothing",
        "rows": str(len(order.rows) - 1),
    }
    related = (grid.mark(row, rank, "its rank"), *(grid.mark(other, order.column, "beside it") for other in near))
    claims = tuple(c for place in ((row, order.column), (row, rank)) for c in view.claims_of(grid.at(*place)))
    return Hit(grid.mark(row, order.column), claims, words, related)
