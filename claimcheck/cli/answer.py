"""Answers to queries as text, CSV, JSON and Parquet, written batch by batch."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from claimcheck.corpus.extra import need
from claimcheck.report.csv import cell, row
from claimcheck.report.parts.excerpt import CUT, cells, visible
from claimcheck.report.parts.public import dump
from claimcheck.report.parts.words import count

if TYPE_CHECKING:
    import pyarrow as pa

WIDEST = 60
"""Cells of a column of text; what is longer is cut."""
SHOWN = 1_000
"""Rows of a table of text; the others are counted."""
Batches = Iterable["pa.RecordBatch"]


def text(names: list[str], batches: Batches) -> Iterator[str]:
    """A table for people, numbers to the right; long cells and long answers are cut."""
    rows: list[tuple[object, ...]] = []
    total = 0
    for batch in batches:
        rows += islice(_rows(batch), SHOWN - len(rows))
        total += batch.num_rows
    more = total - len(rows)
    table = [[_shown(value) for value in values] for values in rows]
    widths = [max(map(cells, column)) for column in zip(names, *table, strict=True)]
    right = [
        all(isinstance(value, int | float | Decimal | None) for value in column) for column in zip(*rows, strict=True)
    ]
    right = right or [False] * len(names)
    for line in ([visible(name) for name in names], *table):
        yield "  ".join(map(_set, line, widths, right)).rstrip() + "\n"
    if more:
        yield f"… and {count(more, 'further row')} (--format csv, json, jsonl or parquet writes all)\n"


def csv(names: list[str], batches: Batches) -> Iterator[str]:
    """A header and the rows as in RFC 4180; lists and structs as JSON, nothing is a formula."""
    yield row(names)
    for batch in batches:
        yield "".join(row(cell(_flat(value)) for value in values) for values in _rows(batch))


def jsonl(names: list[str], batches: Batches) -> Iterator[str]:
    """A JSON object a line."""
    for batch in batches:
        for values in _rows(batch):
            yield dump(dict(zip(names, map(plain, values), strict=True))) + "\n"


def json_array(names: list[str], batches: Batches) -> Iterator[str]:
    """One JSON array of objects, one a line."""
    separator = "[\n"
    for line in jsonl(names, batches):
        yield separator + line.rstrip("\n")
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


STYLES: Mapping[str, Callable[[list[str], Batches], Iterator[str]]] = {
    "text": text,
    "csv": csv,
    "json": json_array,
    "jsonl": jsonl,
}


def parquet(schema: pa.Schema, batches: Batches, file: str) -> int:
    """Writes a Parquet file; how many rows it has."""
    rows = 0
    with need("pyarrow.parquet").ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows


def plain(value: Any) -> Any:
    """A value as JSON has it: times as ISO 8601, decimals with a fraction as text, what is no number as null."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case None | bool() | int() | str():
            return value
        case datetime.date() | datetime.time():
            return value.isoformat()
        case bytes():
            return value.hex()
        case Decimal() if value == value.to_integral_value():
            return int(value)
        case dict():
            return {str(name): plain(part) for name, part in value.items()}
        case list() | tuple():
            return [plain(part) for part in value]
    return str(value)


def _rows(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    columns = [column.to_pylist() for column in batch.columns]
    return zip(*columns, strict=True)


def _flat(value: Any) -> object:
    """A value for a cell: lists and structs as JSON."""
    value = plain(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    told = visible(f"{value:.12g}" if isinstance(value, float) else str(_flat(value)))
    if cells(told) <= WIDEST:
        return told
    while cells(told) >= WIDEST:
        told = told[: max(1, len(told) - max(1, (cells(told) - WIDEST) // 2))]
    return told + CUT


def _set(told: str, width: int, right: bool) -> str:
    room = " " * (width - cells(told))
    return room + told if right else told + room
