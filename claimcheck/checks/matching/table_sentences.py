"""Sentences that say a figure of a table and nothing else: row, column and figure, with only empty words between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from claimcheck.checks.matching.kinship import agree
from claimcheck.checks.matching.table_reading import Clause, Reading, is_figure, sentences_with_figures
from claimcheck.checks.tables.ledger import Column, Ledger, Name, ledgers, words_of
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim

_LARGE = 100
"""From here on a figure does not stand in another cell of its row by chance."""


class Told(msgspec.Struct, frozen=True, eq=False):
    """A figure of a sentence and the one cell that tells the same thing."""

    claim: Claim
    cell: Claim
    ledger: Ledger
    row: int
    column: int
    agrees: bool
    alone: bool
    """True where other figures of the sentence were compared and no cell bears out any of them."""


@once
def told_of_tables(view: View) -> list[Told]:
    """The figures of sentences that one cell of the article's tables tells as well, in the order of the text."""
    if not view.grids:
        return []
    found: defaultdict[int, list[Told]] = defaultdict(list)
    for sentence in sentences_with_figures(view):
        words = words_of(sentence.passage.text, sentence.span)
        for ledger in ledgers(view):
            if names := ledger.names(words, sentence.dates):
                for told in _told(Reading(view, ledger, sentence, words, names)):
                    found[id(told.claim)].append(told)
    settled = (_settled(tellings) for tellings in found.values())
    return [told for told in settled if told is not None]


def _settled(tellings: list[Told]) -> Told | None:
    """What several tables tell of one figure: if one bears it out, that one; else none where there are several."""
    agreeing = [told for told in tellings if told.agrees]
    return agreeing[0] if agreeing else tellings[0] if len(tellings) == 1 else None


def _told(reading: Reading) -> list[Told]:
    """The figures of a sentence that one cell tells, clause by clause, up to the first that says something else."""
    found: list[tuple[Claim, int, Column]] = []
    row: int | None = None
    dated = pending = False
    read = reading.sentence.span.start
    for clause in reading.clauses():
        if clause.names:
            row = None if pending else _row(clause.names)
            dated = dated or _dated(reading, clause)
        if row is None:
            if clause.names or not _skipped(reading, clause):
                break
            continue
        columns = [column for claim in clause.figures if (column := _column(reading, clause, claim, row)) is not None]
        known = reading.ledger.row_words(row).union(*(column.heads for column in columns))
        if len(columns) < len(clause.figures) or not reading.explained(clause, known, columns):
            break
        pending = bool(clause.names) and not columns
        found += [(claim, row, column) for claim, column in zip(clause.figures, columns, strict=True)]
        read = clause.words[-1].end() if clause.words else read
    if not found or reading.narrowed(read, reading.sentence.span.end):
        return []
    return _as_told(reading, found) if reading.in_scope(found[0][0], row, dated=dated) else []


def _row(names: Sequence[Name]) -> int | None:
    """The one row that all of these name."""
    rows = frozenset.intersection(*(name.rows for name in names))
    return next(iter(rows)) if len(rows) == 1 and any(name.surely for name in names) else None


def _dated(reading: Reading, clause: Clause) -> bool:
    """True where a date names the row."""
    return any(claim.visible == name.at for claim in reading.sentence.dates for name in clause.names)


def _skipped(reading: Reading, clause: Clause) -> bool:
    """True for a clause before the row that narrows nothing: not "when he left the club", not "in 1950"."""
    if not clause.words:
        return True
    return not clause.dates and not reading.narrowed(clause.words[0].start(), clause.words[-1].end(), names=False)


def _column(reading: Reading, clause: Clause, claim: Claim, row: int) -> Column | None:
    """The one column whose header names what the figure is a figure of; of several the one that is named by most."""
    if not is_figure(claim):
        return None
    ledger = reading.ledger
    fitting = [
        column
        for column in ledger.columns
        if (cell := ledger.told(row, column.index)) is not None and reading.fits(clause, claim, cell, column)
    ]
    most = max((len(column.heads) for column in fitting), default=0)
    best = {column.index: column for column in fitting if len(column.heads) == most}
    return next(iter(best.values())) if len(best) == 1 else None


def _as_told(reading: Reading, found: list[tuple[Claim, int, Column]]) -> list[Told]:
    borne_out = [_borne_out(reading, *figure) for figure in found]
    alone = len(found) > 1 and not any(borne_out)
    return [
        Told(claim, cell, reading.ledger, row, column.index, agrees, alone)
        for (claim, row, column), agrees in zip(found, borne_out, strict=True)
        if (cell := reading.ledger.told(row, column.index)) is not None
    ]


def _borne_out(reading: Reading, claim: Claim, row: int, column: Column) -> bool:
    """True where the cell, or another of its row that may be meant, tells the figure."""
    ledger = reading.ledger
    large = claim.amount is not None and claim.amount.value is not None and claim.amount.value >= _LARGE
    rivals = [column, *(other for other in ledger.columns if large or other.noun == column.noun)]
    cells = [cell for rival in rivals if (cell := ledger.told(row, rival.index)) is not None]
    return any(agree(claim, cell) for cell in cells) or reading.as_printed(claim, row, column)
