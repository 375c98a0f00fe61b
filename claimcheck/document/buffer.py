"""A passage in the making: visible text gathered piece by piece, each with its place in the source."""

from __future__ import annotations

import re

from claimcheck.document.model import OBJECT, Context, Link, OffsetMap, Passage
from claimcheck.source import Span

_NOTHING = " \t\n\r\v\xa0" + OBJECT
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")


class Notes:
    """What is known of stretches of a buffer besides their text."""

    __slots__ = ("anchors", "italics", "links", "open_italic", "sic")

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.italics: list[Span] = []
        self.anchors: list[tuple[int, int]] = []
        self.sic: list[Span] = []
        self.open_italic = -1


class Buffer:
    """Collects the visible characters of one passage with their source offsets.

    Tens of thousands are made for an article, most of them for a table cell or a parameter without links: its notes
    are made when there is something to note.
    """

    __slots__ = ("length", "notes", "pieces", "runs")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.runs: list[tuple[int, int, int]] = []
        self.length = 0
        self.notes: Notes | None = None

    def put(self, shown: str, start: int, end: int) -> None:
        """Append `shown`, which stands for the source from `start` to `end`."""
        if shown:
            self.pieces.append(shown)
            self.runs.append((self.length, start, end))
            self.length += len(shown)

    def put_buffer(self, other: Buffer) -> None:
        """Append all that `other` holds."""
        at = self.length
        self.pieces += other.pieces
        self.runs += [(at + run[0], run[1], run[2]) for run in other.runs] if at else other.runs
        self.length += other.length
        if other.notes is not None:
            theirs, mine = other.notes, self.noted
            mine.links += [Link(at + link.start, at + link.end, link.target) for link in theirs.links]
            mine.anchors += [(at + offset, index) for offset, index in theirs.anchors]
            mine.italics += [Span(at + span.start, at + span.end) for span in theirs.italics]
            mine.sic += [Span(at + span.start, at + span.end) for span in theirs.sic]

    @property
    def noted(self) -> Notes:
        """Its notes, to add to."""
        if self.notes is None:
            self.notes = Notes()
        return self.notes

    def toggle_italic(self) -> None:
        """A mark of italic text: opens it, or closes what is open."""
        notes = self.noted
        if notes.open_italic < 0:
            notes.open_italic = self.length
        else:
            if self.length > notes.open_italic:
                notes.italics.append(Span(notes.open_italic, self.length))
            notes.open_italic = -1

    @property
    def text(self) -> str:
        """What has been gathered."""
        return self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)

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
        if self.notes is not None:
            mine, theirs = self.notes, out.noted
            theirs.links = [
                Link(k.start - start, k.end - start, k.target) for k in mine.links if start <= k.start < end
            ]
            theirs.anchors = [(at - start, index) for at, index in mine.anchors if start <= at <= end]
        return out

    def passage(self, context: Context, section: tuple[str, ...], path: tuple[str, ...] = ()) -> Passage | None:
        """The passage gathered so far, or None where a reader sees nothing that can be read."""
        text = self.text
        if not text.strip(_NOTHING):
            return None
        offsets = OffsetMap(self.runs, self.length)
        notes = self.notes
        if notes is None:
            return Passage(_one_line(text), offsets, context, section, path)
        return Passage(
            _one_line(text),
            offsets,
            context,
            section,
            path,
            tuple(notes.links),
            tuple(notes.italics),
            tuple(notes.anchors),
            tuple(notes.sic),
        )


def _one_line(text: str) -> str:
    """Single line ends as spaces; of blank lines one line end stays, so that sentences end there."""
    if "\n" in text:
        text = _BLANK_LINES.sub(lambda m: "\v" + m.group()[1:], text).replace("\n", " ").replace("\r", " ")
    return text.replace("\v", "\n")
