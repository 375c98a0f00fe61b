"""Windows on long lines: the span stays whole, the caret stands under it in a terminal's cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.parts.excerpt import cells, excerpt, quoted, visible
from claimcheck.source import Source

WORDS = "one two three four five six seven eight nine ten "


def under(marked: str, room: int = 60) -> tuple[str, str]:
    """The line shown and what stands above the caret, for a span in ⟦⟧."""
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    shown = excerpt(Source(marked.replace("⟦", "").replace("⟧", "")), start, end, room)
    return shown.line, cut(shown.line, shown.indent, shown.width)


def cut(line: str, indent: int, width: int) -> str:
    """The part of a line in some cells of a terminal."""
    ends = [index for index in range(len(line) + 1) if cells(line[:index]) == indent]
    return next(line[ends[-1] : index] for index in range(len(line) + 1) if cells(line[ends[-1] : index]) >= width)


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("It has ⟦5⟧ seats.", "It has 5 seats."),
        ("⟦5⟧", "5"),
        ("a\nIt has ⟦5⟧ seats.\r\nb", "It has 5 seats."),
        ("\t⟦5⟧\tseats", "    5    seats"),
        ("Zürich: ⟦5⟧", "Zürich: 5"),
        ("東京 has ⟦5⟧ wards", "東京 has 5 wards"),
        ("🚂 carries ⟦5⟧ wagons", "🚂 carries 5 wagons"),
        ("cafe\u0301 with ⟦5⟧ seats", "cafe\u0301 with 5 seats"),
        ("👨‍👩‍👧 are ⟦5⟧ people", "👨‍👩‍👧 are 5 people"),
        ("\u202e⟦5⟧ \x1b[31mred", "�5 �[31mred"),
        (WORDS * 3 + "⟦5⟧ " + WORDS * 3, "…six seven eight nine ten 5 one two three four five six…"),
        ("⟦5⟧ " + WORDS * 3, "5 one two three four five six seven eight nine ten one two…"),
        (WORDS * 3 + "⟦5⟧", "…ten one two three four five six seven eight nine ten 5"),
        ("x" * 300 + "⟦5⟧" + "x" * 300, None),
        ("東" * 300 + "⟦5⟧" + "京" * 300, None),
    ],
)
def test_span_is_under_the_caret(marked: str, line: str | None) -> None:
    shown, marked_part = under(marked)
    assert marked_part == "5"
    assert line is None or shown == line
    assert cells(shown) <= 60


def test_span_over_a_line_end_is_cut_there() -> None:
    assert under("from ⟦5\nto 6⟧ seats") == ("from 5", "5")


def test_span_wider_than_the_window_is_cut() -> None:
    line, above = under("see ⟦" + "9" * 500 + "⟧ here")
    assert set(above) <= {"9", "…"}
    assert len(line) <= 70


def test_empty_span_has_a_caret_of_one_cell() -> None:
    assert excerpt(Source("ab"), 2, 2, 60).width == 1


def test_ten_megabytes_on_one_line_are_windowed_at_once() -> None:
    source = Source("a " * 5_000_000 + "5")
    assert excerpt(source, 10_000_000, 10_000_001, 60).line.endswith(" a 5")


@given(st.text(), st.text(min_size=1).filter(lambda text: "\n" not in text), st.text(), st.integers(20, 200))
def test_any_text(before: str, span: str, after: str, room: int) -> None:
    shown = excerpt(Source(before + span + after), len(before), len(before + span), room)
    assert "\n" not in shown.line
    assert "\x1b" not in shown.line
    assert shown.width >= 1
    assert shown.indent <= room


@pytest.mark.parametrize("text", ["\x1b", "\x07", "\r", "\x9b", "\u202e", "\u2066", "\ud800", "\x00", "\u2028"])
def test_nothing_that_drives_a_terminal_is_printed(text: str) -> None:
    assert visible(f"a{text}b") == "a�b"


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("It has ⟦5⟧ seats.", ("It has ", "5", " seats.")),
        ("a\nIt has ⟦5⟧ seats.\r\nb", ("It has ", "5", " seats.")),
        ("⟦5⟧", ("", "5", "")),
        ("a\n⟦5⟧\nb", ("", "5", "")),
        (WORDS + "⟦5⟧ " + WORDS, ("…eight nine ten ", "5", " one two three four…")),
        ("x" * 30 + "⟦5⟧" + "y" * 30, ("…" + "x" * 20, "5", "y" * 20 + "…")),
        ("from ⟦5\nto 6⟧ seats", ("from ", "5\nto 6", " seats")),
        ("⟦" + "9" * 500 + "⟧.", ("", "9" * 80 + "…", ".")),
    ],
)
def test_a_quotation_is_cut_between_words_and_says_so(marked: str, parts: tuple[str, str, str]) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    found = quoted(Source(marked.replace("⟦", "").replace("⟧", "")), start, end, 20)
    assert (found.before, found.marked, found.after) == parts
