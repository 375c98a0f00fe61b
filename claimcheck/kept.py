"""What was made of data files, kept beside Python's own compiled modules until one of the files changes."""

from __future__ import annotations

import os
import sys
import time
from binascii import crc32
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import msgspec

YOUNG = 2 * 10**9
"""Nanoseconds since a change within which a file is not kept: the next change might carry the same time."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """The file: which sources the tree was made of, the tree, and the tree's checksum."""

    sources: list[tuple[str, int, int, int]]
    crc: int
    tree: bytes


def kept(name: str, sources: Iterable[Path], read: Callable[[], Any]) -> Any:
    """The mappings, lists and scalars that `read` makes of these files, or made of them when they were the same.

    The code that reads belongs to the sources. Files count as the same by path, size and times of change. Kept is what
    comes back equal; where nothing can be kept (as with PYTHONDONTWRITEBYTECODE), `read` is asked each time.
    """
    try:
        file = _file(name)
        now = [_stamp(path) for path in sources]
    except (OSError, NotImplementedError):
        return read()
    with suppress(OSError, msgspec.DecodeError):
        found = msgspec.msgpack.decode(file.read_bytes(), type=_Kept)
        if found.sources == now and found.crc == crc32(found.tree):
            return msgspec.msgpack.decode(found.tree)
    tree = read()
    if not sys.dont_write_bytecode and all(max(times) < time.time_ns() - YOUNG for _, _, *times in now):
        _keep(file, now, tree)
    return tree


def _file(name: str) -> Path:
    """Where Python keeps its compiled modules for this installation; NotImplementedError where it keeps none."""
    return Path(cache_from_source(str(Path(__file__).with_name(f"kept_{name}.py")))).with_suffix(".msgpack")


def _stamp(path: Path) -> tuple[str, int, int, int]:
    found = path.stat()
    return str(path), found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _keep(file: Path, sources: list[tuple[str, int, int, int]], tree: Any) -> None:
    """Write the file in one step, so that another process reads all of it or the one before."""
    with suppress(OSError, TypeError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError):
        packed = msgspec.msgpack.encode(tree)
        if msgspec.msgpack.decode(packed) != tree:
            return  # it has values that are written in the shape of others
        part = file.with_suffix(f".{os.getpid()}")
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("xb") as out:
                out.write(msgspec.msgpack.encode(_Kept(sources, crc32(packed), packed)))
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
