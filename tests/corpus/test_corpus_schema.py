"""The tables of a scan: what `lint_rows` gives is exactly what the schema says."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable

import pytest

from claimcheck.corpus.extra import ExtraError
from claimcheck.corpus.extra import need as load
from claimcheck.corpus.page import Page
from claimcheck.corpus.rows import Row, lint_rows
from claimcheck.corpus.schema import (
    BETWEEN,
    CHANGE,
    CLAIM,
    COLUMNS,
    FINDING,
    NESTED,
    STRUCTS,
    TABLES,
    row_schema,
    table_schema,
)
from claimcheck.corpus.settings import Settings

TEXT = """The '''Harbour Bridge''' is 503 m long. It was opened in 1932, and closed from 1920 to 1918 for repairs.
Some 3.5 deaths per 1,000 live births were counted in 1950. {{cite web|date=3 May 2001|access-date=2 May 2001}}
[[Category:Bridges]]"""
SETTINGS = Settings(today=datetime.date(2024, 1, 1))
PARTS = {"claims": CLAIM, "findings": FINDING, "changes": CHANGE}


def rows(*pages: Page, settings: Settings = SETTINGS) -> list[Row]:
    return list(lint_rows(pages, settings))


def test_a_row_has_the_columns_of_the_schema_in_their_order() -> None:
    edited = Page("Harbour Bridge", TEXT.replace("503 m", "530 m"), before=TEXT)
    for row in rows(Page("Harbour Bridge", TEXT), edited):
        assert list(row) == row_schema().names
        assert list(row)[-3:] == list(NESTED)
        for name, columns in PARTS.items():
            for record in row[name]:
                assert list(record) == [column.name for column in columns]
    one, two = rows(Page("Harbour Bridge", TEXT), edited)
    assert one["claims"]
    assert one["findings"]
    assert two["changes"]


def test_arrow_takes_the_rows_and_gives_the_same_back() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    told = rows(Page("Harbour Bridge", TEXT, time=datetime.datetime(2020, 5, 6, tzinfo=datetime.UTC)))
    batch = pyarrow.RecordBatch.from_pylist(told, row_schema())
    batch.validate(full=True)
    assert batch.to_pylist() == told


def test_every_table_has_a_schema() -> None:
    pytest.importorskip("pyarrow")
    assert tuple(COLUMNS) == (*TABLES, BETWEEN)
    for table, columns in COLUMNS.items():
        assert table_schema(table).names == [column.name for column in columns]
        assert len({column.name for column in columns}) == len(columns)


@pytest.mark.parametrize("columns", [*COLUMNS.values(), *STRUCTS.values()])
def test_every_column_says_what_stands_in_it(columns: tuple[object, ...]) -> None:
    assert all(column.doc.endswith(".") for column in columns)  # type: ignore[attr-defined]


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraError, match=r"needs pyarrow: pip install 'claimcheck-lint\[corpus\]'"):
        load("pyarrow")


@pytest.mark.parametrize("value", [10**400, "7" * 5000, "1e999", "\ud800 5 km", "\x00 5 km", "&#xD800;&#55357; 5 km"])
def test_figures_that_arrow_could_not_hold(value: object) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    told = rows(
        Page("A\udfff", name="\udc80.txt", text=f"It is {value} km long and 12,345,678,901,234,567,890 people saw it.")
    )
    assert told[0]["status"] == "ok"
    pyarrow.RecordBatch.from_pylist(told, row_schema()).validate(full=True)


def test_a_page_that_cannot_be_read_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(text: str, *_: object) -> Callable[[], None]:
        raise MemoryError if "huge" in text else ValueError("broken")

    monkeypatch.setattr("claimcheck.corpus.rows.examine", crash)
    told = rows(Page("One", "5 km"), Page("Two", "huge"), Page("Three", "6 km"))
    assert [(row["title"], row["status"], row["message"]) for row in told] == [
        ("One", "failed", "ValueError: broken"),
        ("Two", "memory", "not enough memory for this page"),
        ("Three", "failed", "ValueError: broken"),
    ]
