"""Tells dates that come every year ("celebrated on 24 June", "pleasant from October to May") from those of a story."""

from __future__ import annotations

import re

from claimcheck.claims.dates.partial import Leaning, Partial
from claimcheck.claims.dates.vocabulary import CONTEXT
from claimcheck.source import Span

_WORD = re.compile(r"[a-z]+")
_BE = frozenset(("is", "are"))
_LOOSE = frozenset(("month", "season"))
PAST, PRESENT = CONTEXT["past_verbs"], CONTEXT["present_verbs"]


def is_habitual(text: str, reading: Leaning, sentence: Span | None) -> bool:
    """True for a date without a year whose clause is in the present: the verb before it decides, else the one after.

    A month or season needs a verb that tells a story; a day does not.
    """
    if sentence is None or not all(isinstance(found.point, Partial) for found in reading.points):
        return False
    tense = _tense(_WORD.findall(text, sentence.start, reading.start), backwards=True)
    tense = tense or _tense(_WORD.findall(text, reading.end, sentence.end), backwards=False)
    loose = all(found.point.unit in _LOOSE for found in reading.points)
    return tense == "present" or (tense is None and loose)


def _tense(words: list[str], *, backwards: bool) -> str | None:
    """The tense of the last or first word that shows one."""
    places = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    for place in places:
        word = words[place]
        if word in PAST:
            return "past"
        if word in PRESENT:
            return "present"
        if len(word) > 3 and word.endswith("ed") and word not in CONTEXT["not_past"]:
            return "present" if place and words[place - 1] in _BE else "past"
    return None
