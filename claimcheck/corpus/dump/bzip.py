"""Streams of bz2, one behind the other as in Wikimedia's multistream dumps: read from any of them, found in a file."""

from __future__ import annotations

import bz2
import re
from collections.abc import Generator, Iterator

from claimcheck.corpus.dump.reader import PIECE, Reader
from claimcheck.source import SourceError

BEGIN = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
"""How a stream begins: its level, then the digits of pi before a block, or of pi's square root where there is none."""
LENGTH = 10
"""Bytes of that."""

Faults = Generator[bytes | SourceError, None, bool]


def streams(reader: Reader) -> Iterator[bytes | SourceError]:
    """What the streams from where `reader` stands hold; damage is a fault, behind which the next stream is sought."""
    while begin := reader.peek(LENGTH):
        if BEGIN.match(begin):
            sound = yield from _stream(reader)
        else:
            sound = not reader.peek(PIECE).strip(b"\0")  # tapes and disks pad with zeros
            if not sound:
                yield SourceError(f"{reader.name}: no bz2 stream begins at byte {reader.at} (expected one)")
            _pass(reader, PIECE if sound else 1)
        if not sound:
            forward(reader)
    if reader.fault:
        yield reader.fault


def _stream(reader: Reader) -> Faults:
    """What one stream holds; returns whether the next one can be looked for right behind it."""
    start, stream, last = reader.at, bz2.BZ2Decompressor(), b""
    while not stream.eof:
        data = reader.read() if stream.needs_input else b""
        if stream.needs_input and not data:
            if not reader.fault:
                yield _cut_off(reader, start)
            return True
        last = data or last
        try:
            yield stream.decompress(data, PIECE)
        except OSError as error:
            yield SourceError(f"{reader.name}: the bz2 stream at byte {start} is damaged ({error})")
            reader.back(last)  # checksums come behind what they guard, so the damage is not after these bytes
            _pass(reader, max(0, start + LENGTH - reader.at))
            return False
    reader.back(stream.unused_data)
    return True


def _cut_off(reader: Reader, start: int) -> SourceError:
    told = f"{reader.name}: the bz2 stream at byte {start}"
    if reader.at == reader.end:
        return SourceError(f"{told} does not end at byte {reader.at}, where the next one should begin (wrong index?)")
    return SourceError(f"{told} is cut off at byte {reader.at}, the end of the file (expected the rest of it)")


def forward(reader: Reader) -> bool:
    """Go to where the next stream begins; False where there is none."""
    while data := reader.peek(PIECE):
        found = BEGIN.search(data)
        if found:
            _pass(reader, found.start())
            return True
        if len(data) < LENGTH:
            break
        _pass(reader, len(data) - LENGTH + 1)
    _pass(reader, len(data))
    return False


def _pass(reader: Reader, count: int) -> None:
    """Leave out the next bytes, all of which have been looked at."""
    data = reader.read()
    reader.back(data[count:])


def begins(reader: Reader) -> Iterator[int]:
    """The bytes at which streams begin, the first of them where the reader stands or behind."""
    while forward(reader):
        yield reader.at
        _pass(reader, LENGTH)
