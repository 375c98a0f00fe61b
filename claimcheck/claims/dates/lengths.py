"""Reads a length of one unit of time that has no number: "within a week", "over an hour", "a year-long siege"."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.dates.neighbours import word_before
from claimcheck.claims.dates.vocabulary import CONTEXT, LENGTH_HEDGES, UNITS
from claimcheck.claims.model import Reading
from claimcheck.patterns import lazy
from claimcheck.values.amount import Amount, Hedge

_LONG = lazy(r"(?:hour|day|week|month|year|decade|century)-long\b", re.IGNORECASE)
_UNIT = lazy(
    r"(?:hour|day|week|month|year|decade|century)(?![\w-]|['’]s)"
    r"(?P<half>\sand\sa\shalf\b)?(?!\s(?:later|earlier|before|after|ago|and|or|in which|when)\b)",
    re.IGNORECASE,
)


def length(text: str, at: int, after: int) -> Reading | None:
    """One unit of time whose word stands at `at`, told as a length by the words before it, or None."""
    match = _LONG.match(text, at)
    if match is not None:
        if at and text[at - 1] in "-–":
            return None
        return _reading(at, match.end(), at, match[0].partition("-")[0], "exact", half=False)
    match = _UNIT.match(text, at)
    article, _, begin = word_before(text, at)
    if match is None or article not in ("a", "an") or begin < after:
        return None
    before, _, lead = word_before(text, begin)
    close = before == "to" and word_before(text, lead).word == "close"
    if (before not in CONTEXT["before_length"] and not close) or lead < after:
        return None
    hedge: Hedge = "about" if close else LENGTH_HEDGES.get(before, "exact")  # type: ignore[assignment]
    if before == "than" or close:
        outer, _, lead = word_before(text, lead)
        hedge = hedge if close else "less_than" if outer in ("less", "fewer") else "more_than"
    start = max(lead, after) if hedge != "exact" else begin
    word = match[0].split()[0]
    return _reading(begin, match.end(), start, word, hedge, half=match["half"] is not None)


def _reading(start: int, end: int, lead: int, word: str, hedge: Hedge, *, half: bool) -> Reading:
    """Loosely a length of one, or of one and a half: an article is no exact count."""
    value, step = (Fraction(3, 2), Fraction(1, 2)) if half else (Fraction(1), Fraction(1))
    amount = Amount(value, step, "rounded", hedge, value)
    unit = UNITS.get(word.lower(), word.lower())
    return Reading("duration", start, end, "dates.length", amount=amount, unit=unit, lead=lead)
