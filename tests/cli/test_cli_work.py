"""One function over many articles: in order, failures in their places, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from claimcheck.cli.inputs import Inputs
from claimcheck.cli.work import each
from claimcheck.report.parts.run import Unread
from claimcheck.source import SourceError
from claimcheck.sources.files import Article


@pytest.fixture
def articles(tmp_path: Path) -> Inputs:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(str(number))
    (tmp_path / "3.txt").write_bytes(b"\xff")
    return Inputs((str(tmp_path), str(tmp_path / "gone.txt")))


def title(article: Article) -> str:
    return article.title


def crash(article: Article) -> str:
    if article.title == "5":
        raise ValueError("five")
    return article.title


def die(article: Article) -> str:
    if article.title == "5":
        os.kill(os.getpid(), signal.SIGKILL)
    return article.title


@pytest.mark.parametrize("jobs", [1, 2, 100])
def test_order_and_failures(articles: Inputs, jobs: int) -> None:
    results = list(each(articles, title, jobs))
    assert [result for result in results if isinstance(result, str)] == ["0", "1", "2", "4", "5", "6", "7"]
    unread = [result.message for result in results if isinstance(result, Unread)]
    assert isinstance(results[3], Unread)
    assert ["not UTF-8" in unread[0], "no such file" in unread[1]] == [True, True]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_takes_the_place_of_its_article(articles: Inputs, jobs: int) -> None:
    crashed = list(each(articles, crash, jobs))[5]
    assert isinstance(crashed, Unread)
    assert crashed.message.endswith("ValueError: five (CLAIMCHECK_DEBUG=1 shows where)")


def test_a_process_that_is_killed(articles: Inputs) -> None:
    with pytest.raises(SourceError, match=r"ended from outside; is there memory for 2 of them"):
        list(each(articles, die, 2))


def test_leaving_early_ends_the_processes(articles: Inputs) -> None:
    results = each(articles, title, 2)
    assert next(results) == "0"
    results.close()  # type: ignore[attr-defined]


def test_a_debugger_sees_where(articles: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    crashed = list(each(articles, crash, 1))[5]
    assert isinstance(crashed, Unread)
    assert "Traceback" in crashed.message
