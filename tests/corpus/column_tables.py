"""The page of the documentation on the tables of a scan, written from their schema.

python tests/corpus/column_tables.py rewrites docs/corpus-tables.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.corpus.schema import COLUMNS, KEY, STRUCTS, Column
from claimcheck.corpus.views import SUMMARIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "corpus-tables.md"
TABLES = {
    "articles": "One row for each page that was read, or could not be read to its end.",
    "claims": "Every number, duration and date. But for a few columns this is the claim of [JSON](json.md).",
    "findings": "What is wrong, as in [JSON](json.md).",
    "changes": "Histories only: what became of the claims of the revision before.",
    "redirects": "Pages that only point at others.",
    "skipped": "Pages and revisions that were not read.",
    "between": "What [`claimcheck between --save`](querying-a-corpus.md) found last; gone as soon as the scan goes on.",
}
BEGIN = """# Tables of a scan

What [`claimcheck scan`](corpus.md) writes, column by column. Each table is a directory of Parquet files. Numbers are
floats (the printed digits stay in `text`), offsets count code points, lists other than `parts` are never null. A column
may be added in any version; one that is removed or changes its meaning raises `version` in the manifest.

All tables begin with the same four columns, the key of a revision:
"""


def page() -> str:
    """The whole page."""
    return "\n".join([BEGIN, *table(KEY), "", *_tables(), *_structs(), *_views()]) + "\n"


def table(columns: Iterable[Column]) -> Iterator[str]:
    """Columns as rows of a Markdown table."""
    yield "| column | type | |\n|---|---|---|"
    for column in columns:
        yield f"| `{column.name}` | {kind(column.type)} | {column.doc} |"


def kind(name: str) -> str:
    """A type for people."""
    if name.startswith("["):
        return f"list of {kind(name[1:-1])}"
    return f"[{name}](#{name})" if name in STRUCTS else {"time": "timestamp"}.get(name, name)


def _tables() -> Iterator[str]:
    for name, doc in TABLES.items():
        yield f"## {name}\n\n{doc}\n"
        yield from table(COLUMNS[name][len(KEY) :])
        yield ""


def _structs() -> Iterator[str]:
    yield "## Structs\n"
    for name, columns in STRUCTS.items():
        yield f"### {name}\n"
        yield from table(columns)
        yield ""


def _views() -> Iterator[str]:
    yield "## Views\n\n`claimcheck query` also knows these."
    for view in SUMMARIES:
        yield f"\n### {view.name}\n\n{view.doc}\n"
        yield "| column | |\n|---|---|"
        yield from (f"| `{name}` | {doc} |" for name, doc in view.columns.items())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
