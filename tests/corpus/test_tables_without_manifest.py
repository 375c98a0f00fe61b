"""Tables that no scan wrote, but Spark: they have no manifest, and names of Spark's."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("duckdb")

from claimcheck.cli import cli
from claimcheck.corpus.between import between
from claimcheck.corpus.database import Connection, database
from claimcheck.corpus.kept import kept
from claimcheck.corpus.schema import COLUMNS, TABLES
from claimcheck.corpus.views import SUMMARIES
from claimcheck.rules.load import load_rules, shipped
from claimcheck.source import SourceError

TOWN = "'''Tarnstadt''' is a city. Tarnstadt had a population of 28,417 in 2011.\n[[Category:Towns]]\n"
VALLEY = "It is long. [[Tarnstadt]] had a population of 82,417 in 2011. The war lasted from 1920 to 1918.\n"


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scanned")
    (folder / "articles").mkdir()
    for title, text in {"Tarnstadt": TOWN, "Tarn Valley": VALLEY, "Old": "#REDIRECT [[Tarnstadt]]"}.items():
        (folder / "articles" / f"{title}.wikitext").write_text(text, encoding="utf-8")
    arguments = ["scan", str(folder / "articles"), "--output", str(folder / "out"), "--no-config", "--quiet"]
    assert cli(arguments, standalone_mode=False) == 1
    return folder / "out"


@pytest.fixture
def written(scanned: Path, tmp_path: Path) -> Path:
    """The same tables as Spark leaves them: several files in each, a mark that it has ended, its checksums."""
    where = tmp_path / "spark"
    for table in TABLES:
        (where / table).mkdir(parents=True)
        (where / table / "_SUCCESS").touch()
        for number, part in enumerate(sorted((scanned / table).glob("*.parquet"))):
            name = f"part-{number:05d}-8d1c9a4e-7a0b-4a3f-b1d7-0f4f5a7f2c11-c000.zstd.parquet"
            shutil.copy(part, where / table / name)
            (where / table / f".{name}.crc").write_bytes(b"crc")
    return where


def rows(connection: Connection, name: str) -> list[tuple[Any, ...]]:
    return sorted(connection.sql(f"SELECT * FROM {name}").fetchall(), key=repr)  # noqa: S608


def test_the_same_tables_and_views(scanned: Path, written: Path) -> None:
    assert kept(written).finished
    with database(scanned) as mine, database(written) as theirs:
        for name in (*COLUMNS, *(view.name for view in SUMMARIES)):
            assert rows(theirs, name) == rows(mine, name), name
        assert rows(theirs, "by_rule")[0][0] == "order/reversed-period"


def test_the_same_between_articles(written: Path) -> None:
    with database(written) as connection:
        (report,), errors = between(connection, load_rules(shipped()))
    assert (errors, report.article, [one.rule for one in report.findings]) == (
        [], "Tarn Valley", ["corpus/figure-in-two-articles"],
    )  # fmt: skip


def test_the_commands_take_them(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli(["query", str(written), "SELECT count(*) AS n FROM claims"], standalone_mode=False) == 0
    assert capsys.readouterr() == ("n\n5\n", "")
    arguments = ["between", str(written), "--preview", "--no-config", "--save", "--quiet"]
    assert cli(arguments, standalone_mode=False) == 0
    with database(written) as connection:
        assert [row[3] for row in rows(connection, "between")] == ["Tarn Valley"]


@pytest.mark.parametrize("gone", [("redirects",), ("claims", "findings")])
def test_what_is_missing_is_named(written: Path, gone: tuple[str, ...]) -> None:
    for table in gone:
        shutil.rmtree(written / table)
    with pytest.raises(SourceError, match=f"write_tables leaves {', '.join(gone)} (is|are) missing"):
        kept(written)


def test_a_table_that_is_being_written(written: Path) -> None:
    (written / "findings" / "_temporary" / "0").mkdir(parents=True)
    assert not kept(written).finished


def test_a_table_without_any_file_is_empty(written: Path) -> None:
    for path in (written / "redirects").glob("*.parquet"):
        path.unlink()
    with database(written) as connection:
        assert rows(connection, "redirects") == []


def test_what_is_no_scan_at_all(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no manifest\.jsonl in it, and no table"):
        kept(tmp_path)
