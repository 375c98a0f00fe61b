"""A finished scan in DuckDB: its tables as views, and a fence around what a statement may touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from claimcheck.corpus.extra import need
from claimcheck.corpus.kept import Kept, kept
from claimcheck.corpus.schema import COLUMNS, table_schema
from claimcheck.corpus.views import SUMMARIES
from claimcheck.source import Error

if TYPE_CHECKING:
    import pyarrow as pa

DAMAGED = ("magic bytes", "TProtocol", "thrift", "ZSTD", "Snappy", "decompress", "Out of buffer", "corrupt")
"""Words of DuckDB's messages about a file that is not what it was written as."""


class QueryError(Error):
    """A statement that cannot be run, or tables that cannot be read."""


class Limits(msgspec.Struct, frozen=True):
    """What a query may use. Sizes are written as DuckDB reads them ("2GB"); an empty one leaves its own choice."""

    memory: str = ""
    """Memory; what does not fit is spilled to `spill`. DuckDB's choice is 80 % of the machine's."""
    threads: int = 0
    """Threads, 0 for as many as there are cores."""
    spill: str = ""
    """Directory for what does not fit into memory; empty for one of the system's that is removed afterwards."""
    spill_size: str = ""
    """Room in that directory."""
    reads: tuple[str, ...] = ()
    """Directories whose files statements may read beside the scan's own."""


Connection = Any
"""duckdb.DuckDBPyConnection, which is loaded where a database is opened."""


@contextmanager
def database(directory: str | Path, limits: Limits | None = None) -> Iterator[Connection]:
    """The scan in `directory` as a DuckDB connection in memory, its tables and summaries as views.

    Nothing outside of `directory` and `limits.reads` can be read or written any more, and no setting changed.
    SourceError where there is no scan, QueryError where its tables cannot be read.
    """
    found, limits = kept(directory), limits or Limits()
    with opened(limits) as connection:
        for table in COLUMNS:
            _table(connection, table, found)
        _summaries(connection)
        _fence(connection, [str(found.directory), *limits.reads])
        yield connection


@contextmanager
def in_memory(tables: Mapping[str, pa.Table]) -> Iterator[Connection]:
    """The same of tables that were never written."""
    with opened(Limits(threads=1)) as connection:
        for table in COLUMNS:
            connection.register(table, tables[table] if table in tables else table_schema(table).empty_table())
        _summaries(connection)
        _fence(connection, [])
        yield connection


@contextmanager
def opened(limits: Limits) -> Iterator[Connection]:
    """An empty database in memory, without any fence; QueryError where a statement fails."""
    duckdb = need("duckdb")
    import tempfile

    with tempfile.TemporaryDirectory(prefix="claimcheck-") as spill:
        connection = duckdb.connect(":memory:", config={"python_enable_replacements": "false"})
        try:
            _limit(connection, limits, limits.spill or spill)
            yield connection
        except duckdb.Error as error:
            raise QueryError(told(error)) from error
        finally:
            connection.close()


def _summaries(connection: Connection) -> None:
    for view in SUMMARIES:
        connection.execute(f"CREATE VIEW {view.name} AS {view.sql}")


def told(error: Exception) -> str:
    """An error of DuckDB in one paragraph, with a word on what to do where that is known."""
    message = str(error).strip()
    if any(word in message for word in DAMAGED):
        return f"a table is damaged: {message}"
    if "locked" in message or "disabled" in message:
        return f"{message}\n(statements only read the tables of the scan; --allow DIR lets them read files there)"
    if "max_temp_directory_size" in message or type(error).__name__ == "OutOfMemoryException":
        return f"{message}\n(--memory and --spill-size say how much there is, --spill where)"
    return message


def literal(text: str) -> str:
    """Text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def files(parts: Iterable[Path | str], **options: bool) -> str:
    """Parquet files as a table in SQL; directories called `key=value` add no columns."""
    listed = ", ".join(literal(str(part)) for part in parts)
    told = "".join(f", {name} = {str(value).lower()}" for name, value in options.items())
    return f"read_parquet([{listed}], hive_partitioning = false{told})"


def _limit(connection: Connection, limits: Limits, spill: str) -> None:
    connection.execute(f"SET temp_directory = {literal(spill)}")
    connection.execute("SET TimeZone = 'UTC'")
    for name, value in (("memory_limit", limits.memory), ("max_temp_directory_size", limits.spill_size)):
        if value:
            try:
                connection.execute(f"SET {name} = {literal(value)}")
            except need("duckdb").Error as error:
                raise QueryError(f"{value!r} is no size: {told(error)}") from error
    if limits.threads:
        connection.execute(f"SET threads = {limits.threads}")


def _fence(connection: Connection, directories: list[str]) -> None:
    allowed = ", ".join(literal(str(Path(directory).resolve())) for directory in directories)
    connection.execute(f"SET allowed_directories = [{allowed}]")
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET autoload_known_extensions = false")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _table(connection: Connection, name: str, found: Kept) -> None:
    """A view of a table's parts; one without any has its columns and no row."""
    parts = found.parts.get(name)
    if not parts:
        connection.register(name, table_schema(name).empty_table())
        return
    if _current(connection, name, {parts[0], parts[-1]}):
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {files(parts)}")  # noqa: S608
        return
    # Written, or begun, before one of the columns was added: there it is null. All footers are read for that.
    connection.register(f"no_{name}", table_schema(name).empty_table())
    connection.execute(
        f"CREATE VIEW {name} AS SELECT * FROM no_{name} "  # noqa: S608
        f"UNION ALL BY NAME SELECT * FROM {files(parts, union_by_name=True)}"
    )


def _current(connection: Connection, name: str, parts: Iterable[Path]) -> bool:
    """Whether these parts have all the columns of their table."""
    wanted = {column.name for column in COLUMNS[name]}
    for part in parts:
        described = connection.execute(f"DESCRIBE SELECT * FROM {files([part])}")  # noqa: S608
        if not wanted <= {row[0] for row in described.fetchall()}:
            return False
    return True
