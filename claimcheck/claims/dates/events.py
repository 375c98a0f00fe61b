"""Names what happened on a date where the words beside it say so: born, founded, opened, elected, signed."""

from __future__ import annotations

import re

from claimcheck.claims.dates.vocabulary import CONTEXT, EVENTS
from claimcheck.values.when import When

_WORDS_BEFORE = 8
_WORDS_AFTER = 9
_TOKEN = re.compile(r"[^\W\d_]+\.?|[.;:!?()\d]")
_DOTTED = frozenset(("b.", "d.", "r.", "fl.", "est."))
_STOPS = frozenset(".;:!?)0123456789")
_NAMED = re.compile(
    r"[A-Z][\w.’'-]*[ \u00a0](?:(?:von|van|de|di|da|der|le|la|al|bin) )?[A-Z][\w.’'-]*,? \((?:[^()]{0,60}[;,]\s)?$"
)
_LIVES = range(6_500, 42_000)
"""Days that a life in brackets behind a name may have lasted: less is a term of office, more an era."""
_CLAUSE = re.compile(r",?\s([^.;:()]{3,90})")


def event(text: str, start: int, end: int) -> str | None:
    """The event of a date at `text[start:end]`: from the words before it, else after one that opens its sentence."""
    before = _before(text, start)
    if before is not None:
        return before
    return _after(text, end) if _opens(text, start) else None


def is_life(text: str, start: int, period: When) -> bool:
    """True for the years of birth and death in brackets behind a name: "Ada Byron (1815–1852)"."""
    first, last = period.earliest, period.latest
    if first is None or last is None or last - first not in _LIVES:
        return False
    return _NAMED.search(text, max(0, start - 100), start) is not None


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
