"""What a figure counts: its noun, the measure that it is told of, or what befell the people that it counts."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.checks.lexicon import table
from claimcheck.checks.matching.tellings import Statement, canonical
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_BEFORE, _BEHIND = 40, 90
"""Characters before and behind the people that tell what befell them."""
_LISTED = 70
"""Characters between two parts of a whole."""
_IN_PLACE = lazy(r"(?: (?:was|were|is|are|being))? (?:in|at|from) (?:the )?[A-Z]")


def noun(claim: Claim) -> str:
    """The stem of what is counted, of its synonyms' first; else an empty string.

    People who died are deaths, and so is a death toll.
    """
    if claim.unit:
        return ""
    head = claim.counted.rpartition(" ")[2] if claim.counted else ""
    found = canonical(head) if head else ""
    if found in _people() or not head:
        text, at = claim.passage.text, claim.sentence
        behind = text[claim.tail : min(at.end, claim.tail + _BEHIND)]
        befell = _told_behind(behind)
        if not befell and head:
            befell = _told_before(text[max(at.start, claim.lead - _BEFORE) : claim.lead])
        if befell:
            return befell
    if not head and claim.measure and claim.per is None:
        return canonical(claim.measure.rpartition("-")[2])
    return found


def noun_in(statement: Statement) -> str:
    """The same, or the noun of the whole for a part that only says where it is: "92 cases, 59 in Ashby, 33 in Tarn"."""
    claim = statement.claim
    found = noun(claim)
    if found or claim.unit or claim.amount is None or not _IN_PLACE.match(claim.passage.text, claim.tail):
        return found
    behind = claim.lead
    for whole in reversed(statement.telling.claims[: statement.place]):
        if behind - whole.tail > _LISTED or whole.unit:
            return ""
        if found := noun(whole):
            return found
        behind = whole.lead
    return ""


@cache
def _people() -> frozenset[str]:
    return frozenset(map(canonical, ("people", "individuals", "patients", "victims", "lives")))


@lru_cache(maxsize=1 << 12)
def _told_behind(text: str) -> str:
    found = _behind().match(text)
    return _befalls(0)[found[1]] if found else ""


@lru_cache(maxsize=1 << 12)
def _told_before(text: str) -> str:
    found = _before().search(text)
    return _befalls(1)[found[1].lower()] if found else ""


@cache
def _behind() -> re.Pattern[str]:
    """Matches "have died", "in Italy had been tested", "who were injured"."""
    return re.compile(
        r"(?: in (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})?(?: (?:who|that))?"
        r"(?: (?:have|has|had|were|was|are|is|be|been|being|also|already|now|since|fully|reportedly|officially|to|got))"
        rf"{{0,4}} ({_any(0)})\b"
    )


@cache
def _before() -> re.Pattern[str]:
    """Matches "killed", "killing", "claimed the lives of" right before a figure."""
    return re.compile(rf"\b({_any(1)})\s(?:the (?:lives|death|deaths|recovery) of\s)?$", re.IGNORECASE)


def _any(column: int) -> str:
    return "|".join(map(re.escape, sorted(_befalls(column), key=len, reverse=True)))


@cache
def _befalls(column: int) -> dict[str, str]:
    rows = table("befalls").items()
    return {verb: canonical(noun) for noun, columns in rows for verb in columns[column].split(",")}
