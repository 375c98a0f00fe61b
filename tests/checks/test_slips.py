"""One figure told twice with a digit of it changed; and figures that are near each other for other reasons."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.checks.matching.slips import printed
from claimcheck.lint import lint
from claimcheck.rules import load_rules

RULES = [rule for rule in load_rules() if rule.id == "conflict/one-digit-apart"]
FILLER = "It has 12 gates. The roof was built in 1951. Tickets cost 5 crowns. The stand has 31 rows."


def marked(text: str, title: str | None = "Tarn Ground") -> list[str]:
    found = lint(text, RULES, markup="wikitext", title=title, date="2026-01-01")
    return [text[finding.primary.start : finding.primary.end] for finding in found]


def article(first: str, second: str) -> str:
    return f"{first} {FILLER}\n\n== History ==\n{second}"


SLIPS = [
    ("The ground drew an attendance of 28,123.", "A match against Stone had the attendance of 28,128.", "28,128"),
    ("The ground drew an attendance of 28,123.", "A match against Stone had the attendance of 28,213.", "28,213"),
    ("Anna Stone laid the turf on 12 May 1931.", "The turf of the hill was laid on 12 May 1937.", "12 May 1937"),
    ("The pitch was measured at 7,542.5 m2.", "Surveyors measured the pitch at 7,542.8 m2.", "7,542.8 m2"),
]
APART = {
    "rounded": ("The ground drew an attendance of 28,123.", "A match had the attendance of 28,120."),
    "hedged": ("The ground drew an attendance of 28,123.", "A match had an attendance of over 28,023."),
    "two digits": ("The ground drew an attendance of 28,123.", "A match had the attendance of 28,456."),
    "other nouns": ("The ground sold 28,123 tickets.", "The ground sold 28,128 scarves."),
    "other years": ("In 1938 the attendance was 28,123.", "In 1946 the attendance was 28,128."),
    "both known": (
        "The ground drew an attendance of 28,123, then 28,128.",
        "A match had the attendance of 28,128.",
    ),
    "no shared word": ("The ground drew an attendance of 28,123.", "Bricks cost 28,128 crowns."),
    "a run": ("The ground drew 28,123 fans.", "Two matches followed, bringing the fans to 28,128."),
    "a birthday": ("The ground was opened on 12 May 1931.", "The birthday of the opened ground was 12 May 1981."),
    "another day": ("The ground was opened on 12 May 1931.", "The mayor opened the ground to all on 3 June 1937."),
    "three of a kind": (
        "The ground drew an attendance of 28,123.",
        "A match had the attendance of 28,128. A cup match had the attendance of 28,125.",
    ),
    "one of two figures of the kind": (
        "The song had 16.6 million views in the first days.",
        "The song had 10.4 million views, fewer than the record of another song (10.6 million views).",
    ),
    "other figures differ too": (
        "The head measures 1.631 m by 0.95 m and weighs 9.4 tons.",
        "The second head measures 1.638 m by 1.17 m and weighs 8.1 tons.",
    ),
}


@pytest.mark.parametrize(("first", "second", "figure"), SLIPS)
def test_a_slip(first: str, second: str, figure: str) -> None:
    assert marked(article(first, second)) == [figure]


@pytest.mark.parametrize(("first", "second"), APART.values(), ids=APART.keys())
def test_no_slip(first: str, second: str) -> None:
    assert marked(article(first, second)) == []


def test_an_infobox_and_the_lead() -> None:
    box = "{{Infobox stadium\n| record_attendance = 28,123\n}}\n"
    assert marked(f"{box}The record attendance of the ground is 28,132.") == ["28,132"]
    assert marked(f"{box}The record attendance of the ground is 28,123.") == []


PRINTED = {
    "28,123": "28123",
    "28,100": "281",
    "136.70 tons": "13670",
    "2.55 million": "255",
    "12 May 1931": "19310512",
    "28": None,
    "May 1931": None,
    "9" * 30: None,
}


@pytest.mark.parametrize(("text", "digits"), PRINTED.items(), ids=PRINTED.keys())
def test_digits(text: str, digits: str | None) -> None:
    read = [printed(claim) for claim in extract(f"It was {text} there.", markup="plain")]
    assert [found.digits for found in read if found] == ([digits] if digits else [])
