"""A sentence against the article's own table: the figure of one row and column, the highest or lowest of a column."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.figures import ends
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.checks.matching.table_extremes import extremes_of_tables
from claimcheck.checks.matching.table_sentences import told_of_tables
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark


@check(
    "table-statement",
    Options,
    text="the figure of the sentence",
    means="what it means",
    cell="the figure of the table",
    meant="what that means",
    row="the row of the table",
    column="its column",
)
def against_cell(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure of a sentence that names one row and one column of a table, whose cell has another figure."""
    for told in told_of_tables(view):
        if not told.agrees and not told.alone:
            grid = told.ledger.grid
            yield _hit(told.claim, told.cell, row=grid.label(told.row), column=grid.name(told.column))


@check(
    "table-extreme",
    Options,
    text="the figure of the sentence",
    means="what it means",
    cell="the figure of the table that goes beyond it",
    meant="what that means",
    row="the row of the table",
    column="its column",
    superlative="the word that the sentence has for it",
)
def against_column(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure that a sentence calls the highest or lowest of a column, in which another goes beyond it."""
    for found in extremes_of_tables(view):
        if found.exceeded:
            grid = found.ledger.grid
            words = {"row": grid.label(found.row), "column": grid.name(found.column)}
            yield _hit(found.claim, found.cell, superlative=found.superlative, **words)


def _hit(claim: Claim, cell: Claim, **where: str) -> Hit:
    means = interval_as(claim, cell)
    words = {
        "text": claim.text,
        "means": ends(means) if means else claim.text,
        "cell": cell.text,
        "meant": ends(cell.amount.interval) if cell.amount else cell.text,
        **where,
    }
    return Hit(Mark(claim.start, claim.end), (claim, cell), words, (Mark(cell.start, cell.end, "in the table"),))
