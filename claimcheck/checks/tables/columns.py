"""Which columns of a table can be added up, and what a set of their places adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from claimcheck.checks.tables.grid import Grid
from claimcheck.values.interval import Interval

_NOT_ADDED = frozenset({"average", "percent", "rank", "number", "year", "extreme", "density"})


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
