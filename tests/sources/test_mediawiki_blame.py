"""Blame of a history of 10,000 revisions: few questions, few lints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from wiki_stand_in import Answer, Asked, Script, StandIn, as_json, page, pages, revision

from claimcheck.cli import cli
from claimcheck.cli.failures import guarded

COUNT, CAME = 10_000, 6_543


def text(number: int) -> str:
    return f"The agency employed {'7000 thousand' if number >= CAME else '7,000'} nurses in that year. Edit {number}."


def script(asked: Asked) -> Answer:
    """A list of all revisions, 500 with each answer, and the text of each."""
    if "revids" in asked.parameters:
        numbers = map(int, asked.parameters["revids"].split("|"))
        return as_json(pages(page("Agency", *(revision(number, text(number)) for number in numbers))))
    begin = int(asked.parameters.get("rvcontinue", "1"))
    listed = [revision(number, None) for number in range(begin, begin + 500)]
    onward = {"continue": {"rvcontinue": str(begin + 500)}} if begin + 500 <= COUNT else {}
    return as_json(pages(page("Agency", *listed), **onward))


def test_a_history_of_ten_thousand(
    stand_in: Callable[[Script], StandIn],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    server = stand_in(script)
    assert guarded(cli, ["blame", "Agency", "--wiki", server.url, "--format", "json", "--select", "scale"]) != 0
    shape = json.loads(capsys.readouterr().out)
    ((finding),) = shape["findings"]
    assert (finding["introduced"]["version"], finding["introduced"]["before"]) == (str(CAME), str(CAME - 1))
    assert shape["versions"] == COUNT
    assert shape["linted"] <= 28  # 2·log2(10,000) + 2
    assert len(server.asked) == COUNT / 500 + shape["linted"]
