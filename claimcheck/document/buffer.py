"""A passage in the making: visible text gathered piece by piece, each with its place in the source."""

from __future__ import annotations

import re

from claimcheck.document.model import OBJECT, Context, Link, OffsetMap, Passage
from claimcheck.source import Span

_NOTHING = " \t\n\r\v\xa0" + OBJECT
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")


class Buffer:
    """Collects the visible characters of one passage with their source offsets."""

    __slots__ = ("anchors", "italics", "length", "links", "open_italic", "pieces", "runs", "sic")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.runs: list[tuple[int, int, int]] = []
        self.length = 0
        self.links: list[Link] = []
        self.italics: list[Span] = []
        self.anchors: list[tuple[int, int]] = []
        self.sic: list[Span] = []
        self.open_italic = -1

    def put(self, shown: str, start: int, end: int) -> None:
        """Append `shown`, which stands for the source from `start` to `end`."""
        if shown:
            self.pieces.append(shown)
            self.runs.append((self.length, start, end))
            self.length += len(shown)

    def put_buffer(self, other: Buffer) -> None:
        """Append all that `other` holds."""
        at = self.length
        self.pieces.extend(other.pieces)
        self.runs.extend((at + run[0], run[1], run[2]) for run in other.runs)
        self.length += other.length
        if other.links:
            self.links.extend(Link(at + link.start, at + link.end, link.target) for link in other.links)
        if other.anchors:
            self.anchors.extend((at + offset, index) for offset, index in other.anchors)
        if other.italics:
            self.italics.extend(Span(at + span.start, at + span.end) for span in other.italics)

    def toggle_italic(self) -> None:
        """A mark of italic text: opens it, or closes what is open."""
        if self.open_italic < 0:
            self.open_italic = self.length
        else:
            if self.length > self.open_italic:
                self.italics.append(Span(self.open_italic, self.length))
            self.open_italic = -1

    @property
    def text(self) -> str:
        """What has been gathered."""
        return "".join(self.pieces)

    @property
    def blank(self) -> bool:
        """True where a reader sees nothing but white space."""
        return not any(piece.strip() for piece in self.pieces)

    @property
    def start(self) -> int:
        """Source offset of the first character."""
        return self.runs[0][1]

    @property
    def end(self) -> int:
        """Source offset behind the last character."""
        return self.runs[-1][2]

    def stripped(self) -> Buffer:
        """The same without white space around it."""
        text = self.text
        inner = text.strip()
        if len(inner) == len(text):
            return self
        start = len(text) - len(text.lstrip())
        return self.slice(start, start + len(inner))

    def slice(self, start: int, end: int) -> Buffer:
        """A copy of the visible characters from `start` to `end`."""
        out = Buffer()
        for piece, (at, low, high) in zip(self.pieces, self.runs, strict=True):
            first, last = max(start - at, 0), min(end - at, len(piece))
            if first >= last:
                continue
            if high - low == len(piece):
                low, high = low + first, low + last
            out.put(piece[first:last], low, high)
        out.links = [Link(k.start - start, k.end - start, k.target) for k in self.links if start <= k.start < end]
        out.anchors = [(offset - start, index) for offset, index in self.anchors if start <= offset <= end]
        return out

    def passage(self, context: Context, section: tuple[str, ...], path: tuple[str, ...] = ()) -> Passage | None:
        """The passage gathered so far, or None where a reader sees nothing that can be read."""
        text = self.text
        if not text.strip(_NOTHING):
            return None
        return Passage(
            _one_line(text),
            OffsetMap(self.runs, self.length),
            context,
            section,
            path,
            tuple(self.links),
            tuple(self.italics),
            tuple(self.anchors),
            tuple(self.sic),
        )


def _one_line(text: str) -> str:
    """Single line ends as spaces; of blank lines one line end stays, so that sentences end there."""
    kept = _BLANK_LINES.sub(lambda m: "\v" + m.group()[1:], text) if "\n" in text else text
    return kept.replace("\n", " ").replace("\r", " ").replace("\v", "\n")
