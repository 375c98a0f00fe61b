"""Labels of rows and the sentences that have them: the same words, their plurals and capitals as in the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.matching.words import stem
from claimcheck.source import Span

WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_YEARS = re.compile(r"\d{4,}")
_LONGEST = 8
"""Words of a label."""
_DISTINCT = 0.8
"""Share of different labels in a column that names its rows."""

Label = tuple[str, ...]
"""Its words without the endings of plurals and verbs; "^" stands before those with a capital."""


class Labels:
    """The rows of a table by the labels of their cells."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[Label, set[int]]] = {}
        self._sure: set[Label] = set()

    def add(self, labels: Sequence[tuple[Label, int]]) -> None:
        """The labels of one column with their rows; a column of many different ones tells rows apart."""
        for label, row in labels:
            self._rows.setdefault(label[0], {}).setdefault(label, set()).add(row)
        names = {label for label, _ in labels}
        if len(names) >= _DISTINCT * len(labels):
            self._sure |= names

    def found(self, words: Sequence[re.Match[str]]) -> Iterator[tuple[Span, set[int], bool]]:
        """Where labels stand in a sentence, the longest at each place, with their rows, and whether surely."""
        at = 0
        while at < len(words):
            label = self._longest(words, at)
            if label is None:
                at += 1
                continue
            end = at + len(label)
            yield Span(words[at].start(), words[end - 1].end()), self._rows[label[0]][label], label in self._sure
            at = end

    def _longest(self, words: Sequence[re.Match[str]], at: int) -> Label | None:
        known = self._rows.get(_key(words[at].group()))
        if known is not None:
            keys = tuple(_key(word.group()) for word in words[at : at + _LONGEST])
            for size in range(len(keys), 0, -1):
                if keys[:size] in known:
                    return keys[:size]
        return None


def stems(text: str) -> Iterator[str]:
    """The stems of the words of a text that say something; numbers are left out."""
    return (found for word in WORD.findall(text) if (found := canonical(word)))


def years(text: str) -> frozenset[str]:
    """The years and other numbers of at least four digits in a text."""
    return frozenset(_YEARS.findall(text))


def label_of(text: str) -> Label:
    """The words of a label without what stands in brackets; none where it is too long or too short to name anything."""
    return _label(text) if len(text) <= _LONGEST * 20 else ()


@lru_cache(maxsize=1 << 12)
def _label(text: str) -> Label:
    words: Iterable[str] = WORD.findall(BRACKETS.sub("", text))
    words = tuple(words)
    if not 0 < len(words) <= _LONGEST or (len(words) == 1 and (len(words[0]) < 3 or not canonical(words[0]))):
        return ()
    return tuple(map(_key, words)) if any(not word.isdigit() for word in words) else ()


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    return f"^{stem(word)}" if word[:1].isupper() else stem(word)
