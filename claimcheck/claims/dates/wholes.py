"""Reads parts of a longer time: "early 1960s", "end of March", "second half of 2008", "third quarter", centuries."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from claimcheck.claims.dates import digits, points, relative
from claimcheck.claims.dates.neighbours import capital_follows, word_before
from claimcheck.claims.dates.partial import Found, Partial
from claimcheck.claims.dates.vocabulary import EDGES, ERA, ORDINALS, SPACE
from claimcheck.patterns import lazy

Core = Callable[[str, int], "Found | None"]
"""Reads the point that the part belongs to."""

_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_JOINT = lazy(
    rf"(?:-|{SPACE})(?P<of>(?:part{SPACE})?(?:of|(?P<in>in)){SPACE})?(?:the{SPACE})?(?:year{SPACE})?", re.IGNORECASE
)
_CENTURY = lazy(rf"[^\W\d_]+(?:-(?:first|second|third))?[\s-]centur(?:y|ies){ERA}?", re.IGNORECASE)
_PART = lazy(
    rf"[^\W\d_]+{SPACE}(?P<unit>quarter|half){SPACE}of{SPACE}(?:the{SPACE}year{SPACE})?(?=\d{{4}})", re.IGNORECASE
)
_HALF = lazy(
    rf"(?P<which>first|second|latter|last|early|late){SPACE}half{SPACE}of{SPACE}(?:the{SPACE}(?:year{SPACE})?)?",
    re.IGNORECASE,
)
_TURN = lazy(rf"turn{SPACE}of{SPACE}the{SPACE}", re.IGNORECASE)


def edge(text: str, at: int, word: str, core: Core) -> Found | None:
    """ "early 1960s", "mid-May", "end of March 1945", "early in the year" at `at`."""
    noun = word in EDGES["nouns"]
    side = (EDGES["nouns"] if noun else EDGES["adjectives"])[word]
    after_word = at + len(word)
    told = half(text, at, core) or relative.part_of(text, at, after_word, side) or relative.later_that(text, at)
    if told is not None:
        return with_the(text, told) if noun else told
    joint = _JOINT.match(text, after_word)
    if joint is None or (noun and (joint["of"] is None or joint["in"] is not None)):
        return None
    found = core(text, joint.end()) or (None if noun else _year(text, joint.end()))
    if found is None or not isinstance(found.point, Partial) or found.point.unit in ("day", "minute"):
        return None
    whole = Found(at, found.end, replace(found.point, edge=side))
    return with_the(text, whole) if noun else whole


def _year(text: str, at: int) -> Found | None:
    year = points.year_at(text, at, after_date=True)
    return Found(at, year[1], Partial("year", year[0], era=year[2])) if year else None


def with_the(text: str, found: Found) -> Found:
    """The point with "the" or "the very" before it: "the end of March"."""
    before, _, begin = word_before(text, found.start)
    if before == "very":
        before, _, begin = word_before(text, begin)
    return Found(begin, found.end, found.point) if before == "the" else found


def latter(text: str, at: int, word: str, core: Core) -> Found | None:
    """ "latter part of the year", "latter half of 2008" at `at`."""
    found = half(text, at, core) or relative.part_of(text, at, at + len(word), "late")
    return with_the(text, found) if found else None


def half(text: str, at: int, core: Core) -> Found | None:
    """ "second half of 2008", "latter half of the 19th century" at `at`."""
    match = _HALF.match(text, at)
    if match is None:
        return None
    first = match["which"].lower() in ("first", "early")
    year = points.year_at(text, match.end(), after_date=True)
    if year is not None:
        return with_the(text, Found(at, year[1], Partial("half", year[0], number=1 if first else 2, era=year[2])))
    found = core(text, match.end())
    if found is None or not isinstance(found.point, Partial) or found.point.unit in ("day", "minute"):
        return None
    return with_the(text, Found(at, found.end, replace(found.point, edge="early" if first else "late")))


def ordinal(text: str, at: int, word: str, core: Core) -> Found | None:
    """ "third of March", "nineteenth century", "first quarter of 2008", "first half of 1943" at `at`."""
    found = points.ordinal_day(text, at)
    if found is not None:
        return found
    compound = _COMPOUND.match(text, at)
    number = ORDINALS.get(compound[0].lower() if compound else word) or ORDINALS.get(word)
    match = _CENTURY.match(text, at)
    if match is not None and number:
        if number == 1 and match[0].lower().endswith("centuries"):
            return None
        if match[0].endswith("Century") and capital_follows(text, match.end()):
            return None
        return Found(at, match.end(), Partial("century", number=-number if match["bc"] else number))
    part = _PART.match(text, at)
    if part is None or part["unit"].lower() == "half":
        return half(text, at, core)
    return digits.part_of_year(text, at, part.end(), "quarter", number) if number and number <= 4 else None


def turn(text: str, at: int, core: Core) -> Found | None:
    """ "turn of the 20th century" at `at`: about the year in which it began."""
    match = _TURN.match(text, at)
    found = core(text, match.end()) if match else None
    if found is None or not isinstance(found.point, Partial) or found.point.unit != "century":
        return None
    number = found.point.number or 1
    if number < 0:
        return None
    start = 100 * (number - 1) if number < 100 else number
    return with_the(text, Found(at, found.end, Partial("year", max(1, start), about=True)))
