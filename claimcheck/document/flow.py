"""The flow of a page: where text goes, and where one passage ends and the next begins."""

from __future__ import annotations

import html

from claimcheck.document.buffer import Buffer
from claimcheck.document.flat import Flat, cover
from claimcheck.document.mask import mask
from claimcheck.document.model import Citation, Context, Passage, Table, Template
from claimcheck.document.tables import Grid
from claimcheck.document.templates import Call
from claimcheck.document.tokens import MisreadError, Walk

RAISED = {
    "sup": str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
"""Tags whose digits a reader sees above or below the line."""


class UnexpectedLinkError(MisreadError):
    """A link stands where none can be (a template's name, another link's target, an address): read all as tokens."""


class Frame:
    """An open construct: where it began, where text goes once it closes, and if its name or address is being read."""

    __slots__ = ("buffer", "call", "grid", "level", "name", "naming", "outer", "refs", "start")

    def __init__(self, start: int, outer: Buffer | None) -> None:
        self.start = start
        self.outer = outer
        self.buffer: Buffer | None = None
        self.name = ""
        self.naming = False
        self.level = 0
        self.call: Call | None = None
        self.grid: Grid | None = None
        self.refs: list[Template] | None = None


class Flow(Walk):
    """One page being read. `sink` is the buffer that text goes to, None where a reader sees nothing.

    Links and calls without markup inside are read straight from the text, unless `all_tokens`.
    """

    def __init__(self, text: str, *, all_tokens: bool = False) -> None:
        masked = mask(text)
        self.unread, self.dropped, self.covered = masked.text, masked.dropped, masked.free
        self.flat = Flat(masked.text, masked.text, {}) if all_tokens else cover(masked)
        super().__init__(self.flat.all)
        self.text = text
        self.short_references = masked.references
        self.stack: list[Frame] = []
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

    def on_text(self, start: int, end: int) -> None:
        if self.masked.find(self.covered, start, end) == -1:
            self.on_bare_text(start, end)
        else:
            self.read_flat(self.masked, start, end)

    def read_flat(self, covered: str, start: int, end: int) -> None:
        """Text with what was kept from the tokenizer: links, and calls unless they are uncovered in `covered`."""
        at = covered.find(self.covered, start, end)
        while at != -1:
            if at > start:
                self.on_bare_text(start, at)
            start = self.flat.ends[at]
            if self.text[at] == "[":
                self.on_flat_link(at, start)
            else:
                self.on_flat_call(at, start)
            at = covered.find(self.covered, start, end)
        if start < end:
            self.on_bare_text(start, end)

    def on_bare_text(self, start: int, end: int) -> None:
        """Text in which nothing else stands."""
        sink = self.sink
        if sink is self.page:
            self.flow(start, end)
        elif sink is not None:
            if self.raised or self.unread.find(self.dropped, start, end) != -1:
                self.put(start, end)
            else:
                sink.put(self.text[start:end], start, end)

    def flow(self, start: int, end: int) -> None:
        """Text of the page itself: blank lines, and in a list each line end, close a passage."""
        at = start
        while at < end:
            mark = "\n" if self.item else "\n\n"
            if not self.page.length and self.text[at] in " \t\r\n":
                if (self.item or self.page.notes) and self.text.startswith(mark, at):
                    self.flush()  # an item or paragraph of nothing but references ends all the same
                at += 1
                continue
            stop = self.text.find(mark, at, end)
            if stop == -1:
                self.put(at, end)
                return
            self.put(at, stop)
            self.flush()
            at = stop + len(mark)

    def put(self, start: int, end: int) -> None:
        """Append source characters to the open buffer, leaving out what the mask dropped."""
        sink, masked, dropped = self.sink, self.unread, self.dropped
        if sink is None:
            return
        mark = masked.find(dropped, start, end)
        while mark != -1:
            if mark > start:
                sink.put(self.shown(start, mark), start, mark)
            start = self.drop(mark, end)
            mark = masked.find(dropped, start, end)
        if start < end:
            sink.put(self.shown(start, end), start, end)

    def drop(self, start: int, end: int) -> int:
        """Pass over dropped characters: short references leave an anchor, marks of italics are noted."""
        references, masked, dropped = self.short_references, self.unread, self.dropped
        at = start
        while at < end and masked[at] == dropped:
            if at in references:
                self.on_reference(at, references[at])
                at = start = references[at]
            else:
                at += 1
        if at - start in (2, 5) and self.text[start] == "'" and self.sink is not None:
            self.sink.toggle_italic()
        return at

    def shown(self, start: int, end: int) -> str:
        """Source characters as a reader sees them."""
        shown = self.text[start:end]
        return shown.translate(RAISED[self.raised[-1]]) if self.raised else shown

    def on_entity(self, start: int, end: int) -> None:
        if self.sink is not None:
            self.sink.put(html.unescape(self.text[start:end]), start, end)

    def flush(self) -> None:
        """End the open passage of the page."""
        done, self.page = self.page, Buffer()
        if self.sink is done:
            self.sink = self.page
        for frame in self.stack:
            if frame.outer is done:
                frame.outer = self.page
        if done.length:
            context: Context = "quote" if self.quotes else "list" if self.item else "prose" if self.section else "lead"
            self.keep(done.passage(context, self.section))
        self.item = False

    def keep(self, passage: Passage | None) -> None:
        """Take a finished passage, if there is one."""
        if passage is not None:
            self.passages.append(passage)

    def push(self, start: int) -> Frame:
        """A construct opens: what follows may go elsewhere."""
        frame = Frame(start, self.sink)
        self.stack.append(frame)
        return frame

    def pop(self) -> Frame:
        """The innermost construct closes: text goes where it went before."""
        frame = self.stack.pop()
        self.sink = frame.outer
        return frame

    def break_line(self, start: int, end: int) -> None:
        """A sentence ends here, as at a line break."""
        if self.sink is not None:
            self.sink.put("\v", start, end)

    def on_heading(self, start: int) -> None:
        if self.sink is self.page:
            self.flush()
        frame = self.push(start)
        frame.buffer = self.sink = Buffer()

    def on_heading_end(self, level: int) -> None:
        frame = self.pop()
        if frame.buffer is None:
            return
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        above = self.section[: len(self.levels)]
        self.keep(frame.buffer.passage("heading", above))
        self.section = (*above, frame.buffer.text.strip())
        self.levels.append(level)

    def on_flat_link(self, start: int, end: int) -> None:
        """A whole link that holds no markup of its own."""

    def on_flat_call(self, start: int, end: int) -> None:
        """A whole template call that holds no markup of its own, links apart."""

    def on_reference(self, start: int, end: int) -> None:
        """A short reference (`<ref name="x" />`), which the mask takes out of the tokens."""
