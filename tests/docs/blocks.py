"""The fenced code blocks of a Markdown file, and the commands with their output that console blocks show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """One fenced block: its language, its text, and where it begins."""

    language: str
    text: str
    file: str
    line: int

    @property
    def name(self) -> str:
        """A test id that an editor can jump to."""
        return f"{self.file}:{self.line}"


class Shown(NamedTuple):
    """A command after "$ " and the output that is shown for it."""

    command: str
    output: str
    name: str


def blocks(path: Path, root: Path) -> list[Block]:
    """Every fenced block of a file, in order."""
    text = path.read_text(encoding="utf-8")
    return [
        Block(found[1], found[2], str(path.relative_to(root)), text.count("\n", 0, found.start()) + 1)
        for found in FENCE.finditer(text)
    ]


def shown(block: Block) -> list[Shown]:
    """The commands of a console block, each with the lines that follow it."""
    parts = re.split(r"^\$ (.*)\n", block.text, flags=re.MULTILINE)
    assert not parts[0].strip(), f"{block.name}: a console block begins with a command"
    return [Shown(command, output, block.name) for command, output in zip(parts[1::2], parts[2::2], strict=True)]
