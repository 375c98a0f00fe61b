"""The bar of long runs: on a terminal only, after a while only, and gone when something is printed."""

from __future__ import annotations

import io
import sys

import pytest

from claimcheck.cli import progress as module
from claimcheck.cli.progress import CLEAR, bar, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, patience: float = -1.0) -> Terminal:
    """Both streams on one screen; a fixture could not, pytest sets its own streams after it."""
    monkeypatch.setattr(module, "PATIENCE", patience)
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", screen)
    return screen


def test_a_bar_between_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    for item in progress(["a", "b"], 2):
        print(item)  # noqa: T201
    assert screen.getvalue() == f"a\n{bar(1, 2)}{CLEAR}b\n{bar(2, 2)}{CLEAR}"


def test_nothing_in_the_first_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch, 60.0)
    assert list(progress("ab", 2)) == ["a", "b"]
    assert screen.getvalue() == ""


def test_nothing_for_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    assert list(progress("a", 1)) == ["a"]
    assert screen.getvalue() == ""


def test_nothing_where_no_one_looks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(module, "PATIENCE", -1.0)
    assert list(progress("ab", 2)) == ["a", "b"]
    assert capsys.readouterr().err == ""


def test_the_bar_is_wiped_when_the_reader_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    items = progress("abc", 3)
    next(items)
    next(items)
    items.close()  # type: ignore[attr-defined]
    assert screen.getvalue().endswith(CLEAR)


def test_the_length_of_the_bar() -> None:
    assert bar(548, 548).count("━") == module.WIDTH
    assert bar(0, 1000).count("╌") == module.WIDTH
    assert bar(12, 1548).endswith(" 12 of 1,548 articles")
