"""Pages that stand in a source more than once, as where two dumps of one wiki overlap: the newest of each is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from claimcheck.corpus.database import Limits, files, opened
from claimcheck.corpus.extra import need
from claimcheck.corpus.page import DUPLICATE
from claimcheck.corpus.parts import rewritten
from claimcheck.corpus.schema import KEY, NESTED, table_schema
from claimcheck.corpus.store import Manifest, Store
from claimcheck.corpus.tasks import Done, Part, Tally

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY = "300MB"
"""For looking through the keys of all pages; more is put on the disk. With one thread, 7 million pages take 8 s."""
PAGES = ("articles", "redirects")
"""Tables with a row for a page: one of them holds it."""
_KEY = tuple(column.name for column in KEY)
_FOUND = """WITH pages AS ({pages}), doubled AS (SELECT {identity} FROM pages GROUP BY ALL HAVING count(*) > 1)
SELECT wiki, page, revision, title, file FROM pages SEMI JOIN doubled USING ({identity})
QUALIFY row_number() OVER (PARTITION BY {identity} ORDER BY revision DESC, file) > 1"""
Keys = set[tuple[Any, ...]]


def once(target: Store, manifest: Manifest) -> None:
    """Take all but one row of each page out of the tables; what is taken out stands among what was passed over.

    In histories a page has many revisions, each of them once. Pages without a number are not looked at.
    """
    numbers = {
        str(target.directory / table / entry.parts[table].file): number
        for number, entry in manifest.entries.items()
        for table in PAGES
        if table in entry.parts
    }
    identity = "wiki, page, revision" if manifest.history else "wiki, page"
    doubled: dict[int, Keys] = defaultdict(set)
    for *key, file in _doubled(target, numbers, identity) if numbers else ():
        doubled[numbers[file]].add(tuple(key))
    for number, keys in sorted(doubled.items()):
        before = manifest.entries[number]
        manifest.entries[number] = target.replace(_without(target, before, keys), before)


def _doubled(target: Store, places: Iterable[str], identity: str) -> list[tuple[Any, ...]]:
    """Keys of the rows that are to go, each with the file of its page."""
    tables = [[file for file in places if Path(file).parent.name == table] for table in PAGES]
    pages = " UNION ALL ".join(
        f"SELECT wiki, page, revision, title, filename AS file FROM {files(each, filename=True)} WHERE page > 0"  # noqa: S608
        for each in tables
        if each
    )
    with opened(Limits(memory=MEMORY, threads=1, spill=str(target.folder))) as connection:
        found: list[tuple[Any, ...]] = connection.execute(_FOUND.format(pages=pages, identity=identity)).fetchall()
    return found


def _without(target: Store, entry: Done, keys: Keys) -> Done:
    """The task with new parts, in which nothing has one of these keys but what was passed over."""
    parts = dict(entry.parts)
    tally = entry.tally + Tally()
    lost: list[dict[str, Any]] = []
    unread = Counter(entry.unread)
    for table in (*NESTED, *PAGES):
        if table not in parts:
            continue
        whole = _read(target, table, parts.pop(table))
        kept = [key not in keys for key in zip(*(whole[name].to_pylist() for name in _KEY), strict=True)]
        if table in PAGES:
            gone = whole.filter(need("pyarrow").array([not each for each in kept])).to_pylist()
            lost += gone
            tally = tally - _tally(table, gone)
            unread -= Counter(f"{row['name']}: {row['message']}" for row in gone if row.get("status", "ok") != "ok")
        _keep(target, parts, table, whole.filter(need("pyarrow").array(kept)))
    _keep(target, parts, "skipped", _skipped(target, parts.pop("skipped", None), lost))
    tally = tally + Tally(skipped={DUPLICATE: len(lost)})
    return msgspec.structs.replace(entry, parts=parts, tally=tally, unread=tuple(unread.elements()))


def _keep(target: Store, parts: dict[str, Part], table: str, rows: pa.Table) -> None:
    if rows.num_rows:
        parts[table] = rewritten(target.folder, table, rows)


def _skipped(target: Store, part: Part | None, lost: list[dict[str, Any]]) -> pa.Table:
    """What a task passed over, and these rows behind it."""
    schema = table_schema("skipped")
    rows = [{name: row[name] for name in _KEY} | {"reason": DUPLICATE} for row in lost]
    fresh = need("pyarrow").Table.from_pylist(rows, schema)
    if part is None:
        return fresh
    return need("pyarrow").concat_tables([_read(target, "skipped", part), fresh])


def _read(target: Store, table: str, part: Part) -> pa.Table:
    return need("pyarrow.parquet").ParquetFile(target.directory / table / part.file).read()


def _tally(table: str, rows: list[dict[str, Any]]) -> Tally:
    """What was counted of these rows."""
    if table == "redirects":
        return Tally(redirects=len(rows))
    return Tally(
        articles=len(rows),
        characters=sum(row["characters"] for row in rows),
        claims=sum(row["claim_count"] for row in rows),
        error=sum(row["error_count"] for row in rows),
        warning=sum(row["warning_count"] for row in rows),
        note=sum(row["note_count"] for row in rows),
        unread=dict(Counter(row["status"] for row in rows if row["status"] != "ok")),
    )
