"""Which columns of a table can be added up, and what a set of their places adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import inf
from typing import NamedTuple

from claimcheck.checks.tables.grid import Grid
from claimcheck.values.interval import Interval

_NOT_ADDED = frozenset({"average", "percent", "rank", "number", "year", "extreme", "density"})


_NOTHING, _UNKNOWN = (0.0, 0.0, 0), (inf, inf, 0)
_LEEWAY = 1e-6
"""Share of a sum that is left to the rounding of binary numbers."""


class Added(NamedTuple):
    """A sum: what it can be, its places with a figure, how many of those are not zero."""

    sum: Interval
    value: Fraction
    parts: tuple[tuple[int, int], ...]
    weighty: int


def summable(grid: Grid, column: int) -> bool:
    """True for a column of amounts; averages, shares, ranks, years and records are not added."""
    return not grid.roles(column) & _NOT_ADDED


def add(grid: Grid, places: Iterable[tuple[int, int]]) -> Added | None:
    """The sum of these places; blanks and dashes are nothing, words leave it unknown."""
    exact, total, value, weighty, parts = Fraction(0), Interval.point(Fraction(0)), Fraction(0), 0, []
    for row, column in places:
        holds = grid.holds(row, column)
        if holds == "words":
            return None
        interval, figure = grid.interval(row, column), grid.figure(row, column)
        if interval is None or figure is None:
            continue
        if figure.percent:
            return None
        if interval.low is interval.high:  # a single number is added once, not for both ends and the value
            exact += figure.value
        else:
            total, value = total + interval, value + figure.value
        weighty += figure.value != 0
        parts.append((row, column))
    return Added(total.shift(exact), value + exact, tuple(parts), weighty) if parts else None


class Rough:
    """The figures of a table as binary numbers: enough to tell sums that are far off, in a tenth of the time.

    A table of forty columns has some fifteen hundred runs of columns that a total might be the sum of.
    """

    def __init__(self, grid: Grid) -> None:
        self._rows = [[_rough(grid, row, column) for column in range(grid.width)] for row in grid.body]

    def misses(self, column: int, parts: Sequence[int]) -> int:
        """How many rows surely add up to something else than the figure in a column; never more than do."""
        found = 0
        for row in self._rows:
            total, reach, counts = row[column]
            if not counts or total == inf:
                continue
            value = many = 0.0
            for part in parts:
                one, either, figure = row[part]
                value += one
                reach += either
                many += figure
            found += many > 1 and abs(value - total) > reach + _LEEWAY * (abs(value) + abs(total))
        return found


def _rough(grid: Grid, row: int, column: int) -> tuple[float, float, int]:
    """A figure, how far it reaches either way, and 1; what is no figure, or says what cannot be added, is 0."""
    if grid.holds(row, column) == "words":
        return _UNKNOWN
    interval, figure = grid.interval(row, column), grid.figure(row, column)
    if interval is None or figure is None:
        return _NOTHING
    if figure.percent or interval.low is None or interval.high is None:
        return _UNKNOWN
    try:
        low, high = float(interval.low), float(interval.high)
    except OverflowError:
        return _UNKNOWN
    return (low + high) / 2, (high - low) / 2, 1
