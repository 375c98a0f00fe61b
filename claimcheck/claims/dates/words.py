"""Reads a point in time that begins with a word, by the reader that the word asks for."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from claimcheck.claims.dates import digits, months, points, relative, seasons, wholes
from claimcheck.claims.dates.partial import Found, Partial
from claimcheck.claims.dates.vocabulary import (
    DECADES,
    EDGES,
    LONG_MONTHS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    RELATIVE,
    SEASONS,
    SPACE,
    UNITS,
    WEEKDAYS,
)  # fmt: skip
from claimcheck.patterns import lazy

Reader = Callable[[str, int, str], "Found | None"]

_WORD = re.compile(r"[^\W\d_]+")
_WEEKDAY = lazy(rf"[^\W\d_]+\.?(?:,{SPACE}?|{SPACE})(?:the{SPACE})?", re.IGNORECASE)
_SPOKEN = re.compile(r"nineteen[\s-]([^\W\d_]+)", re.IGNORECASE)
_SELF_EVIDENT = frozenset(("christmas", *EDGES["adjectives"]))


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
    found = simple(text, at)
    if found is not None or at >= len(text) or text[at].isdigit():
        return found
    match = _WORD.match(text, at)
    return point(text, at) if match and match[0].lower() in _SELF_EVIDENT else None


def simple(text: str, at: int) -> Found | None:
    """A point at `at` that is no part of a longer one, so that "first half of first half of" ends."""
    if at >= len(text):
        return None
    if text[at].isdigit():
        return digits.point(text, at)
    match = _WORD.match(text, at)
    word = match[0].lower() if match else ""
    if word in MONTHS:
        found = points.month_first(text, at)
        return found if word in LONG_MONTHS or months.dated(found) else None
    if word in SEASONS:
        return seasons.plain(text, at)
    if word in ORDINALS or word == "twenty":
        return wholes.ordinal(text, at, word, _nothing)
    return _spoken(text, at, word) if word == "nineteen" else None


def _nothing(_text: str, _at: int) -> Found | None:
    return None


def _weekday(text: str, at: int, word: str) -> Found | None:
    """A weekday belongs to the full date after it."""
    joint = _WEEKDAY.match(text, at)
    found = core(text, joint.end()) if joint else None
    if found is None or not isinstance(found.point, Partial) or found.point.unit != "day":
        return None
    return Found(at, found.end, replace(found.point, weekday=WEEKDAYS[word]))


def _spoken(text: str, at: int, _word: str) -> Found | None:
    """ "nineteen sixties"."""
    match = _SPOKEN.match(text, at)
    decade = DECADES.get(match[1].lower()) if match else None
    return Found(at, match.end(), Partial("decade", number=1900 + decade)) if match and decade else None


def _counted(text: str, at: int, _word: str) -> Found | None:
    return relative.counted(text, at)


def _one(text: str, at: int, _word: str) -> Found | None:
    return relative.one(text, at)


def _later(text: str, at: int, _word: str) -> Found | None:
    return relative.later_that(text, at)


def _edge(text: str, at: int, word: str) -> Found | None:
    return wholes.edge(text, at, word, simple)


def _latter(text: str, at: int, word: str) -> Found | None:
    return wholes.latter(text, at, word, simple)


def _ordinal(text: str, at: int, word: str) -> Found | None:
    return wholes.ordinal(text, at, word, simple)


def _turn(text: str, at: int, _word: str) -> Found | None:
    return wholes.turn(text, at, simple)


def _no_point(_text: str, _at: int, _word: str) -> None:
    """Of a word that begins a length of time and no date."""


READERS: dict[str, Reader] = {
    **dict.fromkeys((*NUMBERS, *(word.partition("-")[0] for word in NUMBERS)), _counted),
    **dict.fromkeys(MONTHS, months.month),
    **dict.fromkeys(SEASONS, seasons.season),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys((word.partition("-")[0] for word in ORDINALS if word not in NUMBERS), _ordinal),
    **dict.fromkeys((*EDGES["adjectives"], *EDGES["nouns"]), _edge),
    **dict.fromkeys(RELATIVE["determiners"], relative.told),
    **dict.fromkeys((unit for unit in UNITS if unit == UNITS[unit]), _one),
    **dict.fromkeys(("later", "earlier", "sometime"), _later),
    **dict.fromkeys(("latter", "last"), _latter),
    "christmas": months.christmas,
    "hour": _no_point,
    "nineteen": _spoken,
    "turn": _turn,
}
"""What reads a date that begins with a word."""
