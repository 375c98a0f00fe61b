"""The page on the tables of a scan says what the schema says."""

from __future__ import annotations

from column_tables import PAGE, TABLES, page

from claimcheck.corpus import schema


def test_the_page_is_written_from_the_schema() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python tests/corpus/column_tables.py"


def test_every_table_is_on_it() -> None:
    assert tuple(TABLES) == tuple(schema.COLUMNS)
