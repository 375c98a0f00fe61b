"""The total row of a table against its columns; where several columns add up, one that does not is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from claimcheck.checks.figures import ends, figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.row_total import slips
from claimcheck.checks.tables.columns import Added, add, summable
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import roles, total_row
from claimcheck.checks.view import View
from claimcheck.finding import Hit

CLOSE = (0.65, 1.25)
"""A sum outside these multiples of the total is no slip: the total counts what the parts share once, or is a mean."""
LITTLE = Fraction(1, 10)
"""A gap, as a share of the total, that a wrong part or two make."""
WHOLE, NEAR = 100, 3
"""A total of 100 stands for the whole, whatever its shares add up to: undecided and rounded ones are left out."""


class Miss(NamedTuple):
    """A column of a total row that adds up to something else; `by` is the gap as a share of the total."""

    column: int
    added: Added
    by: Fraction


class Reading(NamedTuple):
    """A total row read over some rows: the columns that add up, those that do not, and how many are far from it."""

    row: int
    right: list[int]
    wrong: list[Miss]
    far: int


@check(
    "column-total",
    Options,
    total="the total as printed",
    sum="what the column adds up to",
    column="the header of the column",
    right="how many other columns of the total row add up",
)
def against_columns(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure of a total row that its column does not add up to, where other columns do."""
    for grid in view.grids:
        for reading in _readings(grid):
            told = list(slips(grid))
            for miss in reading.wrong:
                if not any(miss.column in parts and _gap(grid, reading, miss) == by for parts, by in told):
                    yield _hit(view, grid, reading, miss)


def _gap(grid: Grid, reading: Reading, miss: Miss) -> Fraction:
    """What a column is too much by; a row that is so too is told of instead, at its own total."""
    total = grid.figure(reading.row, miss.column)
    return miss.added.value - (total.value if total else Fraction(0))


def _readings(grid: Grid) -> Iterator[Reading]:
    """The best reading of each total row: the rows over which most of its columns add up."""
    totals = [row for row in grid.body if _is_total(grid, row)]
    for row in totals:
        tried = [_read(grid, row, parts) for parts in _candidates(grid, row, totals)]
        best = max(tried, key=_fit, default=None)
        if best is not None and best.wrong and _proven(best):
            yield best


def _fit(reading: Reading) -> tuple[int, int, int]:
    """How well a reading fits: columns that add up, that nearly do, and that do not."""
    return len(reading.right), sum(abs(miss.by) <= LITTLE for miss in reading.wrong), -len(reading.wrong)


def _proven(reading: Reading) -> bool:
    """True where the columns that add up say that these are the rows meant, the others missing by little.

    Where none does, all of several must be little more than their total: a list cut short makes them less.
    """
    if len(reading.right) >= 2 or (len(reading.right) >= len(reading.wrong) and not reading.far):
        return True
    if reading.far or not all(abs(miss.by) <= LITTLE for miss in reading.wrong):
        return False
    return bool(reading.right) or (len(reading.wrong) > 1 and all(miss.by > 0 for miss in reading.wrong))


def _is_total(grid: Grid, row: int) -> bool:
    """True where the first words of a row name a total, or later ones before its first figure say "total"."""
    first = True
    for place in grid.rows[row]:
        if place is None or not place.text or place.holds == "nothing":
            continue
        if place.holds == "figure":
            return False
        if total_row(place.text) and (first or "total" in place.text.lower()):
            return True
        first = False
    return False


def _candidates(grid: Grid, row: int, totals: list[int]) -> Iterator[list[int]]:
    """Sets of rows that a total can stand for: all others, those of its own group, the totals of the groups."""
    plain = [other for other in grid.body if other not in totals and not _derived(grid, other)]
    before = [other for other in totals if other < row]
    after = [other for other in totals if other > row]
    yield [other for other in plain if other < row]
    yield [other for other in plain if other > row]
    if before:
        yield [other for other in plain if before[-1] < other < row]
        if len(before) > 1:
            yield before
    if after:
        yield [other for other in plain if row < other < after[0]]
        if len(after) > 1:
            yield after


def _derived(grid: Grid, row: int) -> bool:
    """True for a row of averages, shares, records or headers repeated."""
    places = [place for place in grid.rows[row] if place is not None]
    label = next((place.text for place in places if place.holds == "words"), "")
    return bool(roles(label) & {"average", "percent", "extreme"}) or not any(place.figure for place in places)


def _read(grid: Grid, row: int, parts: list[int]) -> Reading:
    right: list[int] = []
    wrong: list[Miss] = []
    far = 0
    for column in range(grid.width):
        total, figure = grid.interval(row, column), grid.figure(row, column)
        if total is None or figure is None or figure.percent or not summable(grid, column):
            continue
        added = add(grid, ((part, column) for part in parts))
        if added is None or added.weighty < 2:
            continue
        if added.sum.meets(total):
            right.append(column)
        elif figure.value == WHOLE and abs(added.value - WHOLE) < NEAR:
            continue
        elif figure.value > max(_values(grid, added)) and CLOSE[0] < added.value / figure.value < CLOSE[1]:
            wrong.append(Miss(column, added, added.value / figure.value - 1))
        else:
            far += 1
    return Reading(row, right, wrong, far)


def _values(grid: Grid, added: Added) -> Iterator[Fraction]:
    """The parts; a total no greater than one of them is a best or a mean."""
    return (part.value for place in added.parts if (part := grid.figure(*place)))


def _hit(view: View, grid: Grid, reading: Reading, miss: Miss) -> Hit:
    column, added = miss.column, miss.added
    places = ((reading.row, column), *added.parts)
    claims = tuple(claim for place in places for claim in view.claims_of(grid.at(*place)))
    words = {
        "total": grid.printed(reading.row, column),
        "sum": ends(added.sum) if added.sum.low != added.sum.high else figure(added.value),
        "column": grid.name(column),
        "right": str(len(reading.right)),
    }
    related = tuple(grid.mark(*part, "a part") for part in added.parts)
    return Hit(grid.mark(reading.row, column), claims, words, related)
