"""Table cells onto their grid, row and column spans resolved, each named by the headers of its row and column."""

from __future__ import annotations

import re

import msgspec

from claimcheck.document.buffer import Buffer
from claimcheck.document.model import Cell, OffsetMap, Passage, Table
from claimcheck.patterns import lazy
from claimcheck.source import Span

_SPAN = lazy(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,4})", re.IGNORECASE)
# What stands before a template that brings the bar itself: "| rowspan=2 {{yes|5}}".
_ATTRIBUTES = lazy(
    r"\s*(?:(?:rowspan|colspan|style|align|valign|scope|class|width|bgcolor|data-sort-[a-z]{1,9})\s?=\s?"
    r"(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\w{1,30})(?:\s+|$))+",
    re.IGNORECASE,
)
_LIMIT = 1000
"""Rows or columns that one cell may span; MediaWiki's own limit for columns."""
_ROOM = 200_000
"""Columns that all cells of one table may take together before spans are no longer believed."""


class Draft(msgspec.Struct):
    """A cell before its place is known."""

    buffer: Buffer
    header: bool
    rowspan: int
    colspan: int
    row: int = 0
    column: int = 0


class Grid:
    """Gathers the cells of one table in source order."""

    def __init__(self, section: tuple[str, ...]) -> None:
        self.section = section
        self.rows: list[list[Draft]] = [[]]
        self.caption: Buffer | None = None

    def row(self) -> None:
        """A new row begins."""
        if self.rows[-1]:
            self.rows.append([])

    def cell(self, buffer: Buffer, opening: str, *, kind: str) -> None:
        """A cell (td, th) or the caption; `opening` is the markup that it began with, attributes included.

        The tokenizer takes the "|+" of a caption for a cell that begins with "+".
        """
        if kind == "caption":
            self.caption = buffer
            return
        if opening.lstrip() == "|" and buffer.text.startswith("+") and not any(self.rows):
            self.caption = buffer.slice(1, buffer.length)
            return
        attributes = _ATTRIBUTES.match(buffer.text) if "=" in buffer.text[:14] else None
        if attributes is not None and any(run[0] == attributes.end() for run in buffer.runs):
            opening += attributes[0]
            buffer = buffer.slice(attributes.end(), buffer.length)
        if "span" not in opening:
            self.rows[-1].append(Draft(buffer, kind == "th", 1, 1))
            return
        spans = {axis.lower(): min(int(count), _LIMIT) or 1 for axis, count in _SPAN.findall(opening)}
        self.rows[-1].append(Draft(buffer, kind == "th", spans.get("row", 1), spans.get("col", 1)))

    def table(self, span: Span) -> Table | None:
        """The finished table, or None where it holds nothing to read."""
        drafts = self._placed()
        height, headers = _column_headers(drafts)
        names = _row_names(drafts)
        cells = []
        for draft in drafts:
            path: tuple[str, ...] = ()
            if draft.row >= height:
                name = names.get(draft.row, "") if draft.column else ""
                path = (*((name,) if name else ()), *headers.get(draft.column, ()))
            passage = draft.buffer.passage("table", self.section, path) or _empty(span, self.section, path)
            cells.append(Cell(passage, draft.row, draft.column, draft.rowspan, draft.colspan, draft.header))
        if not any(cell.passage.text for cell in cells):
            return None
        caption = self.caption.passage("caption", self.section) if self.caption else None
        return Table(span, tuple(cells), caption, self.section)

    def _placed(self) -> list[Draft]:
        """Cells with row and column, those that reach down from above in their way."""
        taken: dict[int, int] = {}  # column → first row that is free again
        out: list[Draft] = []
        room = _ROOM
        for number, row in enumerate(filter(None, self.rows)):
            column = 0
            for draft in row:
                room -= draft.colspan
                if room < 0:
                    draft.colspan = 1
                while taken.get(column, 0) > number:
                    column += 1
                draft.row, draft.column = number, column
                for spanned in range(column, column + draft.colspan):
                    taken[spanned] = number + draft.rowspan
                column += draft.colspan
                out.append(draft)
        return out


def _empty(span: Span, section: tuple[str, ...], path: tuple[str, ...]) -> Passage:
    """A cell in which a reader sees nothing; it keeps its place in the grid."""
    return Passage("", OffsetMap([(0, span.start, span.start)], 0), "table", section, path)


def _row_names(drafts: list[Draft]) -> dict[int, str]:
    """What stands in the first column beside each row."""
    names: dict[int, str] = {}
    last = drafts[-1].row if drafts else 0
    for draft in drafts:
        if draft.column == 0:
            text = draft.buffer.text.strip()
            for row in range(draft.row, min(draft.row + draft.rowspan, last + 1)):
                names[row] = text
    return names


def _column_headers(drafts: list[Draft]) -> tuple[int, dict[int, list[str]]]:
    """How many rows at the top hold nothing but headers, and the headers of each column in them."""
    by_row: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_row.setdefault(draft.row, []).append(draft)
    headers: dict[int, list[str]] = {}
    height = 0
    for number in sorted(by_row):
        if not all(draft.header for draft in by_row[number]):
            break
        height = number + 1
        for draft in by_row[number]:
            text = draft.buffer.text.strip()
            for column in range(draft.column, draft.column + draft.colspan):
                known = headers.setdefault(column, [])
                if text and text not in known:
                    known.append(text)
    return height, headers
