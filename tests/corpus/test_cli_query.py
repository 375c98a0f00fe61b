"""`claimcheck query`: answers in every format, read back by another library; a fence around what a statement may do."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("duckdb")

import polars as pl

from claimcheck.cli.answer import plain
from claimcheck.corpus.database import Limits, QueryError, database
from claimcheck.corpus.query import ask, batches, check
from claimcheck.corpus.schema import COLUMNS
from claimcheck.corpus.views import SUMMARIES

TOWN = "'''Dunmore''' is a town. It was founded in 1850. As of 2011, its population was 12,345.\n[[Category:Towns]]\n"
FLAWED = TOWN + "The war lasted from 1920 to 1918.\n"
HOSTILE = "It's \"; DROP"
"""A title that must not end a string."""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from claimcheck.cli import main; main()", *arguments]


def run(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command(*arguments), cwd=folder, input=stdin, capture_output=True, text=True, check=False, timeout=120
    )
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    return done


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with a scan in `out`: three articles, one with a flaw, one with a hostile title."""
    folder = tmp_path_factory.mktemp("a scan's folder")
    (folder / "articles").mkdir()
    for title, text in {"Dunmore": FLAWED, "Ashby": TOWN, HOSTILE: TOWN}.items():
        (folder / "articles" / f"{title}.wikitext").write_text(text, encoding="utf-8")
    (folder / "towns.txt").write_text("Dunmore\nAshby\n", encoding="utf-8")
    done = run(folder, "scan", "articles", "--output", "out", "--list", "Towns=towns.txt", "--no-config")
    assert done.returncode == 1, done.stderr
    return folder


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT count(*) FROM articles", [{"count_star()": 3}]),
        ("SELECT title FROM articles ORDER BY title", [{"title": t} for t in ("Ashby", "Dunmore", HOSTILE)]),
        ("SELECT count(*) AS n FROM claims WHERE title = 'It''s \"; DROP'", [{"n": 3}]),
        (
            "SELECT rule, findings, articles FROM by_rule",
            [{"rule": "order/reversed-period", "findings": 1, "articles": 1}],
        ),
        ("SELECT title, errors + warnings AS n FROM by_article", [{"title": "Dunmore", "n": 1}]),
        (
            "SELECT list, articles, findings, with_findings FROM by_list",
            [{"list": "Towns", "articles": 2, "findings": 1, "with_findings": 1}],
        ),
        ("SELECT category, articles, claims FROM by_category", [{"category": "Towns", "articles": 3, "claims": 10}]),
        (
            "SELECT measure, claims, dated, findings FROM by_measure",
            [{"measure": "population", "claims": 3, "dated": 3, "findings": 0}],
        ),
        ("SELECT rule, text FROM finding_claims", [{"rule": "order/reversed-period", "text": "1920 to 1918"}]),
        ("SELECT count(*) AS n FROM changes", [{"n": 0}]),
        ("SELECT count(*) AS n FROM redirects", [{"n": 0}]),
        ("WITH t AS (SELECT 1 AS a) SELECT * FROM t; -- and a word on it", [{"a": 1}]),
        ("VALUES (1)", [{"col0": 1}]),
        ("FROM range(2)", [{"range": 0}, {"range": 1}]),
        ("PIVOT (FROM range(2)) ON range", [{"0": 1, "1": 1}]),
        ("SELECT NULL AS x WHERE false", []),
        ("SELECT 'nan'::DOUBLE AS x, 12345678901234567890123::HUGEINT AS y, DATE '2020-01-02' AS d",
         [{"x": None, "y": 12345678901234567890123, "d": "2020-01-02"}]),
        ("SELECT [1, 2] AS l, {'a': 'é'} AS s", [{"l": [1, 2], "s": {"a": "é"}}]),
    ],
)  # fmt: skip
def test_answers(scanned: Path, sql: str, rows: list[dict[str, object]]) -> None:
    with database(scanned / "out") as connection:
        reader = ask(connection, sql)
        found = [plain(row) for batch in batches(reader) for row in batch.to_pylist()]
    assert found == rows


def test_answers_are_the_same_in_every_format(scanned: Path) -> None:
    sql = "SELECT title, claim_count, lists FROM articles ORDER BY title"
    told = [("Ashby", 3, ["Towns"]), ("Dunmore", 4, ["Towns"]), (HOSTILE, 3, [])]

    def answer(style: str) -> str:
        done = run(scanned, "query", "out", sql, "--format", style)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    objects = [dict(zip(("title", "claim_count", "lists"), row, strict=True)) for row in told]
    assert json.loads(answer("json")) == objects
    assert [json.loads(line) for line in answer("jsonl").splitlines()] == objects
    rows = list(csv.reader(io.StringIO(answer("csv"))))
    assert rows == [list(objects[0]), *([title, str(many), json.dumps(lists)] for title, many, lists in told)]
    lines = answer("text").splitlines()
    assert [line.split()[0] for line in lines] == ["title", "Ashby", "Dunmore", "It's"]
    assert lines[2].split() == ["Dunmore", "4", '["Towns"]']


