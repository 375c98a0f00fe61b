"""Figures once read as something else: a hedge of the next word, inches of a preposition, bits in a heading."""

from __future__ import annotations

import pytest

import claimcheck as cc

READ = [
    ("It was 58 per 1,000 live births and under-five mortality was 83.", "58 per 1,000 live births", None, "exact"),
    ("Seats at 20 and under cost less.", "20", None, "at_most"),
    ("It ran 3.2 in a second test.", "3.2", None, "exact"),
    ("It rose 3.2 in a year.", "3.2", None, "exact"),
    ("It is 3.2 in a little plate, or 3.2 in wide.", "3.2 in", "inch", "exact"),
    ("A coin of 4 in by hand.", "4 in", "inch", "exact"),
    ("It takes 5 cub a day.", "5", None, "exact"),
    ("It takes 5 cu ft.", "5 cu ft", "foot ** 3", "exact"),
    ("It takes 5 cum.", "5 cum", "meter ** 3", "exact"),
    ("43 out of 100 patients died.", "43", None, "exact"),
    ("It cost 1000FF.", "1000FF", "FRF", "exact"),
]


@pytest.mark.parametrize(("text", "span", "unit", "hedge"), READ)
def test_reading(text: str, span: str, unit: str | None, hedge: str) -> None:
    claim = next(claim for claim in cc.extract(text, markup="plain") if claim.text == span)
    assert (claim.unit, claim.hedge) == (unit, hedge)


@pytest.mark.parametrize("header", ["( cub )", "(CUB)", "cub", "[sqb]"])
def test_no_bits_in_a_header(header: str) -> None:
    text = f"{{|\n! Name !! {header}\n|-\n| A || 5\n|}}"
    assert [claim.unit for claim in cc.extract(text, markup="wikitext")] == [None]


@pytest.mark.parametrize("name", ["colour", "color", "colour1", "header_color"])
def test_no_figures_in_colours(name: str) -> None:
    assert cc.extract(f"{{{{Infobox club\n| {name} = 333399\n}}}}", markup="wikitext") == []
