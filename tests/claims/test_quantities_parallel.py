"""What a bare figure takes from a parallel one in its sentence, and what nearness alone does not give it."""

from __future__ import annotations

import pytest

import claimcheck as cc
from claimcheck.claims.model import Claim


def quantities(text: str) -> list[Claim]:
    return [claim for claim in cc.extract(text, markup="plain") if claim.kind != "date"]


LENT = [
    ("It offers 435 homes by sale and 187 by tender.", [(None, "homes"), (None, "homes")]),
    ("It fell 1.4 degrees in 2018 and 2.1 last year.", [("degree", None), ("degree", None)]),
    ("The index closed (6369.03 up 58.06 points).", [(None, "points"), (None, "points")]),
    ("The highest bid is 84.75 cents, while the lowest is 74.07.", [("cent", None), ("cent", None)]),
    ("It rose from about 14–18 mpg to 24 for vans.", [("mile / gallon", None), ("mile / gallon", None)]),
    ("We had 22 thefts, compared with an average of 20 per week.", [(None, "thefts"), (None, "thefts")]),
    ("It lies a mile or two off.", [("mile", None)]),
    ("They add a pick or two.", [(None, "pick")]),
    ("It costs about 8 or $9.", [("USD", None), ("USD", None)]),
    (
        "One fell 0.03% to a close of 1,463.87 points, while another rose 0.1% to 1,333.18.",
        [("percent", None), (None, "points"), ("percent", None), (None, "points")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LENT)
def test_a_parallel_figure_lends_unit_and_noun(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(claim.unit, claim.counted) for claim in quantities(text)] == expected


KEPT = [
    "It offers 435 homes by the sea and 187 were sold.",
    "It offers 435 homes by sale. In all 187 went by tender.",
    "It fell 1.4 degrees in May and 2.1 was the mean.",
    "It sold 3 million cars in 2015 and 187 in 2016.",
    "The highest bid is 84.75 cents and the index was 74.07.",
    "It stood at 6369.03, up 5.1 percent.",
    "He drove 40 km to a town with a rating of 4.5.",
]


@pytest.mark.parametrize("text", KEPT)
def test_nearness_alone_lends_nothing(text: str) -> None:
    bare = [claim for claim in quantities(text) if claim.unit is None and claim.counted is None]
    assert len(bare) == 1


def test_a_number_inside_a_counted_name_is_no_claim() -> None:
    assert [claim.text for claim in quantities("It grounded two new 737 Max jets.")] == ["two"]
    assert [claim.text for claim in quantities("It filled six 250ml bottles.")] == ["six", "250ml"]
    assert [claim.text for claim in quantities("Three of the 40 doctors left.")] == ["Three", "40"]


HEDGED = [
    ("They fly more than 100 km (62 mi).", ["more_than", "more_than"]),
    ("It made just under 296 hp (221 kW) then.", ["less_than", "less_than"]),
    ("It cost over 7.5 million euros (US$8.1 million).", ["more_than", "more_than"]),
    ("They fly more than 100 km (3 hours).", ["more_than", "exact"]),
    ("They fly about 100 km (62 mi).", ["about", "exact"]),
    ("They fly more than 100 km (less than 70 mi).", ["more_than", "less_than"]),
]


@pytest.mark.parametrize(("text", "hedges"), HEDGED)
def test_a_bound_holds_for_its_conversion(text: str, hedges: list[str]) -> None:
    assert [claim.hedge for claim in quantities(text)] == hedges
