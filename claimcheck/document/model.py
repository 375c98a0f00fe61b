"""The flat document: passages, tables, templates and citations, so that no check ever walks markup."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import Literal

import msgspec

from claimcheck.source import Source, Span

Context = Literal["lead", "prose", "quote", "list", "table", "infobox", "template", "caption", "citation", "heading"]

OBJECT = "\ufffc"
"""Stands in a passage for something that a reader sees and we cannot read (an unknown template, a formula)."""


_FAR = sys.maxsize


class OffsetMap:
    """Maps characters of a passage to the source.

    Runs are (visible start, source start, source end); a run whose source is as long as its text maps
    character by character, any other (an entity, a rendered template) maps as a whole.
    """

    __slots__ = ("_base", "_runs", "length")

    def __init__(self, runs: list[tuple[int, int, int]], length: int, base: int = 0) -> None:
        self._runs = runs
        self._base = base
        self.length = length

    def moved(self, by: int) -> OffsetMap:
        """The same for a text that stands further on in the source."""
        return OffsetMap(self._runs, self.length, self._base + by)

    @property
    def first(self) -> int:
        """Source offset of the first character."""
        return self._runs[0][1] + self._base

    def _run(self, index: int) -> tuple[int, int, int, int]:
        start, low, high = self._runs[index]
        end = self._runs[index + 1][0] if index + 1 < len(self._runs) else self.length
        return start, end, low, high

    def _index(self, visible: int) -> int:
        return bisect_right(self._runs, (visible, _FAR, _FAR)) - 1

    def span(self, start: int, end: int) -> Span:
        """Source span of the visible characters `start` to `end` (at least one of them)."""
        a, b, low, high = self._run(self._index(start))
        begin = low + start - a if high - low == b - a else low
        if end > b:
            a, b, low, high = self._run(self._index(end - 1))
        return Span(self._base + begin, self._base + (low + end - a if high - low == b - a else high))

    def visible(self, offset: int) -> int | None:
        """Index of the visible character that the source character at `offset` shows as, or None if hidden."""
        offset -= self._base
        for index, (_, low, high) in enumerate(self._runs):
            if low <= offset < high:
                start, end, low, high = self._run(index)
                return start + offset - low if high - low == end - start else start
        return None


class Link(msgspec.Struct, frozen=True):
    """A link over the visible characters `start` to `end` of a passage."""

    start: int
    end: int
    target: str


class Passage(msgspec.Struct, frozen=True, eq=False):
    """A stretch of text as a reader sees it: a paragraph, list item, table cell, template parameter, caption…

    `path` holds what names it: section titles, then row and column headers or template and parameter name.
    `anchors` are (visible offset, index into `Document.citations`) of the references that stand in it.
    """

    text: str
    offsets: OffsetMap
    context: Context
    section: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    italics: tuple[Span, ...] = ()
    anchors: tuple[tuple[int, int], ...] = ()
    sic: tuple[Span, ...] = ()
    """Visible stretches that the article itself marks as sic."""

    def span(self, start: int, end: int) -> Span:
        """Source span of `text[start:end]`."""
        return self.offsets.span(start, end)


class Cell(msgspec.Struct, frozen=True, eq=False):
    """A table cell at its place in the grid (`row`, `column` from 0) with its spans resolved."""

    passage: Passage
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


class Table(msgspec.Struct, frozen=True, eq=False):
    """A table: its cells in source order, its caption."""

    span: Span
    cells: tuple[Cell, ...]
    caption: Passage | None = None
    section: tuple[str, ...] = ()


class Parameter(msgspec.Struct, frozen=True, eq=False):
    """A template parameter: its name (a number as a string where positional) and its text."""

    name: str
    passage: Passage


class Template(msgspec.Struct, frozen=True, eq=False):
    """A template call: its name in lower case with spaces, its parameters in source order."""

    name: str
    span: Span
    parameters: tuple[Parameter, ...]
    section: tuple[str, ...] = ()

    def get(self, *names: str) -> Passage | None:
        """The first parameter of any of these names that has text, or None."""
        for name in names:
            for parameter in self.parameters:
                if parameter.name == name and parameter.passage.text.strip():
                    return parameter.passage
        return None


class Citation(msgspec.Struct, frozen=True, eq=False):
    """A reference: the span of its `<ref>` (or of a free-standing citation template), its name, what stands in it."""

    span: Span
    name: str | None
    templates: tuple[Template, ...]
    text: str
    """What a reader sees of a reference that is not a template."""


class Document(msgspec.Struct, frozen=True, eq=False):
    """An article read once; everything later works on this alone.

    `notes` say what could not be read as markup and was taken as plain text, or was left out.
    """

    source: Source
    title: str | None
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...] = ()
    citations: tuple[Citation, ...] = ()
    templates: tuple[Template, ...] = ()
    notes: tuple[str, ...] = ()
    markup: Literal["wikitext", "plain"] = "plain"
