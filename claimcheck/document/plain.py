"""Plain text: paragraphs at blank lines, single line ends shown as spaces, offsets unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.document.model import Document, OffsetMap, Passage
from claimcheck.patterns import lazy
from claimcheck.source import Source

HEADING = lazy(r"(?:(={2,6}) [^=\n]{1,200} \1[ \t\r]*(?:\n|$))+")
PARAGRAPH = lazy(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*")


def read_plain(source: Source, title: str | None = None) -> Document:
    """One passage a paragraph, as prose; a character of it is the source character at the same distance."""
    passages: list[Passage] = []
    for match in PARAGRAPH.finditer(source.text):
        passages += _passages(match.group().rstrip(), match.start())
    return Document(source, title, tuple(passages))


def _passages(text: str, start: int) -> Iterator[Passage]:
    """A paragraph; a heading right above it, as in extracts of wikis, is one of its own."""
    heading = HEADING.match(text)
    if heading is not None:
        yield _passage(text[: heading.end()].rstrip(), start)
        text, start = text[heading.end() :], start + heading.end()
    if text:
        yield _passage(text, start)


def _passage(text: str, start: int) -> Passage:
    shown = text.replace("\n", " ").replace("\r", " ")
    return Passage(shown, OffsetMap([(0, start, start + len(text))], len(text)), "prose")
