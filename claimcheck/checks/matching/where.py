"""Of which places a figure is told: "in North America", "in other territories", "worldwide"."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from claimcheck.checks.matching.tellings import Statement
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_BEFORE, _BEHIND = 60, 40
"""Characters before and behind a figure in which places belong to it."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CAPITAL = r"(?:(?:[A-Z]\.)+|[A-Z][\w'’-]*)"
_NAME = rf"(?!{_MONTHS}){_CAPITAL}(?: {_CAPITAL})*"
_PLACE = lazy(
    rf"\b(?:(?:[Ii]n|[Oo]n|[Aa]t|across|within|throughout) (?:the )?|(outside )(?:of )?(?:the )?)({_NAME})"
    rf"(?: and (?:the )?({_NAME}))?"
)
_ELSEWHERE = lazy(
    r"\b(?:(?:in|from) (?:all )?other (?:territories|countries|markets|regions)|overseas|abroad|elsewhere|"
    r"internationally)\b"
)
_AREA = lazy(
    r"\b(?:in|across|throughout) (?:the|its|their) (?:whole |entire )?(valley|county|district|province|region|country|"
    r"state|suburbs|capital|city|cities|towns?|villages?|parish|island)\b|\bat (home)\b"
)
_WORLDWIDE = lazy(r"\b(?:worldwide|globally|around the world|all over the world|in total|overall)\b", re.IGNORECASE)
_CUT = lazy(r"[;:()—–]|, |\b(?:for|against|from|while|but|with|whereas|plus)\b|\band (?:(?:a|an|about|over|some) )?$")
"""What parts two figures of a sentence: what stands before it belongs to the former."""
_SHORT = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
}
_NORTH_AMERICA = frozenset(("United States", "Canada"))
"""What box offices call North America."""
_OUTSIDE = "outside "


class Where(msgspec.Struct, frozen=True):
    """The names of places beside a figure, and whether it is told of all places."""

    names: frozenset[str]
    everywhere: bool


def places_apart(first: Statement, second: Statement) -> bool:
    """True for "in Japan" against "in Europe", and for "worldwide" against "in North America"."""
    if not speaks_of_places(first) or not speaks_of_places(second):
        return False
    ours, theirs = where(first), where(second)
    if ours.names and theirs.names:
        a, b = ours.names, theirs.names
        if _OUTSIDE in a | b:
            a, b = _all_outside(a), _all_outside(b)
        return not a & b
    return bool(ours.everywhere and theirs.names) or bool(theirs.everywhere and ours.names)


def speaks_of_places(statement: Statement) -> bool:
    """False where no figure of its sentence can have a place."""
    claim = statement.claim
    return _has_places(claim.passage.text[claim.sentence.start : claim.sentence.end])


@lru_cache(maxsize=1 << 10)
def _has_places(sentence: str) -> bool:
    """False where no figure of a sentence can have a place: one search instead of some for each figure."""
    return any(pattern.search(sentence) for pattern in (_PLACE, _AREA, _ELSEWHERE, _WORLDWIDE))


def where(statement: Statement) -> Where:
    """The places beside a figure, as far as the next figures, of which each has its own."""
    claim = statement.claim
    others = [c for c in statement.telling.claims if c.when is None]
    before = max((c.tail for c in others if c.tail <= claim.lead), default=-1)
    behind = min((c.lead for c in others if c.lead >= claim.tail), default=-1)
    return _where(_text_before(claim, before), _text_behind(claim, behind))


def _text_before(claim: Claim, neighbour: int) -> str:
    """What stands between the figure before, or the start of the sentence, and this one, without what is that one's."""
    text = claim.passage.text
    if neighbour < 0:
        return text[max(claim.sentence.start, claim.lead - _BEFORE) : claim.lead]
    gap = text[neighbour : claim.lead]
    return gap[_cut(gap) :][-_BEFORE:]


def _text_behind(claim: Claim, neighbour: int) -> str:
    text = claim.passage.text
    if neighbour < 0:
        return text[claim.tail : min(claim.sentence.end, claim.tail + _BEHIND)]
    gap = text[claim.tail : neighbour]
    return gap[: _cut(gap)][:_BEHIND]


def _cut(gap: str) -> int:
    found = _CUT.search(gap)
    return found.start() if found else len(gap)


@lru_cache(maxsize=1 << 12)
def _where(before: str, behind: str) -> Where:
    names: set[str] = set()
    everywhere = False
    for text in (before, behind):
        for outside, *places in _PLACE.findall(text):
            names.update(outside + _SHORT.get(place, place.rstrip(".").replace("-", " ")) for place in places if place)
        names.update(area or home for area, home in _AREA.findall(text))
        if _ELSEWHERE.search(text):
            names.add(_OUTSIDE)
        everywhere = everywhere or _WORLDWIDE.search(text) is not None
    if names >= _NORTH_AMERICA:
        names = names - _NORTH_AMERICA | {"North America"}
    return Where(frozenset(names), everywhere)


def _all_outside(names: frozenset[str]) -> frozenset[str]:
    return frozenset(_OUTSIDE if name.startswith(_OUTSIDE) else name for name in names)
