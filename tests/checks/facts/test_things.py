"""Facts of things, places, animals and works: told twice with figures that cannot both be right, and look-alikes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimcheck as cc
from claimcheck.rules import Rule, load_rules

FOLDER = Path(__file__).parent
RULES: list[Rule] = [rule for rule in load_rules() if rule.id == "conflict/told-fact"]
FIRST, LATER = re.compile("⟪(.*?)⟫"), re.compile("⟦(.*?)⟧")


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def told(text: str, title: str | None) -> list[tuple[str, str]]:
    found = cc.lint(text, RULES, markup="plain", title=title, date="2026-06-15")
    return [
        (text[finding.related[0].start : finding.related[0].end], text[finding.primary.start : finding.primary.end])
        for finding in found
    ]


@pytest.mark.parametrize("line", lines("things_found.tsv"))
@pytest.mark.parametrize("titled", [False, True])
def test_found(line: str, titled: bool) -> None:
    title, marked = line.split("\t")
    text = re.sub("[⟪⟫⟦⟧]", "", marked)
    first, later = FIRST.search(marked), LATER.search(marked)
    assert first is not None
    assert later is not None
    assert (first[1], later[1]) in told(text, title if titled else None)


@pytest.mark.parametrize("text", lines("things_silent.txt"))
@pytest.mark.parametrize("markup", ["plain", "wikitext"])
def test_silent(text: str, markup: str) -> None:
    found = cc.lint(text, RULES, markup=markup, date="2026-06-15")  # type: ignore[arg-type]
    assert [finding.message for finding in found] == []


@pytest.mark.parametrize("line", lines("things_found.tsv"))
def test_once_alike_silent(line: str) -> None:
    """With the first figure in the place of the later one the two tellings agree."""
    _, marked = line.split("\t")
    first, later = FIRST.search(marked), LATER.search(marked)
    assert first is not None
    assert later is not None
    text = re.sub("[⟪⟫⟦⟧]", "", marked.replace(later[0], first[1]))
    assert told(text, None) == []
