"""Ratings: a figure and the scale that it stands on, as a rate per that many; no fraction, date or count is one."""

from __future__ import annotations

from fractions import Fraction

import pytest

import claimcheck as cc

RATED = [
    ("It has a score of 43 out of 100.", "43 out of 100", "43", 100),
    ("It scored 43 out of 100 on Metacritic.", "43 out of 100", "43", 100),
    ("He gave it 4 out of 5 stars.", "4 out of 5", "4", 5),
    ("It got 8 out of 10 from Tarn Weekly.", "8 out of 10", "8", 10),
    ("It received 7.2/10 there.", "7.2/10", "7.2", 10),
    ("It has an average rating below 7.2/10, based on 30 reviews.", "7.2/10", "7.2", 10),
    ("The guide gave it 34/40.", "34/40", "34", 40),
    ("Metacritic has it at 72/100 after 31 reviews.", "72/100", "72", 100),
    ("They rate it 4.5/5 stars.", "4.5/5", "4.5", 5),
]


@pytest.mark.parametrize(("text", "span", "value", "top"), RATED)
def test_a_rating(text: str, span: str, value: str, top: int) -> None:
    claim = cc.extract(text, markup="plain")[0]
    assert claim.text == span
    assert claim.amount is not None
    assert claim.amount.value == Fraction(value)
    assert claim.per is not None
    assert (claim.per.amount, claim.per.unit, claim.per.counted) == (top, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "43 out of 100 patients died.",
        "He scored 9 out of 10 goals.",
        "He scored 9/10 goals.",
        "It was rated 9.5/10 mm.",
        "It is scored 12/10 by some.",
        "On 4/10 it opened, and it is reviewed 24/7.",
        "It is 2/5 of the whole.",
        "It took 4 of 5 seats in the review.",
    ],
)
def test_no_rating(text: str) -> None:
    assert [claim.text for claim in cc.extract(text, markup="plain") if claim.per] == []
