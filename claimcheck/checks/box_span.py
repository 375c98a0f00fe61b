"""How long something is said to have taken, against the dates from first to last that the infobox gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from claimcheck.checks.matching.box_sentences import told
from claimcheck.checks.matching.boxes import BoxFact, box_facts
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

DAYS = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(61, 2),
    "year": Fraction(1461, 4),
    "decade": Fraction(7305, 2),
}
SLACK = Fraction(4, 5)
"""Share of a stated length that must have been: "over a decade" may be nine years."""
_RECORD = r"(?:record|produce|make|complete)"
_WORDS = {
    "recording": (
        rf"took\b(?=[^.;]{{0,40}} to {_RECORD}\b)|recorded(?: and (?:produced|mixed|mastered))?"
        r" (?:over|during|across)\b|product of\b(?=[^.;]{0,40} of recording\b)"
    ),
    "event-dates": r"lasted(?: for)?\b|took place over\b",
}


@check(
    "box-span",
    Options,
    text="the length as the sentence states it",
    dates="the dates of the infobox",
    most="the most days that these leave",
)
def against_dates(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A recording or an event told as longer than the time from its first to its last day in the infobox."""
    for fact in box_facts(view):
        if fact.fact.name not in _WORDS:
            continue
        most = _most(fact)
        if most is None:
            continue
        for found in told(view, _pattern(fact.fact.name)):
            claim = _next(view.claims_in(found.passage), found.match.end())
            low = claim.amount.interval.low if claim is not None and claim.amount else None
            if claim is not None and low is not None and low * DAYS[claim.unit or ""] * SLACK > most:
                yield _hit(claim, fact, most)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_WORDS[name]})", re.IGNORECASE)


_GAP = lazy(r"(?: (?:a|the|about|around|just|over|more than|nearly|almost|course|of|period|roughly|some))* ?")


def _next(claims: list[Claim], end: int) -> Claim | None:
    """The length of time right behind what matched."""
    for claim in claims:
        if claim.kind == "duration" and claim.unit in DAYS and end <= claim.visible.start <= end + 40:
            between = claim.passage.text[end : claim.visible.start]
            return claim if _GAP.fullmatch(between) else None
    return None


def _most(fact: BoxFact) -> int | None:
    """Days from the first to the last day that the dates leave open; None where one of them is not known."""
    whens = [claim.when for claim in fact.claims if claim.when is not None]
    first = [when.earliest for when in whens if when.earliest is not None]
    last = [when.latest for when in whens if when.latest is not None]
    if not whens or len(first) != len(whens) or len(last) != len(whens) or any(when.approximate for when in whens):
        return None
    return max(last) - min(first) + 1


def _hit(claim: Claim, fact: BoxFact, most: int) -> Hit:
    dates = ", ".join(dict.fromkeys(date.text for date in fact.claims))
    related = tuple(Mark(date.start, date.end, "the infobox") for date in fact.claims)
    words = {"text": claim.text, "dates": dates, "most": str(most)}
    return Hit(Mark(claim.start, claim.end), (claim, *fact.claims), words, related)
