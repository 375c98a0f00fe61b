"""Wikitext to document: passages, tables, templates and citations from one walk over the text."""

from __future__ import annotations

import html
import re

from claimcheck.document.buffer import Buffer
from claimcheck.document.mask import mask
from claimcheck.document.model import OBJECT, Citation, Context, Document, Link, Passage, Table, Template
from claimcheck.document.plain import read_plain
from claimcheck.document.tables import Grid
from claimcheck.document.templates import Call, is_citation, is_infobox, normal_name, render, vocabulary
from claimcheck.document.tokens import MisreadError, Walk
from claimcheck.source import Source, Span

_FILE = re.compile(r"\s*(?:file|image|media)\s*:", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"\s*(?:category|[a-z]{2,3}(?:-[a-z]+)?)\s*:(?! )", re.IGNORECASE)
_NAME = re.compile(r"""\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))""", re.IGNORECASE)
_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|baseline|sub|super|top|middle|bottom|"
    r"text-top|text-bottom|upright[\s=]*[\d.]*|[\dx ]*px|(?:alt|link|page|lang|class|start|end|thumbtime)\s*=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)
_RAISED = {
    "sup": str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
_HIDDEN_TAGS = frozenset(
    [
        "s",
        "del",
        "strike",
        "noinclude",
        "references",
        "section",
        "indicator",
        "templatestyles",
        "gallery",
        "imagemap",
        "nowiki",
        "math",
        "chem",
        "ce",
        "pre",
        "syntaxhighlight",
        "source",
        "code",
        "timeline",
        "score",
        "templatedata",
        "graph",
        "hiero",
        "mapframe",
        "maplink",
    ]
)
_BREAKS = frozenset(("br", "p", "div", "li", "hr", "dd", "dt"))
_CELLS = frozenset(("td", "th", "caption"))
_CITED = frozenset(
    [
        "date",
        "year",
        "access-date",
        "accessdate",
        "archive-date",
        "archivedate",
        "publication-date",
        "orig-date",
        "orig-year",
        "origyear",
        "title",
        "chapter",
        "quote",
        "trans-title",
        "entry",
        "contribution",
    ]
)
"""Parameters of a citation that are read as passages; the rest (pages, identifiers) stays with the template."""


def read_wikitext(source: Source, title: str | None = None) -> Document:
    """The document of a wiki page. What cannot be read as markup is read as plain text, with a note."""
    reader = _Reader(source.text)
    try:
        reader.read()
    except MisreadError as lost:
        plain = read_plain(source, title)
        note = f"read as plain text, because its markup could not be followed ({lost})"
        return Document(source, title, plain.passages, notes=(note,), markup="wikitext")
    return reader.document(source, title)


class _Frame:
    """An open construct: where it began and where text goes once it closes."""

    __slots__ = ("buffer", "call", "grid", "level", "name", "outer", "refs", "start")

    def __init__(self, start: int, outer: Buffer | None) -> None:
        self.start = start
        self.outer = outer
        self.buffer: Buffer | None = None
        self.name = ""
        self.level = 0
        self.call: Call | None = None
        self.grid: Grid | None = None
        self.refs: list[Template] | None = None


class _Reader(Walk):
    """One page being read. `sink` is the buffer that text goes to, None where a reader sees nothing."""

    def __init__(self, text: str) -> None:
        masked = mask(text)
        super().__init__(masked.text)
        self.text = text
        self.dropped = masked.dropped
        self.short_references = masked.references
        self.stack: list[_Frame] = []
        self.page = Buffer()
        self.sink: Buffer | None = self.page
        self.section: tuple[str, ...] = ()
        self.levels: list[int] = []
        self.item = False
        self.quotes = 0
        self.grids: list[Grid] = []  # open tables, innermost last
        self.raised: list[str] = []
        self.references: list[list[Template]] = []  # templates of the references being read, innermost last
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self.templates: list[Template] = []
        self.citations: list[Citation | None] = []
        self.named: dict[str, int] = {}

    def read(self) -> None:
        """Read the whole text; raises MisreadError where the tokenizer and the text disagree."""
        self.walk()
        self._flush()

    def document(self, source: Source, title: str | None) -> Document:
        """All that was read, in the order of the source."""
        self.passages.sort(key=lambda passage: passage.offsets.first)
        missing = Citation(Span(0, 0), None, (), "")
        return Document(
            source,
            title,
            tuple(self.passages),
            tuple(self.tables),
            tuple(citation or missing for citation in self.citations),
            tuple(self.templates),
            markup="wikitext",
        )

    # -- text -------------------------------------------------------------------------------------------------------

    def on_text(self, start: int, end: int) -> None:
        sink = self.sink
        if sink is self.page:
            self._flow(start, end)
        elif sink is not None:
            if self.raised or self.masked.find(self.dropped, start, end) != -1:
                self._put(start, end)
            else:
                sink.put(self.text[start:end], start, end)

    def _flow(self, start: int, end: int) -> None:
        """Text of the page itself: blank lines, and in a list each line end, close a passage."""
        at = start
        if not self.page.length:
            while at < end and self.text[at] in " \t\r\n":
                at += 1
        while at < end:
            mark = "\n" if self.item else "\n\n"
            stop = self.text.find(mark, at, end)
            if stop == -1:
                self._put(at, end)
                return
            self._put(at, stop)
            self._flush()
            at = stop + len(mark)

    def _put(self, start: int, end: int) -> None:
        """Append source characters to the open buffer, leaving out what the mask dropped."""
        sink, masked, dropped = self.sink, self.masked, self.dropped
        if sink is None:
            return
        mark = masked.find(dropped, start, end)
        while mark != -1:
            if mark > start:
                sink.put(self._shown(start, mark), start, mark)
            start = self._drop(mark, end)
            mark = masked.find(dropped, start, end)
        if start < end:
            sink.put(self._shown(start, end), start, end)

    def _drop(self, start: int, end: int) -> int:
        """Pass over dropped characters: short references leave an anchor, marks of italics are noted."""
        references, masked, dropped = self.short_references, self.masked, self.dropped
        at = start
        while at < end and masked[at] == dropped:
            if at in references:
                self._anchor(self._index(_ref_name(self.text[at : references[at]])))
                at = start = references[at]
            else:
                at += 1
        if at - start in (2, 5) and self.text[start] == "'" and self.sink is not None:
            self.sink.toggle_italic()
        return at

    def _shown(self, start: int, end: int) -> str:
        shown = self.text[start:end]
        return shown.translate(_RAISED[self.raised[-1]]) if self.raised else shown

    def on_entity(self, start: int, end: int) -> None:
        if self.sink is not None:
            self.sink.put(html.unescape(self.text[start:end]), start, end)

    def _flush(self) -> None:
        """End the open passage of the page."""
        done, self.page = self.page, Buffer()
        if self.sink is done:
            self.sink = self.page
        for frame in self.stack:
            if frame.outer is done:
                frame.outer = self.page
        if done.length:
            context: Context = "quote" if self.quotes else "list" if self.item else "prose" if self.section else "lead"
            self._keep(done.passage(context, self.section))
        self.item = False

    def _keep(self, passage: Passage | None) -> None:
        if passage is not None:
            self.passages.append(passage)

    def _push(self, start: int) -> _Frame:
        frame = _Frame(start, self.sink)
        self.stack.append(frame)
        return frame

    def _pop(self) -> _Frame:
        frame = self.stack.pop()
        self.sink = frame.outer
        return frame

    def _break(self, start: int, end: int) -> None:
        if self.sink is not None:
            self.sink.put("\v", start, end)

    # -- templates --------------------------------------------------------------------------------------------------

    def on_template(self, start: int) -> None:
        frame = self._push(start)
        frame.call = Call(start)
        self.sink = frame.call.head

    def on_argument(self) -> None:
        frame = self.stack[-1]
        call = frame.call
        if call is None:  # a stray token that no template owns
            return
        if not call.arguments:
            call.name = normal_name(call.head.text)
        self.sink = Buffer()
        call.arguments.append((None, self.sink))

    def on_argument_name(self) -> None:
        call = self.stack[-1].call
        if call is None or not call.arguments:
            return
        key = " ".join(call.arguments[-1][1].text.split()).lower()
        self.sink = Buffer()
        call.arguments[-1] = (key, self.sink)

    def on_template_end(self, end: int) -> None:
        frame = self._pop()
        call = frame.call
        if call is None:
            return
        if not call.arguments:
            call.name = normal_name(call.head.text)
        if is_citation(call.name):
            self._source(call, end)
        elif (shown := render(call, end)) is not None:
            self._rendered(call, shown, end)
        elif call.name not in vocabulary().hidden:
            self._unknown(call, end)

    def _rendered(self, call: Call, shown: Buffer, end: int) -> None:
        if self.sink is None:
            return
        self.sink.put_buffer(shown)
        if call.arguments:
            self.templates.append(call.template(end, call.parameters("template", self.section), self.section))

    def _unknown(self, call: Call, end: int) -> None:
        """A template that we cannot show: its parameters are passages, and an object stands in the text."""
        if self.sink is not None:
            self.sink.put(OBJECT, call.start, end)
        quote = call.name in vocabulary().quote
        context: Context = "infobox" if is_infobox(call.name) else "quote" if quote else "template"
        parameters = call.parameters(context, self.section)
        self.passages.extend(parameter.passage for parameter in parameters)
        self.templates.append(call.template(end, parameters, self.section))

    def _source(self, call: Call, end: int) -> None:
        """A citation template, in a reference or free-standing."""
        parameters = call.parameters("citation", self.section)
        self.passages.extend(p.passage for p in parameters if p.name in _CITED)
        template = call.template(end, parameters, self.section)
        if self.references:
            self.references[-1].append(template)
            return
        if self.sink is not None:
            self.sink.noted.anchors.append((self.sink.length, len(self.citations)))
        self.citations.append(Citation(template.span, None, (template,), ""))

    # -- links ------------------------------------------------------------------------------------------------------

    def on_link(self, start: int) -> None:
        frame = self._push(start)
        frame.buffer = self.sink = Buffer()

    def on_link_label(self) -> None:
        frame = self.stack[-1]
        if frame.buffer is None:
            return
        frame.name = frame.buffer.text.strip()
        frame.buffer = self.sink = Buffer()

    def on_link_end(self) -> None:
        frame = self._pop()
        buffer = frame.buffer
        if buffer is None:
            return
        target = frame.name or buffer.text.strip()
        if _FILE.match(target):
            self._keep(_caption(buffer, target).passage("caption", self.section, (target,)))
        elif self.sink is not None and not _NOT_SHOWN.match(target):
            start = self.sink.length
            self.sink.put_buffer(buffer)
            self.sink.noted.links.append(Link(start, self.sink.length, target.lstrip(":")))

    def on_url(self, start: int) -> None:
        self._push(start)
        self.sink = None

    def on_url_label(self) -> None:
        frame = self.stack[-1]
        frame.level = 1
        self.sink = frame.outer

    def on_url_end(self, end: int) -> None:
        frame = self._pop()
        if not frame.level and self.sink is not None:
            self.sink.put(OBJECT, frame.start, end)

    # -- headings ---------------------------------------------------------------------------------------------------

    def on_heading(self, start: int) -> None:
        if self.sink is self.page:
            self._flush()
        frame = self._push(start)
        frame.buffer = self.sink = Buffer()

    def on_heading_end(self, level: int) -> None:
        frame = self._pop()
        if frame.buffer is None:
            return
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        above = self.section[: len(self.levels)]
        self._keep(frame.buffer.passage("heading", above))
        self.section = (*above, frame.buffer.text.strip())
        self.levels.append(level)

    # -- tags -------------------------------------------------------------------------------------------------------

    def on_single_tag(self, name: str, start: int, end: int, markup: str | None) -> None:
        if name == "ref":
            self._anchor(self._index(_ref_name(self.text[start:end])))
        elif markup and markup[0] in "*#:;" and self.sink is self.page:
            self._flush()
            self.item = True
        elif name in _BREAKS:
            self._break(start, end)

    def on_tag(self, name: str, start: int, end: int) -> None:
        frame = self._push(start)
        frame.name = name
        if name == "table":
            if self.sink is self.page:
                self._flush()
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
            frame.level = self._index(_ref_name(self.text[start:end]))
        elif name in _HIDDEN_TAGS:
            self.sink = None
        elif name in _RAISED:
            self.raised.append(name)
        elif name == "blockquote":
            if self.sink is self.page:
                self._flush()
            self.quotes += 1
        elif name in _BREAKS:
            self._break(start, end)

    def on_tag_body_end(self, name: str) -> None:
        frame = self.stack[-1]
        if name in _CELLS and frame.buffer is not None:
            if self.grids:
                self.grids[-1].cell(frame.buffer, self.text[frame.start : frame.level], kind=name)
        elif name in _RAISED and self.raised:
            self.raised.pop()
        elif name == "blockquote":
            if self.sink is self.page:
                self._flush()
            self.quotes -= 1

    def on_tag_end(self, name: str, end: int) -> None:
        frame = self._pop()
        if frame.grid is not None:
            self.grids.pop()
            self._table(frame.grid, Span(frame.start, end))
        elif name == "ref" and frame.buffer is not None:
            self._reference(frame, frame.buffer, end)
        elif name in _HIDDEN_TAGS and self.sink is not None:
            self.sink.put(OBJECT, frame.start, end)

    def _table(self, grid: Grid, span: Span) -> None:
        table = grid.table(span)
        if table is not None:
            self.tables.append(table)
            self.passages.extend(cell.passage for cell in table.cells if cell.passage.text)
            self._keep(table.caption)

    # -- references -------------------------------------------------------------------------------------------------

    def _reference(self, frame: _Frame, buffer: Buffer, end: int) -> None:
        self.references.pop()
        passage = buffer.passage("citation", self.section, ("ref",))
        self._keep(passage)
        index = frame.level
        if self.citations[index] is None:
            name = _ref_name(self.text[frame.start : frame.start + 200])
            text = passage.text.strip() if passage else ""
            self.citations[index] = Citation(Span(frame.start, end), name, tuple(frame.refs or ()), text)
        self._anchor(index)

    def _index(self, name: str | None) -> int:
        """The number of a reference: its own, or that of the name that it shares."""
        index = self.named.get(name) if name else None
        if index is None:
            index = len(self.citations)
            self.citations.append(None)
            if name:
                self.named[name] = index
        return index

    def _anchor(self, index: int) -> None:
        if self.sink is not None:
            self.sink.noted.anchors.append((self.sink.length, index))


def _ref_name(opening: str) -> str | None:
    """The name in the opening tag of a reference."""
    match = _NAME.search(opening.partition(">")[0])
    return (match[1] or match[2] or match[3]) if match else None


def _caption(buffer: Buffer, target: str) -> Buffer:
    """What a reader sees under a picture: the last option that is no setting."""
    text = buffer.text
    if text.strip() == target:
        return Buffer()
    end = len(text)
    while True:
        start = text.rfind("|", 0, end) + 1
        if not _FILE_OPTION.fullmatch(text, start, end):
            return buffer.slice(start, end)
        if not start:
            return Buffer()
        end = start - 1
