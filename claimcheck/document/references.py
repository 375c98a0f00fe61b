"""References: each cited source once, and where in the text it is cited."""

from __future__ import annotations

import re

from claimcheck.document.buffer import Buffer
from claimcheck.document.flow import Flow, Frame
from claimcheck.document.model import Citation
from claimcheck.patterns import lazy
from claimcheck.source import Span

_NAME = lazy(r"""\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))""", re.IGNORECASE)


class References(Flow):
    """Numbers references; those of one name are one."""

    def on_reference(self, start: int, end: int) -> None:
        """A short reference, to one that is defined elsewhere."""
        self.anchor(self.index(reference_name(self.text[start:end])))

    def reference(self, frame: Frame, buffer: Buffer, end: int) -> None:
        """A reference with content closes."""
        self.references.pop()
        passage = buffer.passage("citation", self.section, ("ref",))
        self.keep(passage)
        index = frame.level
        if self.citations[index] is None:
            name = reference_name(self.text[frame.start : frame.start + 200])
            text = passage.text.strip() if passage else ""
            self.citations[index] = Citation(Span(frame.start, end), name, tuple(frame.refs or ()), text)
        self.anchor(index)

    def index(self, name: str | None) -> int:
        """The number of a reference: its own, or that of the name that it shares."""
        index = self.named.get(name) if name else None
        if index is None:
            index = len(self.citations)
            self.citations.append(None)
            if name:
                self.named[name] = index
        return index

    def anchor(self, index: int) -> None:
        """A reference stands here."""
        if self.sink is not None:
            self.sink.noted.anchors.append((self.sink.length, index))


def reference_name(opening: str) -> str | None:
    """The name in the opening tag of a reference."""
    match = _NAME.search(opening.partition(">")[0])
    return (match[1] or match[2] or match[3]) if match else None
