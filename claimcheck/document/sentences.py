"""Sentence boundaries of a passage, by Wikimedia's splitter, mended around numbers and abbreviations."""

from __future__ import annotations

from functools import lru_cache

import sentencex

from claimcheck.patterns import lazy
from claimcheck.source import Span

_NO_END = lazy(r"(?:\b(?:approx|ca?|no|nos|vol|pp?|fig|St|vs|ft|mi|km|lb|sq|in|est|b|d|r|fl|[A-Z])\.)\s*$")
_UNIT_END = lazy(
    r"(?:\d[ \u00a0][mtghlKCFV]|[mt]/[hs])\. (?=[A-Z][a-z]*(?:['’]s)? [a-z]|(?:The|This|Its?|In|At|On|With) )"
)
"""A stop behind a unit of one letter, which the splitter takes for the initial of a name: "6 m. The dam is"."""
_NEAR = 40
"""Characters that an abbreviation and the blanks behind it take at most."""
_SHORT = 32
"""Characters of a text whose sentences are remembered."""
_SURROGATE = lazy(r"[\ud800-\udfff]")
_CONTINUES = lazy(r"\s*(?:[a-z0-9(]|c\. )")


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of `text`, in order; between them they hold every character."""
    return list(_short(text)) if len(text) <= _SHORT else _split(text)


@lru_cache(maxsize=1 << 14)
def _short(text: str) -> list[Span]:
    """Cells, parameters and dates repeat themselves."""
    return _split(text)


def _split(text: str) -> list[Span]:
    if not text:
        return []
    # A lone surrogate is no text to the splitter, which is written in Rust; any other character keeps its place.
    readable = text if text.isascii() else _SURROGATE.sub("\ufffd", text)
    ends = [boundary["end_index"] for boundary in sentencex.get_sentence_boundaries("en", readable)]
    ends = sorted({*ends, *(found.end() for found in _UNIT_END.finditer(text))})
    out, start = [], 0
    for end in ends:
        if end <= start:
            continue
        if end < len(text) and _CONTINUES.match(text, end) and _NO_END.search(text, max(start, end - _NEAR), end):
            continue
        out.append(Span(start, end))
        start = end
    if start < len(text):
        out.append(Span(start, len(text)))
    return out
