"""Which columns of a table hold a page: those of Wikimedia's tables are known, others are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.corpus.extra import need
from claimcheck.source import Error

NAMES = ("wiki", "page", "namespace", "title", "redirect", "revision", "parent", "time", "model", "visible", "text")
"""What is read of a page; `title` and `text` have to be there."""

CONTENT = {
    "wiki": "wiki_id",
    "page": "page_id",
    "namespace": "page_namespace_id",
    "title": "page_title",
    "redirect": "page_redirect_target",
    "revision": "revision_id",
    "parent": "revision_parent_id",
    "time": "revision_dt",
    "model": "revision_content_slots.main.content_model",
    "visible": "revision_content_is_visible",
    "text": "revision_content_slots.main.content_body",
}
"""wmf_content.mediawiki_content_current_v1 and …_history_v1.

https://wikitech.wikimedia.org/wiki/Data_Platform/Data_Lake/Content/Mediawiki_content_current_v1
"""

WIKITEXT = {
    "wiki": "wiki_db",
    "page": "page_id",
    "namespace": "page_namespace",
    "title": "page_title",
    "redirect": "page_redirect_title",
    "revision": "revision_id",
    "parent": "revision_parent_id",
    "time": "revision_timestamp",
    "model": "revision_content_model",
    "text": "revision_text",
}
"""wmf.mediawiki_wikitext_current and …_history.

https://wikitech.wikimedia.org/wiki/Analytics/Data_Lake/Content/Mediawiki_wikitext_history
"""

TYPES = {"page": "bigint", "namespace": "int", "revision": "bigint", "parent": "bigint", "visible": "boolean"}
"""Spark's types of what is no text; the time may be a timestamp or text in ISO 8601."""


class ColumnError(Error):
    """A table has not the columns that a page needs."""


def columns(found: list[str], named: Mapping[str, Any]) -> dict[str, Any]:
    """Where each of NAMES stands, among the columns `found`: as `named`, else as Wikimedia's tables or we call it."""
    unknown = [name for name in named if name not in NAMES]
    if unknown:
        raise ColumnError(f"a page has no `{unknown[0]}` (expected {', '.join(NAMES)})")
    table = {name: name for name in NAMES} | known(found)
    places = {name: place for name, place in table.items() if _first(place) in found}
    places |= {name: place for name, place in named.items() if place is not None}
    missing = [name for name in ("title", "text") if name not in places]
    if missing:
        raise ColumnError(
            f"which column is the {missing[0]} of a page? Name it: `{missing[0]}=…` (there are {', '.join(found)})"
        )
    return places


def known(found: list[str]) -> dict[str, str]:
    """The columns of Wikimedia's table that this looks like, empty where it is none of them."""
    return next(
        (table for table in (CONTENT, WIKITEXT) if {_first(place) for place in table.values()} <= set(found)), {}
    )


def picked(df: Any, named: Mapping[str, Any], namespaces: frozenset[int] | None) -> Any:
    """A DataFrame of NAMES, each of one type; texts of other namespaces stay where they are."""
    functions = need("pyspark.sql.functions")
    places, wikimedia = columns(df.columns, named), known(df.columns)
    chosen = {name: _column(functions, place) for name, place in places.items()}
    if namespaces is not None and "namespace" in chosen:
        kept = chosen["namespace"].cast("int").isin(sorted(namespaces))
        chosen["text"] = functions.when(kept, chosen["text"])
    for name in ("title", "redirect"):
        if name in places and places[name] == wikimedia.get(name):
            chosen[name] = functions.translate(chosen[name], "_", " ")  # as the database has them
    out = []
    for name in NAMES:
        column = chosen.get(name, functions.lit(None))
        if name != "time" or name not in chosen:
            column = column.cast(TYPES.get(name, "string"))
        out.append(column.alias(name))
    return df.select(*out)


def _column(functions: Any, place: Any) -> Any:
    """A column by its name; fields of structs and keys of maps behind dots. Columns stay as they are."""
    return functions.col(place) if isinstance(place, str) else place


def _first(place: str) -> str:
    return place.partition(".")[0]
