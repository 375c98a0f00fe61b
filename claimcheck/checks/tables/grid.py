"""A table as a grid of figures: header rows told from the body, spans resolved, each place asked by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import msgspec

from claimcheck.checks.tables.cell import Figure, Holds, read_cell
from claimcheck.checks.tables.headers import roles
from claimcheck.document.model import Cell, Table
from claimcheck.finding import Mark
from claimcheck.patterns import lazy
from claimcheck.values.amount import HALF, meaning
from claimcheck.values.interval import Interval

_DIGIT = lazy(r"\d")
MOST = 30_000
"""Places of a grid; spans of a hostile table could ask for millions."""
LEAST = 6
"""Cells with digits that a table needs before there is anything to compare."""


class Place(msgspec.Struct, frozen=True, eq=False):
    """A place of the grid: its cell, what it holds; "shared" where a cell reaches in from another place."""

    cell: Cell
    text: str
    holds: Holds
    figure: Figure | None = None


class Grid:
    """The places of a table by row and column; `height` rows at the top are headers."""

    def __init__(self, table: Table, rows: list[list[Place | None]], height: int) -> None:
        self.table = table
        self.rows = rows
        self.height = height
        self.width = max(map(len, rows), default=0)
        self.heads = [self._head(column) for column in range(self.width)]
        self._exact: dict[int, bool] = {}
        self._intervals: dict[tuple[int, int], Interval | None] = {}

    def at(self, row: int, column: int) -> Place | None:
        """What stands there; None outside the table."""
        line = self.rows[row]
        return line[column] if column < len(line) else None

    def figure(self, row: int, column: int) -> Figure | None:
        """The figure of a place, if it holds one of its own."""
        place = self.at(row, column)
        return place.figure if place else None

    def holds(self, row: int, column: int) -> Holds:
        """What a place holds; nothing outside the table."""
        place = self.at(row, column)
        return place.holds if place else "nothing"

    @property
    def body(self) -> range:
        """Rows below the headers."""
        return range(self.height, len(self.rows))

    def roles(self, column: int) -> frozenset[str]:
        """The roles that the lowest header of a column gives it; where that is blank or a unit, the one above."""
        for head in reversed(self.heads[column]):
            if found := roles(head):
                return found
        return frozenset()

    def columns_of(self, role: str) -> list[int]:
        """Columns whose header can have this role."""
        return [column for column in range(self.width) if role in self.roles(column)]

    def interval(self, row: int, column: int) -> Interval | None:
        """What a figure can mean: half a step either way for decimals; whole numbers are exact, unless all of the
        column end in zeros, when each may be rounded."""
        place = row, column
        if place not in self._intervals:
            self._intervals[place] = self._interval(row, column)
        return self._intervals[place]

    def _interval(self, row: int, column: int) -> Interval | None:
        figure = self.figure(row, column)
        if figure is None:
            return None
        if figure.step < 1:
            return Interval(figure.value - figure.step * HALF, figure.value + figure.step * HALF)
        if not figure.round or self._is_exact(column):
            return Interval.point(figure.value)
        return meaning(figure.value, zeros(figure.value), "rounded", "exact")

    def _is_exact(self, column: int) -> bool:
        """True where a figure of the column shows that whole units are printed."""
        if column not in self._exact:
            own = (self.figure(row, column) for row in self.body)
            self._exact[column] = any(f is not None and f.value % 10 != 0 and abs(f.value) > 10 for f in own)
        return self._exact[column]

    def mark(self, row: int, column: int, note: str = "") -> Mark:
        """The figure of a place in the source."""
        place = self.at(row, column)
        assert place is not None  # noqa: S101 (callers ask for figures that they have read)
        assert place.figure is not None  # noqa: S101
        span = place.cell.passage.span(*place.figure.span)
        return Mark(span.start, span.end, note)

    def printed(self, row: int, column: int) -> str:
        """The figure as a reader sees it."""
        place = self.at(row, column)
        return (
            place.cell.passage.text[place.figure.span.start : place.figure.span.end] if place and place.figure else ""
        )

    def name(self, column: int) -> str:
        """The header of a column in one line."""
        return " ".join(" / ".join(self.heads[column][-2:]).split()) or f"column {column + 1}"

    def label(self, row: int) -> str:
        """The words that name a row: its first cell that holds words, else its first cell."""
        for place in self.rows[row]:
            if place is not None and place.holds == "words":
                return place.text
        return next((place.text for place in self.rows[row] if place and place.text), "")

    def _head(self, column: int) -> tuple[str, ...]:
        texts = (place.text for row in range(self.height) if (place := self.at(row, column)))
        return tuple(dict.fromkeys(text for text in texts if text))


def zeros(value: Fraction) -> Fraction:
    """The place of the last digit of a whole number that is not zero: 100 for 2,300."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return Fraction(step)


def grids(tables: Iterable[Table]) -> Iterator[Grid]:
    """The tables that hold enough figures or dates to be worth a look."""
    for table in tables:
        read = [(cell, *read_cell(cell.passage.text)) for cell in table.cells]
        told = sum(figure is not None or _DIGIT.search(cell.passage.text) is not None for cell, _, figure in read)
        if told >= LEAST and (rows := _rows(read)):
            yield Grid(table, rows, _height(rows))


def _rows(read: list[tuple[Cell, Holds, Figure | None]]) -> list[list[Place | None]]:
    height = max(cell.row for cell, _, _ in read) + 1
    width = max(cell.column + cell.colspan for cell, _, _ in read)
    if height * width > MOST:
        return []
    rows: list[list[Place | None]] = [[None] * width for _ in range(height)]
    for cell, holds, figure in read:
        text = cell.passage.text.strip()
        wide = cell.colspan > 1 and figure is not None and not cell.header
        rows[cell.row][cell.column] = Place(cell, text, "shared") if wide else Place(cell, text, holds, figure)
        if cell.rowspan > 1 or cell.colspan > 1:
            other = Place(cell, text, "shared")
            for row in range(cell.row, min(cell.row + cell.rowspan, height)):
                for column in range(cell.column, cell.column + cell.colspan):
                    if rows[row][column] is None:
                        rows[row][column] = other
    return rows


def _height(rows: list[list[Place | None]]) -> int:
    """Rows at the top that hold headers only; without header cells, a first row of words over figures."""
    height = 0
    for row in rows:
        own = [place for place in row if place is not None]
        if not all(place.cell.header for place in own) or (height and _counts(own) > 1):
            break
        height += 1
    if height == 0 and len(rows) > 2 and not _counts([place for place in rows[0] if place]):
        return 1 if any(place and place.text for place in rows[0]) else 0
    return height


def _counts(places: list[Place]) -> int:
    """Figures that are no years."""
    figures = (place.figure for place in places if place.figure)
    return sum(not (figure.step == 1 and 1000 <= figure.value <= 2100) for figure in figures)
