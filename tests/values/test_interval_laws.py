"""Laws of interval algebra: sets of numbers with open and closed ends, some of them at infinity."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.interval import Interval

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=16)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    a, b = sorted((draw(numbers), draw(numbers)))
    low = None if draw(st.booleans()) and draw(st.booleans()) else a
    high = None if draw(st.booleans()) and draw(st.booleans()) else b
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@given(intervals(), numbers)
def test_a_number_inside_makes_it_meet_its_point(interval: Interval, number: Fraction) -> None:
    assert (number in interval) == (not interval.empty and interval.meets(Interval.point(number)))


@given(intervals(), intervals())
def test_meeting_is_symmetric(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)


@given(intervals(), intervals(), numbers)
def test_what_lies_in_both_makes_them_meet(a: Interval, b: Interval, number: Fraction) -> None:
    if number in a and number in b:
        assert a.meets(b)


@given(intervals(), intervals(), numbers, numbers)
def test_sums_lie_in_the_sum(a: Interval, b: Interval, x: Fraction, y: Fraction) -> None:
    if x in a and y in b:
        assert x + y in a + b
        assert x - y in a - b


@given(intervals(), numbers, numbers)
def test_multiples_lie_in_the_multiple(a: Interval, x: Fraction, factor: Fraction) -> None:
    if x in a and factor != 0:
        assert x * factor in a * factor


@given(intervals())
def test_negation_undoes_itself(a: Interval) -> None:
    negative = -a
    assert -negative == a


@given(intervals(), intervals(), numbers)
def test_the_hull_holds_both(a: Interval, b: Interval, number: Fraction) -> None:
    if number in a or number in b:
        assert number in a.hull(b)


@given(intervals(), numbers, st.fractions(min_value=0, max_value=1))
def test_widening_loses_nothing(a: Interval, number: Fraction, share: Fraction) -> None:
    if number in a:
        assert number in a.widen(share)


@given(intervals(), numbers)
def test_shifting_moves_every_number(a: Interval, by: Fraction) -> None:
    shifted = a.shift(by)
    assert (a.low is None) == (shifted.low is None)
    if a.low is not None and shifted.low is not None:
        assert shifted.low - a.low == by
