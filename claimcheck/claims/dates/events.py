"""Names what happened on a date where the words beside it say so: born, founded, opened, elected, signed."""

from __future__ import annotations

import re

from claimcheck.claims.dates.vocabulary import CONTEXT, EVENTS

_WORDS_BEFORE = 8
_WORDS_AFTER = 9
_TOKEN = re.compile(r"[^\W\d_]+\.?|[.;:!?()\d]")
_DOTTED = frozenset(("b.", "d.", "r.", "fl.", "est."))
_STOPS = frozenset(".;:!?)0123456789")
_LIFE = re.compile(r"\((?:[^()]{0,60}[;,]\s)?$")
_CLAUSE = re.compile(r",?\s([^.;:()]{3,90})")


def event(text: str, start: int, end: int, *, period: bool) -> str | None:
    """The event of a date at `text[start:end]`: from the words before it, else after one that opens its sentence."""
    if period and start < 120 and _LIFE.search(text, max(0, start - 64), start):
        return "life"
    before = _before(text, start)
    if before is not None:
        return before
    return _after(text, end) if _opens(text, start) else None


def _before(text: str, start: int) -> str | None:
    tokens = _TOKEN.findall(text, max(0, start - 70), start)
    for piece in tokens[: -_WORDS_BEFORE - 1 : -1]:
        word = piece.lower()
        if word in _DOTTED:
            return EVENTS.get(word[:-1])
        if word in _STOPS or (word[-1] == "." and len(word) > 2):
            return None
        if len(word) > 1 and (found := EVENTS.get(word)):
            return found
    return None


def _opens(text: str, start: int) -> bool:
    """True after a bare preposition at the beginning of the text or of a sentence."""
    before = text[max(0, start - 12) : start]
    words = before.rsplit(". ", 1)[-1].split() if ". " in before or start <= 12 else None
    return words is not None and len(words) <= 2 and (not words or words[-1].lower() in CONTEXT["opening"])


def _after(text: str, end: int) -> str | None:
    clause = _CLAUSE.match(text, end)
    if clause is None:
        return None
    for piece in _TOKEN.findall(clause[1])[:_WORDS_AFTER]:
        word = piece.lower()
        if word in CONTEXT["nested"]:
            return None
        if word in EVENTS and len(word) > 2 and word not in CONTEXT["event_nouns"]:
            return EVENTS[word]
    return None
