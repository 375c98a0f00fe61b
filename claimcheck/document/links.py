"""Links, pictures with their captions, and addresses."""

from __future__ import annotations

import re

from claimcheck.document.buffer import Buffer
from claimcheck.document.flow import Flow, UnexpectedLinkError
from claimcheck.document.model import OBJECT, Link
from claimcheck.patterns import lazy

_FILE = lazy(r"\s*(?:file|image|media)\s*:", re.IGNORECASE)
_NOT_SHOWN = lazy(r"\s*(?:category|[a-z]{2,3}(?:-[a-z]+)?)\s*:(?! )", re.IGNORECASE)
_FILE_OPTION = lazy(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|baseline|sub|super|top|middle|bottom|"
    r"text-top|text-bottom|upright[\s=]*[\d.]*|[\dx ]*px|(?:alt|link|page|lang|class|start|end|thumbtime)\s*=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)


class Links(Flow):
    """Reads links."""

    def on_link(self, start: int) -> None:
        frame = self.push(start)
        frame.buffer = self.sink = Buffer()
        frame.naming = True

    def on_link_label(self) -> None:
        frame = self.stack[-1]
        frame.naming = False
        if frame.buffer is None:
            return
        frame.name = frame.buffer.text.strip()
        frame.buffer = self.sink = Buffer()

    def on_link_end(self) -> None:
        frame = self.pop()
        if frame.buffer is not None:
            self._link(frame.name or frame.buffer.text.strip(), frame.buffer)

    def on_flat_link(self, start: int, end: int) -> None:
        if self.stack and self.stack[-1].naming:
            raise UnexpectedLinkError
        outer, last = self.sink, end - 2
        bar = self.unread.find("|", start, last)
        target = self._inside(start + 2, last if bar == -1 else bar)
        label = target if bar == -1 else self._inside(bar + 1, last)
        self.sink = outer
        self._link(target.text.strip() or label.text.strip(), label)

    def _inside(self, start: int, end: int) -> Buffer:
        """What a reader sees of bare text within a link."""
        self.sink = buffer = Buffer()
        self.on_bare_text(start, end)
        return buffer

    def _link(self, target: str, buffer: Buffer) -> None:
        """A whole link: `buffer` is what stands for it."""
        if ":" in target:
            if _FILE.match(target):
                self.keep(_caption(buffer, target).passage("caption", self.section, (target,)))
                return
            if _NOT_SHOWN.match(target):
                return
            target = target.lstrip(":")
        if self.sink is not None:
            start = self.sink.length
            self.sink.put_buffer(buffer)
            self.sink.noted.links.append(Link(start, self.sink.length, target))

    def on_url(self, start: int) -> None:
        self.push(start).naming = True
        self.sink = None

    def on_url_label(self) -> None:
        frame = self.stack[-1]
        frame.naming = False
        frame.level = 1
        self.sink = frame.outer

    def on_url_end(self, end: int) -> None:
        frame = self.pop()
        if not frame.level and self.sink is not None:
            self.sink.put(OBJECT, frame.start, end)


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
