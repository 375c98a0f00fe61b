"""Arithmetic that holds in nearly every row of a table and fails in a few: "played = won + drawn + lost"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, NamedTuple

import msgspec

from claimcheck.checks.expression import ExpressionError, Identity, identity
from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import plain
from claimcheck.checks.view import View
from claimcheck.document.model import OBJECT
from claimcheck.finding import Hit
from claimcheck.values.interval import Interval


class RowOptions(Options, frozen=True):
    """What must hold in each row."""

    identity: str
    """The arithmetic, the derived figure first: "total = gold + silver + bronze"; names are column roles, or headers
    with underscores for blanks."""
    names: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Headers, in lower case, for names that are no roles of data/checks/headers.tsv."""
    rows: int = 4
    """Rows that must hold before one that does not is wrong."""
    share: Annotated[float, msgspec.Meta(gt=0.5, le=1)] = 0.75
    """Share of rows that must hold."""
    slack: Annotated[float, msgspec.Meta(ge=0, lt=1)] = 0
    """Leeway beyond what is printed, as a share of the derived figure."""
    cut: bool = False
    """The derived figure may have been cut instead of rounded."""
    unmarked: bool = False
    """Rows whose derived figure carries a footnote are left alone: it tells of deductions and the like."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """An identity that cannot be read."""
        try:
            identity(self.identity)
        except ExpressionError as error:
            yield "identity", str(error)


class Row(NamedTuple):
    """A row with both sides of the identity."""

    number: int
    printed: Interval
    derived: Interval


@check(
    "row-identity",
    RowOptions,
    printed="the derived figure as printed",
    expected="what the other figures of the row make it",
    column="the header of the derived figure",
    row="the words that name the row",
    identity="the identity with the headers of the table",
    right="how many other rows hold",
    rows="how many rows could be checked",
)
def in_rows(view: View, options: RowOptions) -> Iterator[Hit]:
    """A row whose figures do not fit an identity that holds in the rows around it."""
    wanted = identity(options.identity)
    for grid in view.grids:
        columns = _columns(grid, wanted, options)
        if columns is None:
            continue
        rows = [row for number in grid.body if (row := _row(grid, number, wanted, columns, options))]
        wrong = [row for row in rows if not wanted.holds(row.printed, row.derived)]
        right = len(rows) - len(wrong)
        proven = wrong and right >= options.rows and right >= options.share * len(rows)
        if proven and (wanted.bounded or not _another_term(grid, columns, rows, right)):
            yield from (_hit(view, grid, wanted, columns, row, right, len(rows)) for row in wrong)


def _columns(grid: Grid, wanted: Identity, options: RowOptions) -> dict[str, int] | None:
    """The one column of each name; None where one is missing or could be several."""
    out: dict[str, int] = {}
    for name in wanted.names:
        heads = options.names.get(name, (name.replace("_", " "),))
        found = [column for column in range(grid.width) if _named(grid, column, heads)]
        found = found or ([] if name in options.names else grid.columns_of(name))
        if len(found) != 1:
            return None
        out[name] = found[0]
    return out if len(set(out.values())) == len(out) else None


def _named(grid: Grid, column: int, heads: tuple[str, ...]) -> bool:
    return bool(grid.heads[column]) and plain(grid.heads[column][-1]) in heads


def _row(grid: Grid, row: int, wanted: Identity, columns: dict[str, int], options: RowOptions) -> Row | None:
    """Both sides in a row; a blank or dash beside figures is nothing. None where the row does not hold them all."""
    values: dict[str, Interval] = {}
    for name, column in columns.items():
        value = grid.interval(row, column)
        if value is None and (grid.holds(row, column) != "nothing" or name == wanted.names[0]):
            return None
        values[name] = value or Interval.point(Fraction(0))
    if sum(grid.figure(row, column) is not None for column in columns.values()) < min(3, len(columns)):
        return None
    sides = wanted.sides(values)
    if sides is None:
        return None
    at = columns[wanted.names[0]]
    if options.unmarked and (_marked(grid, row, at) or _noted(grid, row, at)):
        return None
    figure = grid.figure(row, at)
    reach = figure.step / 2 if figure and options.cut else Fraction(0)
    return Row(row, (sides[0] + Interval(-reach, reach)).widen(Fraction(str(options.slack))), sides[1])


def _marked(grid: Grid, row: int, column: int) -> bool:
    """True where something stands beside a figure: a footnote mark, a reference, a template such as {{efn}}."""
    place = grid.at(row, column)
    if place is None or place.figure is None:
        return False
    span = place.figure.span
    passage = place.cell.passage
    return bool(passage.anchors or (passage.text[: span.start] + passage.text[span.end :]).strip())


def _noted(grid: Grid, row: int, before: int) -> bool:
    """True where a name to the left ends with a footnote mark: the note to the club tells of its deductions."""
    places = (grid.at(row, column) for column in range(before))
    passages = [place.cell.passage for place in places if place is not None and place.figure is None]
    return any(p.anchors or (p.text.rstrip().endswith(OBJECT) and re.search(r"\w", p.text)) for p in passages)


def _another_term(grid: Grid, columns: dict[str, int], rows: list[Row], right: int) -> bool:
    """True where a further column, added or taken away, makes more rows hold: it belongs to the sum."""
    for column in set(range(grid.width)) - set(columns.values()):
        for sign in (1, -1):
            shifted = ((row, grid.figure(row.number, column)) for row in rows)
            held = sum(
                row.printed.meets(row.derived.shift(sign * (f.value if f else Fraction(0)))) for row, f in shifted
            )
            if held > right and sum(grid.figure(row.number, column) is not None for row in rows) > 1:
                return True
    return False


def _hit(view: View, grid: Grid, wanted: Identity, columns: dict[str, int], row: Row, right: int, rows: int) -> Hit:
    at = columns[wanted.names[0]]
    known = [column for column in columns.values() if grid.figure(row.number, column)]
    words = {
        "printed": grid.printed(row.number, at),
        "expected": ends(row.derived),
        "column": grid.name(at),
        "row": grid.label(row.number),
        "identity": wanted.text,
        "right": str(right),
        "rows": str(rows),
    }
    related = tuple(grid.mark(row.number, column, grid.name(column)) for column in known if column != at)
    claims = tuple(claim for column in known for claim in view.claims_of(grid.at(row.number, column)))
    return Hit(grid.mark(row.number, at), claims, words, related)
