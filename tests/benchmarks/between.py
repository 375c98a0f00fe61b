"""Rules between articles and a query over a made store of millions of claims: time, memory, what was found.

Run `python tests/benchmarks/between.py [MILLIONS…]` (5 where nothing is given). An article has ten claims; in one of
ten thousand articles a figure contradicts another article, in one of twenty thousand five sentences have drifted.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from claimcheck.corpus.between.statements import candidates, prepare
from claimcheck.corpus.database import Connection, Limits, database
from claimcheck.corpus.extra import need
from claimcheck.corpus.schema import table_schema
from claimcheck.corpus.store import Entry, Header
from claimcheck.corpus.tasks import Part, Tally
from claimcheck.rules import load_rules

CLAIMS = 10
"""Claims of an article."""
LIMITS = Limits(memory="2GB", threads=2)
ROWS = 2_000_000
"""Claims in a part."""
QUESTION = "SELECT measure, count(*), min(low), max(high) FROM claims GROUP BY measure"

_ARTICLES = """SELECT 'testwiki' AS wiki, i AS page, i AS revision, 'Town ' || i AS title, 'Town ' || i AS name,
'ok' AS status, 10 AS claim_count, 0 AS finding_count, [] AS categories, [] AS lists FROM range($first, $last) t(i)"""
_CLAIMS = """
WITH made AS (
    SELECT i, k, (i * 7919 + 13) % $all AS j, 1000 + (i * 7907) % 90000 AS people,
        CASE WHEN k = 4 THEN 1200 + j % 700 ELSE 1200 + i % 700 END AS year,
        CASE WHEN i % 20000 = 0 THEN 40 ELSE 20 END AS guests,
        translate(md5((i // 2 * 10 + k)::VARCHAR)[:8], '0123456789', 'ghijklmnop') AS name
    FROM range($first, $last) a(i), range(10) b(k)
)
SELECT 'testwiki' AS wiki, i AS page, i AS revision, 'Town ' || i AS title, k AS claim,
    CASE WHEN k IN (1, 4) THEN 'date' ELSE 'quantity' END AS kind, 'ok' AS status,
    'single' AS form, 'exact' AS hedge,
    CASE k WHEN 0 THEN people WHEN 2 THEN 1000 + (j * 7907) % 90000 + (i % 10000 = 0)::INT * 500
        WHEN 3 THEN i % 977
        WHEN 1 THEN NULL WHEN 4 THEN NULL ELSE guests END::DOUBLE AS value,
    value AS low, value AS high, true AS low_closed, true AS high_closed,
    value::VARCHAR AS text, k * 100 AS start, k * 100 + 5 AS "end", 1 AS line, k * 100 + 1 AS "column",
    CASE WHEN k IN (0, 2) THEN 'population' END AS measure,
    CASE WHEN k IN (1, 4) THEN 'foundation' END AS event,
    CASE WHEN k IN (1, 4) THEN year END::VARCHAR AS edtf,
    make_date(year::INT, 1, 1) - DATE '0001-01-01' + 1 AS first_day,
    first_day + 364 AS last_day, [] AS readings,
    CASE WHEN k IN (0, 2) THEN '2011' END AS time, CASE WHEN k IN (0, 2) THEN 734138 END AS time_first,
    CASE WHEN k IN (0, 2) THEN 734502 END AS time_last,
    CASE WHEN k > 4 THEN {'text': 'Tarn Valley', 'target': 'Tarn Valley'}
        WHEN k IN (2, 4) THEN {'text': 'Town ' || j, 'target': 'Town ' || j}
        ELSE {'text': 'Town ' || i, 'target': NULL} END AS subject,
    k IN (0, 1, 3) AS page_subject, [] AS qualifiers,
    CASE WHEN k = 0 THEN 'infobox' WHEN k = 3 THEN 'table' ELSE 'prose' END AS context, [] AS path, [] AS citations,
    CASE WHEN k IN (2, 4) THEN ['Town ' || j] ELSE [] END AS links, false AS quoted, 'made' AS recogniser,
    CASE k WHEN 0 THEN ' ' || value::INT || ' '
        WHEN 1 THEN 'Town ' || i || ' was founded in ' || edtf || ' by the miners of the valley behind the hills.'
        WHEN 2 THEN 'In 2011, Town ' || j || ' had a population of ' || value::INT || '.'
        WHEN 3 THEN ' ' || value::INT || ' '
        WHEN 4 THEN 'Town ' || j || ' was founded in ' || edtf || '.'
        ELSE 'The Orchestra ' || name || ' of the Tarn Valley plays for ' || guests
            || ' guests of the Orme Foundation each year.' END AS sentence,
    5 AS sentence_start
FROM made
"""


def make(folder: Path, claims: int) -> None:
    """Write a finished scan of so many claims."""
    connection = need("duckdb").connect(config={"threads": 2, "memory_limit": "4GB", "preserve_insertion_order": False})
    articles = claims // CLAIMS
    entries = []
    for number, first in enumerate(range(0, articles, ROWS // CLAIMS)):
        bounds = {"first": first, "last": min(articles, first + ROWS // CLAIMS)}
        parts = {
            "articles": _part(connection, folder, "articles", number, _ARTICLES, bounds),
            "claims": _part(connection, folder, "claims", number, _CLAIMS, bounds | {"all": articles}),
        }
        entries.append(Entry(number, f"part {number}", 1, parts, Tally()))
    lines = [Header({}, {}, "2024-01-01", "benchmark"), *entries, {"finished": {}}]
    (folder / "manifest.jsonl").write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))


def _part(connection: Connection, folder: Path, table: str, number: int, sql: str, values: dict[str, int]) -> Part:
    file = folder / table / f"part-{number:06d}.parquet"
    file.parent.mkdir(exist_ok=True)
    connection.register("empty", table_schema(table).empty_table())
    connection.execute("CREATE OR REPLACE TABLE made AS FROM empty")
    connection.execute(f"INSERT INTO made BY NAME {sql}", values)
    connection.execute(f"COPY made TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
    return Part(file.name, values["last"] - values["first"], file.stat().st_size)


def measure(folder: Path) -> None:
    """Time and findings of a query and of each rule; the most memory that this process ever had."""
    rules = [rule for rule in load_rules() if rule.kind.corpus]
    with database(folder, LIMITS) as connection:
        _timed("query: figures by measure", lambda: len(connection.execute(QUESTION).fetchall()))
        _timed("facts", lambda: prepare(connection, rules) or _count(connection, "facts"))
        for rule in rules:
            _timed(rule.id, lambda rule=rule: candidates(connection, rule) or _count(connection, "candidates"))
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB", flush=True)


def _timed(name: str, work: object) -> None:
    begun, used = time.perf_counter(), time.process_time()
    found = work()  # type: ignore[operator]
    took, worked = time.perf_counter() - begun, time.process_time() - used
    print(f"{name:<32} {took:7.1f} s, {worked:7.1f} s of CPU, {found:>9,} rows", flush=True)


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def main() -> None:
    """Each size in a process of its own, for its memory."""
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
        return
    for millions in map(float, sys.argv[1:] or ["5"]):
        with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
            make(Path(folder), int(millions * 1_000_000))
            size = sum(path.stat().st_size for path in Path(folder).rglob("*.parquet"))
            print(
                f"{millions:g} million claims, {size / 1e6:,.0f} MB of Parquet, {LIMITS.memory}, 2 threads", flush=True
            )
            subprocess.run([sys.executable, __file__, "--measure", folder], check=True)


if __name__ == "__main__":
    main()
