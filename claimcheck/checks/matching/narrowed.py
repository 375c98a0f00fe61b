"""What narrows a figure to a part of what another is of: "of the cases", "in its opening weekend", "were burnt"."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.checks.matching.rivals import CLOSE, distance, exceeds
from claimcheck.checks.matching.tellings import Statement, canonical
from claimcheck.checks.matching.where import speaks_of_places, where
from claimcheck.claims.grammar import grammar
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
_SIDE = lazy(
    r"(?: (?:long|high|tall|deep|wide))? ((?:with|without|to|including|excluding|counting) (?:its|their|the) [a-z]+|"
    r"(?:above|below|under|behind|beyond|outside|inside) (?:the )?[a-z]+)"
)
_WHOLE = lazy(
    r"\b(?:in|during|over|throughout) (?:his|her|its|their) (?:entire |whole )?(?:career|lifetime|life|reign)\b"
)
_LAST = lazy(r"\b([^\W\d_]+)(?: (?:a|an|the|its|some))?\s*\Z")
_DONE = lazy(
    r"(?: (?:in|at) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})? (?:was|were|are|is|(?:has|have|had) been|being) "
    r"(?:[a-z]+ly |all |also )?([a-z]+(?:ed|en|ft|ght|ilt|old|ung|ut))\b"
)
"""What was done with the things that are counted: "120 cases were confirmed"."""


def narrowed_apart(first: Statement, second: Statement) -> bool:
    """True where one of two figures is of a part of what the other is of; a part that is larger than it is none."""
    if _whole_apart(first, second) or _whole_apart(second, first) or _verbs_apart(first, second):
        return True
    ours, theirs = _narrowed(first, second), _narrowed(second, first)
    if ours and theirs:
        return True
    if ours:
        return not exceeds(first.claim, second.claim)
    return theirs and not exceeds(second.claim, first.claim)


def _whole_apart(whole: Statement, part: Statement) -> bool:
    """True for "in his career" against "in 1990" or "in his first season"."""
    claim = whole.claim
    if not _WHOLE.search(claim.passage.text, claim.sentence.start, claim.sentence.end):
        return False
    return _period(part.claim) or any(other.when is not None for other in part.telling.claims)


def _counts_subject(claim: Claim, other: Claim) -> bool:
    """True for "Some 90 species grow only there", which has a verb of its own, beside "There are 640 species"."""
    opens = [told.lead - told.sentence.start <= 1 for told in (claim, other)]
    return not claim.unit and opens == [True, False]


def _place_of_one(statement: Statement, other: Statement) -> bool:
    """True for "in Japan", or "at home", where the other sentence names no place at all."""
    ours = where(statement)
    return bool(ours.names) and not speaks_of_places(other)


def _verbs_apart(first: Statement, second: Statement) -> bool:
    """True for "played 38 games" against "won 21 games": each tells of what the other does not."""
    ours, theirs = _verb(first.claim), _verb(second.claim)
    if not ours or not theirs or ours == theirs:
        return False
    return ours not in second.telling.words and theirs not in first.telling.words


def _verb(claim: Claim) -> str:
    """The stem of the past verb right before a figure."""
    found = _LAST.search(claim.passage.text, max(claim.sentence.start, claim.lead - 24), claim.lead)
    if found is None:
        return ""
    word = found[1].lower()
    return canonical(word) if word.endswith("ed") or word in grammar().past else ""


def _narrowed(statement: Statement, other: Statement) -> bool:
    claim, words = statement.claim, other.telling.words
    text = claim.passage.text
    if not claim.unit and (_PART.match(text, claim.visible.end) or _ADDED.match(text, claim.visible.end)):
        return True
    if distance(claim, other.claim) > CLOSE and (
        _counts_subject(claim, other.claim) or _place_of_one(statement, other)
    ):
        return True
    if _period(claim) and not _PERIOD.search(other.claim.passage.text, *other.claim.sentence):
        return True
    if _side(claim) and _side(claim) not in _sides(other.claim):
        return True
    done = _DONE.match(text, claim.tail)
    return done is not None and canonical(done[1]) not in ("", *words)


def _side(claim: Claim) -> str:
    """What behind a figure says up to where or on which side it holds: "to the roof", "above ground"."""
    found = _SIDE.match(claim.passage.text, claim.tail, claim.sentence.end)
    return found[1] if found else ""


def _sides(claim: Claim) -> str:
    return claim.passage.text[claim.sentence.start : claim.sentence.end]


def _period(claim: Claim) -> bool:
    low, high = max(claim.sentence.start, claim.lead - _BEFORE), min(claim.sentence.end, claim.tail + _BEHIND)
    return _within(claim.passage.text[low:high])


@lru_cache(maxsize=1 << 12)
def _within(text: str) -> bool:
    return _PERIOD.search(text) is not None


def modified_apart(first: Statement, second: Statement) -> bool:
    """True for "12 large ships" against "30 small ships", and for "12 schools" against "4 secondary schools" where
    nothing else is different."""
    a, b = _modifiers(first.claim), _modifiers(second.claim)
    ours, theirs = a - b - second.telling.words.keys(), b - a - first.telling.words.keys()
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
