"""Plain text: paragraphs at blank lines, single line ends shown as spaces, offsets unchanged."""

from __future__ import annotations

from claimcheck.document.model import Document, OffsetMap, Passage
from claimcheck.patterns import lazy
from claimcheck.source import Source

PARAGRAPH = lazy(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*")


def read_plain(source: Source, title: str | None = None) -> Document:
    """One passage a paragraph, as prose; a character of it is the source character at the same distance."""
    passages = []
    for match in PARAGRAPH.finditer(source.text):
        text = match.group().rstrip()
        shown = text.replace("\n", " ").replace("\r", " ")
        start = match.start()
        passages.append(Passage(shown, OffsetMap([(0, start, start + len(text))], len(text)), "prose"))
    return Document(source, title, tuple(passages))
