"""The unit table, our definitions and the exact factors, held against pint itself."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.quantities.currencies import CODES
from claimcheck.claims.quantities.unit_table import NAMES, SYMBOLS, canonical, parse
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert, quantity, registry, same_dimension, scale

CANONICAL = sorted({canonical(powers) for powers in (*SYMBOLS.values(), *NAMES.values())})
LOGARITHMIC = {"decibel"}
CONVERTIBLE = [unit for unit in CANONICAL if scale(unit) is not None]
TEMPERATURES = {"degree_Celsius", "degree_Fahrenheit"}


@pytest.mark.parametrize("unit", CANONICAL)
def test_every_canonical_name_is_pints_own(unit: str) -> None:
    assert str(registry().parse_units(unit)) == unit
    assert canonical(parse(unit)) == unit


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_currency_is_a_dimension(code: str) -> None:
    assert registry().parse_units(code).dimensionality


@pytest.mark.parametrize("unit", [unit for unit in CANONICAL if unit not in LOGARITHMIC])
def test_every_unit_has_an_exact_scale(unit: str) -> None:
    assert scale(unit) is not None


PAIRS = [
    (first, second)
    for first in CONVERTIBLE
    for second in ("meter", "kilogram", "second", "kilometer / hour", "hectare", "liter", "pascal", "joule", "watt")
    if same_dimension(first, second)
]


@given(st.sampled_from(PAIRS), st.fractions(min_value=1, max_value=10**6, max_denominator=1000))
def test_conversion_agrees_with_pint_and_back(pair: tuple[str, str], value: Fraction) -> None:
    unit, into = pair
    there = convert(Interval.point(value), unit, into)
    assert there is not None
    assert there.low is not None
    pints = registry().Quantity(float(value), unit).to(into).magnitude
    assert abs(float(there.low) - pints) <= 1e-7 * abs(pints)
    assert convert(there, into, unit) == Interval.point(value)


@given(st.fractions(min_value=-200, max_value=2000, max_denominator=100))
def test_temperatures_have_offsets_and_differences_none(value: Fraction) -> None:
    warm = convert(Interval.point(value), "degree_Celsius", "degree_Fahrenheit")
    assert warm is not None
    assert warm.low is not None
    assert abs(warm.low - (value * 9 / 5 + 32)) < Fraction(1, 10**9)
    rise = convert(Interval.point(value), "delta_degree_Celsius", "delta_degree_Fahrenheit")
    assert rise is not None
    assert rise.low is not None
    assert abs(rise.low - value * 9 / 5) < Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("meter", "kilogram"),
        ("USD", "EUR"),
        ("percent", "meter"),
        ("percentage_point", "percent"),
        ("meter", "meter ** 2"),
    ],
)
def test_what_does_not_convert(first: str, second: str) -> None:
    assert not same_dimension(first, second)
    assert convert(Interval.point(Fraction(1)), first, second) is None


def test_quantity_is_none_where_pint_knows_no_unit() -> None:
    assert quantity(Fraction(1), "florin") is None
    speed = quantity(Fraction(90), "kilometer / hour")
    assert speed is not None
    assert speed.magnitude == 90
