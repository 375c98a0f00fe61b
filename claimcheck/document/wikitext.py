"""Wikitext to document."""

from __future__ import annotations

from claimcheck.document.model import Document
from claimcheck.document.plain import read_plain
from claimcheck.source import Source


def read_wikitext(source: Source, title: str | None = None) -> Document:
    """Passages, tables, templates and citations of a wiki page."""
    return read_plain(source, title)
