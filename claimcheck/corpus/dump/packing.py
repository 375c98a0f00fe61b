"""What a dump is packed with, and its bytes unpacked piece by piece: damage is a fault in its place."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Literal

from claimcheck.corpus.dump import bzip
from claimcheck.corpus.dump.reader import PIECE, Reader
from claimcheck.source import SourceError

Packing = Literal["plain", "gz", "bz2"]

GZ = b"\x1f\x8b"
OTHERS = {
    b"7z\xbc\xaf\x27\x1c": ("7z", "7z x -so FILE | claimcheck scan -"),
    b"\xfd7zXZ\x00": ("xz", "xz -dc FILE | claimcheck scan -"),
    b"\x28\xb5\x2f\xfd": ("zstd", "zstd -dc FILE | claimcheck scan -"),
    b"PK\x03\x04": ("zip", "unzip -p FILE | claimcheck scan -"),
}
"""How other packed files begin, and how they are read all the same."""


def packing(begin: bytes, name: str) -> Packing:
    """What a file that begins like this is packed with; SourceError where it is something that is not read here."""
    if begin.startswith(GZ):
        return "gz"
    if bzip.BEGIN.match(begin):
        return "bz2"
    for magic, (kind, how) in OTHERS.items():
        if begin.startswith(magic):
            raise SourceError(f"{name}: packed with {kind} (expected XML, gz or bz2; try: {how})")
    return "plain"


def unpacked(reader: Reader, kind: Packing) -> Iterator[bytes | SourceError]:
    """All bytes from where a reader stands, at most some hundred kB at once however well they were packed."""
    if kind == "bz2":
        yield from bzip.streams(reader)
    else:
        yield from _gz(reader) if kind == "gz" else iter(reader.read, b"")
        if reader.fault:
            yield reader.fault


def _gz(reader: Reader) -> Iterator[bytes | SourceError]:
    """The members of a gz file; what follows damage cannot be found again."""
    while reader.peek(1):
        member, data = zlib.decompressobj(31), b""
        while not member.eof and (data := data or reader.read()):
            try:
                yield member.decompress(data, PIECE)
            except zlib.error as error:
                yield SourceError(f"{reader.name}: damaged before byte {reader.at} ({error}; expected gz)")
                return
            data = member.unconsumed_tail
        if not member.eof:
            yield SourceError(f"{reader.name}: cut off at byte {reader.at} (expected the rest of a gz file)")
            return
        reader.back(member.unused_data.lstrip(b"\0"))  # tapes and disks pad with zeros
