"""Where a page of wikitext can be cut so that its pieces, read one by one, are the page: blank lines outside markup."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from claimcheck.document.mask import Pairing

LEAST = 600
"""Characters that a piece has at least: each costs a tokenizer."""
_LOOSE = frozenset(("li", "dd", "dt", "tr", "td", "th"))
"""Tags that need not be closed; whether one is, the parser finds out by reading on."""
_OPENER = re.compile(r"[{\[|]")
_BLANK = re.compile(r"\n\n+")


class Seams(NamedTuple):
    """Offsets at which a new piece may begin, and whether all markup is closed at the end of the text."""

    offsets: list[int]
    closed: bool


def seams(text: str) -> Seams:
    """The seams of a text, at least LEAST characters from each other and from its end."""
    found = _Outside(text)
    out: list[int] = []
    for start, end in found.free:
        for match in _BLANK.finditer(text, start, end):
            if match.end() - (out[-1] if out else 0) >= LEAST and match.end() <= len(text) - LEAST:
                out.append(match.end())
    return Seams(out, found.closed)


class _Outside(Pairing):
    """Pairs markup and notes the stretches of text at which nothing is open."""

    def __init__(self, text: str) -> None:
        self.free: list[tuple[int, int]] = []
        self.last = 0
        self.cut = False
        self.lost = False
        self.loose: Counter[str] = Counter()
        super().__init__(text)
        if self._nothing_open:
            self.free.append((self.last, len(text)))
        self.closed = self._nothing_open and not (self.unclosed_raw or self.cut)

    @property
    def _nothing_open(self) -> bool:
        return not (
            self.opened or any(self.tags.values()) or self.unclosed_raw or self.lost or any(self.loose.values())
        )

    def _step(self, match: re.Match[str]) -> int:
        if self._nothing_open:
            self.free.append((self.last, match.start()))
        self.last = super()._step(match)
        return self.last

    def _tag(self, match: re.Match[str]) -> int:
        self.cut = self.cut or (not match["end"] and match.end() == len(self.text))
        if not match["end"] and _OPENER.search(match["attrs"]):
            self.lost = True  # the parser finds markup where this sees a broken tag
        name = match["tag"].lower()
        if name in _LOOSE and match["end"]:
            self.loose[name] = max(0, self.loose[name] + (-1 if match["close"] else 1))
        return super()._tag(match)
