"""What narrows a figure to a part of what another is of: "of the cases", "in its opening weekend", "were burnt"."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.checks.matching.rivals import exceeds
from claimcheck.checks.matching.tellings import Statement, canonical
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_BEFORE, _BEHIND = 60, 60
"""Characters before and behind a figure in which a stretch of time belongs to it."""
_PART = lazy(r" (?:of|among|from) (?:the|these|those|its|their|his|her|them|all)\b")
_ADDED = lazy(r" (?:more|additional|further|extra|other)(?! than)\b")
_PERIOD = lazy(
    r"\b(?:(?:in|during|within|over|on|for|after) "
    r"(?:(?:its|the|their|his|her|that|only|just|one|two|three|four|five) )*"
    r"(?:(?:first|opening|second|third|final|last|same|next) )?"
    r"(?:hours?|days?|nights?|weekends?|weeks?|fortnight|months?|quarter|seasons?|premiere)|"
    r"(?:opening|first|second|third|final|last) (?:day|night|week|weekend|month|quarter|season))\b",
)
_DONE = lazy(
    r"(?: (?:in|at) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})? (?:was|were|are|is|(?:has|have|had) been|being) "
    r"(?:[a-z]+ly |all |also )?([a-z]+(?:ed|en|ft|ght|ilt|old|ung|ut))\b"
)
"""What was done with the things that are counted: "120 cases were confirmed"."""


def narrowed_apart(first: Statement, second: Statement) -> bool:
    """True where one of two figures is of a part of what the other is of; a part that is larger than it is none."""
    ours, theirs = _narrowed(first, second), _narrowed(second, first)
    if ours and theirs:
        return True
    if ours:
        return not exceeds(first.claim, second.claim)
    return theirs and not exceeds(second.claim, first.claim)


def _narrowed(statement: Statement, other: Statement) -> bool:
    claim, words = statement.claim, other.telling.words
    text = claim.passage.text
    if not claim.unit and (_PART.match(text, claim.visible.end) or _ADDED.match(text, claim.visible.end)):
        return True
    if _period(claim) and not _PERIOD.search(other.claim.passage.text, *other.claim.sentence):
        return True
    done = _DONE.match(text, claim.tail)
    return done is not None and canonical(done[1]) not in ("", *words)


def _period(claim: Claim) -> bool:
    low, high = max(claim.sentence.start, claim.lead - _BEFORE), min(claim.sentence.end, claim.tail + _BEHIND)
    return _within(claim.passage.text[low:high])


@lru_cache(maxsize=1 << 12)
def _within(text: str) -> bool:
    return _PERIOD.search(text) is not None


def modified_apart(first: Statement, second: Statement) -> bool:
    """True for "12 large ships" against "30 small ships", and for "12 schools" against "4 secondary schools" where
    nothing else is different."""
    ours = _modifiers(first.claim) - second.telling.words.keys()
    theirs = _modifiers(second.claim) - first.telling.words.keys()
    if ours and theirs:
        return True
    if (ours and exceeds(first.claim, second.claim)) or (theirs and exceeds(second.claim, first.claim)):
        return False  # 12 secondary schools of 4 schools
    other_words = (first.clause - second.telling.words.keys()) | (second.clause - first.telling.words.keys())
    return bool(ours | theirs) and not other_words - ours - theirs


def _modifiers(claim: Claim) -> frozenset[str]:
    """What narrows the counted noun; a name before it mostly tells whose it is."""
    words = (claim.counted or "").split()[:-1]
    return frozenset(canonical(word) for word in words if word.islower()) - {""}
