"""Texts that once raised a false alarm, each the shortest that shows the cause: no default rule may speak of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck as cc

TEXTS = (Path(__file__).parent / "false_alarms.txt").read_text(encoding="utf-8")


def articles() -> list[tuple[str, str]]:
    """Title and text of each; blocks begin with a line `@ Title`."""
    blocks = TEXTS.split("\n@ ")[1:]
    return [(head.strip(), text.strip().replace("\\n", "\n")) for head, _, text in (b.partition("\n") for b in blocks)]


@pytest.mark.parametrize(("title", "text"), articles(), ids=[text[:60] for _, text in articles()])
def test_silent(title: str, text: str) -> None:
    found = cc.lint(text, title=None if title == "-" else title, date="2024-06-01")
    assert [(finding.rule, finding.message) for finding in found] == []