def test_parquet_is_read_by_another_library(scanned: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.parquet"
    done = run(scanned, "query", "out", "FROM claims", "--format", "parquet", "--output", str(file))
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")
    mine = pl.read_parquet(file)
    scan = pl.read_parquet(scanned / "out" / "claims" / "*.parquet")
    assert mine.columns == [column.name for column in COLUMNS["claims"]]
    assert mine.sort("title", "claim").equals(scan.sort("title", "claim"))


def test_statements_come_from_files_and_standard_input(scanned: Path, tmp_path: Path) -> None:
    (tmp_path / "q.sql").write_text("SELECT 7 AS n\n", encoding="utf-8")
    for source, stdin in ((str(tmp_path / "q.sql"), ""), ("-", "SELECT 7 AS n")):
        done = run(scanned, "query", "out", "--file", source, "--format", "csv", stdin=stdin)
        assert done.stdout.split() == ["n", "7"]
    assert "cannot be read" in run(scanned, "query", "out", "--file", "nosuch.sql").stderr


def test_without_a_statement_every_table_and_view_is_listed(scanned: Path) -> None:
    done = run(scanned, "query", "out")
    assert done.returncode == 0
    heads = [line.partition(":")[0] for line in done.stdout.splitlines() if line and not line.startswith(" ")]
    assert heads == [*COLUMNS, *(view.name for view in SUMMARIES)]


@pytest.mark.parametrize("view", SUMMARIES, ids=lambda view: view.name)
def test_views_have_the_columns_that_are_documented(scanned: Path, view: object) -> None:
    named = {name for name in view.columns if name != "*"}  # type: ignore[attr-defined]
    with database(scanned / "out") as connection:
        columns = ask(connection, f"FROM {view.name}").schema.names  # type: ignore[attr-defined]
    assert named <= set(columns) if "*" in view.columns else list(view.columns) == columns  # type: ignore[attr-defined]


FENCED = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT content FROM read_text('/etc/hostname')",
    "SELECT * FROM read_blob('/etc/hostname')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM read_parquet('https://example.org/x.parquet')",
    "SELECT * FROM read_text('{out}/../towns.txt')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM duckdb_secrets()",
]
REFUSED = [
    "COPY (SELECT 1) TO '{out}/claims/evil.parquet'",
    "COPY (PIVOT (FROM range(2)) ON range) TO '{out}/evil.csv'",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{out}/evil.csv'",
    "EXPLAIN (ANALYZE) COPY (SELECT 1) TO '{out}/evil.csv'",
    "/* EXPLAIN */ EXPLAIN ANALYZE COPY (SELECT 1) TO '{out}/evil.csv'",
    "SET enable_external_access = true",
    "SET memory_limit = '100GB'",
    "PRAGMA enable_external_access",
    "ATTACH '{out}/x.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "EXPORT DATABASE '{out}/dump'",
    "IMPORT DATABASE '{out}/dump'",
    "CREATE TABLE x AS SELECT 1",
    "DROP VIEW claims",
    "DELETE FROM claims",
    "INSERT INTO claims SELECT * FROM claims",
    "UPDATE claims SET title = ''",
    "CALL pragma_version()",
    "CHECKPOINT",
    "VACUUM",
    "PREPARE p AS SELECT 1",
    "BEGIN TRANSACTION",
    "SELECT 1; SELECT 2",
    "SELECT 1; COPY (SELECT 1) TO '{out}/evil.csv'",
    "",
    "-- nothing",
    ";",
    "SELEC 1",
    "SELECT nosuch FROM claims",
    "SELECT * FROM nosuch",
    "SELECT 'x",
]


@pytest.mark.parametrize("sql", [*FENCED, *REFUSED])
def test_statements_only_read_and_only_the_scan(scanned: Path, sql: str) -> None:
    out = scanned / "out"
    before = sorted(path for path in scanned.rglob("*"))
    with database(out) as connection, pytest.raises(QueryError) as told:
        list(batches(ask(connection, sql.replace("{out}", str(out).replace("'", "''")))))
    assert str(told.value).strip()
    assert sorted(path for path in scanned.rglob("*")) == before


