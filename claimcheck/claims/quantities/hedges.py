"""Words before and after a figure that qualify it: "about", "more than", "or fewer", "-odd"."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.vocabulary import HEDGES_AFTER, HEDGES_BEFORE, HedgeWord, context
from claimcheck.patterns import lazy

_SIGN = frozenset("~≈∼≃≅><≥≤⩾⩽")
_SUM = lazy(r"\+(?:[\w(]| (?:\d|[a-z]\b|\())")
_WORDS_AFTER = "|".join(re.escape(" ".join(word.words)) for word in HEDGES_AFTER if word.words != ("+",))
# "and under-five mortality" is another thing, not what qualifies the figure before it.
_AFTER = lazy(rf"[ \u00a0-](?P<word>{_WORDS_AFTER})(?!\w|[-‑–]\w)", re.IGNORECASE)
_AFTER_WORD = {" ".join(word.words): word for word in HEDGES_AFTER}
_BEGINNINGS = frozenset(word[:2] for word in _AFTER_WORD)
_JOINTS = frozenset(" \u00a0-")
_ABOUT = ("about",)
_TOPICS = context("about what")
_OVER = ("over",)
_ACROSS = context("across")
WINDOW = 48


def tokens_before(text: str, start: int, floor: int) -> list[str]:
    """The last words before `start`, no further back than `floor`, in lower case."""
    return text[max(floor, start - WINDOW) : start].lower().split()[-6:]


def hedge_before(text: str, start: int, floor: int, tokens: list[str]) -> tuple[int, HedgeWord] | None:
    """Where the hedge that stands right before `start` begins, and what it means."""
    if (
        start > floor
        and (sign := text[start - 1] if text[start - 1] not in " \u00a0" else text[start - 2 : start - 1]) in _SIGN
    ):
        found = HEDGES_BEFORE.get(sign)
        if found:
            return text.rindex(sign, floor, start), found[0]
    if not tokens:
        return None
    found = HEDGES_BEFORE.get(tokens[-1].lstrip("(\"'“‘[—–"))
    if found is None:
        return None
    for word in found:
        size = len(word.words)
        if word.words == _ABOUT and len(tokens) > 1 and tokens[-2] in _TOPICS:
            continue  # "a film about two brothers"
        if word.words == _OVER and len(tokens) > 1 and tokens[-2] in _ACROSS:
            continue  # "averaged over 44 reviewers"
        if len(tokens) >= size and (
            size == 1 or tuple(tokens[-size:-1]) == word.words[:-1] or _opened(tokens[-size:], word)
        ):
            return _begin(text, start, floor, word), word
    return None


def _opened(tokens: list[str], word: HedgeWord) -> bool:
    return (tokens[0].lstrip("(\"'“‘[—–"), *tokens[1:]) == word.words


def _begin(text: str, start: int, floor: int, word: HedgeWord) -> int:
    """Where the words of the hedge before `start` begin."""
    base = max(floor, start - WINDOW)
    window = text[base:start]
    low = window.lower()
    at = len(low)
    for piece in reversed(word.words):
        at = low.rfind(piece, 0, at)
    return base + at if at >= 0 and len(low) == len(window) else start


def hedge_after(text: str, end: int) -> tuple[int, HedgeWord] | None:
    """Where the hedge that stands right after `end` ends, and what it means."""
    if text.startswith("+", end):
        return None if _SUM.match(text, end) else (end + 1, _AFTER_WORD["+"])
    if text[end : end + 1] not in _JOINTS or text[end + 1 : end + 3].lower() not in _BEGINNINGS:
        return None
    match = _AFTER.match(text, end)
    if match is None:
        return None
    return match.end(), _AFTER_WORD[match["word"].lower()]
