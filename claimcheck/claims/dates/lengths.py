"""Reads a length of one unit of time that has no number: "within a week", "over a decade", "a year-long siege"."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.dates.neighbours import word_before
from claimcheck.claims.dates.vocabulary import CONTEXT, LENGTH_HEDGES, UNITS
from claimcheck.claims.model import Reading
from claimcheck.patterns import lazy
from claimcheck.values.amount import Amount, Hedge

_LONG = lazy(r"(?:day|week|month|year|decade|century)-long\b", re.IGNORECASE)
_UNIT = lazy(
    r"(?:day|week|month|year|decade|century)(?![\w-]|['’]s)"
    r"(?!\s(?:later|earlier|before|after|ago|and|or|in which|when)\b)",
    re.IGNORECASE,
)


def length(text: str, at: int, after: int) -> Reading | None:
    """One unit of time whose word stands at `at`, told as a length by the words before it, or None."""
    match = _LONG.match(text, at)
    if match is not None:
        if at and text[at - 1] in "-–":
            return None
        return _reading(at, match.end(), at, match[0].partition("-")[0], "exact")
    match = _UNIT.match(text, at)
    article, _, begin = word_before(text, at)
    if match is None or article != "a" or begin < after:
        return None
    before, _, lead = word_before(text, begin)
    if before not in CONTEXT["before_length"] or lead < after:
        return None
    hedge: Hedge = LENGTH_HEDGES.get(before, "exact")  # type: ignore[assignment]
    if before == "than":
        outer, _, lead = word_before(text, lead)
        hedge = "less_than" if outer in ("less", "fewer") else "more_than"
    return _reading(begin, match.end(), max(lead, after) if hedge != "exact" else begin, match[0], hedge)


def _reading(start: int, end: int, lead: int, word: str, hedge: Hedge) -> Reading:
    """Loosely a length of one: an article is no exact count."""
    amount = Amount(Fraction(1), Fraction(1), "rounded", hedge, Fraction(1))
    unit = UNITS[word.lower()]
    return Reading("duration", start, end, "dates.length", amount=amount, unit=unit, lead=lead)
