"""The owner of a figure in a table: its row, or its column where the rows are named by what is measured."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from claimcheck.claims.grammar import grammar
from claimcheck.claims.measures import index
from claimcheck.claims.model import Claim, Subject
from claimcheck.claims.whereabouts import is_place
from claimcheck.document.model import OBJECT, Cell, Passage, Table
from claimcheck.patterns import lazy

_NO_NAME = lazy(r"[\W\d_]*(?:(?:early|mid|late|c|q)?[\W\d_]*\d[\W\d_]*s?)?|(?i:rank|no\.?|notes?|refs?)", re.IGNORECASE)
_TOTALS = frozenset(
    ("total", "totals", "sum", "average", "mean", "overall", "all", "other", "others", "subtotal", "median")
)
_UNIT = lazy(r"[(\[][^()\[\]]{1,20}[)\]]\s*$|%")
_LONGEST = 80
_WIDEST = 200
"""Cells of a row; each is asked for its neighbours."""
_MONTHS = lazy(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b[\W\d]*(?:(?:to|[-–])?\W*[a-z]{0,9}\W*\d*)?",
    re.IGNORECASE,
)


class Cells:
    """Tells the owners of the figures in the tables of one article."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._cells: dict[int, tuple[Cell, list[Cell]]] = {}
        self._repeated: set[str] = set()
        self._by_row: dict[int, bool | None] = {}
        for table in tables:
            by_row = _rows_are_things(table)
            rows: dict[int, list[Cell]] = {}
            for cell in table.cells:
                for row in range(cell.row, cell.row + min(cell.rowspan, 100)):
                    rows.setdefault(row, []).append(cell)
            texts = Counter(cell.passage.text for cell in table.cells if cell.column == 0)
            self._repeated |= {text for text, times in texts.items() if times > 1}
            for cell in table.cells:
                self._cells[id(cell.passage)] = cell, rows[cell.row]
                self._by_row[id(cell.passage)] = by_row

    def of(self, claim: Claim) -> Subject | None:
        """The owner of a figure; None where no header tells it."""
        found = self._cells.get(id(claim.passage))
        if found is None:
            return None
        cell, row = found
        if len(row) > _WIDEST:
            return None
        first = min(
            (other for other in row if other.column < cell.column), key=lambda other: other.column, default=None
        )
        if first is None:
            return None
        by_row = self._by_row[id(claim.passage)]
        if by_row is None:
            return None
        if not by_row:
            return _column(claim.passage, first.passage)
        if first.rowspan > 1 or first.passage.text in self._repeated:
            return None  # a make, whose models stand further on
        if _is_name(first.passage.text) and not _is_measure(first.passage.text):
            return _subject(first.passage)
        if not _MONTHS.fullmatch(first.passage.text.strip()) and len(first.passage.text.strip(" .#")) <= 3:
            return self._ranked(cell, row)
        return None

    def _ranked(self, cell: Cell, row: Iterable[Cell]) -> Subject | None:
        """The first name of a row that begins with its rank."""
        for other in sorted(row, key=lambda other: other.column):
            if other.column >= cell.column:
                return None
            if _is_name(other.passage.text) and not _is_measure(other.passage.text):
                return _subject(other.passage) if other.column <= 2 else None
        return None


def _rows_are_things(table: Table) -> bool | None:
    """True where each row is one thing, False where each column is, None where nothing tells.

    Things are linked, what is measured of them is not; a corner with a word in it says what the rows are.
    """
    corner = next((cell for cell in table.cells if cell.row == 0 and cell.column == 0), None)
    rows = [cell.passage for cell in table.cells if cell.column == 0 and cell.row > 0]
    columns = [cell.passage for cell in table.cells if cell.row == 0 and cell.column > 0]
    if corner is None or not rows or not columns:
        return None
    label = corner.passage.text.strip().lower()
    if label in grammar().corners or sum(map(_measures, rows)) * 3 >= len(rows):
        return False
    linked, heading = sum(bool(row.links) for row in rows), sum(bool(column.links) for column in columns)
    if heading * 2 >= len(columns) and linked * 2 < len(rows) and not any(map(_measures, columns)):
        return False
    if label.strip(OBJECT) or linked * 3 >= len(rows) or any(map(_measures, columns)):
        return True
    return None


def _measures(passage: Passage) -> bool:
    return _is_measure(passage.text)


def place_of(passage: Passage) -> str | None:
    """The known place that names the row or a column of a cell."""
    named = [header.strip() for header in passage.path if is_place(header)]
    return named[0].removeprefix("the ") if len(named) == 1 else None


def _subject(passage: Passage) -> Subject | None:
    text = " ".join(passage.text.replace(OBJECT, " ").replace("\x0b", " ").split())
    if not text or len(text) > _LONGEST or text.partition(" ")[0].lower().strip(":") in _TOTALS:
        return None
    link = passage.links[0] if passage.links else None
    if link is not None and link.start <= 2 and passage.text[link.start : link.end].strip():
        whole = passage.text[link.end :].strip(f" *†‡#{OBJECT}\x0b\n")
        if not whole or whole[:1] in "([,":
            return Subject(passage.text[link.start : link.end], link.target)
    return Subject(text)


def _column(passage: Passage, row: Passage) -> Subject | None:
    """The header of the column that a row of one measure crosses."""
    headers = [header for header in passage.path if header != row.text.strip()]
    if not headers:
        return None
    text = " ".join(headers[-1].replace(OBJECT, " ").split())
    if not _is_name(text) or _is_measure(text) or len(text) > _LONGEST or text.lower() in _TOTALS:
        return None
    return Subject(text)


def _is_name(text: str) -> bool:
    shown = text.strip()
    return bool(shown.strip(OBJECT)) and _NO_NAME.fullmatch(shown) is None and _MONTHS.fullmatch(shown) is None


def _is_measure(text: str) -> bool:
    """True for a header that names what is measured: "Population", "Density (g/cm³)", "Launch price"."""
    shown = text.strip().lower()
    if (_UNIT.search(shown) and not shown.endswith(")")) or shown.partition("(")[0].strip() in index().headers:
        return True
    words = shown.partition("(")[0].replace("\x0b", " ").split()
    return 0 < len(words) <= 4 and words[-1] in grammar().attributes and words[0] not in _TOTALS
