"""Tells dates that come every year ("celebrated on 24 June", "pleasant from October to May") from those of a story."""

from __future__ import annotations

import re

from claimcheck.claims.dates.partial import Leaning, Partial
from claimcheck.claims.dates.vocabulary import CONTEXT
from claimcheck.source import Span

_WORD = re.compile(r"[a-z]+")
_BE = frozenset(("is", "are"))
PAST, PRESENT = CONTEXT["past_verbs"], CONTEXT["present_verbs"]


def is_habitual(text: str, reading: Leaning, sentence: Span | None) -> bool:
    """True for a date without a year whose clause is in the present: the verb before it decides, else the one after."""
    if sentence is None or not all(isinstance(found.point, Partial) for found in reading.points):
        return False
    before = _WORD.findall(text, sentence.start, reading.start)
    tense = _tense(before, backwards=True)
    return (tense or _tense(_WORD.findall(text, reading.end, sentence.end), backwards=False)) == "present"


def _tense(words: list[str], *, backwards: bool) -> str | None:
    """The tense of the last or first word that shows one."""
    places = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    for place in places:
        word = words[place]
        if word in PAST:
            return "past"
        if word in PRESENT:
            return "present"
        if len(word) > 4 and word.endswith("ed"):
            return "present" if place and words[place - 1] in _BE else "past"
    return None
