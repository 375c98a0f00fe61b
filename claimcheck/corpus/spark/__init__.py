"""Pages of a Spark table to claims and findings: `lint_table` for your own jobs, `SparkPool` as an engine of `scan`.

Nothing here is imported before it is used, so that executors without some of Spark's own parts can unpickle tasks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.corpus.spark.flat import articles, changes, claims, findings, redirects, skipped, write_tables
    from claimcheck.corpus.spark.table import lint_table, scan_table

__all__ = [
    "articles",
    "changes",
    "claims",
    "findings",
    "lint_table",
    "redirects",
    "scan_table",
    "skipped",
    "write_tables",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'table' if name.endswith('_table') else 'flat'}"), name)
