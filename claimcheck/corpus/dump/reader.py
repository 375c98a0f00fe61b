"""Bytes of a file up to a place, with a look ahead and where one is; a failing disk is the end, with a fault."""

from __future__ import annotations

from typing import BinaryIO

from claimcheck.source import SourceError

PIECE = 1 << 18
"""Bytes that are read at once."""


class Reader:
    """Reads from where `file` stands, at byte `at`, up to the byte `end`."""

    def __init__(self, file: BinaryIO, name: str, at: int = 0, end: int | None = None) -> None:
        self.file, self.name, self.at, self.end = file, name, at, end
        self.fault: SourceError | None = None
        """Why no more bytes come, where that is not the end."""
        self._ahead = b""

    def peek(self, count: int) -> bytes:
        """The next bytes, `count` of them where there are so many; they are read again."""
        while len(self._ahead) < count and (more := self._more()):
            self._ahead += more
        return self._ahead[:count]

    def read(self) -> bytes:
        """The next bytes, empty at the end."""
        data, self._ahead = self._ahead or self._more(), b""
        self.at += len(data)
        return data

    def back(self, data: bytes) -> None:
        """Put the last bytes read back."""
        self._ahead = data + self._ahead
        self.at -= len(data)

    def _more(self) -> bytes:
        known = self.at + len(self._ahead)
        size = PIECE if self.end is None else min(PIECE, self.end - known)
        if size <= 0 or self.fault:
            return b""
        try:
            return self.file.read(size)
        except OSError as error:
            self.fault = SourceError(f"{self.name}: cannot be read at byte {known}: {error.strerror or error}")
            return b""
