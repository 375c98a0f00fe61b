"""`lint_table`: a Spark table of pages to a DataFrame of rows, the same rows as every other engine gives."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any

import msgspec

from claimcheck.corpus.extra import need
from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.scan import MEMORY_LIMIT, TIME_LIMIT
from claimcheck.corpus.schema import row_schema
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.spark.columns import picked
from claimcheck.corpus.spark.guard import Limits
from claimcheck.corpus.spark.task import Job, run, scan_schema

RECORDS = "spark.sql.execution.arrow.maxRecordsPerBatch"
AT_ONCE = 64
"""Rows that Spark hands to Python at once: a page has up to 2 MiB, and Spark's own 10,000 would be gigabytes."""


def lint_table(df: Any, settings: Settings | None = None, **options: Any) -> Any:
    """A row (`schema.row_schema()`) for each article of `df`; redirects and what is passed over are left out.

    Options are those of `scan_table`.
    """
    return _linted(df, settings or Settings(), rows=True, **options)


def scan_table(df: Any, settings: Settings | None = None, **options: Any) -> Any:
    """For each page of `df` one of three structs: `row`, `redirect` or `skip`; `flat` makes tables of them.

    `df` has the columns of one of Wikimedia's tables of content (`columns.CONTENT`, `columns.WIKITEXT`) or columns
    called as in `columns.NAMES`; others are named by options, as text or as
    a Column: `text="body", wiki=lit("enwiki")`.

    More options: `keep`, which pages are read (those of namespace 0 if nothing is said); `history=True`, for tables of
    all revisions: tell of each what it changed; `time_limit`, seconds for one page; `memory_limit`, bytes for the
    process that reads pages.

    ColumnError where a column is missing, ConfigError where the settings name a rule that there is not.
    """
    return _linted(df, settings or Settings(), rows=False, **options)


def _linted(
    df: Any,
    settings: Settings,
    *,
    rows: bool,
    keep: Keep | None = None,
    history: bool = False,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
    **named: Any,
) -> Any:
    types = need("pyspark.sql.pandas.types")
    settings.rules.rules()  # what is wrong with them shows here, not on some executor
    keep = keep or Keep()
    # One day for all executors, whenever they start.
    settings = msgspec.structs.replace(settings, today=settings.today or datetime.date.today())
    job = Job(settings, keep, Limits(time_limit, memory_limit), history, rows)
    pages = picked(df, named, keep.namespaces)
    if history:
        pages = _by_page(pages)
    _small_batches(df.sparkSession)
    return pages.mapInArrow(partial(run, job), types.from_arrow_schema(row_schema() if rows else scan_schema()))


def _by_page(pages: Any) -> Any:
    """The revisions of each page together and in order; a number of partitions is said, or Spark makes one of few."""
    number = int(pages.sparkSession.conf.get("spark.sql.shuffle.partitions"))
    key = ("wiki", "page", "title")
    return pages.repartition(number, *key).sortWithinPartitions(*key, "revision", "time")


def _small_batches(session: Any) -> None:
    """Spark reads this setting when the job runs; it cannot be given with the DataFrame."""
    if not 0 < int(session.conf.get(RECORDS)) <= AT_ONCE:
        session.conf.set(RECORDS, str(AT_ONCE))
