"""Who says a figure, and the words that narrow it: "according to the 2010 census", "male", "urban", "revised"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.claims.model import Claim
from claimcheck.claims.surroundings import words_around

_NAMED = re.compile(r"\s*((?:(?:St|Dr|Mr|Mrs|U\.S|Inc|vs)\.|[^.,;:()\n“”\"])*)")


def attribution(claim: Claim) -> str | None:
    """The source that a sentence names for its figures ("according to the census bureau")."""
    sentence = claim.passage.text[claim.sentence.start : claim.sentence.end]
    match = _cues().search(sentence)
    if match is None:
        return None
    named = sentence[match.end() : match.end() + 80].strip()
    return named.partition(",")[0].strip(" .;:\n") or None


def qualifiers(claim: Claim) -> tuple[str, ...]:
    """Words that narrow the figure: in its counted noun, and in the few words before it."""
    text, start = claim.passage.text, claim.sentence.start
    words = text[max(start, claim.lead - 30) : claim.lead].lower().split()[-3:]
    if claim.counted:
        words += claim.counted.lower().split()
    known = words_around().qualifiers
    return tuple(dict.fromkeys(word for word in (w.strip(",;()") for w in words) if word in known))


@cache
def _cues() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words_around().attribution)), re.IGNORECASE)
