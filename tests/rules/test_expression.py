"""Identities: what may stand in them, and their arithmetic on intervals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.checks.expression import ExpressionError, identity
from claimcheck.values.interval import Interval


def span(low: int | str, high: int | str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


VALUES = {"a": span(10, 12), "b": span(2, 4), "zero": span(-1, 1), "open": Interval(Fraction(1), None)}

EVALUATED = [
    ("x = a + b", span(12, 16)),
    ("x = a - b", span(6, 10)),
    ("x = a * b", span(20, 48)),
    ("x = a / b", span("5/2", 6)),
    ("x = -a", span(-12, -10)),
    ("x = (a - b) / 2", span(3, 5)),
    ("x = 2 * a + 0.5", span("20.5", "24.5")),
    ("x = min(a, b)", span(2, 4)),
    ("x = max(a, b, 11)", span(11, 12)),
    ("x = sum(a, b, 1)", span(13, 17)),
    ("x = a / zero", None),
    ("x = a * open", None),
    ("x = a + missing", None),
]


@pytest.mark.parametrize(("text", "right"), EVALUATED)
def test_right_side(text: str, right: Interval | None) -> None:
    sides = identity(text).sides({"x": span(0, 0)} | VALUES)
    assert (sides[1] if sides else None) == right


REFUSED = [
    "density",
    "a = b = c",
    "a = __import__('os')",
    "a = b.real + c",
    "a = b[0]",
    "a = abs(b)",
    "a = min()",
    "a = sum(b, start=c)",
    "a = b ** c",
    "a = b if c else d",
    "a = True + b",
    "a = 'b' + c",
    "a = lambda: b",
    "a = b +",
    "1 = 2",
    "a = " + "(" * 300 + "b" + ")" * 300,
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        identity(text)


def test_names_in_their_order() -> None:
    assert identity("density = population / (area - water)").names == ("density", "population", "area", "water")


NUMBERS = st.integers(-1000, 1000)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.sampled_from("+-*/"))
def test_every_pair_of_points_is_inside(a: int, width: int, b: int, other: int, sign: str) -> None:
    values = {"x": span(0, 0), "a": span(a, a + abs(width)), "b": span(b, b + abs(other))}
    sides = identity(f"x = a {sign} b").sides(values)
    if sides is None:
        assert sign == "/"
        assert values["b"].low <= 0 <= values["b"].high  # type: ignore[operator]
        return
    for p in (a, a + abs(width)):
        for q in (b, b + abs(other)):
            point = {"+": p + q, "-": p - q, "*": p * q, "/": Fraction(p, q or 1)}[sign]
            assert Fraction(point) in sides[1]
