"""How far a long run has come: a bar on the error stream, only on a terminal and only where it takes a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Self, TypeVar

Item = TypeVar("Item")

PATIENCE = 2.0
"""Seconds without a bar."""
WIDTH = 30
CLEAR = "\r\x1b[K"


def progress(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The same items; between them a bar, wiped away before whatever is printed of the next one."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    drawn = False
    try:
        for done, item in enumerate(items, 1):
            _write(CLEAR if drawn else "")
            drawn = False
            yield item
            drawn = time.monotonic() - start > PATIENCE
            _write(bar(done, total) if drawn else "")
    finally:
        _write(CLEAR if drawn else "")


class Status:
    """What a long search is at: a line on the error stream, only on a terminal and only where it takes a while."""

    def __enter__(self) -> Self:
        self.start = time.monotonic()
        self.drawn = False
        return self

    def __exit__(self, *_: object) -> None:
        _write(CLEAR if self.drawn else "")

    def hide(self) -> None:
        """Make room for a message; the next words stand below it."""
        _write(CLEAR if self.drawn else "")
        self.drawn = False

    def tell(self, words: str) -> None:
        """Show the words in place of the last ones."""
        if sys.stderr.isatty() and time.monotonic() - self.start > PATIENCE:
            self.drawn = True
            _write(CLEAR + words)


def bar(done: int, total: int) -> str:
    """`━━━━╌╌╌╌ 12 of 548 articles`."""
    full = WIDTH * done // total
    return f"{CLEAR}{'━' * full}{'╌' * (WIDTH - full)} {done:,} of {total:,} articles"


def _write(text: str) -> None:
    if text:
        sys.stdout.flush()
        sys.stderr.write(text)
        sys.stderr.flush()
