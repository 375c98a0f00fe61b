"""What a printed number means: the table of intervals, row by row, read from text."""

from __future__ import annotations

from fractions import Fraction

import pytest

import claimcheck as cc
from claimcheck.values.amount import Amount
from claimcheck.values.interval import Interval


def amount(text: str) -> Amount:
    claim = next(claim for claim in cc.extract(text, markup="plain") if claim.kind != "date")
    assert claim.amount is not None
    return claim.amount


MEANINGS = [
    ("There were 28,422 men.", 28422, 28422, True, True),
    ("There were 35 men.", 35, 35, True, True),
    ("There were 20 men.", 20, 20, True, True),
    ("There were 67,000 men.", 66500, 68000, False, False),
    ("There were 2 million men.", 1500000, 3000000, False, False),
    ("There were 1.5 million men.", 1450000, 1600000, False, False),
    ("There were two thousand men.", 1500, 3000, False, False),
    ("The rate was 48.1 there.", "48.05", "48.15", True, True),
    ("The rate was 48.0 there.", "47.95", "48.05", True, True),
    ("It was −67,000 euros.", -68000, -66500, False, False),
    ("About 35 men came.", "31.5", "38.5", True, True),
    ("About 2 million men came.", 1500000, 3000000, False, False),
    ("Nearly 400 men came.", 360, 400, True, True),
    ("More than 400 men came.", 400, None, False, True),
    ("At least 400 men came.", 400, None, True, True),
    ("Fewer than 400 men came.", None, 400, True, False),
    ("Up to 400 men came.", None, 400, True, True),
    ("There were 64,000 to 68,000 men.", 63500, 69000, False, False),
    ("It grew by 70–90%.", 70, 90, True, True),
    ("It weighs 5 ± 0.2 kg.", "4.8", "5.2", True, True),
    ("It took 100 hours and 30 minutes.", "100.5", "100.5", True, True),
    ("There were 400+ men.", 400, None, True, True),
    ("Dozens of men came.", 24, None, True, True),
    ("Hundreds of men came.", 200, None, True, True),
]


@pytest.mark.parametrize(("text", "low", "high", "low_closed", "high_closed"), MEANINGS)
def test_the_interval_of_a_figure(
    text: str, low: str | int | None, high: str | int | None, low_closed: bool, high_closed: bool
) -> None:
    found = amount(text).interval
    assert found.low == (None if low is None else Fraction(low))
    assert found.high == (None if high is None else Fraction(high))
    if low is not None:
        assert found.low_closed == low_closed
    if high is not None:
        assert found.high_closed == high_closed


CONFLICTS = [
    ("There were 28,422 men.", "There were 28,424 men."),
    ("There were 67,000 men.", "There were 69,000 men."),
    ("More than 400 men came.", "There were 380 men."),
    ("Up to 400 men came.", "There were 401 men."),
    ("Nearly 400 men came.", "There were 405 men."),
    ("The rate was 48.1.", "The rate was 48.3."),
]
AGREE = [
    ("There were 28,422 men.", "There were 28,000 men."),
    ("There were 67,000 men.", "There were 67,159 men."),
    ("More than 400 men came.", "There were 420 men."),
    ("Up to 400 men came.", "There were 400 men."),
    ("Nearly 400 men came.", "There were 391 men."),
    ("The rate was 48.1.", "The rate was 48.14."),
    ("About 35 men came.", "There were 37 men."),
    ("There were 2 million men.", "There were 2,345,678 men."),
]


@pytest.mark.parametrize(("first", "second"), CONFLICTS)
def test_figures_that_cannot_meet(first: str, second: str) -> None:
    assert not amount(first).interval.meets(amount(second).interval)


@pytest.mark.parametrize(("first", "second"), AGREE)
def test_figures_that_can_meet(first: str, second: str) -> None:
    assert amount(first).interval.meets(amount(second).interval)


def test_without_a_value_or_bounds_anything_is_possible() -> None:
    assert Amount(None).interval == Interval(None, None)
