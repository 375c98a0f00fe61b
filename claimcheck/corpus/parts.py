"""Writing the rows of one task: a Parquet file for each table, under a temporary name."""

from __future__ import annotations

import os
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcheck.corpus.earlier import Span, Taken
from claimcheck.corpus.extra import need
from claimcheck.corpus.page import Redirect, Skip
from claimcheck.corpus.rows import Row
from claimcheck.corpus.schema import ARTICLES, KEY, NESTED, record_type, table_schema
from claimcheck.corpus.tasks import Part, Tally

AT_ONCE = 5_000
"""Records of a table that are held before they are packed."""
GROUP = 100_000
"""Records in a row group: what a reader has to unpack at least."""
_SEVERITIES = ("error", "warning", "note")
_COLUMNS = tuple(column.name for column in ARTICLES)
_KEY = tuple(column.name for column in KEY)


class Table:
    """One table of a task; its file is opened for its first rows."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.path = folder / f"{name}-{uuid.uuid4().hex}.parquet"
        self.rows = 0
        self._records: list[Any] = []
        self._keys: list[tuple[Any, ...]] = []
        self._batches: list[Any] = []
        self._packed = 0
        self._writer: Any = None
        self._taken: Span | None = None

    def add(self, key: tuple[Any, ...], records: list[Any]) -> None:
        """Rows of one page: those of a nested table without the key, others whole."""
        self._pass_on()
        self._records += records
        if self.name in NESTED:
            self._keys += [key] * len(records)
        self.rows += len(records)
        if len(self._records) >= AT_ONCE:
            self._pack()

    def take(self, span: Span) -> None:
        """Rows that are there already. Those of neighbours stand together, and are passed on in one go."""
        self._pack()
        self.rows += span.length
        last = self._taken
        if last is not None and last.table is span.table and last.start + last.length == span.start:
            self._taken = last._replace(length=last.length + span.length)
            return
        self._pass_on()
        self._taken = span

    def _pass_on(self) -> None:
        span, self._taken = self._taken, None
        if span is None:
            return
        self._batches += span.table.slice(span.start, span.length).to_batches()
        self._packed += span.length
        if self._packed >= GROUP:
            self._write()

    def close(self) -> Part | None:
        """The finished file, safe on the disk; None where there were no rows."""
        self._pass_on()
        self._pack()
        self._write()
        if self._writer is None:
            return None
        self._writer.close()
        return Part(self.path.name, self.rows, _safe(self.path))

    def _pack(self) -> None:
        if not self._records:
            return
        pyarrow, schema = need("pyarrow"), table_schema(self.name)
        if self.name in NESTED:
            # One conversion of structs is faster than one for each column of dicts.
            columns = pyarrow.array(self._records, record_type(self.name)).flatten()
            keys = [
                pyarrow.array(values, schema.field(name).type)
                for name, values in zip(_KEY, zip(*self._keys, strict=True), strict=True)
            ]
            batch = pyarrow.RecordBatch.from_arrays([*keys, *columns], schema=schema)
        else:
            batch = pyarrow.RecordBatch.from_pylist(self._records, schema)
        self._batches.append(batch)
        self._packed += len(self._records)
        self._records, self._keys = [], []
        if self._packed >= GROUP:
            self._write()

    def _write(self) -> None:
        if not self._batches:
            return
        pyarrow, parquet = need("pyarrow"), need("pyarrow.parquet")
        schema = table_schema(self.name)
        if self._writer is None:
            self._writer = parquet.ParquetWriter(self.path, schema, compression="zstd", compression_level=1)
        self._writer.write_table(pyarrow.Table.from_batches(self._batches, schema), row_group_size=2 * GROUP)
        self._batches, self._packed = [], 0


def rewritten(folder: Path, name: str, rows: Any) -> Part:
    """A table of Arrow as a file of its own, under a temporary name, safe on the disk."""
    path = folder / f"{name}-{uuid.uuid4().hex}.parquet"
    need("pyarrow.parquet").write_table(rows, path, compression="zstd", compression_level=1, row_group_size=2 * GROUP)
    return Part(path.name, rows.num_rows, _safe(path))


def _safe(path: Path) -> int:
    """Wait until a file is on the disk; its size."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return os.fstat(file.fileno()).st_size


class Parts:
    """The tables of one task, and what is counted on the way."""

    def __init__(self, folder: Path) -> None:
        self.tally = Tally(skipped={}, unread={})
        self.unread: list[str] = []
        self._tables: dict[str, Table] = {}
        self._folder = folder

    def row(self, row: Row) -> None:
        """An article with all that belongs to it."""
        key = tuple(row[name] for name in _KEY)
        for name in NESTED:
            if row[name]:
                self._table(name).add(key, row[name])
        self._table("articles").add(key, [{name: row[name] for name in _COLUMNS}])
        self._count(row)

    def take(self, taken: Taken) -> None:
        """An article whose rows are there already."""
        for name, span in taken.rows.items():
            self._table(name).take(span)
        self._count(taken.counts)
        self.tally.taken += 1

    def redirect(self, item: Redirect) -> None:
        """A page that points at another."""
        self._table("redirects").add((), [_plain(item, (*_KEY, "target", "section"))])
        self.tally.redirects += 1

    def skip(self, item: Skip) -> None:
        """A page that was passed over."""
        self._table("skipped").add((), [_plain(item, (*_KEY, "reason"))])
        self.tally.skipped[item.reason] = self.tally.skipped.get(item.reason, 0) + 1

    def close(self) -> dict[str, Part]:
        """The files, by table."""
        parts = {name: table.close() for name, table in self._tables.items()}
        return {name: part for name, part in parts.items() if part is not None}

    def _count(self, row: Mapping[str, Any]) -> None:
        tally = self.tally
        tally.articles += 1
        tally.characters += row["characters"]
        tally.claims += row["claim_count"]
        for severity in _SEVERITIES:
            setattr(tally, severity, getattr(tally, severity) + row[f"{severity}_count"])
        if row["status"] != "ok":
            tally.unread[row["status"]] = tally.unread.get(row["status"], 0) + 1
            self.unread.append(f"{row['name']}: {row['message']}")

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = Table(self._folder, name)
        return self._tables[name]


def _plain(item: Redirect | Skip, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(item, name) for name in names}
