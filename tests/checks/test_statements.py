"""Statements under the text, or the infobox, that they are drawn from; and everything else, which is left alone."""

from __future__ import annotations

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

RULES = [rule for rule in load_rules() if rule.id.endswith("statement")]
"""The rules of statements, those in preview too."""

EVIDENCE = "The harbour wall was built by 230 masons and cost $52.5 million when it was opened on 12 May 1931."
BOX = "{{Infobox band\n| name = The Tarns\n| years_active = 1965-1972\n| members = 5\n| founded = 3 May 1964\n}}\n"


def rules(text: str, title: str | None = None, markup: str = "plain") -> list[tuple[str, str]]:
    found = lint(text, RULES, markup=markup, title=title, date="2026-01-01")  # type: ignore[arg-type]
    return [(finding.rule, text[finding.primary.start : finding.primary.end]) for finding in found]


WRONG = [
    ("The wall was built by more than 240 masons.", "240"),
    ("The wall was built by fewer than 220 masons.", "220"),
    ("The wall cost under $50 million.", "$50 million"),
    ("The wall cost $60 million.", "$60 million"),
    ("The wall was opened after May 1931.", "May 1931"),
    ("The wall was opened in 1932.", "1932"),
]
RIGHT = [
    "The wall was built by more than 200 masons.",
    "The wall was built by about 240 masons.",
    "The wall cost over $50 million.",
    "The wall cost €60 million.",
    "The wall was opened in 1931.",
    "The wall was opened before 1932.",
    "The wall is 60 metres long.",
    "Nothing in this has a figure.",
]


@pytest.mark.parametrize(("statement", "marked"), WRONG)
def test_a_statement_that_the_text_does_not_bear_out(statement: str, marked: str) -> None:
    assert rules(f"{EVIDENCE}\n{statement}") == [("conflict/statement", marked)]


@pytest.mark.parametrize("statement", RIGHT)
def test_a_statement_that_the_text_bears_out(statement: str) -> None:
    assert rules(f"{EVIDENCE}\n{statement}") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{EVIDENCE}\n\nThe wall was built by 300 masons.",
        f"{EVIDENCE}\nThe wall was built by 300 masons.\nIt rained.",
        f"{EVIDENCE}\nThe wall was built by 300 masons. They were paid well, and some of them stayed on.",
        f"{EVIDENCE}\nThe orchard has 300 trees.",
        "The wall was built by 300 masons.",
    ],
    ids=["two paragraphs", "three lines", "a paragraph below", "another noun and no shared word", "no text above"],
)
def test_what_is_no_statement(text: str) -> None:
    assert [rule for rule, _ in rules(text) if rule == "conflict/statement"] == []


@pytest.mark.parametrize(
    ("sentence", "rule", "marked"),
    [
        ("The Tarns were founded in 1974.", "conflict/infobox-statement", "1974"),
        ("The Tarns were active for over 10 years.", "elapsed/infobox-statement", "10 years"),
    ],
)
def test_a_sentence_that_the_infobox_does_not_bear_out(sentence: str, rule: str, marked: str) -> None:
    assert rules(BOX + sentence, "The Tarns", "wikitext") == [(rule, marked)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tarns were founded in the 1960s.",
        "The Tarns were founded in May 1964.",
        "The Tarns were active for seven years.",
        "The Tarns were active for over 5 years.",
        "The Tarns toured in 1974.",
    ],
)
def test_a_sentence_that_the_infobox_bears_out(sentence: str) -> None:
    assert rules(BOX + sentence, "The Tarns", "wikitext") == []
