"""Two columns that tell one measure in two units: "Height (m)" beside "Height (ft)", row by row."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, NamedTuple

import msgspec

from claimcheck.checks.conversion import same_amount
from claimcheck.checks.figures import figure
from claimcheck.checks.printed import CAP, Printed
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.cell import Figure
from claimcheck.checks.tables.grid import Grid, zeros
from claimcheck.checks.tables.headers import plain
from claimcheck.checks.view import View
from claimcheck.claims.label_units import read_label
from claimcheck.finding import Hit
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert, scale

_BRACKET = lazy(r"[(\[][^()\[\]]*[)\]]")
_IN = lazy(r"\bin [^()]{1,30}$")
_ALONE = 16
"""Characters of a header that may be a unit and nothing else: "ft", "square miles"."""


class UnitColumnsOptions(Options, frozen=True):
    """How much of the two columns must hold before a row that does not is wrong."""

    rows: int = 4
    """Rows that must convert into each other."""
    share: Annotated[float, msgspec.Meta(gt=0.5, le=1)] = 0.75
    """Share of rows that must."""
    slack: Annotated[float, msgspec.Meta(ge=0, lt=1)] = 0.002
    """Leeway of either figure beyond rounding: factors of conversion are rounded as well."""


class Measured(NamedTuple):
    """A column by what it measures and in which unit; `said` is blank where the header is the unit alone."""

    column: int
    unit: str
    said: str


class Row(NamedTuple):
    """Both figures of a row."""

    number: int
    one: Figure
    other: Figure


@check(
    "unit-columns",
    UnitColumnsOptions,
    first="the figure in the first unit",
    second="the figure in the second unit",
    expected="what the first makes in the second unit",
    row="the words that name the row",
    column="the header of the second column",
    right="how many other rows hold",
)
def one_measure_twice(view: View, options: UnitColumnsOptions) -> Iterator[Hit]:
    """A row whose two figures are not the same amount, where those of nearly all other rows are."""
    for grid in view.grids:
        if len(grid.body) <= options.rows:
            continue
        for one, other in _pairs(grid):
            rows = list(_rows(grid, one, other))
            wrong = [row for row in rows if not _holds(row, one, other, options.slack)]
            right = len(rows) - len(wrong)
            if wrong and right >= options.rows and right >= options.share * len(rows):
                yield from (_hit(grid, one, other, row, right) for row in wrong)


def _pairs(grid: Grid) -> Iterator[tuple[Measured, Measured]]:
    """Neighbouring columns of one measure in two units."""
    for at in range(grid.width - 1):
        one = _measured(grid, at)
        other = _measured(grid, at + 1) if one is not None else None
        if one is None or other is None or one.unit == other.unit or other.said not in ("", one.said):
            continue
        first, second = scale(one.unit), scale(other.unit)
        if first is not None and second is not None and first.dimension == second.dimension != ():
            yield one, other


def _measured(grid: Grid, column: int) -> Measured | None:
    """What the headers of a column say; None where they name no unit, a scale or a rate."""
    heads = grid.heads[column]
    if not heads:
        return None
    own, above = heads[-1], " ".join(heads[:-1])
    label = read_label(own)
    said = own
    if (label is None or label.unit is None) and len(own) <= _ALONE:
        label, said = read_label(f"{above} ({own})"), ""
    if label is None or label.unit is None or label.per is not None or label.scale != 1 or label.bracketed is not None:
        return None
    if len(label.unit) == 3 and label.unit.isupper():
        return None  # money has no fixed rate
    said = _IN.sub("", said)
    said = plain(_BRACKET.sub(" ", f"{above} {said}")) if said else plain(above)
    return Measured(column, label.unit, " ".join(said.split()))


def _rows(grid: Grid, one: Measured, other: Measured) -> Iterator[Row]:
    for number in grid.body:
        first, second = grid.figure(number, one.column), grid.figure(number, other.column)
        if first is not None and second is not None and first.value and second.value:
            yield Row(number, first, second)


def _holds(row: Row, one: Measured, other: Measured, slack: float) -> bool:
    first, second = _printed(row.one, slack), _printed(row.other, slack)
    return same_amount(first, second, one.unit, other.unit)


def _printed(found: Figure, slack: float) -> Printed:
    """The figure with its step; zeros at the end of a whole number may be rounding, up to a tenth of it."""
    step = min(zeros(found.value), abs(found.value) * CAP) if found.step == 1 else found.step
    return Printed(found.value, max(step, found.step), Fraction(str(slack)))


def _hit(grid: Grid, one: Measured, other: Measured, row: Row, right: int) -> Hit:
    made = convert(Interval.point(row.one.value), one.unit, other.unit)
    words = {
        "first": grid.printed(row.number, one.column),
        "second": grid.printed(row.number, other.column),
        "expected": figure(_short(made.low)) if made is not None and made.low is not None else "",
        "row": grid.label(row.number),
        "column": grid.name(other.column),
        "right": str(right),
    }
    related = (grid.mark(row.number, one.column, grid.name(one.column)),)
    return Hit(grid.mark(row.number, other.column), (), words, related)


def _short(value: Fraction) -> Fraction:
    """Four significant digits, or the whole part where that has more."""
    return Fraction(round(value)) if abs(value) >= 1000 else Fraction(f"{float(value):.4g}")
