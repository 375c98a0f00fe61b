"""Headings of plain extracts, "== History ==" above a paragraph: a passage of their own, never part of a sentence."""

from claimcheck.document.parse import parse


def texts(text: str) -> list[str]:
    return [passage.text for passage in parse(text, markup="plain").passages]


def test_heading_above_a_paragraph() -> None:
    text = "== History ==\nIt was built in 1920.\nIt fell.\n\n=== Later ===\n"
    assert texts(text) == ["== History ==", "It was built in 1920. It fell.", "=== Later ==="]


def test_two_headings() -> None:
    assert texts("== History ==\n=== Early ===\nIt fell.") == ["== History == === Early ===", "It fell."]


def test_every_character_keeps_its_place() -> None:
    text = "Opening.\n\n== History ==\nIt was built in 1920."
    last = parse(text, markup="plain").passages[-1]
    assert text[slice(*last.span(0, len(last.text)))] == "It was built in 1920."


def test_no_headings() -> None:
    for text in ("a == b and c == d", "== a sum\nof two ==", "It is == so ==\nand ends."):
        assert len(texts(text)) == 1
