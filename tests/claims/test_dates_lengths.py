"""One unit of time without a number: a duration where the words before it tell a length, elsewhere a rate or a name."""

from fractions import Fraction

import pytest

import claimcheck as cc

LENGTHS = [
    ("It fell within a week.", "a week", "week", "exact"),
    ("It lasted for a year.", "a year", "year", "exact"),
    ("After over a decade it closed.", "a decade", "decade", "more_than"),
    ("It took less than a month.", "a month", "month", "less_than"),
    ("It took more than a month.", "a month", "month", "more_than"),
    ("It took nearly a century.", "a century", "century", "about"),
    ("a month-long siege", "month-long", "month", "exact"),
    ("It took over an hour.", "an hour", "hour", "more_than"),
    ("It took close to an hour.", "an hour", "hour", "about"),
]


@pytest.mark.parametrize(("text", "span", "unit", "hedge"), LENGTHS, ids=[row[0] for row in LENGTHS])
def test_length(text, span, unit, hedge):
    (claim,) = cc.extract(text, markup="plain")
    assert (claim.kind, claim.text, claim.unit, claim.hedge) == ("duration", span, unit, hedge)
    assert claim.amount.value == 1


def test_a_length_and_a_half():
    (claim,) = cc.extract("It took nearly an hour and a half.", markup="plain")
    assert (claim.text, claim.unit, claim.amount.value) == ("an hour and a half", "hour", Fraction(3, 2))


@pytest.mark.parametrize(
    "text",
    [
        "It comes once a year.",
        "They met twice a week.",
        "That day a year began.",
        "It was the best year of all.",
        "The day was long.",
        "Person of the year",
        "It paid by the week.",
        "It made 60 miles an hour.",
        "It was his finest hour.",
    ],
)
def test_no_length(text):
    assert [claim for claim in cc.extract(text, markup="plain") if claim.recogniser == "dates.length"] == []


def test_a_year_later_is_a_date():
    claims = cc.extract("It opened in 1950. A year later it closed.", markup="plain")
    assert [(claim.kind, claim.when.edtf) for claim in claims] == [("date", "1950"), ("date", "1951")]
