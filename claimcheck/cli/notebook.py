"""What a long search has found so far, in a file, so that it can be taken up again."""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

from claimcheck.source import SourceError


class Notebook(MutableMapping[str, frozenset[str]]):
    """Fingerprints by digest: each entry is a line of a file at once, under a first line that says what it is about.

    A last line that was cut short is passed over. A file that is about something else is begun anew.
    """

    def __init__(self, path: Path, about: dict[str, str]) -> None:
        self.path, self.about = path, {"claimcheck": "blame", **about}
        self.entries: dict[str, frozenset[str]] = {}
        lines = self._lines()
        self.taken_up = bool(lines) and lines[0] == self.about
        if self.taken_up:
            for line in lines[1:]:
                self.entries[str(line["digest"])] = frozenset(line["fingerprints"])
        else:
            self._write(json.dumps(self.about) + "\n", "w")

    def __getitem__(self, digest: str) -> frozenset[str]:
        return self.entries[digest]

    def __setitem__(self, digest: str, found: frozenset[str]) -> None:
        if digest not in self.entries:
            self._write(json.dumps({"digest": digest, "fingerprints": sorted(found)}) + "\n", "a")
        self.entries[digest] = found

    def __delitem__(self, digest: str) -> None:
        del self.entries[digest]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def _lines(self) -> list[dict[str, Any]]:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise SourceError(f"{self.path}: cannot be read: {error}") from error
        lines = text.split("\n")
        if lines[-1]:  # cut short: the next entry begins on a line of its own
            self._write("\n", "a")
        return _parsed(lines, self.path)

    def _write(self, text: str, mode: str) -> None:
        try:
            with self.path.open(mode, encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            raise SourceError(f"{self.path}: cannot be written: {error.strerror}") from error


def _parsed(lines: list[str], path: Path) -> list[dict[str, Any]]:
    """The entries; SourceError where the file is none of ours."""
    out: list[dict[str, Any]] = []
    for line in filter(None, lines):
        try:
            entry = json.loads(line)
        except ValueError:
            entry = None
        if isinstance(entry, dict) and (out or entry.get("claimcheck") == "blame"):
            out.append(entry)
        elif not out:
            raise SourceError(f"{path}: not a state file of claimcheck blame (expected one, or a new file)")
    return [out[0], *(entry for entry in out[1:] if {"digest", "fingerprints"} <= set(entry))] if out else []
