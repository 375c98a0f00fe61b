"""Names what happened on a date where the words beside it say so: born, founded, opened, elected, signed."""

from __future__ import annotations

import re

from claimcheck.claims.dates.vocabulary import CONTEXT, EVENTS
from claimcheck.patterns import lazy
from claimcheck.values.when import When

_WORDS_BEFORE = 8
_WORDS_AFTER = 9
_TOKEN = re.compile(r"[^\W\d_]+\.?|[.;:!?()\d]")
_DOTTED = frozenset(("b.", "d.", "r.", "fl.", "est."))
_STOPS = frozenset(".;:!?)0123456789")
_NAMED = lazy(
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
    tokens = [piece.lower() for piece in _TOKEN.findall(text, max(0, start - 70), start)]
    for place in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _WORDS_BEFORE), -1):
        word = tokens[place]
        if word in _DOTTED:
            return EVENTS.get(word[:-1])
        if word in _STOPS or (word[-1] == "." and len(word) > 2):
            return None
        if len(word) > 1 and word in EVENTS:
            return EVENTS[word] if _befalls(tokens, place) else None
    return None


def _befalls(tokens: list[str], place: int) -> bool:
    """True where the event befalls the subject ("was founded", "founded in"), not an object ("founded the club")."""
    word, following = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else "in"
    if word in CONTEXT["event_nouns"] or word in CONTEXT["intransitive"] or following in CONTEXT["after_event"]:
        return True
    return not CONTEXT["passive"].isdisjoint(tokens[max(0, place - 3) : place])


def _opens(text: str, start: int) -> bool:
    """True after a bare preposition at the beginning of the text or of a sentence."""
    before = text[max(0, start - 12) : start]
    words = before.rsplit(". ", 1)[-1].split() if ". " in before or start <= 12 else None
    return words is not None and len(words) <= 2 and (not words or words[-1].lower() in CONTEXT["opening"])


def _after(text: str, end: int) -> str | None:
    clause = _CLAUSE.match(text, end)
    if clause is None:
        return None
    tokens = [piece.lower() for piece in _TOKEN.findall(clause[1])]
    for place, word in enumerate(tokens[:_WORDS_AFTER]):
        if word in CONTEXT["nested"]:
            return None
        if word in EVENTS and len(word) > 2 and word not in CONTEXT["event_nouns"]:
            return EVENTS[word] if _befalls(tokens, place) else None
    return None
