"""Columns of dates in tables: when something began and ended, how long it lasted, when somebody was born and died."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimcheck.checks.lexicon import table
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import plain
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.values.when import When

FIRST = 365 * 1000
"""Earliest day that is compared, in the year 1000: older lists have their own calendars."""


class Span(msgspec.Struct, frozen=True, eq=False):
    """A period of one row: its claims, which are one and the same where one cell holds the whole period."""

    row: int
    first: Claim
    last: Claim
    start: When
    end: When


def column(grid: Grid, role: str) -> int | None:
    """The one column whose lowest header has this role of data/checks/table_periods.tsv."""
    found = [
        index
        for index in range(grid.width)
        if grid.heads[index] and plain(grid.heads[index][-1]) in table("table_periods")[role]
    ]
    return found[0] if len(found) == 1 else None


def date(view: View, grid: Grid, row: int, at: int) -> Claim | None:
    """The single date of a cell of its own; None where it holds none, several, or words of doubt."""
    place = grid.at(row, at)
    if place is None or place.holds == "shared":
        return None
    dates = [claim for claim in view.claims_of(place) if claim.kind == "date"]
    if len(dates) != 1 or dates[0].form != "single" or dates[0].status != "ok" or dates[0].when is None:
        return None
    when = dates[0].when
    return None if when.approximate or when.earliest is None or when.earliest < FIRST else dates[0]


def spans(view: View, grid: Grid, start: str, end: str) -> Iterator[Span]:
    """The rows that tell a beginning and an end in the columns of these roles."""
    first, last = column(grid, start), column(grid, end)
    if first is None or last is None or first > last:
        return
    for row in grid.body:
        a, b = date(view, grid, row, first), date(view, grid, row, last)
        if a and b and a.when and b.when:
            yield Span(row, a, b, a.when, b.when)


def periods(view: View, grid: Grid) -> Iterator[Span]:
    """The rows with a period: in two columns, or printed in one cell under a header such as "Term of office"."""
    found = list(spans(view, grid, "start", "end"))
    at = column(grid, "period")
    if found or at is None:
        yield from found
        return
    for row in grid.body:
        place = grid.at(row, at)
        claims = [c for c in view.claims_of(place) if c.kind == "date"] if place and place.holds != "shared" else []
        parts = claims[0].parts or () if len(claims) == 1 and claims[0].status == "ok" else ()
        if len(parts) == 2 and parts[0].when and parts[1].when:
            yield Span(row, claims[0], claims[0], parts[0].when, parts[1].when)
