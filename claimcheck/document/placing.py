"""Blocks put together to the document of a page: their passages, tables and citations moved to where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from msgspec.structs import force_setattr

from claimcheck.document.blocks import Block, citation_numbers
from claimcheck.document.model import Cell, Citation, Document, Parameter, Passage, Table, Template
from claimcheck.document.wikitext import UNDEFINED
from claimcheck.source import Source, Span


class Placed:
    """A block at its place: what it holds, with the offsets and the numbers of citations of the whole article."""

    __slots__ = ("block", "citations", "numbers", "passages", "start", "tables", "templates")

    def __init__(self, block: Block, start: int, numbers: list[int]) -> None:
        self.block = block
        self.start = start
        self.numbers = numbers
        move = _Mover(start, numbers)
        document = block.document
        self.passages = [move.passage(passage) for passage in document.passages]
        self.tables = [move.table(table) for table in document.tables]
        self.templates = [move.template(template) for template in document.templates]
        self.citations = [move.citation(citation) for citation in document.citations]

    def stands(self, start: int, numbers: list[int]) -> bool:
        """True where it stands at this very place."""
        return self.start == start and self.numbers == numbers


def place(blocks: Sequence[Block], old: dict[int, Placed]) -> list[Placed]:
    """Each block at its place; `old` are placed blocks of an earlier revision by the identity of their block."""
    numbers, _ = citation_numbers(blocks)
    out: list[Placed] = []
    at = 0
    for block, mine in zip(blocks, numbers, strict=True):
        known = old.get(id(block))
        out.append(known if known is not None and known.stands(at, mine) else Placed(block, at, mine))
        at += len(block.text)
    return out


def joined(source: Source, title: str | None, placed: Sequence[Placed]) -> Document:
    """The document of the page."""
    _, definers = citation_numbers([one.block for one in placed])
    return Document(
        source,
        title,
        tuple(passage for one in placed for passage in one.passages),
        tuple(table for one in placed for table in one.tables),
        tuple(UNDEFINED if found is None else placed[found[0]].citations[found[1]] for found in definers),
        tuple(template for one in placed for template in one.templates),
        markup="wikitext",
    )


class _Mover:
    """Copies what stands in a block to another offset; what was one thing stays one."""

    def __init__(self, by: int, numbers: list[int]) -> None:
        self.by = by
        self.numbers = numbers
        self.done: dict[int, Passage] = {}

    def span(self, span: Span) -> Span:
        return Span(span.start + self.by, span.end + self.by)

    def passage(self, passage: Passage) -> Passage:
        known = self.done.get(id(passage))
        if known is None:
            known = copy(passage)
            force_setattr(known, "offsets", passage.offsets.moved(self.by))
            if passage.anchors:
                force_setattr(known, "anchors", tuple((at, self.numbers[own]) for at, own in passage.anchors))
            self.done[id(passage)] = known
        return known

    def table(self, table: Table) -> Table:
        cells = tuple(self._cell(cell) for cell in table.cells)
        caption = None if table.caption is None else self.passage(table.caption)
        return Table(self.span(table.span), cells, caption, table.section)

    def _cell(self, cell: Cell) -> Cell:
        moved = copy(cell)
        force_setattr(moved, "passage", self.passage(cell.passage))
        return moved

    def template(self, template: Template) -> Template:
        parameters = tuple(Parameter(one.name, self.passage(one.passage)) for one in template.parameters)
        return Template(template.name, self.span(template.span), parameters, template.section)

    def citation(self, citation: Citation) -> Citation:
        if citation is UNDEFINED:
            return citation
        templates = tuple(self.template(template) for template in citation.templates)
        return Citation(self.span(citation.span), citation.name, templates, citation.text)
