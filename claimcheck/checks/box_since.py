"""More time told since a beginning than has gone by since the date that the infobox gives for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from claimcheck.checks.box_length import YEAR
from claimcheck.checks.matching.box_sentences import told
from claimcheck.checks.matching.boxes import BoxFact, box_facts
from claimcheck.checks.matching.plain_statements import plain_claim
from claimcheck.checks.ordinals import ordinal, ordinal_pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

BEGINNINGS = frozenset(
    ("foundation", "opening", "release", "settlement", "introduction", "creation", "birth", "activity")
)
"""Facts of the infobox from which time is counted."""
_AGO = lazy(r"\W*ago\b")
_FOR = lazy(r"\bfor(?: (?:about|around|over|more than|nearly|almost|at least|some|roughly))?\s*$")
_KEPT = lazy(
    r"\b(?:celebrates|celebrated|marked|marks)\b(?: (?:its|their|the))?\s*(?=\S+ anniversary\b)", re.IGNORECASE
)


@check(
    "box-since",
    Options,
    text="the time as the sentence states it",
    date="the date in the infobox",
    most="the most years that can have gone by",
)
def against_today(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """ "Settled for nearly 300 years", "founded over 2,000 years ago", though less has gone by up to this day."""
    facts = [fact for fact in box_facts(view) if fact.fact.name in BEGINNINGS]
    for fact in facts:
        most = _most(view, fact.claims)
        if most is None:
            continue
        for sentence in view.sentences:
            if sentence.passage.context in ("lead", "prose"):
                claim = plain_claim(sentence, view.document.title, fact.fact.words)
                if claim is not None and _counts(sentence, claim) and _least(claim) > most:
                    yield _hit(Mark(claim.start, claim.end), claim.text, fact, most, (claim,))
    founded = [fact for fact in facts if fact.fact.name in ("foundation", "activity", "opening")]
    if len(founded) == 1:
        yield from _anniversaries(view, founded[0])


def _anniversaries(view: View, fact: BoxFact) -> Iterator[Hit]:
    most = _most(view, fact.claims)
    for found in told(view, _KEPT):
        match = re.match(ordinal_pattern(), found.after)
        number = ordinal(match[0].strip()) if match is not None else None
        if number is not None and most is not None and number > most:
            span = found.passage.span(found.match.end(), found.match.end() + len(match[0]) if match else 0)
            yield _hit(Mark(span.start, span.end), f"{match[0]} anniversary" if match else "", fact, most, ())


def _counts(sentence: Sentence, claim: Claim) -> bool:
    """True for a length of time up to the day on which the sentence was written."""
    if claim.kind != "duration" or claim.unit not in YEAR:
        return False
    return _AGO.match(sentence.after(claim)) is not None or _FOR.search(sentence.before(claim)) is not None


def _least(claim: Claim) -> Fraction:
    """The fewest years that the figure can mean."""
    low = claim.amount.interval.low if claim.amount else None
    return low * YEAR[claim.unit or "year"] if low is not None else Fraction(0)


def _most(view: View, claims: Sequence[Claim]) -> int | None:
    """Years from the earliest day of any of the dates to the end of this year."""
    days = [claim.when.earliest for claim in claims if claim.when is not None]
    known = [day for day in days if day is not None]
    if not known or len(known) != len(claims) or any(c.when and c.when.approximate for c in claims):
        return None
    return view.today.year - civil(min(known))[0] + 1


def _hit(mark: Mark, text: str, fact: BoxFact, most: int, claims: tuple[Claim, ...]) -> Hit:
    dates = ", ".join(dict.fromkeys(claim.text for claim in fact.claims))
    related = tuple(Mark(claim.start, claim.end, "the infobox") for claim in fact.claims)
    return Hit(mark, (*claims, *fact.claims), {"text": text, "date": dates, "most": str(most)}, related)
