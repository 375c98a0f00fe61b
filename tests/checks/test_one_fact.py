"""Pairs of sentences that tell one fact with two figures, and near misses that tell two facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

PAIRS = Path(__file__).parent / "pairs"
RULES = [rule for rule in load_rules() if rule.id.startswith("conflict/") and rule.status == "stable"]


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (PAIRS / f"{name}.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def flagged(text: str, title: str | None = None, markup: str = "plain") -> list[str]:
    found = lint(text, RULES, markup=markup, title=title, date="2026-01-01")  # type: ignore[arg-type]
    return [text[finding.primary.start : finding.primary.end] for finding in found]


def article(lead: str, body: str) -> str:
    return f"{lead}\n\n== More ==\n{body}"


@pytest.mark.parametrize(("why", "first", "second"), rows("near_misses"), ids=lambda field: str(field)[:40])
@pytest.mark.parametrize("turned", [False, True], ids=["as told", "turned round"])
def test_two_facts_in_two_sentences(why: str, first: str, second: str, turned: bool) -> None:  # noqa: ARG001 (names the case)
    one, two = (second, first) if turned else (first, second)
    assert flagged(f"{one}\n\n{two}") == []


@pytest.mark.parametrize(("why", "first", "second"), rows("one_fact"), ids=lambda field: str(field)[:40])
@pytest.mark.parametrize("turned", [False, True], ids=["as told", "turned round"])
def test_one_fact_in_two_sentences(why: str, first: str, second: str, turned: bool) -> None:  # noqa: ARG001 (names the case)
    one, two = (second, first) if turned else (first, second)
    assert flagged(f"{one}\n\n{two}")


@pytest.mark.parametrize(("why", "title", "lead", "body"), rows("near_misses_in_articles"), ids=lambda f: str(f)[:40])
def test_two_facts_in_lead_and_body(why: str, title: str, lead: str, body: str) -> None:  # noqa: ARG001 (names the case)
    assert flagged(article(lead, body), title, "wikitext") == []


@pytest.mark.parametrize(("title", "lead", "body", "wrong"), rows("told_twice"), ids=lambda field: str(field)[:40])
def test_one_fact_in_lead_and_body(title: str, lead: str, body: str, wrong: str) -> None:
    assert flagged(article(lead, body), title, "wikitext") == [wrong]


@pytest.mark.parametrize(("title", "one", "other", "wrong"), rows("told_again"), ids=lambda field: str(field)[:40])
def test_one_fact_in_two_sections(title: str, one: str, other: str, wrong: str) -> None:
    text = f"'''{title}''' is told of here.\n\n== Early ==\n{one}\n\n== Late ==\n{other}"
    assert wrong in flagged(text, title, "wikitext")


@pytest.mark.parametrize(("title", "lead", "body", "wrong"), rows("once_only"), ids=lambda field: str(field)[:40])
def test_what_happens_once(title: str, lead: str, body: str, wrong: str) -> None:
    assert wrong in flagged(article(lead, body), title, "wikitext")
