"""What sets two figures apart by where they are told or whose they are: sections of one kind, relatives, matter."""

from __future__ import annotations

from claimcheck.checks.matching.apart import contrasts
from claimcheck.checks.matching.subject import names_relative
from claimcheck.checks.matching.words import stems
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

WHERE = lazy(r"\b(?:above|below|under|beneath|inside|outside|between|behind|beyond|upon|near|off|without)\b")
"""Prepositions by which a figure is of another place."""
_RATE = lazy(
    r"(?<!\b[Oo]n )(?<!\b[Ii]n )(?<!\b[Ff]or )(?<!\b[Oo]f )(?<!\bafter )(?<!\bwithin )"
    r"\b(?:(?:a|an|per|each|every) (?:year|month|week|day|night|hour|season)|yearly|annual\w*|daily|monthly)\b"
)
_DIGIT = lazy(r"\d")
_OF = lazy(r" of ((?:[a-z-]+ ){0,2}[a-z-]+)")


def elsewhere(first: Claim, second: Claim) -> bool:
    """True for two sections of one kind, a sentence about a relative, and figures of two matters."""
    return siblings(first, second) or of_relative(first, second) or of_other_matter(first, second)


def siblings(first: Claim, second: Claim) -> bool:
    """True for two sections of one kind, each of something else: parts of one section, headings that contrast or count
    ("Version 1803", "Version 1903", "Men", "Women")."""
    ours, theirs = first.passage.section, second.passage.section
    if ours == theirs or not ours or not theirs:
        return False
    if len(ours) == len(theirs) > 1 and ours[:-1] == theirs[:-1]:
        return True
    if _DIGIT.search(ours[-1]) and _DIGIT.search(theirs[-1]):
        return True
    return bool(stems(ours[-1]) & contrasts() and stems(theirs[-1]) & contrasts())


def of_relative(first: Claim, second: Claim) -> bool:
    """True where only one of the clauses speaks of a relative: "Her mother Ada was crowned"."""
    return names_relative(clause_of(first)) != names_relative(clause_of(second))


def placed_apart(first: Claim, second: Claim) -> bool:
    """True for floors above ground and floors below it, and for tons a year against tons in all."""
    ours, theirs = _sentence(first), _sentence(second)
    if frozenset(WHERE.findall(ours)) != frozenset(WHERE.findall(theirs)):
        return True
    return first.when is None and (_RATE.search(ours) is None) != (_RATE.search(theirs) is None)


def of_other_matter(first: Claim, second: Claim) -> bool:
    """True for "12,000 tonnes of lead" against "30,000 tonnes of zinc"."""
    ours, theirs = _matter(first), _matter(second)
    return bool(ours and theirs) and not ours & theirs


def _matter(claim: Claim) -> frozenset[str]:
    found = _OF.match(claim.passage.text, claim.visible.end) if claim.unit and claim.unit != "percent" else None
    return stems(found[1]) if found else frozenset()


def clause_of(claim: Claim) -> str:
    """The sentence from the last comma or bracket before the figure to the first behind it."""
    text, at = claim.passage.text, claim.sentence
    low = max(text.rfind(mark, at.start, claim.lead) for mark in ",;(") + 1
    ends = [end for mark in ",;)" if (end := text.find(mark, claim.tail + 1, at.end)) >= 0]
    return text[max(low, at.start) : min(ends, default=at.end)]


def _sentence(claim: Claim) -> str:
    return claim.passage.text[claim.sentence.start : claim.sentence.end]
