"""The file of a baseline: JSON with one entry on a line, read strictly, written in one step."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.source import Error, Position, Source

VERSION = 1
"""Raised when entries change their meaning; other versions are refused."""


class BaselineError(Error):
    """A baseline that cannot be read or written, as file:line:column where a line is at fault."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One accepted finding. File and fingerprint decide which; the rest tells people what it is."""

    file: str
    """Path of the article, relative to the directory of the baseline; empty for one that is no file (a wiki's page)."""
    article: str
    rule: str
    message: str
    fingerprint: str

    @property
    def key(self) -> tuple[str, ...]:
        """What entries are sorted by."""
        return self.file, self.article, self.rule, self.message, self.fingerprint


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as JSON."""

    version: int
    findings: tuple[Entry, ...]


def parsed(path: Path) -> tuple[Content, Iterator[int]]:
    """What stands in the file, and the line of each entry."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BaselineError(f"{path}: no such baseline (--update-baseline writes one)") from error
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}:1:1: not UTF-8 at byte {error.start}") from error
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        raise BaselineError(f"{path}:{line}:{column}: not JSON: {error}") from error
    if isinstance(data, dict) and data.get("version", VERSION) != VERSION:
        raise BaselineError(f"{path}:1:1: a baseline of version {data['version']!r}; this claimcheck reads {VERSION}")
    places = list(_places(text, data))
    try:
        file = msgspec.convert(data, Content)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        item = re.match(r"`\$\.findings\[(\d+)\]", where)
        line, column = places[int(item[1])] if item else (1, 1)
        raise BaselineError(f"{path}:{line}:{column}: {what[0].lower()}{what[1:]}{where and f' ({where})'}") from error
    return file, (place.line for place in places)


def _places(text: str, data: Any) -> Iterator[Position]:
    """Where each item under `findings` stands."""
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        return
    source, decoder = Source(text), json.JSONDecoder()
    at = _after_key(text, decoder)
    for _ in data["findings"]:
        at = _skip(text, at)
        yield source.position(at)
        at = decoder.raw_decode(text, at)[1]


def _after_key(text: str, decoder: json.JSONDecoder) -> int:
    """Behind the bracket that opens the last `findings` of a JSON object; the last one of several counts."""
    at, opened = _skip(text, 0) + 1, 0
    while text[at := _skip(text, at)] != "}":
        key, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if key == "findings":
            opened = at + 1
        at = decoder.raw_decode(text, at)[1]
    return opened


def _skip(text: str, at: int) -> int:
    """The next character that is neither white space nor a separator."""
    while text[at] in " \t\r\n,:":
        at += 1
    return at


def write_entries(path: Path, entries: Iterable[Entry]) -> None:
    """Write the file in one step: whoever reads it meanwhile sees all of the old one or all of the new one."""
    lines = ",\n".join(f"  {json.dumps(msgspec.to_builtins(entry), ensure_ascii=False)}" for entry in entries)
    text = f'{{\n "version": {VERSION},\n "findings": [{f"{chr(10)}{lines}{chr(10)} " if lines else ""}]\n}}\n'
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(text.encode("utf-8", "backslashreplace"))
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise BaselineError(f"{path}: cannot be written: {error.strerror}") from error
