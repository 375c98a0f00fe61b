"""A page is read on the day of its revision, so that nothing was in the future that is past by now."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from wiki_stand_in import Script, StandIn, as_json, page, pages, revision

from claimcheck.cli import cli
from claimcheck.cli.failures import guarded

TEXT = "Five trains.<ref>{{cite web|title=Trains|url=http://example.org/|access-date=9 May 2024}}</ref>"


@pytest.mark.parametrize(("date", "found"), [((), ["citation/access-in-future"]), (("--date", "2024-06-01"), [])])
def test_day_of_the_revision(
    stand_in: Callable[[Script], StandIn],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    date: tuple[str, ...],
    found: list[str],
) -> None:
    """The revision is of 6 May 2024."""
    monkeypatch.chdir(tmp_path)
    server = stand_in(lambda _: as_json(pages(page("Trains", revision(5, TEXT)))))
    guarded(cli, ["lint", "--wiki", server.url, "--page", "Trains", "--format", "json", "--select", "citation", *date])
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert [finding["rule"] for finding in article["findings"]] == found
