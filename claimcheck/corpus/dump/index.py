"""The index of a multistream dump: a line `byte:page id:title` for each page, the byte at which its stream begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

from claimcheck.corpus.dump.packing import packing, unpacked
from claimcheck.corpus.dump.reader import Reader
from claimcheck.source import SourceError
from claimcheck.sources.files import printable

_LINE = re.compile(rb"(\d{1,15}):(\d{1,15}):(.+)")
_NAME = re.compile(r"multistream(\d*)\.xml(-p\d+p\d+)?\.bz2$")


def beside(dump: Path) -> Path | None:
    """The index that Wikimedia puts beside a dump of this name, where it is there."""
    index = dump.with_name(_NAME.sub(r"multistream-index\1.txt\2.bz2", dump.name))
    plain = index.with_suffix("")
    return next((path for path in (index, plain) if path != dump and path.suffix != ".xml" and path.is_file()), None)


def offsets(index: Path, wants: Callable[[str], bool] | None = None) -> list[tuple[int, bool]]:
    """Where streams begin, ascending, each with whether it has a page whose title is wanted.

    SourceError names the line that is none of an index, or that names a place before that of the line above.
    """
    name = printable(index)
    found: list[tuple[int, bool]] = []
    last, wanted = -1, False
    for number, line in enumerate(_lines(index, name), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            told = line[:40].decode("utf-8", "replace")
            raise SourceError(f"{name}:{number}: {told!r} (expected byte:page:title, the index of a multistream dump)")
        at = int(match[1])
        if at != last:
            if at < last:
                raise SourceError(f"{name}:{number}: a stream at byte {at}, behind one at {last} (expected order)")
            if last >= 0:
                found.append((last, wanted))
            last, wanted = at, wants is None
        wanted = wanted or (wants is not None and wants(unescape(match[3].decode("utf-8", "replace"))))
    return [*found, (last, wanted)] if last >= 0 else []


def _lines(index: Path, name: str) -> Iterator[bytes]:
    try:
        with index.open("rb") as file:
            reader = Reader(file, name)
            rest = b""
            for chunk in unpacked(reader, packing(reader.peek(14), name)):
                if isinstance(chunk, SourceError):
                    raise chunk
                *lines, rest = (rest + chunk).split(b"\n")
                yield from lines
                if len(rest) > 10_000:
                    raise SourceError(f"{name}: a line of more than 10,000 bytes (expected byte:page:title)")
            if rest:
                yield rest
    except OSError as error:
        raise SourceError(f"{name}: cannot be read: {error.strerror or error}") from error
