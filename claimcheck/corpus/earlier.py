"""Pages that have not changed since an earlier scan: their rows are taken over, not worked out again.

A row is a function of the page and the settings alone, so that the same revision of the same text gives the same one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from claimcheck.corpus.extra import need
from claimcheck.corpus.page import Page
from claimcheck.corpus.rows import digest, on_lists, storable
from claimcheck.corpus.schema import NESTED, table_schema
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.tasks import COUNTED
from claimcheck.source import SourceError

if TYPE_CHECKING:
    import pyarrow as pa

OPEN = 2
"""Tasks of the earlier scan whose tables a worker holds; both scans are in the order of the corpus."""
_NAMES = ("wiki", "page", "revision")
_ASKED = (*_NAMES, "title", "name", "time", "digest", "status", "lists", "characters", *COUNTED)


class Stretch(msgspec.Struct, frozen=True):
    """A task of the earlier scan: the least and greatest number of its pages, the file of each table."""

    low: int
    high: int
    files: dict[str, str]


class Earlier(msgspec.Struct, frozen=True):
    """An earlier scan, as it is handed to workers."""

    directory: Path
    stretches: tuple[Stretch, ...]
    """In the order of their least pages."""
    today: str
    """The day on which it read pages of unknown time."""


class Span(NamedTuple):
    """Rows of a table."""

    table: pa.Table
    start: int
    length: int


class Taken(NamedTuple):
    """The rows of one page, by table, and what is counted of them."""

    rows: dict[str, Span]
    counts: dict[str, Any]


def as_expected(path: Path, schema: pa.Schema, table: str) -> None:
    """SourceError where a part has other columns than such a table has now."""
    if not schema.equals(table_schema(table)):
        raise SourceError(f"{path}: columns of another version of claimcheck")


class Shelf:
    """Finds the rows of pages in an earlier scan, a few of its tasks at a time."""

    def __init__(self, scan: Earlier, settings: Settings) -> None:
        self._scan, self._settings = scan, settings
        self._undated = settings.date is not None or str(settings.today) == scan.today
        self._lows = [stretch.low for stretch in scan.stretches]
        self._highest = list(accumulate((stretch.high for stretch in scan.stretches), max))
        self._open: OrderedDict[int, _Task] = OrderedDict()

    def find(self, page: Page) -> Taken | None:
        """The rows of a page that is the same as it was; None where it is not or may not be."""
        if not page.page or page.before is not None or (page.time is None and not self._undated):
            return None
        at = bisect_right(self._lows, page.page) - 1
        while at >= 0 and self._highest[at] >= page.page:
            if self._scan.stretches[at].high >= page.page:
                taken = self._task(at).find(page, on_lists(page, self._settings))
                if taken is not None:
                    return taken
            at -= 1
        return None

    def _task(self, number: int) -> _Task:
        if number in self._open:
            self._open.move_to_end(number)
        else:
            while len(self._open) >= OPEN:
                self._open.popitem(last=False)
            self._open[number] = _Task(self._scan.directory, self._scan.stretches[number].files)
        return self._open[number]


class _Task:
    """The tables of one task of an earlier scan."""

    def __init__(self, directory: Path, files: dict[str, str]) -> None:
        self._directory, self._files = directory, files
        articles = self._read("articles")
        self._articles = articles
        self._told: dict[str, list[Any]] = {name: articles[name].to_pylist() for name in _ASKED}
        keys = zip(*(self._told[name] for name in _NAMES), strict=True)
        self._rows = {key: row for row, key in enumerate(keys)}

    def find(self, page: Page, lists: list[str]) -> Taken | None:
        """The rows of a page of whose text, time and names nothing is other than it was."""
        row = self._rows.get((page.wiki, page.page, page.revision))
        if row is None:
            return None
        told = {name: column[row] for name, column in self._told.items()}
        page = storable(page)
        same = (
            told["status"] == "ok"
            and (told["title"], told["name"], told["time"]) == (page.title, page.name or page.title, page.time)
            and told["lists"] == lists
            and told["digest"] == digest(page.text)
        )
        if not same:
            return None
        key = page.wiki, page.page, page.revision
        spans = {name: Span(table, *runs[key]) for name, (table, runs) in self._nested.items() if key in runs}
        return Taken({**spans, "articles": Span(self._articles, row, 1)}, told)

    @cached_property
    def _nested(self) -> dict[str, tuple[pa.Table, dict[tuple[Any, ...], tuple[int, int]]]]:
        """Tables of claims and so on, with first row and number of rows of each page."""
        tables = {name: self._read(name) for name in NESTED if name in self._files}
        return {name: (table, _runs(table)) for name, table in tables.items()}

    def _read(self, name: str) -> pa.Table:
        path = self._directory / name / self._files[name]
        table = need("pyarrow.parquet").read_table(path)
        as_expected(path, table.schema, name)
        return table


def _runs(table: pa.Table) -> dict[tuple[Any, ...], tuple[int, int]]:
    """First row and number of rows of each page, whose rows stand together."""
    runs: dict[tuple[Any, ...], tuple[int, int]] = {}
    for row, key in enumerate(zip(*(table[name].to_pylist() for name in _NAMES), strict=True)):
        start, length = runs.get(key, (row, 0))
        runs[key] = start, length + 1
    return runs
