"""Reads a point in time that begins with a word: a month, season, weekday, ordinal, era or part of something longer."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from claimcheck.claims.dates import digits, points, relative
from claimcheck.claims.dates.partial import Found, Partial, Relative
from claimcheck.claims.dates.vocabulary import (
    CONTEXT, DECADES, EDGES, LONG_MONTHS, MONTHS, NUMBERS, ORDINALS, SEASONS, SPACE, WEEKDAYS, any_of,
)  # fmt: skip
from claimcheck.claims.dates.relative import DETERMINERS
from claimcheck.claims.dates.years import word_before

Reader = Callable[[str, int, str], "Found | None"]

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_WEEKDAY = re.compile(rf"[^\W\d_]+\.?(?:,{SPACE}?|{SPACE})(?:the{SPACE})?", re.IGNORECASE)
_JOINT = re.compile(rf"(?:(?:-|{SPACE})(?:part{SPACE})?(?:(?:of|in){SPACE})?(?:the{SPACE})?(?:year{SPACE})?)", re.IGNORECASE)
_SEASON = re.compile(rf"[^\W\d_]+(?:{SPACE}of)?{SPACE}(?=\d)", re.IGNORECASE)
_CENTURY = re.compile(
    rf"[^\W\d_]+(?:-(?:first|second|third))?[\s-]centur(?:y|ies)(?:{SPACE}?(?P<bc>BCE?|B\.C\.(?:E\.)?)|{SPACE}?(?:AD|CE|A\.D\.))?",
    re.IGNORECASE,
)
_PART = re.compile(rf"[^\W\d_]+{SPACE}(?P<unit>quarter|half){SPACE}of{SPACE}(?:the{SPACE}year{SPACE})?(?=\d{{4}})", re.IGNORECASE)
_HALF = re.compile(rf"(?P<which>first|second|latter|last|early|late){SPACE}half{SPACE}of{SPACE}(?:the{SPACE}(?:year{SPACE})?)?", re.IGNORECASE)
_NUMBER_DECADE = re.compile(rf"nineteen[\s-](?P<decade>{any_of(DECADES)})\b", re.IGNORECASE)
_TURN = re.compile(rf"turn{SPACE}of{SPACE}the{SPACE}", re.IGNORECASE)


def point(text: str, at: int) -> Found | None:
    """The point in time whose first word stands at `at`, or None."""
    match = _WORD.match(text, at)
    if match is None:
        return None
    word = match[0].lower()
    reader = READERS.get(word)
    return reader(text, at, word) if reader else None


def core(text: str, at: int) -> Found | None:
    """A point at `at` that needs no word before it to be believed."""
    if at >= len(text):
        return None
    if text[at].isdigit():
        return digits.point(text, at)
    match = _WORD.match(text, at)
    word = match[0].lower() if match else ""
    if word in MONTHS:
        found = points.month_first(text, at)
        return found if word in LONG_MONTHS or _dated(found) else None
    if word in SEASONS:
        return season(text, at)
    return point(text, at) if word in ORDINALS or word in _MORE else None


_MORE = frozenset(("nineteen", "christmas", *EDGES["adjectives"]))


def _dated(found: Found | None) -> bool:
    """True when a month has a day or a year beside it."""
    return found is not None and isinstance(found.point, Partial) and (
        found.point.year is not None or found.point.day is not None
    )


def _month(text: str, at: int, word: str) -> Found | None:
    found = points.month_first(text, at)
    if found is not None and isinstance(found.point, Partial) and found.point.year is None:
        found = relative.of_that(text, at, found.end, found.point.month, found.point.day) or found
        if isinstance(found.point, Relative):
            return found
    if found is None or (at and (text[at - 1].isalnum() or (text[at - 1] == "-" and not text[at - 2 : at - 1].isalpha()))):
        return None
    if _dated(found):
        return found
    return found if word in LONG_MONTHS and _lone(text, at, found.end, word) else None


_CAPITAL = re.compile(r"\s[A-Z]")


def _lone(text: str, at: int, end: int, word: str) -> bool:
    """True where a month without day and year is one, and not a verb, a name or part of a name."""
    before = word_before(text, at)[0]
    small = text[at].islower()
    if _CAPITAL.match(text, end) and not (before in _IN and not small):
        return False
    if word not in _NAMES:
        return not small or before in CONTEXT["before_month"]
    if small:
        return before in _IN
    return before in CONTEXT["before_month"] or (before in ("the", "a", "an") and _SMALL_WORD.match(text, end) is not None)


_NAMES = frozenset(("may", "march", "april", "june", "august"))
_IN = frozenset(("in", "of", "by", "since", "until", "till", "during", "early", "mid", "late"))
_SMALL_WORD = re.compile(r"\s[a-z]{4,}")


def season(text: str, at: int) -> Found | None:
    """ "spring 1984", "winter of 1941", "summer" at `at`."""
    match = _WORD.match(text, at)
    if match is None:
        return None
    number = SEASONS[match[0].lower()]
    joint = _SEASON.match(text, at)
    year = points.year_at(text, joint.end(), after_date=True) if joint else None
    if year is None:
        return Found(at, match.end(), Partial("season", number=number))
    return Found(at, year[1], Partial("season", year[0], number=number, era=year[2]))


def _season(text: str, at: int, word: str) -> Found | None:
    found = season(text, at)
    if found is None or not isinstance(found.point, Partial):
        return None
    if found.point.year is not None:
        return found
    beside = _BESIDE.match(text, found.end)
    if beside is not None and (other := season(text, beside.end())) and isinstance(other.point, Partial) and other.point.year:
        return found
    return found if _lone_season(text, at, found.end, word) else None


_AFTER_SEASON = re.compile(r"[^\S\n]?(?:[,.;:)]|$|\n)|\s(?:the|and|of|to|he|she|it|they|but|when|with|after|a|an|by|in|on|at|his|her|their|that|until)\b")


_BESIDE = re.compile(rf"(?:{SPACE}(?:and|or|to){SPACE}(?:the{SPACE})?|[-–/])(?={any_of(SEASONS)})", re.IGNORECASE)


def _lone_season(text: str, at: int, end: int, word: str) -> bool:
    """True for "in the summer", "that winter", "during spring": a preposition before, no noun after."""
    if not _AFTER_SEASON.match(text, end):
        return False
    before, _, begin = word_before(text, at)
    if before in ("that", "this"):
        return word != "fall"
    article = before in ("the", "late", "early")
    if article:
        before = word_before(text, begin)[0]
    if word == "fall":
        return article and before in ("in", "during", "throughout", "over")
    return before in CONTEXT["before_season"] or (before in SEASONS and not article)


def _weekday(text: str, at: int, word: str) -> Found | None:
    """A weekday belongs to the full date after it."""
    joint = _WEEKDAY.match(text, at)
    if joint is None:
        return None
    found = core(text, joint.end())
    if found is None or not isinstance(found.point, Partial) or found.point.unit != "day":
        return None
    return Found(at, found.end, msgspec.structs.replace(found.point, weekday=WEEKDAYS[word]))


def _edge(text: str, at: int, word: str) -> Found | None:
    """ "early 1960s", "mid-May", "end of March 1945"."""
    head = word
    edge = EDGES["adjectives"].get(head) or EDGES["nouns"][head]
    joint = _JOINT.match(text, at + len(head))
    if joint is None:
        return None
    noun = head in EDGES["nouns"]
    told = _half(text, at, word) or relative.part_of(text, at, at + len(head) + 1, edge) or relative.later_that(text, at)
    if told is not None:
        return _with_the(text, told) if noun else told
    if noun and " of " not in joint[0].replace("\n", " ").replace("\u00a0", " ").lower():
        return None
    found = core(text, joint.end())
    if found is None and not noun:
        found = _edge_year(text, joint.end())
    if found is None or not isinstance(found.point, Partial) or found.point.unit in ("day", "minute"):
        return None
    whole = Found(at, found.end, msgspec.structs.replace(found.point, edge=edge))
    return _with_the(text, whole) if noun else whole


def _with_the(text: str, found: Found) -> Found:
    """The point with "the" or "the very" before it: "the end of March"."""
    before, _, begin = word_before(text, found.start)
    if before == "very":
        before, _, begin = word_before(text, begin)
    return Found(begin, found.end, found.point) if before == "the" else found


def _told(text: str, at: int, word: str) -> Found | None:
    return relative.told(text, at, word)


def _counted(text: str, at: int, word: str) -> Found | None:
    return relative.counted(text, at)


def _one(text: str, at: int, word: str) -> Found | None:
    return relative.one(text, at)


def _later(text: str, at: int, word: str) -> Found | None:
    return relative.later_that(text, at)


def _part(text: str, at: int, word: str) -> Found | None:
    """ "latter part of the year", "latter half of 2008"."""
    half = _half(text, at, word)
    if half is not None:
        return half
    found = relative.part_of(text, at, at + len(word) + 1, "late")
    return _with_the(text, found) if found else None


def _edge_year(text: str, at: int) -> Found | None:
    year = points.year_at(text, at, after_date=True)
    return Found(at, year[1], Partial("year", year[0], era=year[2])) if year else None


def _ordinal(text: str, at: int, word: str) -> Found | None:
    found = points.ordinal_day(text, at)
    if found is not None:
        return found
    compound = _COMPOUND.match(text, at)
    number = ORDINALS.get(compound[0].lower() if compound else word) or ORDINALS.get(word)
    match = _CENTURY.match(text, at)
    if match is not None and number:
        if match[0].endswith("Century") and _CAPITAL.match(text, match.end()):
            return None
        return Found(at, match.end(), Partial("century", number=-number if match["bc"] else number))
    half = _half(text, at, word)
    if half is not None:
        return half
    part = _PART.match(text, at)
    if part is None or number is None or number > 4:
        return None
    return digits.part_of_year(text, at, part.end(), part["unit"].lower(), number)


def _half(text: str, at: int, word: str) -> Found | None:
    """ "second half of 2008", "latter half of the 19th century" at `at`."""
    match = _HALF.match(text, at)
    if match is None:
        return None
    first = match["which"].lower() in ("first", "early")
    year = points.year_at(text, match.end(), after_date=True)
    if year is not None:
        return Found(at, year[1], Partial("half", year[0], number=1 if first else 2, era=year[2]))
    found = core(text, match.end())
    if found is None or not isinstance(found.point, Partial) or found.point.unit in ("day", "minute"):
        return None
    return Found(at, found.end, msgspec.structs.replace(found.point, edge="early" if first else "late"))


_CHRISTMAS = re.compile(rf"Christmas(?P<eve>{SPACE}(?:Eve|Day|morning|night))?", re.IGNORECASE)


def _christmas(text: str, at: int, word: str) -> Found | None:
    """ "Christmas 2007", "Christmas Eve 1914" at `at`."""
    match = _CHRISTMAS.match(text, at)
    year = points.year_after(text, match.end()) if match else None
    if match is None or year is None:
        return None
    eve = (match["eve"] or "").lower().strip() == "eve"
    return Found(at, year[1], Partial("day", year[0], 12, 24 if eve else 25, era=year[2]))


def _spoken(text: str, at: int, word: str) -> Found | None:
    match = _NUMBER_DECADE.match(text, at)
    return Found(at, match.end(), Partial("decade", number=1900 + DECADES[match["decade"].lower()])) if match else None


def _turn(text: str, at: int, word: str) -> Found | None:
    """ "the turn of the 20th century": about ten years either side."""
    match = _TURN.match(text, at)
    found = core(text, match.end()) if match else None
    if found is None or not isinstance(found.point, Partial) or found.point.unit != "century":
        return None
    number = found.point.number or 1
    start = 100 * (number - 1) if number < 100 else number
    turn = Found(at, found.end, Partial("year", max(1, start), about=True))
    return _with_the(text, turn) if number > 0 else None


READERS: dict[str, Reader] = {
    **dict.fromkeys(NUMBERS, _counted),
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys((word.partition("-")[0] for word in ORDINALS), _ordinal),
    **dict.fromkeys((*EDGES["adjectives"], *EDGES["nouns"]), _edge),
    **dict.fromkeys(DETERMINERS, _told),
    **dict.fromkeys(("day", "week", "month", "year", "decade", "century"), _one),
    "later": _later,
    "earlier": _later,
    "sometime": _later,
    "latter": _part,
    "last": _part,
    "christmas": _christmas,
    "nineteen": _spoken,
    "turn": _turn,
}
