"""Pages that stand in a source more than once: each is counted once, and what was passed over is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("duckdb")

from dump_writer import Page, Revision, write
from made import SETTINGS, tables

from claimcheck.cli.scan_words import summary
from claimcheck.corpus import feed, tasks
from claimcheck.corpus.database import database
from claimcheck.corpus.pages import open_source
from claimcheck.corpus.scan import Plan, outcome, scan
from claimcheck.corpus.schema import COLUMNS
from claimcheck.corpus.store import Manifest

WAR = "The war lasted from 1920 to 1918. It has {} rooms."


def page(number: int, revision: int, rooms: int = 5, text: str = WAR) -> Page:
    return Page(f"Inn {number}", number, (Revision(revision, text.format(rooms)),))


def scanned(tmp_path: Path, dumps: Sequence[Sequence[Page]], jobs: int = 1, **options: Any) -> Manifest:
    """A scan in `out` of dumps with these pages."""
    names = []
    for number, pages in enumerate(dumps):
        names.append(str(tmp_path / f"part{number}.xml"))
        write(Path(names[-1]), tuple(pages))
    list(scan(open_source(names, **options), SETTINGS, tmp_path / "out", Plan(jobs=jobs)))
    return outcome(tmp_path / "out")


def rows(directory: Path, table: str, *columns: str) -> list[tuple[Any, ...]]:
    found = tables(directory).get(table)
    return [] if found is None else [tuple(row[name] for name in columns) for row in found.to_pylist()]


@pytest.fixture(params=["one task", "many tasks"])
def cut(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dumps in one piece of work, or in one for each."""
    if request.param == "many tasks":
        for module in (tasks, feed):
            monkeypatch.setattr(module, "aimed", lambda *_: 1)


@pytest.mark.usefixtures("cut")
@pytest.mark.parametrize("jobs", [1, 2])
def test_two_dumps_that_overlap(tmp_path: Path, jobs: int) -> None:
    first = [page(number, 100 + number) for number in range(1, 6)]
    second = [page(number, 100 + number) for number in range(4, 9)]
    manifest = scanned(tmp_path, [first, second], jobs)
    out = tmp_path / "out"
    assert rows(out, "articles", "page") == [(number,) for number in range(1, 9)]
    assert len(rows(out, "findings", "page")) == 8
    claims = rows(out, "claims", "page", "claim")
    assert len(claims) == len(set(claims)) == manifest.tally().claims
    assert rows(out, "skipped", "page", "reason") == [(4, "duplicate"), (5, "duplicate")]
    tally = manifest.tally()
    assert (tally.articles, tally.error, tally.skipped) == (8, 8, {"duplicate": 2})
    assert "2 pages stand in the source more than once" in summary(manifest, 1, 0, "out")
    with database(out) as connection:
        assert connection.sql("SELECT findings, articles FROM by_rule").fetchall() == [(8, 8)]
        assert connection.sql("SELECT count(*) FROM finding_claims").fetchall() == [(8,)]


@pytest.mark.usefixtures("cut")
def test_the_newest_of_several_revisions_is_kept(tmp_path: Path) -> None:
    old = [page(1, 101), page(2, 102), page(3, 103, text="#REDIRECT [[Inn 1]]")]
    new = [page(1, 201, 7), page(3, 203), page(4, 204)]
    manifest = scanned(tmp_path, [old, new, old])
    out = tmp_path / "out"
    assert sorted(rows(out, "articles", "page", "revision")) == [(1, 201), (2, 102), (3, 203), (4, 204)]
    assert rows(out, "redirects", "page") == []
    assert (manifest.tally().articles, manifest.tally().redirects) == (4, 0)
    assert manifest.tally().skipped == {"duplicate": 5}
    assert set(rows(out, "claims", "page", "revision")) == {(1, 201), (2, 102), (3, 203), (4, 204)}


@pytest.mark.usefixtures("cut")
def test_histories_hold_many_revisions_of_a_page(tmp_path: Path) -> None:
    revisions = [
        Revision(number, WAR.format(number), parent=number - 1 if number > 11 else 0) for number in range(11, 15)
    ]
    first, second = Page("Inn", 1, tuple(revisions[:2])), Page("Inn", 1, tuple(revisions[1:]))
    manifest = scanned(tmp_path, [[first, page(2, 20)], [second]], history=True)
    found = rows(tmp_path / "out", "articles", "page", "revision")
    assert sorted(found) == [(1, 11), (1, 12), (1, 13), (1, 14), (2, 20)]
    assert manifest.tally().skipped == {"duplicate": 1}
    assert summary(manifest, 1, 0, "out").startswith("out: 5 revisions, ")


def test_names_of_directories_are_no_columns(tmp_path: Path) -> None:
    folder = tmp_path / "rooms=5"
    folder.mkdir()
    scanned(folder, [[page(1, 101)], [page(1, 101)]])
    with database(folder / "out") as connection:
        columns = connection.sql("SELECT * FROM articles").columns
    assert columns == [column.name for column in COLUMNS["articles"]] == tables(folder / "out")["articles"].column_names


def test_pages_without_a_number_are_all_kept(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Inn.wikitext").write_text(WAR, encoding="utf-8")
    list(scan(open_source([str(tmp_path / "a"), str(tmp_path / "b")]), SETTINGS, tmp_path / "out", Plan()))
    assert rows(tmp_path / "out", "articles", "page") == [(0,), (0,)]


def test_a_dump_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", (page(1, 101),))
    source = open_source([str(tmp_path / "a.xml"), str(tmp_path)])
    assert len(source.units()) == 1


def test_a_page_that_failed_is_not_told_when_another_of_it_is_kept(tmp_path: Path, monkeypatch: Any) -> None:
    from claimcheck.corpus import rows as made_rows

    examine = made_rows.examine

    def examined(text: str, *arguments: Any) -> Any:
        if "@grief@" in text:
            raise ValueError("a rule of grief")
        return examine(text, *arguments)

    monkeypatch.setattr(made_rows, "examine", examined)
    for module in (tasks, feed):
        monkeypatch.setattr(module, "aimed", lambda *_: 1)
    manifest = scanned(tmp_path, [[page(1, 101, text="@grief@")], [page(1, 102)]])
    assert (manifest.tally().unread, [entry.unread for entry in manifest.entries.values()]) == ({}, [(), ()])


def test_going_on_finds_nothing_more_to_take_out(tmp_path: Path) -> None:
    pages = [page(1, 101), page(2, 102)]
    manifest = scanned(tmp_path, [pages, pages])
    out = tmp_path / "out"
    before = tables(out)
    lines = (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (out / "manifest.jsonl").write_text("".join(lines[:-1]), encoding="utf-8")  # killed at the end
    source = open_source([str(tmp_path / "part0.xml"), str(tmp_path / "part1.xml")])
    list(scan(source, SETTINGS, out, Plan(resume=True)))
    assert outcome(out).tally() == manifest.tally()
    assert {name: table.to_pylist() for name, table in tables(out).items()} == {
        name: table.to_pylist() for name, table in before.items()
    }
