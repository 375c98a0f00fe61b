"""A column of lengths or ages against the dates of its rows: "took office", "left office", "time in office"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

import msgspec

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.cell import read_cell
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import plain
from claimcheck.checks.tables.periods import Span, column, periods, spans
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.values.calendar import civil, years_between

DAYS = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(30437, 1000), "year": Fraction(146097, 400)}
"""Mean days of a calendar unit of the Gregorian calendar."""


class LengthOptions(Options, frozen=True):
    """What the column tells, and how much of it must hold before a row that does not is wrong."""

    of: Literal["length", "age"]
    """How long each row lasted, or how old somebody became."""
    rows: int = 4
    """Rows that must hold."""
    share: Annotated[float, msgspec.Meta(gt=0.5, le=1)] = 0.75
    """Share of rows that must hold."""


class Row(NamedTuple):
    """A row with its dates and what it says of them; `expected` in the words of a message."""

    span: Span
    mark: Mark
    printed: str
    holds: bool
    expected: str


@check(
    "row-length",
    LengthOptions,
    printed="the length or age as printed",
    expected="what the dates of the row make it",
    first="the beginning as printed",
    last="the end as printed",
    row="the words that name the row",
    right="how many other rows hold",
    rows="how many rows could be compared",
)
def against_dates(view: View, options: LengthOptions) -> Iterator[Hit]:
    """A length or age of a row that its dates do not make, where nearly all other rows hold."""
    for grid in view.grids:
        at = column(grid, options.of)
        if at is None:
            continue
        told = spans(view, grid, "born", "died") if options.of == "age" else periods(view, grid)
        read = _age if options.of == "age" else _length
        rows = [row for span in told if (row := read(view, grid, span, at))]
        right = sum(row.holds for row in rows)
        if right < len(rows) and right >= options.rows and right >= options.share * len(rows):
            yield from (_hit(grid, row, right, len(rows)) for row in rows if not row.holds)


def _age(view: View, grid: Grid, span: Span, at: int) -> Row | None:  # noqa: ARG001 (as its sibling is called)
    """The age of a row in whole years."""
    place = grid.at(span.row, at)
    figure = place.figure if place else None
    if place is None or figure is None or figure.step != 1:
        return None
    a, b = span.start, span.end
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None or b.before(a):
        return None
    low, high = years_between(a.latest, b.earliest), years_between(a.earliest, b.latest)
    expected = str(low) if low == high else f"{low} or {high}"
    return Row(span, grid.mark(span.row, at), grid.printed(span.row, at), low <= figure.value <= high, expected)


def _length(view: View, grid: Grid, span: Span, at: int) -> Row | None:
    """The length of a row in days, with a unit told in each cell or in the header."""
    place = grid.at(span.row, at)
    if place is None or place.holds == "shared" or place.cell.rowspan > 1:  # the length of several rows
        return None
    lengths = [c for c in view.claims_of(place) if c.kind == "duration" and c.amount and c.amount.value is not None]
    if lengths and all(claim.unit in DAYS and claim.form == "single" for claim in lengths):
        values = [(claim.amount.value or Fraction(0)) * DAYS[claim.unit or ""] for claim in lengths if claim.amount]
        finest = min(DAYS[claim.unit or ""] for claim in lengths)
        mark = Mark(lengths[0].start, lengths[-1].end)
        printed = place.cell.passage.text[lengths[0].visible.start : lengths[-1].visible.end]
        return _row(span, mark, printed, sum(values, Fraction(0)), finest)
    unit = _header_unit(grid, at)
    figure = read_cell(place.cell.passage.text)[1]
    if unit is None or figure is None or grid.figure(span.row, at) is None:
        return None
    return _row(span, grid.mark(span.row, at), grid.printed(span.row, at), figure.value * DAYS[unit], DAYS[unit])


def _header_unit(grid: Grid, at: int) -> str | None:
    head = plain(grid.heads[at][-1]) if grid.heads[at] else ""
    return next((unit for unit in ("day", "year") if f"{unit}s" in head.split()), None)


def _row(span: Span, mark: Mark, printed: str, days: Fraction, finest: Fraction) -> Row | None:
    """Whether so many days lie between the dates, the last counted or not, by the finest unit that is told."""
    a, b = span.start, span.end
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None or b.before(a):
        return None
    low, high = max(0, b.earliest - a.latest), b.latest - a.earliest + 1
    leeway = finest if finest > 1 else Fraction(2)
    years = (civil(b.latest)[0] - civil(a.earliest)[0]) if finest >= DAYS["year"] else None
    expected = f"{low} to {high} days" if years is None else f"about {years} years"
    return Row(span, mark, printed, low - leeway <= days <= high + leeway, expected)


def _hit(grid: Grid, row: Row, right: int, rows: int) -> Hit:
    span = row.span
    words = {
        "printed": row.printed,
        "expected": row.expected,
        "first": span.first.parts[0].text if span.first is span.last and span.first.parts else span.first.text,
        "last": span.last.parts[1].text if span.first is span.last and span.last.parts else span.last.text,
        "row": grid.label(span.row),
        "right": str(right),
        "rows": str(rows),
    }
    related = (Mark(span.first.start, span.first.end, "from here"), Mark(span.last.start, span.last.end, "to here"))
    return Hit(row.mark, (span.first, span.last), words, related)
