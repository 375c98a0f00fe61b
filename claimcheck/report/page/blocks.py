"""An article as the blocks of a page: paragraphs, headings, lists, tables, boxes and references, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from claimcheck.document.model import Document, Passage, Table
from claimcheck.report.page.segments import Segment

Form = Literal["paragraph", "heading", "item", "quote", "caption", "box", "table", "reference"]
FORMS: dict[str, Form] = {
    "lead": "paragraph", "prose": "paragraph", "quote": "quote", "list": "item", "table": "paragraph",
    "infobox": "box", "template": "box", "caption": "caption", "citation": "reference", "heading": "heading",
}  # fmt: skip


class Field(msgspec.Struct, frozen=True):
    """A named part of a box or reference: the parameter's name and its text."""

    name: str
    segments: list[Segment]


class TableCell(msgspec.Struct, frozen=True):
    """A cell as HTML has it."""

    segments: list[Segment]
    header: bool
    rowspan: int
    colspan: int


class Block(msgspec.Struct):
    """One block with its text; `notes` are the numbers of the findings whose primary mark stands in it."""

    form: Form
    segments: list[Segment] = []
    level: int = 2
    title: str = ""
    fields: list[Field] = []
    rows: list[list[TableCell]] = []
    reference: int | None = None
    notes: list[int] = []


Cut = Callable[[Passage], tuple[list[Segment], list[int]]]
"""The segments of a passage and the findings that stand in it."""


def blocks(document: Document, cut: Cut) -> Iterator[Block]:
    """The blocks of the article, references at the end."""
    tables = {id(cell.passage): table for table in document.tables for cell in table.cells}
    captions = {id(table.caption) for table in document.tables if table.caption}
    drawn: set[int] = set()
    boxed: Block | None = None
    for passage in document.passages:
        if passage.context == "citation" or id(passage) in captions:
            continue
        form = FORMS[passage.context]
        if boxed is not None and (form != "box" or boxed.title != box_title(passage)):
            yield boxed
            boxed = None
        if table := tables.get(id(passage)):
            if id(table) not in drawn:
                drawn.add(id(table))
                yield _table(table, cut)
        elif form == "box":
            boxed = boxed or Block("box", title=box_title(passage))
            _add(boxed, passage, cut)
        elif passage.text.strip():
            yield _simple(form, passage, cut)
    if boxed is not None:
        yield boxed
    yield from _references(document, cut)


def box_title(passage: Passage) -> str:
    """The template's name, which opens the path of its parameters."""
    return passage.path[0] if passage.path else ""


def _simple(form: Form, passage: Passage, cut: Cut) -> Block:
    found, notes = cut(passage)
    return Block(form, found, level=min(len(passage.section) + 3, 6), notes=notes)


def _add(block: Block, passage: Passage, cut: Cut) -> None:
    found, notes = cut(passage)
    block.fields.append(Field(passage.path[-1] if len(passage.path) > 1 else "", found))
    block.notes.extend(notes)


def _table(table: Table, cut: Cut) -> Block:
    block = Block("table")
    if table.caption:
        block.segments, notes = cut(table.caption)
        block.notes.extend(notes)
    rows: dict[int, list[TableCell]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        found, notes = cut(cell.passage)
        block.notes.extend(notes)
        rows.setdefault(cell.row, []).append(TableCell(found, cell.header, cell.rowspan, cell.colspan))
    block.rows = [rows[row] for row in sorted(rows)]
    return block


def _references(document: Document, cut: Cut) -> Iterator[Block]:
    """A block for each reference, in their order, its fields named as in its template."""
    order = sorted(range(len(document.citations)), key=lambda index: document.citations[index].span.start)
    starts = [document.citations[index].span.start for index in order]
    made = {index: Block("reference", reference=index) for index in range(len(document.citations))}
    loose = Block("reference")
    for passage in document.passages:
        if passage.context == "citation":
            at = bisect_right(starts, passage.offsets.first) - 1
            within = at >= 0 and passage.offsets.first < document.citations[order[at]].span.end
            _add(made[order[at]] if within else loose, passage, cut)
    yield from made.values()
    if loose.fields:
        yield loose
