"""Reads seasons, with their year or told by the words around them."""

from __future__ import annotations

import re

from claimcheck.claims.dates import points
from claimcheck.claims.dates.neighbours import breaks_off, word_after, word_before
from claimcheck.claims.dates.partial import Found, Partial
from claimcheck.claims.dates.vocabulary import CONTEXT, SEASONS, SPACE, WORD
from claimcheck.patterns import lazy

_NAME = lazy(rf"{WORD}(?![\w’'])")
_YEAR = lazy(rf"(?:{SPACE}of{SPACE}|{SPACE}in{SPACE}(?=[12]\d{{3}}\b)|{SPACE})(?=\d)", re.IGNORECASE)
_BESIDE = lazy(rf"(?:{SPACE}(?:and|or|to){SPACE}(?:the{SPACE})?|[-–/])", re.IGNORECASE)
_SECOND_HALF = lazy(r"[–/-](?P<year>\d{2}|\d{4})(?![\w–/-])")


def plain(text: str, at: int) -> Found | None:
    """ "spring 1984", "winter of 1941–42", "summer" at `at`."""
    match = _NAME.match(text, at)
    number = SEASONS.get(match[0].lower()) if match else None
    if match is None or number is None:
        return None
    joint = _YEAR.match(text, match.end())
    year = points.year_at(text, joint.end(), after_date=True) if joint else None
    if year is None:
        return Found(at, match.end(), Partial("season", number=number))
    end = year[1]
    second = _SECOND_HALF.match(text, end) if number == 4 else None
    if second is not None and year[0] is not None and int(second["year"]) % 100 == (year[0] + 1) % 100:
        return Found(at, second.end(), Partial("season", year[0] + 1, number=number))
    return Found(at, end, Partial("season", year[0], number=number, era=year[2]))


def season(text: str, at: int, word: str) -> Found | None:
    """A season that its year or its neighbours show to be one."""
    found = plain(text, at)
    if found is None or not isinstance(found.point, Partial):
        return None
    if found.point.year is not None or _coordinated(text, found.end) or _lone(text, at, found.end, word):
        return found
    return None


def _coordinated(text: str, end: int) -> bool:
    """True before another season with its year: "summer and autumn 1918"."""
    beside = _BESIDE.match(text, end)
    other = plain(text, beside.end()) if beside else None
    return other is not None and isinstance(other.point, Partial) and other.point.year is not None


def _lone(text: str, at: int, end: int, word: str) -> bool:
    """True for "in the summer", "that winter", "during spring": a preposition before, no noun after."""
    if word_after(text, end).lower() in CONTEXT["season_nouns"]:
        return True
    if not breaks_off(text, end):
        return False
    before, _, begin = word_before(text, at)
    if before == "that":
        return word != "fall"
    article = before in ("the", "late", "early")
    if article:
        before = word_before(text, begin).word
    if word == "fall":
        return article and before in ("in", "during", "throughout", "over")
    return before in CONTEXT["before_season"] or (before in SEASONS and not article)
