"""What runs on an executor: rows of a table as a dump's records, its pages read one by one, Arrow in and Arrow out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Literal

import msgspec

from claimcheck.corpus.dump.head import Site
from claimcheck.corpus.dump.items import Reading
from claimcheck.corpus.dump.parse import End, Head, Record, Revision
from claimcheck.corpus.extra import need
from claimcheck.corpus.page import Item, Page, Redirect, Skip
from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.schema import row_schema, table_schema
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.spark.guard import Limits, guarded
from claimcheck.source import SourceError

BYTES, ROWS = 4_000_000, 64
"""What a batch holds that goes back to Spark, about."""


class Job(msgspec.Struct, frozen=True):
    """All that an executor needs beside the pages."""

    settings: Settings
    keep: Keep
    limits: Limits
    history: bool = False
    """Whether revisions of a page, one behind the other, are each told by what they changed."""
    rows: bool = True
    """Whether only articles are asked for: rows as `lint_rows` has them; else any of `scan_schema()`."""


def scan_schema() -> Any:
    """Three structs of which one is there: the row of an article, a redirect, a page that was passed over."""
    pyarrow = need("pyarrow")
    schemas = {"row": row_schema(), "redirect": table_schema("redirects"), "skip": table_schema("skipped")}
    return pyarrow.schema([(name, pyarrow.struct(list(schema))) for name, schema in schemas.items()])


def run(job: Job, batches: Iterable[Any]) -> Iterator[Any]:
    """Record batches of `columns.picked` as ones of rows."""
    passed: list[Redirect | Skip] = []
    rows: list[Any] = []
    for row in guarded(_pages(items(job, batches), passed), job.settings, job.limits):
        rows.append(row)
        if len(rows) >= ROWS or sum(each.nbytes for each in rows) >= BYTES:
            yield _articles(rows, job)
            rows = []
        if len(passed) >= ROWS and not job.rows:
            yield _others(passed)
            passed.clear()
    if rows:
        yield _articles(rows, job)
    if passed and not job.rows:
        yield _others(passed)


def items(job: Job, batches: Iterable[Any]) -> Iterator[Item]:
    """What the rows of a table come to, by the rules for dumps."""
    readings: dict[str, Reading] = {}
    for wiki, records in _records(job, batches):
        if wiki not in readings:
            readings[wiki] = Reading(Site(wiki), job.keep, job.history)
        for item in readings[wiki].items(records):
            if not isinstance(item, SourceError):  # our records have no faults
                yield item


def _records(job: Job, batches: Iterable[Any]) -> Iterator[tuple[str, Iterator[Record]]]:
    """The records of one page after the other, each with its wiki."""
    rows = (row for batch in batches for row in batch.to_pylist())
    if not job.history:
        for row in rows:
            yield row["wiki"] or "", _page(job.keep, [row])
        return
    for (wiki, _, _), revisions in groupby(rows, key=lambda row: (row["wiki"], row["page"], row["title"])):
        yield wiki or "", _page(job.keep, revisions)


def _page(keep: Keep, revisions: Iterable[dict[str, Any]]) -> Iterator[Record]:
    count, head = 0, Head("", 0, 0, "")
    for count, row in enumerate(revisions, 1):  # noqa: B007 - the last one counts
        head = Head(row["title"] or "", row["namespace"] or 0, row["page"] or 0, row["redirect"] or "")
        if not keep.page(head.title, head.namespace or 0):
            yield _revision(head, row)
    yield End(head, count)


def _revision(head: Head, row: dict[str, Any]) -> Revision:
    return Revision(
        head=head,
        id=row["revision"] or 0,
        parent=row["parent"] or 0,
        time=written(row["time"]),
        model=row["model"] or "wikitext",
        text=row["text"] or "",
        lacks=_lacks(row),
    )


def _lacks(row: dict[str, Any]) -> Literal["", "suppressed", "stub"]:
    """Why there is no text; tables without a column that says it have none where it is suppressed."""
    if row["visible"] is False or (row["text"] is None and row["visible"] is None):
        return "suppressed"
    return "stub" if row["text"] is None else ""


def written(time: datetime | str | None) -> str:
    """A time as dumps write it. Spark hands timestamps over in the zone of its session, those without one are UTC."""
    if isinstance(time, datetime):
        time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return time or ""


def _pages(found: Iterable[Item], passed: list[Redirect | Skip]) -> Iterator[Page]:
    """The pages to be read; all else is put aside."""
    for item in found:
        if isinstance(item, Page):
            yield item
        else:
            passed.append(item)


def _articles(rows: Sequence[Any], job: Job) -> Any:
    pyarrow = need("pyarrow")
    batch = pyarrow.Table.from_batches(rows).combine_chunks().to_batches()[0]
    if job.rows:
        return batch
    return _nested({"row": pyarrow.StructArray.from_arrays(batch.columns, fields=list(batch.schema))}, len(rows))


def _others(passed: Sequence[Redirect | Skip]) -> Any:
    kinds = [("redirect" if isinstance(item, Redirect) else "skip", item) for item in passed]
    pyarrow, schema = need("pyarrow"), scan_schema()
    found = {}
    for kind in ("redirect", "skip"):
        type_ = schema.field(kind).type
        records = [_plain(item, type_) if kind == of else None for of, item in kinds]
        found[kind] = pyarrow.array(records, type_)
    return _nested(found, len(passed))


def _plain(item: Redirect | Skip, struct: Any) -> dict[str, Any]:
    return {field.name: getattr(item, field.name) for field in struct}


def _nested(found: dict[str, Any], rows: int) -> Any:
    pyarrow, schema = need("pyarrow"), scan_schema()
    columns = [found.get(field.name, pyarrow.nulls(rows, field.type)) for field in schema]
    return pyarrow.RecordBatch.from_arrays(columns, schema=schema)
