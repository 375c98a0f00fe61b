"""Reads what begins with the name of a month or a weekday, and Christmas."""

from __future__ import annotations

import re

from claimcheck.claims.dates import points, relative
from claimcheck.claims.dates.neighbours import capital_follows, small_word_follows, word_after, word_before
from claimcheck.claims.dates.partial import Found, Partial, Relative
from claimcheck.claims.dates.vocabulary import CONTEXT, DASH, LONG_MONTHS, SPACE
from claimcheck.patterns import lazy

_NAMES = frozenset(("may", "march", "april", "june", "august"))
"""Months whose name is another word or a person's name."""
_IN = frozenset(("in", "of", "by", "since", "until", "till", "during", "early", "mid", "late"))
_ARTICLES = frozenset(("the", "a", "an"))
_BESIDE = lazy(rf"{DASH}|\s(?:to|and|or|until)\s", re.IGNORECASE)
_CHRISTMAS = lazy(rf"Christmas(?P<eve>{SPACE}(?:Eve|Day|morning|night))?", re.IGNORECASE)


def month(text: str, at: int, word: str) -> Found | None:
    """ "May 24, 1963", "May 1963", "May 24", "August of that year", "in May" at `at`, whose first word is `word`."""
    found = points.month_first(text, at)
    if found is None or not isinstance(found.point, Partial) or _glued(text, at):
        return None
    if found.point.year is None:
        told = relative.of_that(text, at, found.end, found.point.month, found.point.day)
        if told is not None and isinstance(told.point, Relative):
            return told
    if dated(found):
        return found if found.point.year is not None or not _verb(text, at, word) else None
    if word not in LONG_MONTHS:
        return None
    return found if _coordinated(text, found.end) or _lone(text, at, found.end, word) else None


def _coordinated(text: str, end: int) -> bool:
    """True before another month that has its day or year: "May–June 1967"."""
    match = _BESIDE.match(text, end)
    return match is not None and dated(points.month_first(text, match.end()))


def _glued(text: str, at: int) -> bool:
    """True inside a longer word or after "7-"; "pre-May" is a month all the same."""
    if at == 0:
        return False
    return text[at - 1].isalnum() or (text[at - 1] == "-" and not text[at - 2 : at - 1].isalpha())


def _verb(text: str, at: int, word: str) -> bool:
    """True for "may" and "march" in small letters with nothing before them that goes with a date."""
    return word in ("may", "march") and text[at].islower() and word_before(text, at).word not in (*_IN, "on")


def dated(found: Found | None) -> bool:
    """True when a month has a day or a year beside it."""
    point = found.point if found else None
    return isinstance(point, Partial) and (point.year is not None or point.day is not None)


def _lone(text: str, at: int, end: int, word: str) -> bool:
    """True where a month without day and year is one, and not a verb, a name or part of a name."""
    before = word_before(text, at).word
    small = text[at].islower()
    if capital_follows(text, end) and word_after(text, end).lower() in CONTEXT["named_after_month"]:
        return False
    if capital_follows(text, end) and not (before in _IN and not small):
        return False
    if word not in _NAMES:
        return not small or before in CONTEXT["before_month"]
    if small:
        return before in _IN
    return before in CONTEXT["before_month"] or (small_word_follows(text, end) and _attributive(text, at))


def _attributive(text: str, at: int) -> bool:
    """True after an article, with or without an adjective between: "the costly August battles"."""
    before = word_before(text, at)
    return before.word in _ARTICLES or (before.word != "" and word_before(text, before.start).word in _ARTICLES)


def christmas(text: str, at: int, _word: str) -> Found | None:
    """ "Christmas 2007", "Christmas Eve 1914" at `at`."""
    match = _CHRISTMAS.match(text, at)
    year = points.year_after(text, match.end()) if match else None
    if match is None or year is None:
        return None
    eve = (match["eve"] or "").lower().strip() == "eve"
    return Found(at, year[1], Partial("day", year[0], 12, 24 if eve else 25, era=year[2]))
