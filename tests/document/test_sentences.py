"""Sentences hold every character of a text, whatever characters those are."""

from __future__ import annotations

import pytest

from claimcheck.document.sentences import sentences


@pytest.mark.parametrize("text", [
    "", "One. Two.", "It is approx. 5 km. long.", "A lone surrogate \ud800. Then 5.", "🚂 \udfff\n\nZürich. 5.",
    "\x00. 5.",
])  # fmt: skip
def test_sentences_hold_every_character(text: str) -> None:
    assert "".join(text[span.start : span.end] for span in sentences(text)) == text
