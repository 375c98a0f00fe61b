"""Honest texts that tell facts of one kind of several things, times and sources: none is accused."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck as cc
from claimcheck.rules import Rule, load_rules

RULES: list[Rule] = [rule for rule in load_rules() if rule.id == "conflict/told-fact"]
LINES = [
    line
    for line in (Path(__file__).parent / "honest.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
ALBANIA = """{{Infobox country
| common_name = Ostria
| established_event1 = Principality
| established_date1 = 1190
| established_event2 = Kingdom
| established_date2 = February 1272
| established_event3 = Independence
| established_date3 = 28 November 1912
}}
'''Ostria''' is a country in Europe.

Radio Ostria is the public broadcaster of Ostria, founded by King Karl in 1938.
"""


@pytest.mark.parametrize("line", LINES)
def test_silent_under_its_title(line: str) -> None:
    title, text = line.split("|", 1)
    found = cc.lint(text, RULES, markup="wikitext", title=title or None, date="2026-06-15")
    assert [finding.message for finding in found] == []


@pytest.mark.parametrize("line", LINES)
def test_silent_without_one(line: str) -> None:
    found = cc.lint(line.split("|", 1)[1], RULES, markup="plain", date="2026-06-15")
    assert [finding.message for finding in found] == []


@pytest.mark.parametrize("title", ["Ostria", None])
def test_country_of_several_foundations(title: str | None) -> None:
    found = cc.lint(ALBANIA, RULES, markup="wikitext", title=title, date="2026-06-15")
    assert [finding.message for finding in found] == []
