"""What stands before a date and belongs to it: "c.", "the", and the preposition that makes it an end of a period."""

from __future__ import annotations

import re

from claimcheck.claims.dates.neighbours import word_after, word_before
from claimcheck.claims.dates.partial import Bound, Found, Partial, Point
from claimcheck.claims.dates.vocabulary import CONTEXT, ORDINALS
from claimcheck.patterns import lazy

_ABOUT = re.compile(
    r"(?:\b(?:c\.|ca\.|c|ca|circa|about|around|approximately|approx\.?|roughly)[^\S\n]{1,2}|\b(?:c|ca)\.?|~[^\S\n]?)$",
    re.IGNORECASE,
)
_ABOUT_ENDS = frozenset("cCaA.tTdDyYxX~")
_DETERMINER = re.compile(r"\b(?:the(?: years?)?|fiscal(?: year)?|financial year|FY)\s$", re.IGNORECASE)
_PREPOSITIONS: dict[str, Bound] = {
    "since": "since", "until": "until", "till": "until", "after": "after", "before": "before", "by": "before",
}  # fmt: skip
_ONWARDS = lazy(r"[^\S\n](?:onwards?|forward|on)\b(?=[,.;:)\s]|$)")
_THAN = {"later": "after", "earlier": "before", "prior": "before"}


def about(text: str, point: Point, start: int, after: int) -> int | None:
    """Where a "c." or "about" before `start` begins, or None; a day or month has no "about" in its span."""
    low = max(after, start - 14)
    if text[low:start].rstrip()[-1:] not in _ABOUT_ENDS:
        return None
    match = _ABOUT.search(text, low, start)
    if match is None:
        return None
    fine = isinstance(point, Partial) and point.unit in ("day", "month", "minute")
    return start if fine and match[0][0] not in "cC~" else match.start()


def determiner(text: str, found: Found, after: int) -> int:
    """Where the point begins with "the" or "the year" before it, if such a word belongs to its kind."""
    point, start = found.point, found.start
    match = _DETERMINER.search(text, max(after, start - 17), start)
    if match is None or not isinstance(point, Partial):
        return start
    word = match[0].lower().split()[-1]
    if word != "the":
        return match.start() if point.unit == "year" else start
    if point.unit == "season" and word_after(text, found.end).lower() in CONTEXT["season_nouns"]:
        return start
    takes = (
        point.unit in ("decade", "century", "season", "quarter", "half")
        or text[start : start + 1].isdigit()
        or (point.unit == "day" and word_after(text, start - 1).lower().partition("-")[0] in ORDINALS)
    )
    return match.start() if takes and point.unit != "year" else start


def bound(text: str, start: int, end: int, after: int) -> tuple[Bound, str]:
    """What the preposition before `start` makes of the point that ends at `end`; the word itself."""
    word, _, begin = word_before(text, start)
    if word == "from" and _ONWARDS.match(text, end):
        return "since", word
    if word in ("than", "to"):
        outer = word_before(text, begin)[0]
        side = _THAN.get(outer, "")
        return ("after" if side == "after" else "before" if side == "before" else ""), word
    if word == "in" or begin < after:
        return "", word
    return _PREPOSITIONS.get(word, ""), word


_OLD_STYLE = re.compile(r"\b(?:O\. ?S\.|OS|Old Style|Julian(?: calendar)?:?),?\s$")
_OLD_STYLE_AFTER = re.compile(r",?\s[(\[]?(?:O\. ?S\.|Old Style|Julian(?: calendar)?)(?=[)\],.;]|\s?$)")


def old_style(text: str, start: int, end: int) -> bool:
    """True for a day of the Julian calendar: "[O.S. 13 May 1732]", "13 May 1732 (O.S.)"."""
    before = _OLD_STYLE.search(text, max(0, start - 18), start)
    return before is not None or _OLD_STYLE_AFTER.match(text, end) is not None
