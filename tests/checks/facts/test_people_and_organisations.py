"""Facts of people and organisations that a text tells in two ways, and facts that only share their words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

FOLDER = Path(__file__).parent
RULES = [rule for rule in load_rules() if rule.id == "conflict/told-fact"]
TITLED = [
    (
        "Ada Kern",
        (
            "'''Ada Kern''' (4 May 1910 – 6 June 1980) was a Norwegian painter.\n\n== Life ==\n"
            "Kern studied in Bergen. She died there at the age of ⟦59⟧."
        ),
    ),
    (
        "Ashby Rovers",
        (
            "'''Ashby Rovers''' is a football club that was founded in 1899.\n\n== History ==\n"
            "In ⟦1961⟧ the club celebrated its fiftieth anniversary with a match."
        ),
    ),
    (
        "Ada Kern",
        (
            "'''Ada Kern''' (born 4 May 1950) is a Norwegian singer.\n\n== Life ==\n"
            "In 1975, when she was ⟦28⟧, Kern moved to Oslo."
        ),
    ),
]
TITLED_SILENT = [
    # Of another.
    (
        "Tom Moor",
        (
            "'''Tom Moor''' (4 May 1910 – 6 June 1980) was a Norwegian painter.\n\n== Life ==\n"
            "Moor met Ina Fleet in Oslo. She died at the age of 41."
        ),
    ),
    (
        "Tom Moor",
        (
            "'''Tom Moor''' (4 May 1910 – 6 June 1980) was a Norwegian painter. He was shy.\n\n== Life ==\n"
            "He was little moved by her death in 1950."
        ),
    ),
    (
        "Ashby",
        (
            "'''Ashby''' is a town that was founded in 1850.\n\n== Economy ==\n"
            "The film industry in Ashby dates back to 1910. The University of Ashby was founded in 1920."
        ),
    ),
    (
        "Music in Ashby",
        (
            "'''Music in Ashby''' is loud.\n\n== Rock ==\nThe Tarns is a band that formed in 1989.\n"
            "== Folk ==\nThe Kerns is a band. The band was formed in 1994."
        ),
    ),
    # The figure of a part, or of one time.
    (
        "Ashby College",
        (
            "'''Ashby College''' is a school with 1,200 students. It was founded in 1899.\n\n== Schools ==\n"
            "Its medical school has 300 students and was founded in 1950."
        ),
    ),
    (
        "Tom Moor",
        (
            "'''Tom Moor''' (born 4 May 1950) is a footballer who won 49 caps for Norway.\n\n== Life ==\n"
            "In 1980, when his son was 4, Moor moved to Oslo. Moor won 12 under-21 caps."
        ),
    ),
]


def texts(name: str) -> list[str]:
    lines = (FOLDER / f"people_and_organisations_{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def told(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """The later and the first figure of each finding."""
    found = lint(text, RULES, markup="wikitext" if title else "plain", title=title, date="2026-01-01")
    return [
        (text[finding.primary.start : finding.primary.end], text[finding.related[0].start : finding.related[0].end])
        for finding in found
    ]


@pytest.mark.parametrize("marked", texts("found"))
def test_one_fact_told_with_two_values(marked: str) -> None:
    first, later = re.findall("⟦(.*?)⟧", marked)
    assert told(re.sub("[⟦⟧]", "", marked)) == [(later, first)]


@pytest.mark.parametrize("text", texts("silent"))
def test_several_facts_in_the_same_words(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("title", "marked"), TITLED)
def test_told_in_the_lead_and_in_the_body(title: str, marked: str) -> None:
    (later,) = re.findall("⟦(.*?)⟧", marked)
    assert [figure for figure, _ in told(re.sub("[⟦⟧]", "", marked), title)] == [later]


@pytest.mark.parametrize(("title", "text"), TITLED_SILENT)
def test_told_of_others_in_the_body(title: str, text: str) -> None:
    assert told(text, title) == []
