"""Tags of HTML and wiki markup: tables, lists, references, what is quoted, raised or hidden."""

from __future__ import annotations

from claimcheck.document.buffer import Buffer
from claimcheck.document.flow import RAISED
from claimcheck.document.mask import RAW
from claimcheck.document.model import OBJECT
from claimcheck.document.references import References, reference_name
from claimcheck.document.tables import Grid
from claimcheck.source import Span

_HIDDEN_TAGS = RAW | frozenset(
    ("s", "del", "strike", "noinclude", "references", "section", "indicator", "templatestyles", "gallery", "imagemap")
)
_BREAKS = frozenset(("br", "p", "div", "li", "hr", "dd", "dt"))
_CELLS = frozenset(("td", "th", "caption"))


class Tags(References):
    """Reads tags."""

    def on_single_tag(self, name: str, start: int, end: int, markup: str | None) -> None:
        if name == "ref":
            self.on_reference(start, end)
        elif markup and markup[0] in "*#:;" and self.sink is self.page:
            self.flush()
            self.item = True
        elif name in _BREAKS:
            self.break_line(start, end)

    def on_tag(self, name: str, start: int, end: int) -> None:
        frame = self.push(start)
        frame.name = name
        if name == "table":
            if self.sink is self.page:
                self.flush()
            frame.grid = Grid(self.section)
            self.grids.append(frame.grid)
            self.sink = None
        elif name == "tr":
            if self.grids:
                self.grids[-1].row()
        elif name in _CELLS:
            frame.buffer = self.sink = Buffer()
            frame.level = end
        elif name == "ref":
            frame.buffer = self.sink = Buffer()
            frame.refs = []
            self.references.append(frame.refs)
            frame.level = self.index(reference_name(self.text[start:end]))
        elif name in _HIDDEN_TAGS:
            self.sink = None
        elif name in RAISED:
            self.raised.append(name)
        elif name == "blockquote":
            if self.sink is self.page:
                self.flush()
            self.quotes += 1
        elif name in _BREAKS:
            self.break_line(start, end)

    def on_tag_body_end(self, name: str) -> None:
        frame = self.stack[-1]
        if name in _CELLS and frame.buffer is not None:
            if self.grids:
                self.grids[-1].cell(frame.buffer, self.text[frame.start : frame.level], kind=name)
        elif name in RAISED and self.raised:
            self.raised.pop()
        elif name == "blockquote":
            if self.sink is self.page:
                self.flush()
            self.quotes -= 1

    def on_tag_end(self, name: str, end: int) -> None:
        frame = self.pop()
        if frame.grid is not None:
            self.grids.pop()
            self._table(frame.grid, Span(frame.start, end))
        elif name == "ref" and frame.buffer is not None:
            self.reference(frame, frame.buffer, end)
        elif name in _HIDDEN_TAGS and self.sink is not None:
            self.sink.put(OBJECT, frame.start, end)

    def _table(self, grid: Grid, span: Span) -> None:
        table = grid.table(span)
        if table is not None:
            self.tables.append(table)
            self.passages.extend(cell.passage for cell in table.cells if cell.passage.text)
            self.keep(table.caption)
