"""One page after the other in a process that may be ended: what each costs it, and that all are answered in order."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import time
from typing import Any

import pytest

pytest.importorskip("pyarrow")
if not hasattr(signal, "setitimer"):
    pytest.skip("the system has no alarms", allow_module_level=True)

from made import DIE, EAT, GRIEF, HANG, SETTINGS, beware

from claimcheck.corpus import rows
from claimcheck.corpus.page import Page
from claimcheck.corpus.rows import lint_rows
from claimcheck.corpus.spark.guard import Limits, guarded

LIMITS = Limits(2, 1_500_000_000)
TEXTS = ["It has 3 rooms.", HANG, "It has 4 rooms.", DIE, EAT, GRIEF, "It stood from 1920 to 1918."]
PAGES = [Page(f"Page {number}", text) for number, text in enumerate(TEXTS)]


def told(pages: list[Page], limits: Limits = LIMITS) -> list[dict[str, Any]]:
    return [row for batch in guarded(pages, SETTINGS, limits) for row in batch.to_pylist()]


def test_every_page_has_its_row_whatever_became_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "examine", rows.examine)
    good = list(lint_rows(PAGES, SETTINGS))
    beware()
    found = told(PAGES)
    assert [row["title"] for row in found] == [page.title for page in PAGES]
    assert {row["title"]: (row["status"], row["message"]) for row in found if row["status"] != "ok"} == {
        "Page 1": ("timeout", "not read within 2 s"),
        "Page 3": ("failed", "its process was ended (signal SIGKILL)"),
        "Page 4": ("memory", "not enough memory for this page"),
        "Page 5": ("failed", "ValueError: a rule of grief"),
    }
    for number in (0, 2, 6):
        assert found[number]["claims"] == good[number]["claims"]
        assert found[number]["findings"] == good[number]["findings"]


def test_the_system_ends_what_hangs_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """No bytecode runs while an expression backtracks, so that Python's own signal handlers would wait for it."""

    def examined(*_: object) -> None:
        re.match(r"(a+)+$", "a" * 60 + "b")

    monkeypatch.setattr(rows, "examine", examined)
    monkeypatch.setattr("claimcheck.corpus.spark.guard.warm", lambda _settings: None)
    start = time.monotonic()
    (row,) = told([Page("A", "a")], Limits(0.3, 0))
    assert (row["status"], row["message"]) == ("timeout", "not read within 0.3 s")
    assert time.monotonic() - start < 30


def test_a_process_that_is_ended_once_is_somebody_elses_doing(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    examine, been = rows.examine, tmp_path / "been"

    def examined(text: str, *arguments: Any) -> Any:
        if "rooms" in text and not been.exists():
            been.touch()
            os.kill(os.getpid(), signal.SIGTERM)
        return examine(text, *arguments)

    monkeypatch.setattr(rows, "examine", examined)
    assert [row["status"] for row in told(PAGES[:1] * 3)] == ["ok"] * 3
    assert been.exists()


def test_no_process_is_left_when_nobody_asks_any_more() -> None:
    asked = guarded(PAGES[:1] * 3, SETTINGS, LIMITS)
    next(asked)
    assert len(multiprocessing.active_children()) == 1
    asked.close()
    assert not multiprocessing.active_children()
