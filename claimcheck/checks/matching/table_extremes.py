"""Sentences that call a figure the highest or lowest of a column: "The highest attendance was 42,048"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import msgspec

from claimcheck.checks.lexicon import table
from claimcheck.checks.matching.kinship import agree
from claimcheck.checks.matching.table_reading import Clause, Reading, is_figure, sentences_with_figures
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.tables.headers import total_row
from claimcheck.checks.tables.ledger import Column, Ledger, ledgers, words_of
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim

_FEWEST = 4
"""Rows below which a table has no extreme worth telling."""


class Extreme(msgspec.Struct, frozen=True, eq=False):
    """A figure that a sentence calls the highest or lowest, and the cell that is."""

    claim: Claim
    cell: Claim
    ledger: Ledger
    row: int
    column: int
    superlative: str
    exceeded: bool
    """True where the cell lies beyond the figure, which then cannot be the highest or lowest."""


@once
def extremes_of_tables(view: View) -> list[Extreme]:
    """The figures that a sentence calls the highest or lowest of a column of one of the article's tables."""
    found = list(_extremes(view)) if view.grids else []
    tables = Counter(id(extreme.claim) for extreme in found)
    return [extreme for extreme in found if tables[id(extreme.claim)] == 1]


def _extremes(view: View) -> Iterator[Extreme]:
    for sentence in sentences_with_figures(view):
        words = words_of(sentence.passage.text, sentence.span)
        if any(word.group().lower() in _superlatives() for word in words):
            for ledger in ledgers(view):
                names = ledger.names(words, sentence.dates)
                if (found := _extreme(Reading(view, ledger, sentence, words, names))) is not None:
                    yield found


def _extreme(reading: Reading) -> Extreme | None:
    """The figure that the first clause calls the highest or lowest of one column, where it names no row."""
    clause = next(reading.clauses())
    said = [word.group().lower() for word in clause.words if word.group().lower() in _superlatives()]
    if len(said) != 1 or len(clause.figures) != 1 or clause.dates or clause.names or not is_figure(clause.figures[0]):
        return None
    claim, highest = clause.figures[0], _superlatives()[said[0]]
    fitting = {column.index: column for column in reading.ledger.columns if _cells(reading, clause, column)}
    if len(fitting) != 1:
        return None
    column = next(iter(fitting.values()))
    cells = _cells(reading, clause, column)
    if not reading.explained(clause, column.heads | {canonical(said[0])}, [column]) or not _of_all_rows(
        reading, clause
    ):
        return None
    row, cell = (max if highest else min)(cells, key=lambda told: _value(told[1]))
    exceeded = agree(claim, cell) is False and (_value(cell) > _value(claim)) == highest
    exceeded = exceeded and not reading.as_printed(claim, row, column)
    return Extreme(claim, cell, reading.ledger, row, column.index, said[0], exceeded)


def _cells(reading: Reading, clause: Clause, column: Column) -> list[tuple[int, Claim]]:
    """The rows of a column with their figures; none where the figure is of something else, or one cannot be read."""
    grid, claim = reading.ledger.grid, clause.figures[0]
    if column.noun - reading.stems:
        return []
    rows = [row for row in grid.body if not total_row(grid.label(row))]
    cells = [(row, cell) for row in rows if (cell := reading.ledger.told(row, column.index)) is not None]
    worded = any(grid.holds(row, column.index) == "words" for row in rows)
    if len(cells) < _FEWEST or worded or any(agree(claim, cell) is None for _, cell in cells):
        return []
    return cells if reading.fits(clause, claim, cells[0][1], column) else []


def _of_all_rows(reading: Reading, clause: Clause) -> bool:
    """True where nothing behind the figure, before or above the sentence narrows it to some of the rows."""
    claim = clause.figures[0]
    return not reading.narrowed(claim.tail, reading.sentence.span.end) and reading.in_scope(claim, None, dated=False)


def _value(claim: Claim) -> Fraction:
    return claim.amount.value if claim.amount and claim.amount.value is not None else Fraction(0)


@cache
def _superlatives() -> dict[str, bool]:
    """Words for the highest, and for the lowest: False."""
    return {word: way == "up" for way, words in table("superlatives").items() for word in words}
