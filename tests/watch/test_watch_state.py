"""What is kept between two runs of `claimcheck watch`, and which changes are looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import NoRevisionError, Site
from claimcheck.sources.stream import Event
from claimcheck.watch import Change, Filter, State, judge, read_change
from claimcheck.watch import state as states

STREAM = "https://stream.example/changes"
SITE = Site("Wiki", "somewiki", "wiki.example", "MediaWiki 1.39")
EDIT: dict[str, Any] = {
    "type": "edit", "title": "Upper line", "namespace": 0, "wiki": "somewiki", "server_name": "wiki.example",
    "id": 7, "revision": {"old": 4, "new": 5}, "timestamp": 1, "user": "Ann", "bot": False, "meta": {"id": "m-1"},
}  # fmt: skip


def change(**more: Any) -> Change:
    found = read_change(Event("1", json.dumps(EDIT | more)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ({}, True),
        ({"type": "new", "revision": {"old": None, "new": 5}}, True),
        ({"type": "new", "revision": {"new": 5}}, True),
        ({"title": "Lower line"}, True),
        ({"title": "Lower lines"}, False),
        ({"type": "log", "revision": None}, False),
        ({"type": "categorize"}, False),
        ({"namespace": 1}, False),
        ({"namespace": 4}, True),
        ({"wiki": "otherwiki"}, False),
        ({"server_name": "wiki.example.org"}, False),
        ({"bot": True}, False),
    ],
)
def test_which_changes_are_looked_at(more: dict[str, Any], taken: bool) -> None:
    wanted = Filter(SITE, frozenset({0, 4}), ("Upper*", "* line"), bots=False)
    assert wanted.takes(change(**more)) is taken


@pytest.mark.parametrize("data", ["", "x", "[]", "{}", '{"type": "edit"}', '{"type": 5, "title": []}', "null"])
def test_what_is_no_change(data: str) -> None:
    assert read_change(Event("1", data)) is None


def test_the_same_change_has_the_same_key() -> None:
    assert change().key == "m-1" == change(user="Bob").key
    assert change(meta=None).key == change(meta=None, user="Bob").key
    assert len({change(meta=None, id=number).key for number in range(5)}) == 5


def test_state_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "state"
    state = State(STREAM, path)
    assert state.last_id == ""
    state.passed("1", "a")
    state.passed("2", "b")
    again = State(STREAM, path)
    assert (again.last_id, again.knows("a"), again.knows("b"), again.knows("c")) == ("2", True, True, False)
    assert list(tmp_path.iterdir()) == [path]


def test_the_oldest_changes_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "REMEMBERED", 3)
    state = State(STREAM, tmp_path / "state")
    for number in range(6):
        state.passed(str(number), f"k{number}")
    assert [state.knows(f"k{number}") for number in range(6)] == [False, False, False, True, True, True]
    assert State(STREAM, tmp_path / "state").seen == {"k3", "k4", "k5"}


def test_what_is_not_looked_at_is_noted_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = State(STREAM, tmp_path / "state")
    state.passed("1", "a")
    state.passed("2")
    assert State(STREAM, tmp_path / "state").last_id == "1"
    monkeypatch.setattr(states, "SECONDS", 0.0)
    state.passed("3")
    assert State(STREAM, tmp_path / "state").last_id == "3"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "not a state file of claimcheck watch"),
        ("{}", "not a state file of claimcheck watch"),
        ('{"claimcheck": "blame"}', "not a state file of claimcheck watch"),
        (
            '{"claimcheck": "watch", "stream": "https://other.example", "last_id": "5", "seen": []}',
            "of another stream, https://other.example",
        ),
    ],
)
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "state"
    path.write_text(content)
    with pytest.raises(SourceError, match=told):
        State(STREAM, path)
    assert path.read_text() == content


class Lagging:
    """A wiki in whose replicas a revision turns up after some questions."""

    def __init__(self, after: int) -> None:
        self.left = after

    def revisions_by_id(self, numbers: list[int]) -> list[SourceError]:
        self.left -= 1
        found = "still missing" if self.left >= 0 else "there"
        return [NoRevisionError(found) if self.left >= 0 else SourceError(found) for _ in numbers]


@pytest.mark.parametrize(
    ("after", "found", "slept"),
    [(0, "there", []), (1, "there", [1]), (2, "there", [1, 4]), (9, "still missing", [1, 4])],
)
def test_a_fresh_edit_may_not_be_everywhere_yet(
    monkeypatch: pytest.MonkeyPatch, after: int, found: str, slept: list[float]
) -> None:
    monkeypatch.setattr("claimcheck.watch.verdict.time.time", lambda: 31.0)
    waits: list[float] = []
    assert str(judge(Lagging(after), change(), (), waits.append)) == found  # type: ignore[arg-type]
    assert waits == slept


def test_an_old_edit_is_not_waited_for() -> None:
    assert str(judge(Lagging(1), change(), (), None)) == "still missing"  # type: ignore[arg-type]
