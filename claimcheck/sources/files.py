"""Articles from files, directories and streams of bytes, exactly as they are written: no newline translation."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from claimcheck.source import Position, Source, SourceError

ENDINGS = (".wikitext", ".wiki", ".mediawiki", ".txt")
"""What the name of an article in a directory ends with."""

_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Article(msgspec.Struct, frozen=True):
    """An article as read: its text, the name it is reported under, its title."""

    text: str
    name: str
    title: str
    day: date | None = None
    """The day of this revision, where it is known."""
    url: str = ""
    """The permanent address of this revision, where it has one."""


def find(paths: Iterable[str | Path]) -> Iterator[Path | SourceError]:
    """Every article of these files and directories, in order and once; a fault stands where its path stood."""
    seen: set[Path] = set()
    for path in map(Path, paths):
        try:
            found = list(_articles(path)) if path.is_dir() else [path]
        except SourceError as error:
            yield error
            continue
        for article in found:
            if article not in seen:
                seen.add(article)
                yield article


def _articles(directory: Path) -> Iterator[Path]:
    """Articles below a directory in the order of their names, hidden directories left out."""

    def refuse(error: OSError) -> None:
        raise SourceError(f"{printable(error.filename)}: cannot be read: {error.strerror}") from error

    empty = True
    for folder, folders, names in os.walk(directory, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                empty = False
                yield Path(folder, name)
    if empty:
        endings = ", ".join(f"*{ending}" for ending in ENDINGS)
        raise SourceError(f"{printable(directory)}: no article in this directory (expected {endings})")


def read(path: Path) -> Article:
    """The article in a file; SourceError says what is wrong with the file and what was expected."""
    name = printable(path)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise SourceError(f"{name}: not a file (expected a file of wikitext or plain text)")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{name}: no such file or directory") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{name}: cannot be read: {reason}") from error
    return decode(data, name)


def decode(data: bytes, name: str) -> Article:
    """The article in `data`, which must be UTF-8 without NUL; a byte order mark stays and is counted."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name}:{_not_utf8(data, error.start)}") from error
    nul = text.find("\0")
    if nul >= 0:
        line, column = Source(text).position(nul)
        raise SourceError(f"{name}:{line}:{column}: a NUL character (expected text, this looks like binary data)")
    return Article(text, name, title(name))


def _not_utf8(data: bytes, at: int) -> str:
    """Where and why `data` is not UTF-8: `line:column: reason`."""
    if data.startswith(_UTF16):
        return "1:1: not UTF-8 but UTF-16 (expected UTF-8 text)"
    line, column = _place(data, at)
    if _SURROGATE.match(data, at):
        return f"{line}:{column}: a lone surrogate, which is no character (expected UTF-8 text)"
    return f"{line}:{column}: not UTF-8: byte 0x{data[at]:02x} at offset {at} (expected UTF-8 text)"


def _place(data: bytes, at: int) -> Position:
    before = data[:at].decode("utf-8")
    return Source(before).position(len(before))


def title(name: str) -> str:
    """The title of the article in a file: its name without an ending, and with blanks for underscores.

    To MediaWiki they are one; links, and sentences on the subject, write blanks.
    """
    base = os.path.basename(name)  # noqa: PTH119 - `name` need not be a path of this system
    for ending in ENDINGS:
        if base.lower().endswith(ending) and len(base) > len(ending):
            base = base[: -len(ending)]
            break
    return base.replace("_", " ").strip() or base


def printable(name: str | os.PathLike[str]) -> str:
    """A file name that can be printed anywhere: bytes that are not UTF-8 are shown escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
