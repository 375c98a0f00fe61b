"""The date or period at a place in a text: points, what stands around them, and how they hang together."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimcheck.claims.dates import digits, join, points, words
from claimcheck.claims.dates.events import event, is_life
from claimcheck.claims.dates.lengths import length
from claimcheck.claims.dates.neighbours import word_before
from claimcheck.claims.dates.partial import Found, Partial, Point
from claimcheck.claims.dates.settle import reading
from claimcheck.claims.dates.surroundings import about, bound, determiner, old_style
from claimcheck.claims.dates.vocabulary import MONTHS, UNITS
from claimcheck.claims.model import Reading
from claimcheck.patterns import lazy
from claimcheck.values import moments

WORDS = tuple(sorted({*words.READERS}))
"""Words at which a date may begin."""

_GLUED = frozenset("$€£¥#₹№&@_")
_INNER = frozenset(".,:–-/")


def recognise(text: str, at: int, after: int) -> Reading | None:
    """The date or period whose first candidate stands at `at`, or None; nothing before `after` may be taken."""
    if text[at].isdigit():
        return _circa(text, at, after) if _glued(text, at) else _digits(text, at, after)
    found = words.point(text, at)
    if found is not None and found.start >= after:
        return _single(text, found, after)
    return length(text, at, after) if text[at] in "hdwmycHDWMYC" else None


def _glued(text: str, at: int) -> bool:
    """True when the digits continue a longer token ("$1998", "A1998", "3.1998", "747–1998")."""
    if at == 0:
        return False
    mark = text[at - 1]
    return (
        mark.isalnum()
        or mark in _GLUED
        or (mark in _INNER and at > 1 and text[at - 2].isalnum() and (mark != "–" or text[at - 2].isdigit()))
    )


def _circa(text: str, at: int, after: int) -> Reading | None:
    """ "c.1350", "ca1860": a year written against its "circa"."""
    if _CIRCA.search(text, max(after, at - 4), at) is None or _YEAR.match(text, at) is None:
        return None
    return _single(text, Found(at, at + 4, Partial("year", int(text[at : at + 4]))), after)


_CIRCA = re.compile(r"\b(?:c|ca)\.?$")
_YEAR = lazy(r"[12]\d{3}(?![\w%]|[.,:]\d)")


def _digits(text: str, at: int, after: int) -> Reading | None:
    end = at + 1
    while end < len(text) and end <= at + _LONGEST and text[end].isdigit():
        end += 1
    if end - at > _LONGEST:
        return None
    joined = None
    if end - at <= 2:
        if not _goes_on(text, end) and text[max(0, at - 2) : at] not in digits.ERA_ENDS:
            return None
        if text[end : end + 1] in _NUMERIC_MARKS and (ambiguous := points.numeric(text, at)):
            return _numeric(text, at, *ambiguous)
        joined = join.day_list(text, at)
    if joined is None and join.goes_on(text, end):
        joined = join.year_range(text, at)
    if joined is not None:
        found, mode, last = joined
        return _build(text, found, mode, last, after)
    found_point = digits.point(text, at)
    return _single(text, found_point, after) if found_point and found_point.start >= after else None


def _goes_on(text: str, end: int) -> bool:
    """False where the mark or word behind one or two digits shows that they can be no part of a date."""
    mark = text[end : end + 1]
    if mark in _ENDS:
        return False
    if mark in ".,:":
        return text[end + 1 : end + 4].lstrip()[:1].isdigit()
    word = _WORD.match(text, end + 1) if mark == " " else None
    return word is None or len(word[0]) == 1 or word[0].lower() in _GOING_ON


_WORD = re.compile(r"[^\W\d_]+")
_ENDS = frozenset(("", *')];%"|(+'))
_GOING_ON = frozenset((
    *MONTHS, *UNITS, "day", "of", "to", "and", "or", "until", "through", "am", "pm", "bc", "bce", "ad", "ce",
))  # fmt: skip
"""Words behind a day, an hour or a number of days."""
_FISCAL = re.compile(r"fiscal|financial|FY")
_LONGEST = 4
_NUMERIC_MARKS = ("/", ".", "-")


def _single(text: str, found: Found, after: int) -> Reading | None:
    before, _, begin = word_before(text, found.start)
    if before == "the":
        before = word_before(text, begin).word
    found_points, mode, end = join.continued(text, found, before=before)
    return _build(text, found_points, mode, end, after)


def _build(text: str, found: tuple[Found, ...], mode: str, end: int, after: int) -> Reading:
    first = found[0]
    start = max(after, determiner(text, first, after))
    if (circa := about(text, first.point, start, after)) is not None and isinstance(first.point, Partial):
        start = circa
        found = (Found(first.start, first.end, replace(first.point, about=True)), *found[1:])
    if _FISCAL.match(text, start) and isinstance(first.point, Partial):
        found = (Found(first.start, first.end, replace(first.point, fiscal=True)), *found[1:])
    if isinstance(first.point, Partial) and first.point.unit == "day" and old_style(text, start, end):
        found = tuple(Found(one.start, one.end, _julian(one.point)) for one in found)
    limit = bound(text, start, end, after)[0] if mode == "single" else ""
    out = reading(found, mode, end, limit, text=text, start=start)
    life = mode == "range" and out.when is not None and is_life(text, start, out.when)
    out.event = "life" if life else event(text, start, end)
    return out


def _julian(point: Point) -> Point:
    return replace(point, julian=True) if isinstance(point, Partial) else point


def _numeric(text: str, at: int, end: int, readings: tuple[Partial, ...]) -> Reading:
    """A date in figures; two orders of day and month are kept as a choice."""
    found = Found(at, end, readings[0])
    out = reading((found,), "single", end, "", text=text, start=at)
    if len(readings) == 2 and not any(partial.impossible for partial in readings):
        out.readings = tuple(partial.when() for partial in readings)
        out.when = moments.one_of(*out.readings)
        out.status = "ambiguous"
    elif len(readings) == 2:
        good = [partial for partial in readings if not partial.impossible]
        return reading((Found(at, end, (good or readings)[0]),), "single", end, "", text=text, start=at)
    return out
