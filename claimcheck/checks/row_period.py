"""Rows of tables that end before they begin, and lists of office holders of which two overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.periods import Span, periods, spans
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark

MOST_WRONG = 2
"""Overlaps of one list; more are not slips: the office had two holders at times."""


class PeriodOptions(Options, frozen=True):
    """What is wrong with the periods of a table."""

    fault: Literal["reversed", "overlap"]
    """A row that ends before it begins, or one that begins before the row above it ends."""
    start: str = "start"
    """The role of the column with the beginnings, of data/checks/table_periods.tsv."""
    end: str = "end"
    """The role of the column with the ends."""
    rows: int = 5
    """For overlaps: successions that must hold."""
    share: Annotated[float, msgspec.Meta(gt=0.5, le=1)] = 0.8
    """For overlaps: share of successions that must hold."""


@check(
    "row-period",
    PeriodOptions,
    row="the words that name the row",
    first="the beginning as printed",
    last="the end as printed, that of the row before for overlaps",
    right="how many other rows hold",
    rows="how many rows could be compared",
)
def in_rows(view: View, options: PeriodOptions) -> Iterator[Hit]:
    """A row of a table whose period runs backwards, or overlaps the one before in a list of successors."""
    for grid in view.grids:
        yield from _reversed(view, grid, options) if options.fault == "reversed" else _overlaps(view, grid, options)


def _reversed(view: View, grid: Grid, options: PeriodOptions) -> Iterator[Hit]:
    rows = list(spans(view, grid, options.start, options.end))
    wrong = [row for row in rows if row.end.before(row.start)]
    if wrong and 3 * len(wrong) <= len(rows):
        for row in wrong:
            yield _hit(grid, row, row, len(rows) - len(wrong), len(rows))


def _overlaps(view: View, grid: Grid, options: PeriodOptions) -> Iterator[Hit]:
    rows = [row for row in periods(view, grid) if not row.end.before(row.start)]
    pairs = list(pairwise(rows))
    wrong = [(one, other) for one, other in pairs if _inside(other, one)]
    right = sum(not other.start.before(one.end) or other.start.meets(one.end) for one, other in pairs)
    if 0 < len(wrong) <= MOST_WRONG and right >= options.rows and right >= options.share * len(pairs):
        for one, other in wrong:
            yield _hit(grid, other, one, right, len(pairs))


def _inside(other: Span, one: Span) -> bool:
    """True where a row begins after the one before has begun and surely before it ends."""
    return other.start.before(one.end) and one.start.before(other.start) and not other.end.before(one.end)


def _hit(grid: Grid, row: Span, other: Span, right: int, rows: int) -> Hit:
    reversed_ = row is other
    words = {
        "row": grid.label(row.row),
        "first": _printed(row, 0),
        "last": _printed(other, 1),
        "right": str(right),
        "rows": str(rows),
    }
    main, against = (row.last, row.first) if reversed_ else (row.first, other.last)
    related = (Mark(against.start, against.end, "begins here" if reversed_ else "ends here"),)
    return Hit(Mark(main.start, main.end), (main, against), words, related)


def _printed(row: Span, end: int) -> str:
    """The beginning or end as printed, a part of its claim where one cell holds both."""
    if row.first is row.last and row.first.parts:
        return row.first.parts[end].text
    return (row.first, row.last)[end].text
