"""What is wrong with a rule file, and where: file, line, column, words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.source import Error


class Fault(NamedTuple):
    """One fault of a rule file; line and column count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class RuleError(Error):
    """Every fault of one or more rule files, in order of file and place."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


class Broken(NamedTuple):
    """A rule file that could not be loaded, with its faults."""

    id: str
    faults: tuple[Fault, ...]


def nearest(name: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" with the known name that is most like `name`, or nothing where none is."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1, 0.6)
    return f"; did you mean `{close[0]}`?" if close else ""


def listed(names: Iterable[str]) -> str:
    """Names as words: `a`, `b`, `c`."""
    return ", ".join(f"`{name}`" for name in names) or "nothing"
