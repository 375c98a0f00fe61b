"""Who says a figure, and the words that narrow it: "according to the 2010 census", "male", "urban", "revised"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.claims.grammar import grammar
from claimcheck.claims.model import Claim
from claimcheck.claims.phrases import verb_of, words
from claimcheck.claims.surroundings import words_around


def attribution(claim: Claim) -> str | None:
    """The source that a sentence names for its figures ("according to the census bureau")."""
    sentence = claim.passage.text[claim.sentence.start : claim.sentence.end]
    if sentence.isascii():  # looking for words is faster than for a pattern, which is slow where case is ignored
        low = sentence.lower()
        if not any(cue in low for cue in words_around().attribution):
            return None
    match = _cues().search(sentence)
    if match is None:
        return None
    named = sentence[match.end() : match.end() + 80].partition(",")[0].strip()
    found = words(named, 0, len(named))
    verb = verb_of(found)
    if verb is not None and found[verb].low in grammar().finite:
        named = named[: found[verb].start]  # "according to the bureau was 512"
    return named.strip(" .;:\n") or None


def qualifiers(claim: Claim) -> tuple[str, ...]:
    """Words that narrow the figure: in its counted noun, and in the few words before it."""
    text, start = claim.passage.text, claim.sentence.start
    near = text[max(start, claim.lead - 30) : claim.lead].lower().split()[-3:]
    if claim.counted:
        near += claim.counted.lower().split()
    known = words_around().qualifiers
    return tuple(dict.fromkeys(word for word in (w.strip(",;()") for w in near) if word in known))


@cache
def _cues() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words_around().attribution)), re.IGNORECASE)
