"""The tables of a scan out of the rows that `lint_table` and `scan_table` give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcheck.corpus.extra import need
from claimcheck.corpus.schema import ARTICLES, KEY

_KEY = [column.name for column in KEY]
TIMES = "spark.sql.parquet.outputTimestampType"


def articles(df: Any) -> Any:
    """The table `articles`: one row for each article."""
    return _rows(df).select(*(column.name for column in ARTICLES))


def claims(df: Any) -> Any:
    """The table `claims`."""
    return _exploded(df, "claims")


def findings(df: Any) -> Any:
    """The table `findings`."""
    return _exploded(df, "findings")


def changes(df: Any) -> Any:
    """The table `changes`: empty but for histories."""
    return _exploded(df, "changes")


def redirects(scanned: Any) -> Any:
    """The table `redirects`, of what `scan_table` gives."""
    return scanned.where("redirect is not null").select("redirect.*")


def skipped(scanned: Any) -> Any:
    """The table `skipped`, of what `scan_table` gives."""
    return scanned.where("skip is not null").select("skip.*")


TABLES: dict[str, Callable[[Any], Any]] = {
    "articles": articles,
    "claims": claims,
    "findings": findings,
    "changes": changes,
    "redirects": redirects,
    "skipped": skipped,
}


def write_tables(scanned: Any, directory: str, mode: str = "error") -> None:
    """Write all tables as Parquet under `directory`, any that Spark can write to; each page is read once.

    `mode` is Spark's: `error`, `overwrite`, `append`. What is between waits on the disks of the executors.
    """
    level = need("pyspark").StorageLevel.DISK_ONLY
    settings = scanned.sparkSession.conf
    times = settings.get(TIMES)
    held = scanned.persist(level)
    try:
        settings.set(TIMES, "TIMESTAMP_MICROS")  # as the store has them; Spark's own INT96 is out of use elsewhere
        for name, table in TABLES.items():
            table(held).write.mode(mode).parquet(f"{directory.rstrip('/')}/{name}", compression="zstd")
    finally:
        settings.set(TIMES, times)
        held.unpersist()


def _rows(df: Any) -> Any:
    return df.where("row is not null").select("row.*") if "row" in df.columns else df


def _exploded(df: Any, name: str) -> Any:
    functions = need("pyspark.sql.functions")
    one = functions.explode(name).alias("one")
    return _rows(df).select(*_KEY, one).select(*_KEY, "one.*")
