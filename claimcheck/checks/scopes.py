"""How far a check looks, so that what it found in a stretch of text holds as long as that stretch stays as it is."""

from __future__ import annotations

BLOCK = frozenset(
    (
        "amount", "anniversary", "change", "column-total", "column-unit", "conversion", "coordinates", "count",
        "date", "denominator", "digits", "duration", "edition", "infobox-order", "infobox-period", "later",
        "lifespan", "machine", "marriage", "mean-of-counts", "p-value", "part", "period", "precision", "range",
        "rank-order", "row-identity", "row-length", "row-period", "row-total", "running-record", "scale", "sequence",
        "share", "share-column", "shares", "speed", "sum", "template-date", "template-identity", "template-written",
        "weekday", "year", "year-sequence",
    )
)  # fmt: skip
"""Kinds that look at one sentence, passage, table or template at a time, and at nothing else but the year in which
the text is read: what they find in a block of a page is what they find of it in the page. All other kinds look
through the whole article again and again; a new kind does, unless it is entered here."""

CITATION = frozenset(("check-digit", "citation-form", "citation-order", "citation-year", "dated-url", "snapshot"))
"""Kinds that look at one citation at a time; they are of a block where no reference is defined in two blocks."""
