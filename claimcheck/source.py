"""Source text, spans and positions: the one place that knows about lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Error(Exception):
    """Base of every error that claimcheck raises on purpose."""


class SourceError(Error):
    """An input that cannot be read: missing, unreadable, not text."""


class Span(NamedTuple):
    """Half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True when the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """Line and column of a code point, both counted from 1."""

    line: int
    column: int


class Source:
    """A named text. Lines end at LF (so also at CRLF); columns count code points.

    `url` is the permanent address of exactly this text, empty where it has none.
    """

    __slots__ = ("_starts", "name", "text", "url")

    def __init__(self, text: str, name: str = "<text>", url: str = "") -> None:
        self.name = name
        self.text = text
        self.url = url
        self._starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.name!r}, {len(self.text)} characters)"

    @property
    def line_starts(self) -> list[int]:
        """Offset of the first character of every line."""
        if self._starts is None:
            starts, at = [0], self.text.find("\n")
            while at != -1:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts

    def position(self, offset: int) -> Position:
        """Line and column of the code point at `offset`."""
        starts = self.line_starts
        line = bisect_right(starts, offset) - 1
        return Position(line + 1, offset - starts[line] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """Offset of a line and column counted from 1; the inverse of `position`."""
        return self.line_starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Text of line `number` (from 1) without its line end."""
        starts = self.line_starts
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].removesuffix("\r")
