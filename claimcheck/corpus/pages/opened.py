"""The source that paths or a wiki's address name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from claimcheck.corpus.dump.dump import STDIN, Dump
from claimcheck.corpus.pages.directory import Directory
from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.pages.lists import read_titles
from claimcheck.corpus.pages.several import Several
from claimcheck.corpus.pages.titles import Titles
from claimcheck.corpus.source import Source
from claimcheck.source import SourceError
from claimcheck.sources.files import ENDINGS, printable

_DUMP = re.compile(r"\.xml(-p\d+p\d+)?(\.gz|\.bz2)?$", re.IGNORECASE)
"""How the names of dumps end, a part of a large one's included."""


def open_source(
    paths: Sequence[str], *, history: bool = False, index: str | Path | None = None, keep: Keep | None = None
) -> Source:
    """The pages of dumps, of directories with articles or dumps, of articles in files; `-` is a dump on standard input.

    With `history` each revision of a dump is given with the text of the one before it. SourceError where a path cannot
    be read or is nothing of that, ExtraError where lxml is missing.
    """
    chosen = keep or Keep()
    # A dump that is named twice, by itself and in its directory, is read once.
    dumps = list({_same(dump): dump for path in paths for dump in _dumps(path)}.values())
    others = [path for path in paths if not _dumps(path)]
    if index is not None and len(dumps) != 1:
        raise SourceError(f"{printable(index)}: the index of one dump, but {len(dumps)} are named (expected one)")
    parts: list[Source] = [Dump(path, chosen, history=history, index=Path(index) if index else None) for path in dumps]
    if others:
        parts.append(Directory(others, chosen))
    if not parts:
        raise SourceError("nothing to read (expected dumps, or directories of articles)")
    return parts[0] if len(parts) == 1 else Several(parts)


def open_titles(
    url: str, listed: str | Path, contact: str | None = None, *, keep: Keep | None = None, wait: float = 300.0
) -> Source:
    """The pages of a live wiki whose titles stand in a file; it is waited for so many seconds where it is busy."""
    return Titles(url, read_titles(Path(listed)), contact, keep or Keep(), wait)


def _dumps(path: str) -> list[str]:
    """The dumps that a path names: itself, or those in a directory in the order of their numbers; none for articles."""
    if path == STDIN:
        return [path]
    if Path(path).is_dir():
        try:
            found = [each for each in Path(path).iterdir() if _DUMP.search(each.name) and each.is_file()]
        except OSError as error:
            raise SourceError(f"{printable(path)}: cannot be read: {error.strerror}") from error
        return [str(each) for each in sorted(found, key=lambda each: _natural(each.name))]
    return [] if path.lower().endswith(ENDINGS) else [path]


def _same(path: str) -> str:
    """What two names of one dump have in common."""
    return path if path == STDIN else str(Path(path).resolve())


def _natural(name: str) -> list[tuple[int, str]]:
    """A name in the order of the numbers in it: part 2 before part 10."""
    return [(int(each), "") if each.isdecimal() else (0, each) for each in re.split(r"(\d{1,18})", name)]
