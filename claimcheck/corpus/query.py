"""One statement over a finished scan: that it only asks, and its answer in batches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.corpus.database import Connection, QueryError, told
from claimcheck.corpus.extra import need

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 10_000
"""Rows that are held at once."""
_EXPLAIN = re.compile(r"\s*EXPLAIN\s*(?:ANALYZE\b|\((?:[^()]*)\))?", re.IGNORECASE)
_PIVOT = re.compile(r"[\s(]*(?:PIVOT|PIVOT_WIDER|SELECT|FROM|WITH)\b", re.IGNORECASE)


def ask(connection: Connection, sql: str) -> pa.RecordBatchReader:
    """The answer to a statement, to be read batch by batch with `batches`; QueryError tells what is wrong with it.

    Only one statement, and only one that reads: SELECT (also as WITH, FROM, VALUES, PIVOT, DESCRIBE, SHOW, SUMMARIZE)
    or EXPLAIN of one. It runs as it is read, so that an answer of any size takes no more memory than a batch.
    """
    check(connection, sql)
    try:
        return connection.sql(sql).to_arrow_reader(BATCH)
    except need("duckdb").Error as error:
        raise QueryError(told(error)) from error


def batches(reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    """The batches of an answer; QueryError where the statement fails as it runs."""
    try:
        yield from reader
    except Exception as error:  # pyarrow wraps DuckDB's errors in its own, by their kind
        raise QueryError(told(error)) from error


def check(connection: Connection, sql: str) -> None:
    """QueryError unless `sql` is one statement that only reads."""
    duckdb = need("duckdb")
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(told(error)) from error
    if len(statements) != 1:
        raise QueryError(f"expected one statement, got {len(statements)}")
    kind = statements[0].type
    if kind == duckdb.StatementType.EXPLAIN:
        inner = _EXPLAIN.match(sql)
        if inner is None:
            raise QueryError("EXPLAIN has to stand first")
        check(connection, sql[inner.end() :])
    elif kind == duckdb.StatementType.MULTI:  # PIVOT, which first looks for its columns; or COPY and CREATE of one
        if not _PIVOT.match(sql):
            raise QueryError("statements only read here: PIVOT has to stand first, or behind SELECT, FROM or WITH")
    elif kind != duckdb.StatementType.SELECT:
        raise QueryError(f"statements only read here: no {kind.name}")
