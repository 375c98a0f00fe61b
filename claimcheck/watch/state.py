"""How far a stream was followed, in a file, so that it is taken up there and no change is lost or told twice."""

from __future__ import annotations

import os
import time
from collections import deque
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.source import SourceError

REMEMBERED = 2000
"""Changes that are known again when a stream sends them once more, as it does after a lost connection."""
SECONDS = 1.0
"""Between two writings for changes that are not looked at."""


class _Written(msgspec.Struct):
    claimcheck: str
    stream: str
    last_id: str
    seen: list[str]


class State:
    """The id of the last event that was dealt with, and the keys of the last changes."""

    def __init__(self, stream: str, path: Path | None = None) -> None:
        self.stream, self.path = stream, path
        self.last_id = ""
        self.order: deque[str] = deque()
        self.seen: set[str] = set()
        self._written = 0.0
        if path is not None:
            self._read(path)

    def knows(self, key: str) -> bool:
        """Whether this change was dealt with before."""
        return key in self.seen

    def passed(self, last_id: str, key: str | None = None) -> None:
        """An event was dealt with: one of a change that was looked at has a key and is written down at once."""
        self.last_id = last_id or self.last_id
        if key is not None:
            self.seen.add(key)
            self.order.append(key)
            if len(self.order) > REMEMBERED:
                self.seen.discard(self.order.popleft())
        if key is not None or time.monotonic() - self._written > SECONDS:
            self.write()

    def write(self) -> None:
        """Write it down, whole or not at all."""
        if self.path is None:
            return
        shape = _Written("watch", self.stream, self.last_id, list(self.order))
        beside = self.path.with_name(self.path.name + ".new")
        try:
            with beside.open("wb") as file:
                file.write(msgspec.json.encode(shape))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        except OSError as error:
            raise SourceError(f"{self.path}: cannot be written: {error.strerror}") from error
        self._written = time.monotonic()

    def _read(self, path: Path) -> None:
        found: Any = None
        try:
            found = msgspec.json.decode(path.read_bytes(), type=_Written)
        except FileNotFoundError:
            return
        except OSError as error:
            raise SourceError(f"{path}: cannot be read: {error.strerror}") from error
        except msgspec.DecodeError:
            pass
        if found is None or found.claimcheck != "watch":
            raise SourceError(f"{path}: not a state file of claimcheck watch (expected one, or a new file)")
        if found.stream != self.stream:
            raise SourceError(f"{path}: of another stream, {found.stream} (expected one of {self.stream})")
        self.last_id = found.last_id
        self.order.extend(found.seen[-REMEMBERED:])
        self.seen.update(self.order)
