"""Lists of titles in files: one a line, or a table with tabs as PetScan and Quarry give it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from claimcheck.source import SourceError
from claimcheck.sources import files

COLUMNS = ("title", "page_title", "page", "article", "name")
"""What the column with the titles is called; where none is, it is the first."""


def read_titles(path: Path) -> list[str]:
    """The titles in a file, in order and each once; SourceError where it cannot be read or has none."""
    lines = files.read(path).text.removeprefix("\ufeff").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    column, rows = _column(rows)
    found = [normal(row[column]) for row in rows if len(row) > column]
    titles = list(dict.fromkeys(title for title in found if title))
    if not titles:
        raise SourceError(f"{files.printable(path)}: no title in it (expected one a line, or a table with tabs)")
    return titles


def read_list(path: Path) -> frozenset[str]:
    """The titles in a file, as `normal` writes them."""
    return frozenset(read_titles(path))


def digest(titles: Iterable[str]) -> str:
    """Titles in their order as a few characters that are other ones for other titles."""
    return hashlib.sha256("\n".join(titles).encode()).hexdigest()[:16]


def normal(title: str) -> str:
    """A title as MediaWiki writes it: blanks for underscores, composed Unicode, a capital first letter, no brackets."""
    bare = title.strip().removeprefix("[[").removesuffix("]]").replace("_", " ").strip(" \u200e\u200f")
    composed = unicodedata.normalize("NFC", " ".join(bare.split())).removeprefix(":")
    first = composed[:1].upper()
    return (first if len(first) == 1 else composed[:1]) + composed[1:]


def _column(rows: list[list[str]]) -> tuple[int, list[list[str]]]:
    """Which column has the titles, and the rows without the one that names the columns."""
    names = [name.strip().lower() for name in rows[0]] if rows else []
    for name in COLUMNS:
        if len(names) > 1 and name in names:
            return names.index(name), rows[1:]
    return 0, rows