@pytest.mark.parametrize(
    "sql", ["EXPLAIN SELECT 1", "explain analyze select 1", "DESCRIBE claims", "SUMMARIZE articles"]
)
def test_statements_about_statements_are_fine(scanned: Path, sql: str) -> None:
    with database(scanned / "out") as connection:
        check(connection, sql)
        assert list(batches(ask(connection, sql)))


def test_other_directories_are_read_where_that_is_asked_for(scanned: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("title,mark\nDunmore,5\n", encoding="utf-8")
    sql = f"SELECT mark FROM articles JOIN read_csv('{tmp_path}/mine.csv') USING (title)"  # noqa: S608
    refused = run(scanned, "query", "out", sql)
    assert refused.returncode == 2
    assert "--allow DIR" in refused.stderr
    done = run(scanned, "query", "out", sql, "--allow", str(tmp_path), "--format", "csv")
    assert (done.returncode, done.stdout.split()) == (0, ["mark", "5"])


def test_memory_is_limited_and_the_rest_spilled(scanned: Path, tmp_path: Path) -> None:
    sql = "SELECT a, count(*) AS n FROM (SELECT hash(range) AS a FROM range(6000000)) GROUP BY a ORDER BY a LIMIT 1"
    limits = Limits(memory="120MB", threads=2, spill=str(tmp_path))
    with database(scanned / "out", limits) as connection:
        assert sum(batch.num_rows for batch in batches(ask(connection, sql))) == 1
    little = Limits("120MB", 2, str(tmp_path), "1MB")
    with database(scanned / "out", little) as connection, pytest.raises(QueryError, match="--spill-size"):
        list(batches(ask(connection, sql)))


def test_sizes_that_are_none_are_told(scanned: Path) -> None:
    done = run(scanned, "query", "out", "SELECT 1", "--memory", "much")
    assert done.returncode == 2
    assert "much" in done.stderr


@pytest.fixture
def copy(scanned: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(scanned / "out", tmp_path / "out"))


def test_what_is_no_scan_is_told(tmp_path: Path) -> None:
    for name, words in (("nosuch", "no such directory"), (".", "not the output of a scan")):
        done = run(tmp_path, "query", name, "SELECT 1")
        assert (done.returncode, words in done.stderr) == (2, True)


def test_a_scan_that_goes_on_is_told_and_asked_all_the_same(copy: Path) -> None:
    manifest = copy / "manifest.jsonl"
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text("".join(lines[:-1]) + '{"task": 9, "na', encoding="utf-8")
    (copy / "claims" / "part-000009.parquet").write_bytes(b"PAR1 half")
    done = run(copy, "query", ".", "SELECT count(*) AS n FROM articles", "--format", "csv")
    assert (done.returncode, done.stdout.split()) == (0, ["n", "3"])
    assert "has not come to its end" in done.stderr


def damage(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\0" * 200 + data[300:])


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.write_bytes(b""), "damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:-30]), "damaged"),
        (damage, "damaged"),
    ],
    ids=["gone", "empty", "cut off", "overwritten"],
)
def test_damaged_tables_are_told(copy: Path, spoil: object, words: str) -> None:
    spoil(next((copy / "claims").glob("*.parquet")))  # type: ignore[operator]
    done = run(copy, "query", ".", "SELECT * FROM claims", "--format", "csv")
    assert done.returncode == 2
    assert words in done.stderr


def test_answers_that_nobody_reads_to_the_end(scanned: Path) -> None:
    arguments = command("query", "out", "SELECT range AS a FROM range(3000000)", "--format", "csv")
    process = subprocess.Popen(arguments, cwd=scanned, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == b"a\r\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


def test_tables_of_text_are_cut(scanned: Path) -> None:
    done = run(scanned, "query", "out", "SELECT range AS a, repeat('ü', 200) AS b FROM range(1500)")
    lines = done.stdout.splitlines()
    assert len(lines) == 1 + 1000 + 1
    assert lines[-1].startswith("… and 500 further rows")
    assert all(len(line) < 80 for line in lines[:-1])


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-cmd|x"])
def test_csv_holds_nothing_that_a_spreadsheet_runs(scanned: Path, text: str) -> None:
    done = run(scanned, "query", "out", f"SELECT '{text}' AS a", "--format", "csv")
    assert next(csv.reader(done.stdout.splitlines()[1:])) == [f"'{text}"]


def test_usage_is_told(scanned: Path) -> None:
    for arguments in (
        ("SELECT 1", "--file", "x"),
        ("SELECT 1", "--format", "parquet"),
        ("SELECT 1", "--format", "xml"),
    ):
        assert run(scanned, "query", "out", *arguments).returncode == 2
