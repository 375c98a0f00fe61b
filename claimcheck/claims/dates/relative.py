"""Reads dates that are told by another one: "two years later", "the next day", "that year", "the following March"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.dates.neighbours import breaks_off, word_before
from claimcheck.claims.dates.partial import Found, Relative
from claimcheck.claims.dates.vocabulary import (
    LONG_MONTHS,
    NUMBERS,
    RELATIVE,
    SEASONS,
    SPACE,
    UNITS,
    WORD,
)  # fmt: skip
from claimcheck.patterns import lazy

if TYPE_CHECKING:
    from claimcheck.values.calendar import Unit

DETERMINERS, ADVERBS = RELATIVE["determiners"], RELATIVE["adverbs"]

_TOLD = lazy(
    rf"[^\W\d_]+{SPACE}(?P<same>same{SPACE})?(?P<head>[^\W\d_]+)(?![\w-])(?!{SPACE}and{SPACE}a{SPACE}half)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?P<count>\d{{1,3}}|{WORD}(?:-five)?)[\s-](?P<unit>{WORD}){SPACE}(?P<adverb>{WORD})(?![\w-])"
    r"(?P<end>[,.;:)]|$)?(?!\s(?:than|that|this|in)\b)",
    re.IGNORECASE,
)
_LATER_THAT = lazy(
    rf"(?P<edge>later|earlier|early|late|sometime){SPACE}(?:in{SPACE})?(?:the|that){SPACE}(?:same{SPACE})?"
    r"(?P<unit>day|week|month|year|decade|century)(?![\w-])",
    re.IGNORECASE,
)
_PART_OF = lazy(
    rf"{SPACE}(?:part{SPACE})?of{SPACE}(?:the|that){SPACE}(?:same{SPACE})?(?P<unit>month|year|decade|century)(?![\w-])",
    re.IGNORECASE,
)
_OF_THAT = lazy(
    rf"{SPACE}(?:of|in|later|earlier){SPACE}(?:that{SPACE}same|the{SPACE}same|that){SPACE}(?P<unit>month|year)(?![\w-])",
    re.IGNORECASE,
)
_OF_NEXT = lazy(
    rf"{SPACE}(?:of|in){SPACE}the{SPACE}(?P<word>following|next|previous|preceding){SPACE}year(?![\w-])", re.IGNORECASE
)
_LEAD = lazy(r"\b(?:just|only|about|some|almost|nearly|over|around|exactly|barely|roughly)\s$", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\b")
_PARTS_OF_DAY = frozenset(("morning", "evening", "afternoon", "night"))


def told(text: str, at: int, word: str) -> Found | None:
    """ "that year", "same day", "next spring", "following March" at `at`."""
    match = _TOLD.match(text, at)
    point = _relative(match["head"], DETERMINERS[word]) if match else None
    if match is None or point is None or (match["same"] and word != "that"):
        return None
    before, _, begin = word_before(text, at)
    if word == "that":
        return Found(at, match.end(), point) if before not in _CONJOINED else None
    if before != "the" and not (word == "same" and before == "that"):
        return None
    if word != "same" and word_before(text, begin).word in ("over", "for", "within"):
        return None
    return Found(begin, match.end(), point)


_CONJOINED = frozenset(("so", "is", "was", "said", "such", "believed", "stated"))
"""Words after which "that" opens a clause."""


def _relative(head: str, count: int) -> Relative | None:
    word = head.lower()
    if head.islower() and word in ("may", "march", "august"):
        return None
    if word in LONG_MONTHS:
        return Relative("month", count, month=LONG_MONTHS[word])
    if word in SEASONS:
        return Relative("month", count, season=SEASONS[word])
    unit: Unit | None = "day" if word in _PARTS_OF_DAY else UNITS.get(word)
    if unit is None or word in _PLURALS:
        return None
    return Relative(unit, count, whole=True)


_PLURALS = frozenset(word for word, unit in UNITS.items() if word != unit)


def counted(text: str, at: int) -> Found | None:
    """ "two years later", "a decade earlier", "14 days before," at `at`."""
    match = _COUNTED.match(text, at)
    unit: Unit | None = UNITS.get(match["unit"].lower()) if match else None
    sign = _sign(match["adverb"].lower(), ends=match["end"] is not None) if match else 0
    number = _number(match["count"].lower()) if match else None
    if match is None or unit is None or not sign or not number:
        return None
    lead = _LEAD.search(text, max(0, at - 9), at)
    loose = lead is not None and lead[0].strip().lower() not in ("exactly", "just", "only", "barely")
    return Found(lead.start() if lead else at, match.end("adverb"), Relative(unit, sign * number, about=loose))


def _number(word: str) -> int | None:
    return 1 if word in ("a", "an") else int(word) if word.isdigit() else NUMBERS.get(word)


def _sign(adverb: str, *, ends: bool) -> int:
    """1 for "later", -1 for "earlier", 0 for no distance; "before" and "after" count where they end a phrase."""
    if adverb in ("before", "after", "prior"):
        return 0 if not ends else 1 if adverb == "after" else -1
    return ADVERBS.get(adverb, 0)


def one(text: str, at: int) -> Found | None:
    """ "a decade earlier" at its unit."""
    article, _, begin = word_before(text, at)
    return counted(text, begin) if article in ("a", "an") else None


def later_that(text: str, at: int) -> Found | None:
    """ "later that month", "early in the year" at `at`."""
    match = _LATER_THAT.match(text, at)
    if match is None:
        return None
    edge = {"early": "early", "late": "late"}.get(match["edge"].lower())
    return Found(at, match.end(), Relative(match["unit"].lower(), 0, edge=edge))  # type: ignore[arg-type]


def part_of(text: str, at: int, after_word: int, edge: str) -> Found | None:
    """ "end of the year" whose "end" stands at `at` and ends at `after_word`."""
    match = _PART_OF.match(text, after_word)
    return Found(at, match.end(), Relative(match["unit"].lower(), 0, edge=edge)) if match else None  # type: ignore[arg-type]


def of_that(text: str, at: int, end: int, month: int | None, day: int | None = None) -> Found | None:
    """ "August of that year", "28th of that month" from `at`, whose first words end at `end`."""
    match = _OF_THAT.match(text, end)
    if match is not None:
        unit = match["unit"].lower()
        if (unit == "month") == (month is None):
            return Found(at, match.end(), Relative(unit, 0, month=month, day=day))  # type: ignore[arg-type]
        return None
    following = _OF_NEXT.match(text, end)
    if following is None or month is None:
        return None
    return Found(at, following.end(), Relative("year", DETERMINERS[following["word"].lower()], month=month, day=day))


def ordinal(text: str, at: int) -> Found | None:
    """ "the 28th of that month", "on the 5th" at the digits."""
    match = _ORDINAL.match(text, at)
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    before, _, begin = word_before(text, at)
    if before != "the":
        return None
    found = of_that(text, begin, match.end(), None, int(match[1]))
    if found is not None:
        return found
    if word_before(text, begin)[0] not in ("on", "by", "until", "from") or not breaks_off(text, match.end()):
        return None
    return Found(begin, match.end(), Relative("month", 0, day=int(match[1])))
