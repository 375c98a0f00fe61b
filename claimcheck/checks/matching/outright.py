"""Whether a figure is told outright, of what its sentence speaks of: not denied, supposed, a part or a label."""

from __future__ import annotations

import re

from claimcheck.checks.matching.tellings import Statement, canonical
from claimcheck.checks.matching.where import where
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_NAME = lazy(r"\s[A-Z][a-z]")
_NOT_SAID = lazy(
    r"\b(?:no|not|never|nor|without|if|unless|would|could|should|might|must|cannot|until|fail\w*|at least one|"
    r"requir\w+|instead of|rather than)\b",
    re.IGNORECASE,
)
_SUPPOSED = lazy(r"\b(?:if|unless|would|could|should|might|must|until|instead of|rather than)\b", re.IGNORECASE)
_NOT_UNTIL = lazy(r"\bnot [^,;:.]{1,50} until (?:the )?(?:\w+ of )?\Z")
_NEXT_CLAUSE = lazy(r"[,;:()]| and ")
_AS_OF = lazy(r"\b[Aa]s (?:of|at)\s+(?:the\s+)?\Z")
_OF_WHICH = lazy(r"\b(?:of (?:which|whom|these|those|them)|respectively)\b")
_CHANGED = lazy(
    r"\b(?<!have )(?<!has )(?:rose|risen|rises|rising|increas\w+|grew|grown|grows|growing|climb\w*|fell|fallen|falls|"
    r"falling|drop\w*|declin\w+|decreas\w+|soar\w*|jump\w*|reduc\w+|rais\w+|expand\w*|shr[aiu]nk|cut|brought|bringing|"
    r"lower\w*)\b[^.;,()]{0,40}\b(?:to|by|from)"
    r"(?: (?:about|around|nearly|almost|just|over|under|more than|some|a|at least))*\s*\Z"
)
_IN_BRACKETS = lazy(r"([^\W\d_]+) \(\Z")
_BOUND = lazy(r"\b(?:before|after|by|until|till|past|beyond|since|from|between)\s+(?:the\s+)?ages?\s+of\s*\Z")
"""A bound that is not read as one."""
_RIGHT_BEFORE, _BEFORE = 30, 40


def outright(statement: Statement, other: Statement) -> bool:
    """True for a figure that says something of its sentence's own matter, seen beside one of another sentence."""
    claim = statement.claim
    text, low = claim.passage.text, max(claim.sentence.start, claim.lead - _BEFORE)
    if _BOUND.search(text, low, claim.lead):
        return False
    # Two parts of a whole that both say where they are may be one.
    if _OF_WHICH.search(text, low, claim.lead) and not where(statement).names & where(other).names:
        return False
    return not (denied(claim) != denied(other.claim) or _label(claim) or _as_of(claim) or _listed(claim, other))


def changed(claim: Claim) -> bool:
    """True for "rose to 2,756": what it was at one moment, and another at the next."""
    return _CHANGED.search(claim.passage.text, claim.sentence.start, claim.lead) is not None


def denied(claim: Claim) -> str:
    """The word by which the figure is not said to be so, but wished, required, denied or supposed; "" for none, and
    for "did not begin until 1814"."""
    text, at = claim.passage.text, claim.sentence
    low = max(at.start, claim.visible.start - 60)
    if claim.when is not None and _NOT_UNTIL.search(text, low, claim.visible.start):
        return ""
    # "Cast in 1711 and never recast, the bell weighs": what is denied there is something else.
    near = max(low, text.rfind(",", low, claim.visible.start))
    behind = text[claim.visible.end : min(at.end, claim.visible.end + 20)]
    if cut := _NEXT_CLAUSE.search(behind):
        behind = behind[: cut.start()]  # "220 recoveries, and no deaths"
    found = _SUPPOSED.search(text, low, near) or _NOT_SAID.search(text[near : claim.visible.end] + behind)
    return found.group().lower() if found else ""


def _label(claim: Claim) -> bool:
    """True for a date in a name, "the May 2019 Update", for a step of a formula and for a unit itself, "1 ampere"."""
    text, at = claim.passage.text, claim.visible
    if claim.when is not None:
        return _NAME.match(text, at.end) is not None and text[: at.start].endswith(("the ", "The ", "a "))
    amount = claim.amount
    return text[: at.start].endswith(("=", "= ", "× ", "×")) or bool(
        claim.unit and amount and amount.value == 1 and amount.hedge == "exact"
    )


def _as_of(claim: Claim) -> bool:
    """True for a date on which something was looked at, which is not when it happened."""
    return claim.when is not None and bool(_AS_OF.search(claim.passage.text[: claim.visible.start]))


def _listed(claim: Claim, other: Statement) -> bool:
    """True for "Peru (12%)", of which the other sentence does not speak."""
    text = claim.passage.text
    if text[claim.tail : claim.tail + 1] != ")":
        return False
    found = _IN_BRACKETS.search(text, max(claim.sentence.start, claim.lead - _RIGHT_BEFORE), claim.lead)
    return found is not None and canonical(found[1]) not in other.telling.words
