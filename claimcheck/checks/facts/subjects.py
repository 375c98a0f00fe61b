"""What sets two tellings apart by what they are told of: "the road to Corby", "the piers of the bridge"."""

from __future__ import annotations

from claimcheck.checks.facts.read import Fact
from claimcheck.checks.matching.owners import Owners, main_subject, owners
from claimcheck.checks.matching.subject import OWN_KIND
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.matching.words import words_of
from claimcheck.checks.view import View
from claimcheck.patterns import lazy

_SUBJECT = lazy(
    r"\s*(?:(?:The|A|An|Its|This|the|a|an|its|this) )?(?P<head>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?)"
    r"(?: (?:of|in|on|from|at|near|between|to|under|behind|beside|above|below|over|across)"
    r" (?P<where>(?:the |a |an |its |this )?[\w\u2019'-]+(?: (?:to|and) (?:the )?[\w\u2019'-]+)?))"
)
"""A common noun with what narrows it: "the well in the yard", "the road from Ashby to Corby"."""
_OF = lazy(r" of ((?:[a-z-]+ )?[a-z-]+)")
_OWN_KIND = lazy(OWN_KIND)
_PLACE = lazy(
    r"\b[Ii]n (?:the )?((?!January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[A-Z][a-z]+)"
)
_CUT = lazy(r"[,;:()]| and ")
BESIDE = 25
"""Characters beside a figure in which a word may narrow it."""
_NARROWER = frozenset(("confirmed", "known", "registered", "documented", "active", "serious"))
"""Adjectives by which a count is of no more than the same without them."""


def subjects_apart(first: Fact, second: Fact, view: View) -> str:
    """Why the two are told of two things, by their subjects and what is counted; "" where nothing says so."""
    whose = owners(view)
    if first.kind.whose != "event" and (_narrowed(first, second, whose) or _narrowed(second, first, whose)):
        return "another of its kind"
    if first.claim.when is None and _counted_apart(first, second):
        return "others counted"
    if _borne_out(first, second) or _borne_out(second, first):
        return "the other figure is told beside it"
    return ""


def _narrowed(fact: Fact, other: Fact, whose: Owners) -> bool:
    """True where a common noun is the subject with words behind it that the other sentence lacks, or is a part."""
    text, at = fact.sentence.passage.text, fact.sentence.span
    span = main_subject(text, at) or at
    # The subject may end before what narrows it, or hold it.
    found = _SUBJECT.match(text, at.start, at.end) or _SUBJECT.match(text, span.start, at.end)
    if found is None or found.end() > fact.claim.lead or found.end("head") > span.end:
        return False
    head, parts = found["head"].rpartition(" ")[2], fact.kind.parts
    if parts is not None and parts.fullmatch(text, found.start("head"), found.end()):
        return False  # "the gap between the towers"
    told = frozenset(map(canonical, words_of(found["where"]))) - {""}
    own = frozenset(map(canonical, whose.kinds)) | frozenset(map(canonical, words_of(whose.topic)))
    own |= {word for word in told if _OWN_KIND.fullmatch(word)}
    if told <= own | frozenset(map(canonical, fact.kind.about)):
        part = (parts is not None and parts.fullmatch(head)) or head in fact.kind.words
        return head not in whose.kinds and (not part or _OWN_KIND.fullmatch(head) is not None)
    return bool(told - own - frozenset(map(canonical, words_of(other.sentence.text))))


def _counted_apart(first: Fact, second: Fact) -> bool:
    """True for "species of birds" and "species of plants", and for what is only narrower: "confirmed cases"."""
    ours, theirs = (_OF.match(fact.claim.passage.text, fact.claim.tail) for fact in (first, second))
    if ours and theirs and not _stems(ours[1]) & _stems(theirs[1]):
        return True
    if first.kind.whose == "key" and _elsewhere(first, second):
        return True
    a, b = (not _NARROWER.isdisjoint(words_of(_beside(fact).lower())) for fact in (first, second))
    if a == b:
        return False
    narrow, wide = (first, second) if a else (second, first)
    return narrow.value.interval.below(wide.value.interval)


def _beside(fact: Fact) -> str:
    """The words on both sides of the figure, up to the next comma: "120 cases were confirmed"."""
    text, claim = fact.sentence.passage.text, fact.claim
    before = _CUT.split(text[max(claim.sentence.start, claim.lead - BESIDE) : claim.lead])[-1]
    behind = _CUT.split(text[claim.visible.end : min(claim.tail + BESIDE, claim.sentence.end)])[0]
    return f"{before} {behind}"


def _elsewhere(first: Fact, second: Fact) -> bool:
    """True where both sentences name places, and not one that the other names."""
    ours, theirs = (frozenset(_PLACE.findall(fact.sentence.text)) for fact in (first, second))
    return bool(ours and theirs) and not ours & theirs


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(canonical, words_of(text))) - {""}


def _borne_out(fact: Fact, other: Fact) -> bool:
    """True where the sentence of one figure gives the other, too: then it knows both and means two things."""
    told = other.claim.amount
    if fact.claim.amount is None or told is None or told.value is None:
        return False
    others = (claim for claim in fact.sentence.claims if claim is not fact.claim and claim.amount is not None)
    return any(claim.unit == other.claim.unit and claim.amount.value == told.value for claim in others if claim.amount)
