"""Cells that a year and a measure name and nothing else: figures of the article's own subject, year by year."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimcheck.checks.lexicon import phrases
from claimcheck.checks.tables.cell import read_cell
from claimcheck.checks.tables.labels import stems
from claimcheck.claims.model import Claim
from claimcheck.document.model import Cell, Document, Table
from claimcheck.patterns import lazy

_YEAR = lazy(r"\s*(?:1[5-9]|20)\d\d\s*")
_BY_SOURCE = frozenset({"population", "households"})
"""What each source counts or estimates on another day, so that a table need not be of the source of the text."""


def named_by_year_alone(claim: Claim, document: Document) -> bool:
    """True for a cell whose headers are one year and one measure, in a table whose headings name nothing else."""
    path = claim.passage.path
    if claim.passage.context != "table" or claim.measure in _BY_SOURCE or len(path) != 2:
        return False
    if sum(_YEAR.fullmatch(header) is not None for header in path) != 1:
        return False
    table, cell = next((t, c) for t in document.tables for c in t.cells if c.passage is claim.passage)
    known = _plain_headings() | set(stems(f"{document.title} {claim.measure}"))
    around = [*table.section, table.caption.text if table.caption else ""]
    if not all(known.issuperset(stems(text)) for text in around):
        return False
    return not _told_twice(table, cell) and not _names(
        _beside(table, cell, by_row=_YEAR.fullmatch(path[0]) is not None)
    )


@cache
def _plain_headings() -> frozenset[str]:
    """The stems of headings under which the figures of the whole subject stand, and no subsidiary's."""
    return frozenset(stem for heading in phrases("plain_headings") for stem in stems(heading))


def _told_twice(table: Table, cell: Cell) -> bool:
    """True where another cell goes by the same headers."""
    return sum(other.passage.path == cell.passage.path for other in table.cells) > 1


def _beside(table: Table, cell: Cell, *, by_row: bool) -> Iterable[Cell]:
    """The other cells of its year: those of its row, or of its column."""
    others = (other for other in table.cells if other is not cell and not other.header)
    return (other for other in others if (other.row == cell.row if by_row else other.column == cell.column))


def _names(cells: Iterable[Cell]) -> bool:
    """True where one of them holds words, which may name whose figures these are."""
    texts = (cell.passage.text for cell in cells)
    return any(read_cell(text)[0] == "words" and not _YEAR.fullmatch(text) for text in texts)
