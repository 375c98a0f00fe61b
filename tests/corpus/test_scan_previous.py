"""Scans that take what has not changed from an earlier one: the same rows as without it, and less work."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from made import GRIEF, SETTINGS, Made, beware, tables

from claimcheck.corpus import rows
from claimcheck.corpus.page import Item
from claimcheck.corpus.scan import Plan, outcome, scan
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.source import Unit
from claimcheck.corpus.store import MANIFEST, StoreError
from claimcheck.selection import Selection
from claimcheck.source import Error, SourceError

PAGES = 30
NEW = "It was founded in 1650 and has 7 rooms. It is 5 km (9 mi) long."


def run(source: Made, directory: Path, previous: Path | None = None, chosen: Settings = SETTINGS) -> int:
    """Scan; how many articles were taken from the earlier scan."""
    for _ in scan(source, chosen, directory, Plan(previous=previous)):
        pass
    return outcome(directory).tally().taken


def same(one: Path, other: Path) -> bool:
    return tables(one) == tables(other)


@pytest.mark.parametrize(
    ("edited", "weight", "sequential"),
    [
        ((), 700_000, False),
        ((0, 29), 40_000_000, False),
        ((3, 4, 5, 17), 700_000, True),
        ((3, 4, 5, 17), 40_000_000, False),
        (tuple(range(PAGES)), 700_000, False),
    ],
)
def test_the_rows_are_those_of_a_scan_that_reads_all(
    tmp_path: Path, edited: tuple[int, ...], weight: int, sequential: bool
) -> None:
    run(Made(), tmp_path / "old")
    now = Made(weight=weight, sequential=sequential, hostile=dict.fromkeys(edited, NEW))
    run(now, tmp_path / "fresh")
    assert run(now, tmp_path / "new", tmp_path / "old") == PAGES - len(edited)
    assert same(tmp_path / "new", tmp_path / "fresh")
    counted = msgspec.structs.replace(outcome(tmp_path / "new").tally(), taken=0)
    assert counted == outcome(tmp_path / "fresh").tally()


def test_what_was_taken_can_be_taken_again(tmp_path: Path) -> None:
    run(Made(), tmp_path / "1")
    run(Made(hostile={7: NEW}), tmp_path / "2", tmp_path / "1")
    assert run(Made(hostile={7: NEW, 8: NEW}), tmp_path / "3", tmp_path / "2") == PAGES - 1
    run(Made(hostile={7: NEW, 8: NEW}), tmp_path / "fresh")
    assert same(tmp_path / "3", tmp_path / "fresh")


class Shuffled(Made, frozen=True):
    """The same pages in another order."""

    order: tuple[int, ...] = tuple(range(6))

    def units(self) -> list[Unit]:
        units = super().units()
        return [units[number] for number in self.order]


@settings(max_examples=4)
@given(st.permutations(range(6)), st.sets(st.integers(0, PAGES - 1), max_size=5))
def test_the_order_of_pages_is_that_of_the_new_corpus(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], edited: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("scans")
    run(Made(), folder / "old")
    now = Shuffled(order=tuple(order), hostile=dict.fromkeys(edited, NEW))
    run(now, folder / "fresh")
    assert run(now, folder / "new", folder / "old") == PAGES - len(edited)
    assert same(folder / "new", folder / "fresh")


def test_pages_that_could_not_be_read_are_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "examine", rows.examine)
    beware()
    source = Made(hostile={5: GRIEF})
    run(source, tmp_path / "old")
    assert outcome(tmp_path / "old").tally().unread == {"failed": 1}
    monkeypatch.undo()
    assert run(source, tmp_path / "new", tmp_path / "old") == PAGES - 1
    assert not outcome(tmp_path / "new").tally().unread


def test_a_page_that_joined_a_list_is_on_it(tmp_path: Path) -> None:
    lists = {"Mills": frozenset({"Page 3", "Page 4"})}
    run(Made(), tmp_path / "old", chosen=msgspec.structs.replace(SETTINGS, lists=lists))
    now = msgspec.structs.replace(SETTINGS, lists={"Mills": frozenset({"Page 4", "Page 9"})})
    assert run(Made(), tmp_path / "new", tmp_path / "old", now) == PAGES - 2
    named = tables(tmp_path / "new")["articles"].to_pylist()
    assert [row["title"] for row in named if row["lists"]] == ["Page 4", "Page 9"]


def test_pages_of_unknown_time_are_read_again_on_another_day(tmp_path: Path) -> None:
    tomorrow = datetime.date(2024, 1, 2)
    run(Made(), tmp_path / "old")
    assert run(Made(), tmp_path / "new", tmp_path / "old", msgspec.structs.replace(SETTINGS, today=tomorrow)) == 0
    dated = msgspec.structs.replace(SETTINGS, date=datetime.date(2020, 1, 1))
    run(Made(), tmp_path / "old dated", chosen=dated)
    later = msgspec.structs.replace(dated, today=tomorrow)
    assert run(Made(), tmp_path / "new dated", tmp_path / "old dated", later) == PAGES


class Timed(Made, frozen=True):
    """Pages with revisions and their times; `moved` have another one than before, of the same text."""

    moved: frozenset[int] = frozenset()

    def page(self, number: int) -> Item:  # type: ignore[override]
        time = datetime.datetime(2020, 1, 1 + number % 28, tzinfo=datetime.UTC)
        later = datetime.timedelta(days=3 * (number in self.moved))
        revision = 1000 + number + 500 * (number in self.moved)
        return msgspec.structs.replace(super().page(number), time=time + later, revision=revision)


def test_a_new_revision_of_the_same_text_is_read_on_its_own_day(tmp_path: Path) -> None:
    run(Timed(), tmp_path / "old")
    now = Timed(moved=frozenset({2, 11}))
    run(now, tmp_path / "fresh")
    tomorrow = msgspec.structs.replace(SETTINGS, today=datetime.date(2025, 5, 5))
    assert run(now, tmp_path / "new", tmp_path / "old", tomorrow) == PAGES - 2
    assert same(tmp_path / "new", tmp_path / "fresh")


def test_an_earlier_scan_that_was_stopped_gives_what_it_finished(tmp_path: Path) -> None:
    source = Made(weight=20_000_000)
    run(source, tmp_path / "old")
    manifest = tmp_path / "old" / MANIFEST
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:3]))  # the header and two tasks
    assert 0 < run(source, tmp_path / "new", tmp_path / "old") < PAGES
    run(source, tmp_path / "fresh")
    assert same(tmp_path / "new", tmp_path / "fresh")


def _by_another_program(old: Path) -> None:
    manifest = old / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b'"program":"', b'"program":"x'))


@pytest.mark.parametrize(
    ("spoil", "chosen", "told"),
    [
        (None, lambda: msgspec.structs.replace(SETTINGS, claims="none"), "setting `claims`"),
        (None, lambda: msgspec.structs.replace(SETTINGS, rules=Selection(ignore=("order",))), "setting `rules`"),
        (lambda old: (old / MANIFEST).unlink(), lambda: SETTINGS, "no manifest"),
        (lambda old: next((old / "claims").iterdir()).unlink(), lambda: SETTINGS, "cannot be read"),
        (_by_another_program, lambda: SETTINGS, "program"),
    ],
)  # fmt: skip
def test_a_scan_of_another_kind_is_refused_and_nothing_is_written(
    tmp_path: Path, spoil: Callable[[Path], object] | None, chosen: Callable[[], Settings], told: str
) -> None:
    run(Made(), tmp_path / "old")
    if spoil is not None:
        spoil(tmp_path / "old")
    with pytest.raises(Error, match=told):
        run(Made(), tmp_path / "new", tmp_path / "old", chosen())
    assert not (tmp_path / "new").exists()


def test_a_directory_without_a_scan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such directory"):
        run(Made(), tmp_path / "new", tmp_path / "nowhere")
    with pytest.raises(StoreError, match="cannot be the earlier scan and the new one"):
        run(Made(), tmp_path / "new", tmp_path / "new")


def test_a_scan_that_was_stopped_goes_on_with_the_earlier_one(tmp_path: Path) -> None:
    source = Made(weight=20_000_000, hostile={4: NEW})
    run(Made(), tmp_path / "old")
    steps = scan(source, SETTINGS, tmp_path / "new", Plan(previous=tmp_path / "old"))
    while not outcome(tmp_path / "new").entries if (tmp_path / "new" / MANIFEST).exists() else True:
        next(steps)
    steps.close()  # type: ignore[attr-defined]
    for _ in scan(source, SETTINGS, tmp_path / "new", Plan(previous=tmp_path / "old", resume=True)):
        pass
    run(source, tmp_path / "fresh")
    assert same(tmp_path / "new", tmp_path / "fresh")
    assert outcome(tmp_path / "new").tally().taken == PAGES - 1
