"""Spark gives the rows that the pool gives, of both shapes of Wikimedia's tables, with executors lost on the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")

import pyarrow.parquet as pq
from dump_writer import Page, Revision, write
from made import DIE, EAT, GRIEF, HANG, SETTINGS, Made, tables
from spark_made import (
    CONF,
    CONTENT,
    MASTER,
    WIKITEXT,
    Beware,
    content,
    wikitext,
)

from claimcheck.corpus.database import database
from claimcheck.corpus.pages import Keep, open_source
from claimcheck.corpus.scan import Plan, outcome, scan
from claimcheck.corpus.schema import TABLES, table_schema
from claimcheck.corpus.settings import Settings

# What Spark leaves open and what its Python warns of is not ours.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")]

PLAN = Plan(jobs=2, time_limit=6, memory_limit=1_500_000_000)
KEYS = ("wiki", "page", "revision", "title", "claim", "finding", "change", "before_start", "after_start")


@pytest.fixture(scope="module")
def spark(need: Callable[[str, object, str], None]) -> Iterator[Any]:
    java = shutil.which("java") or os.environ.get("JAVA_HOME")
    need("spark", java, "needs Java (Debian's openjdk-17-jre-headless)")
    need("spark", find_spec("pyspark"), "needs Spark (pip install 'claimcheck-lint[spark]')")
    from claimcheck.corpus.spark.engine import session

    with warnings.catch_warnings(action="ignore"):
        found = session(MASTER, CONF)
        yield found
        found.stop()


def article(number: int) -> str:
    """Two claims that cannot both hold, and one that changes with the number."""
    return (
        f"It was founded in {1700 + number}. It has {number + 10} rooms. It stood from 1920 to 1918. [[Category:Inns]]"
    )


def plain(number: int, text: str = "", **more: Any) -> Page:
    revision = Revision(1000 + number, text or article(number), f"2024-03-{1 + number % 28:02}T23:30:00Z")
    return Page(f"Page {number}", number, (revision,), **more)


def revision(page: int, turn: int) -> Revision:
    number = page * 100 + turn
    return Revision(number, article(page + turn // 2), f"2020-01-{turn + 1:02}T00:00:00Z", number - 1 if turn else 0)


HOSTILE = {7: HANG, 13: DIE, 21: EAT, 22: GRIEF, 44: DIE}
KINDS = (
    plain(101, "#REDIRECT [[Page 1#Early years]]", redirect="Page 1"),
    plain(102, "A talk of 5 km.", namespace=1),
    Page("Style", 103, (Revision(2, "a { width: 5px }", model="css"),)),
    Page("Secret", 104, (Revision(3, "", deleted=True),)),
    Page("Empty", 105, (Revision(4, ""),)),
    Page("Größe", 106, (Revision(5, "Sie ist 5 km lang, 北京 2008.", slots=(("mediainfo", "{}"),)),)),
)
CURRENT = (*(plain(number, HOSTILE.get(number, "")) for number in range(1, 61)), *KINDS)
HISTORY = (
    *(Page(f"Inn {page}", page, tuple(revision(page, turn) for turn in range(4))) for page in range(1, 9)),
    Page(
        "Inn 9",
        9,
        (
            Revision(901, "It has 5 rooms."),
            Revision(902, "", deleted=True, parent=901),
            Revision(903, "It has 6 rooms.", parent=902),
            Revision(904, "#REDIRECT [[Inn 1]]", parent=903),
        ),
        redirect="Inn 1",
    ),
)


def by_pool(pages: tuple[Page, ...], folder: Path, settings: Settings, **options: Any) -> dict[str, list[Any]]:
    """What a scan of a dump with these pages gives on one machine."""
    write(folder / "dump.xml", pages)
    list(scan(open_source([str(folder / "dump.xml")], **options), settings, folder / "pool", PLAN))
    return {table: ordered(found.to_pylist()) for table, found in tables(folder / "pool").items()}


def by_spark(scanned: Any, folder: Path) -> dict[str, list[Any]]:
    """What Spark writes; each table has the columns and types of the store."""
    from claimcheck.corpus.spark import write_tables

    write_tables(scanned, str(folder / "spark"))
    with database(folder / "spark") as connection:  # the same to those who ask
        counted = {name: connection.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in TABLES}  # noqa: S608
    found = {table: pq.read_table(folder / "spark" / table) for table in TABLES}
    assert counted == {name: table.num_rows for name, table in found.items()}
    for name, table in found.items():
        assert {field.name: field.type for field in table.schema} == {
            field.name: field.type for field in table_schema(name)
        }
    return {name: ordered(table.to_pylist()) for name, table in found.items() if table.num_rows}


def ordered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: [(row.get(key) is not None, row.get(key)) for key in KEYS])


def frame(spark: Any, make: Callable[[Page, Revision], tuple[Any, ...]], schema: str, pages: tuple[Page, ...]) -> Any:
    rows = [make(page, revision) for page in pages for revision in page.revisions]
    return spark.createDataFrame(rows, schema)


def test_a_table_of_pages_is_read_though_an_executor_is_lost(spark: Any, tmp_path: Path) -> None:
    from claimcheck.corpus.spark import scan_table

    mark = tmp_path / "ended"
    settings = Settings(Beware(mark=str(mark), fatal="Page 30"))
    limits = {"time_limit": PLAN.time_limit, "memory_limit": PLAN.memory_limit}
    scanned = scan_table(frame(spark, content, CONTENT, CURRENT).repartition(8), settings, **limits)
    rows = by_spark(scanned, tmp_path)
    assert mark.exists()
    expected = by_pool(CURRENT, tmp_path, settings)
    assert {name: len(table) for name, table in expected.items()}["articles"] == 62
    assert [row["reason"] for row in expected["skipped"]] == ["namespace", "model:css", "suppressed"]
    assert sorted(row["status"] for row in expected["articles"] if row["status"] != "ok") == [
        "failed", "failed", "failed", "memory", "timeout",
    ]  # fmt: skip
    assert rows == expected


def test_a_table_of_revisions_tells_what_each_changed(spark: Any, tmp_path: Path) -> None:
    from claimcheck.corpus.spark import scan_table

    shuffled = frame(spark, wikitext, WIKITEXT, HISTORY).repartition(3, "revision_id")
    rows = by_spark(scan_table(shuffled, SETTINGS, history=True), tmp_path)
    expected = by_pool(HISTORY, tmp_path, SETTINGS, history=True)
    assert len(expected["changes"]) > 20
    assert rows == expected


def test_any_table_whose_columns_are_named(spark: Any) -> None:
    from pyspark.sql.functions import lit

    from claimcheck.corpus.spark import claims, lint_table

    df = spark.createDataFrame([("A_1", "It is 5 km long."), ("B", None)], "name string, body string")
    read = lint_table(df, SETTINGS, text="body", title="name", wiki=lit("ours"), keep=Keep(titles=("A*",)))
    assert [(row.wiki, row.title, row.text) for row in claims(read).collect()] == [("ours", "A_1", "5 km")]


def test_a_scan_gives_the_same_files_though_an_executor_is_lost(spark: Any, tmp_path: Path) -> None:
    from claimcheck.corpus.spark.engine import SparkPool

    mark = tmp_path / "ended"
    settings = Settings(Beware(mark=str(mark), fatal="Page 60"), today=SETTINGS.today)
    source = Made(size=10, pages=10, hostile={17: HANG, 25: DIE, 38: EAT, 49: GRIEF})
    list(scan(source, settings, tmp_path / "spark", PLAN, lambda *post: SparkPool(spark, *post)))
    assert mark.exists()
    list(scan(source, settings, tmp_path / "pool", PLAN))
    assert outcome(tmp_path / "spark").tally() == outcome(tmp_path / "pool").tally()
    assert outcome(tmp_path / "spark").tally().unread == {"timeout": 1, "failed": 2, "memory": 1}
    assert files(tmp_path / "spark") == files(tmp_path / "pool")


def files(directory: Path) -> dict[str, bytes]:
    """All that a scan left but its manifest, which is in the order in which tasks were done."""
    found = (path for path in directory.rglob("*") if path.is_file() and path.parent != directory)
    return {str(path.relative_to(directory)): path.read_bytes() for path in found}


class Tables:
    """A session in which every table is the same one."""

    def __init__(self, found: Any) -> None:
        self.found = found

    def table(self, name: str) -> Any:
        assert name.startswith("wmf_content.")
        return self.found


def test_the_programs_that_the_page_shows(spark: Any, tmp_path: Path) -> None:
    from pyspark.sql.functions import lit

    page = (Path(__file__).parents[2] / "docs" / "clusters.md").read_text(encoding="utf-8")
    programs = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    articles = frame(spark, content, CONTENT, CURRENT[:3]).withColumn("wiki_id", lit("simplewiki"))
    known = {
        "df": spark.createDataFrame([("A", "It stood from 1920 to 1918.")], "name string, body string"),
        "spark": Tables(articles),
    }
    for program in programs:
        text = program.replace("hdfs:///user/ann", str(tmp_path)).replace("/user/ann", str(tmp_path))
        exec(text.replace("repartition(400)", "repartition(2)"), known)  # noqa: S102 - what our own page shows
        known["df"] = known["df"].withColumnsRenamed({"name": "title", "body": "text"})
    assert len(programs) == 3
    assert [pq.read_table(tmp_path / name / "articles").num_rows for name in ("scan", "simplewiki")] == [1, 3]


@pytest.mark.usefixtures("spark")
def test_the_command(tmp_path: Path) -> None:
    write(tmp_path / "dump.xml", CURRENT[:6])
    (tmp_path / "here").mkdir()
    conf = [word for key, value in CONF.items() for word in ("--conf", f"{key}={value}")]
    command = [str(Path(sys.executable).with_name("claimcheck")), "scan", "dump.xml", "--exit-zero", "--output"]
    for engine, more in (("pool", ()), ("spark", ("--engine", "spark", "--master", "local[1]", *conf))):
        done = subprocess.run([*command, engine, *more], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "6 articles" in done.stdout
    assert files(tmp_path / "spark") == files(tmp_path / "pool")
