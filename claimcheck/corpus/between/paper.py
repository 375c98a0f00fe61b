"""An article as far as a scan remembers it: blank paper with the sentences of some claims at their places.

A scan keeps claims and their sentences, not the texts of articles. Lines, columns and offsets on the paper are those
of the article, so that a report made from it points at the right places; what it shows there is what a reader sees.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claimcheck.source import Source, SourceError
from claimcheck.sources import files

LARGEST = 20_000_000
"""Bytes of a file that is read again."""
Record = dict[str, Any]
"""A row of the table of claims."""


def paper(records: Iterable[Record], name: str, url: str = "") -> Source:
    """The text of the article that these claims stand in: all blank but their sentences."""
    sheet = _Sheet()
    for record in sorted(records, key=lambda record: (record["start"], record["end"])):
        sheet.place(record)
    return Source(sheet.text(), name, url)


def unchanged(name: str, digest: str) -> str | None:
    """The text of the file of that name, where there is one whose SHA-1 is the one that was scanned."""
    path = Path(name)
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        text = files.read(path).text
    except (OSError, ValueError, SourceError):
        return None
    same = hashlib.sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest() == digest
    return text if same else None


class _Sheet:
    """Text that grows from claim to claim; `_rest` is what follows the last one in its sentence."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._at = 0
        self._line = 1
        self._rest = ""

    def place(self, record: Record) -> None:
        """Write a claim and as much of its sentence as there is room for before it."""
        start = record["start"]
        self._turn(record["line"], start - record["column"] + 1)
        gap = start - self._at
        if gap < 0:  # inside what is written already
            return
        before, sentence = flat(record["sentence"])[: record["sentence_start"]], flat(record["sentence"])
        room = max(0, gap - len(self._rest))
        kept = before[len(before) - min(room, len(before)) :]
        self._write(self._rest[:gap].ljust(gap - len(kept)) + kept)
        self._write(record["text"])
        self._line += record["text"].count("\n")
        shown = flat(record["text"])
        self._rest = sentence[record["sentence_start"] + len(shown) :] if shown in sentence else ""

    def text(self) -> str:
        """All of it."""
        return "".join([*self._pieces, self._rest])

    def _turn(self, line: int, start: int) -> None:
        """Go to the beginning of a line: the breaks stand right before it, where no sentence can be."""
        breaks = line - self._line
        gap = start - breaks - self._at
        if breaks > 0 and gap >= 0:
            self._write(self._rest[:gap].ljust(gap) + "\n" * breaks)
            self._line, self._rest = line, ""

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)


def flat(text: str | None) -> str:
    """Text on one line, as long as it was."""
    return (text or "").translate(_BREAKS)


_BREAKS = str.maketrans("\r\n\x0b\x0c\u2028\u2029", " " * 6)
