"""Wikitext to document: passages, tables, templates and citations from one walk over the text."""

from __future__ import annotations

from claimcheck.document.calls import Calls
from claimcheck.document.flow import UnexpectedLinkError
from claimcheck.document.links import Links
from claimcheck.document.model import Citation, Document
from claimcheck.document.plain import read_plain
from claimcheck.document.tags import Tags
from claimcheck.document.tokens import MisreadError
from claimcheck.source import Source, Span

UNDEFINED = Citation(Span(0, 0), None, (), "")
"""A reference by a name that the page defines nowhere."""


def read_wikitext(source: Source, title: str | None = None) -> Document:
    """The document of a wiki page. What cannot be read as markup is read as plain text, with a note."""
    try:
        reader = _read(source.text)
    except MisreadError as lost:
        plain = read_plain(source, title)
        note = f"read as plain text, because its markup could not be followed ({lost})"
        return Document(source, title, plain.passages, notes=(note,), markup="wikitext")
    return reader.document(source, title)


def _read(text: str) -> Reader:
    reader = Reader(text)
    try:
        reader.read()
    except UnexpectedLinkError:
        reader = Reader(text, all_tokens=True)
        reader.read()
    return reader


class Reader(Calls, Links, Tags):
    """One page being read: each part of the markup in a file of its own, all on one flow."""

    def read(self) -> None:
        """Read the whole text; raises MisreadError where the tokenizer and the text disagree."""
        self.walk()
        self.flush()

    def document(self, source: Source, title: str | None) -> Document:
        """All that was read, in the order of the source."""
        self.passages.sort(key=lambda passage: passage.offsets.first)
        return Document(
            source,
            title,
            tuple(self.passages),
            tuple(self.tables),
            tuple(citation or UNDEFINED for citation in self.citations),
            tuple(self.templates),
            markup="wikitext",
        )
