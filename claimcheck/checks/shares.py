"""Shares of one whole, told side by side, that make more than all of it: "45% pine, 38% oak and 29% birch"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from claimcheck.checks.figures import ends
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.columns import summable
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.tables.headers import plain, total_row
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

WHOLE = Fraction(100)
NEAR = 2
"""Percentage points within which one share counts as the sum of the others."""
_JOINT = lazy(r"(?: [^.;:()\d%]{1,50}?)?(?:,| and|, and| or|;| as well as) (?:[^.;:()\d%]{1,25} )?$")
_ASIDE = lazy(r" ?\([^()%]{0,200}\)")
_HEDGES = frozenset(("exact", "about"))
_MADE_UP = lazy(
    r"\b(?:made up of|composed of|consist\w*(?: of)?|compris\w+|racial makeup|ethnic\w* (?:composition|groups?)|"
    r"divided (?:into|between|among)|split (?:into|between|among)|breakdown|the (?:composition|distribution))\b",
    re.IGNORECASE,
)
_REST = lazy(r"\b(?:remaining|remainder|the rest)\b", re.IGNORECASE)


class SharesOptions(Options, frozen=True):
    """Where the shares stand, and how far from all they may lie."""

    told: Literal["sentence", "column"]
    """In one sentence that says what a whole is made of, or in a column of percentages with a row for the whole."""
    slack: Annotated[float, msgspec.Meta(ge=0, lt=100)] = 1
    """Percentage points beyond rounding that are allowed."""


@check("shares", SharesOptions, shares="the shares as printed", sum="what they add up to", last="the last of them")
def beyond_all(view: View, options: SharesOptions) -> Iterator[Hit]:
    """Shares that add up to more than the whole, or whose printed total does not say what they make."""
    if options.told == "sentence":
        for sentence in view.with_quantities(3):
            yield from _in_sentence(sentence, Fraction(str(options.slack)))
    else:
        for grid in view.grids:
            for column in grid.columns_of("percent"):
                yield from _in_column(grid, column, Fraction(str(options.slack)))


def _in_sentence(sentence: Sentence, slack: Fraction) -> Iterator[Hit]:
    """A run of percentages, all of the sentence, that a word says are parts of one whole."""
    shares = [claim for claim in sentence.quantities if claim.unit == "percent"]
    if len(shares) < 3 or pattern("overlapping").search(_ASIDE.sub("", sentence.text)):
        return
    if not (_MADE_UP.search(sentence.before(shares[0])) or _REST.search(sentence.text)):
        return
    if any(claim.form != "single" or claim.hedge not in _HEDGES or claim.amount is None for claim in shares):
        return
    if not all(_JOINT.fullmatch(_ASIDE.sub("", sentence.between(a, b))) for a, b in pairwise(shares)):
        return
    added = sum((claim.amount.interval for claim in shares if claim.amount), Interval.point(Fraction(0)))
    values = sorted(claim.amount.value or Fraction(0) for claim in shares if claim.amount)
    if abs(2 * values[-1] - sum(values)) <= NEAR:
        return  # the largest is made up of the others
    if added.low is not None and added.low > WHOLE + slack:
        yield _hit(shares, added)


def _hit(shares: Sequence[Claim], added: Interval) -> Hit:
    words = {"shares": " + ".join(claim.text for claim in shares), "sum": ends(added), "last": shares[-1].text}
    related = tuple(Mark(claim.start, claim.end, "a share") for claim in shares[:-1])
    return Hit(Mark(shares[-1].start, shares[-1].end), tuple(shares), words, related)


def _in_column(grid: Grid, column: int, slack: Fraction) -> Iterator[Hit]:
    """Shares above a total of 100 that miss it by more than their rounding and the slack."""
    totals = [
        row for row in grid.body if total_row(grid.label(row)) and (f := grid.figure(row, column)) and f.value == 100
    ]
    if len(totals) != 1:
        return
    total = totals[0]
    rows = [row for row in grid.body if row < total and grid.figure(row, column)]
    figures = [f for row in rows if (f := grid.figure(row, column))]
    if _counted(grid, rows, column):
        return
    if len(rows) < 3 or any(f.value < 0 or f.value > 100 for f in figures) or _grouped(grid, column, rows):
        return
    step = sum((f.step / 2 for f in figures), Fraction(0))
    added = sum((f.value for f in figures), Fraction(0))
    if added - step > WHOLE + slack and added < WHOLE + max(f.value for f in figures):
        spread = Interval(added - step, added + step)
        words = {
            "shares": " + ".join(grid.printed(row, column) for row in rows),
            "sum": ends(spread),
            "last": grid.printed(total, column),
        }
        related = tuple(grid.mark(row, column, "a share") for row in rows)
        yield Hit(grid.mark(total, column), (), words, related)


def _counted(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """True where a column of amounts stands beside the shares, against which another kind holds each of them."""
    amounts = (other for other in range(grid.width) if other != column and summable(grid, other))
    return any(all(grid.figure(row, other) for row in rows) for other in amounts)


def _grouped(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """True where a row adds up others: subtotals, or the total told twice."""
    values = [f.value for row in rows if (f := grid.figure(row, column))]
    return max(values) >= sum(values) / 2 or any(
        plain(grid.label(row)).startswith(("of which", "–", "—")) for row in rows
    )
