"""Joins points into periods and lists: "1963–2004", "30 June to 2 July 1995", "10–12 June", "June 3 and 4"."""

from __future__ import annotations

import re

import msgspec

from claimcheck.claims.dates import digits, points, words
from claimcheck.claims.dates.neighbours import breaks_off, word_before
from claimcheck.claims.dates.partial import Found, Partial
from claimcheck.claims.dates.vocabulary import DASH, ERA, SPACE
from claimcheck.claims.dates.years import is_year_range
from claimcheck.patterns import lazy

_JOINT = re.compile(
    rf"(?:{DASH}|{SPACE}(?P<word>to|until|till|through|thru|and|or|up{SPACE}to)(?:{SPACE}(?:to|in|on))?{SPACE})"
    rf"(?:the{SPACE}(?=\d))?(?P<about>(?:c\.|ca\.|circa|about|around)[^\S\n]?)?",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:(?P<dash>{DASH}|/)|{SPACE}(?P<word>to|and|or|&|until|through){SPACE}(?:the{SPACE})?|(?P<list>,{SPACE}))(?=\d{{1,2}}(?!\d|[.,:]\d))",
    re.IGNORECASE,
)
_BARE_DAY = lazy(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d|[–-]\d)")
_BARE_DECADE = re.compile(r"['’]?(\d0)s(?!\w)")
_BARE_YEAR = lazy(r"(\d{4}|\d{2})(?![\w%°]|[.,:/–-]\d)")
_YEARS = re.compile(
    rf"(\d{{4}})(?P<joint>{DASH}|/|{SPACE}(?:to|and){SPACE})(\d{{4}}|\d{{2}})(?![\w%°]|[.,:/-]\d)", re.IGNORECASE
)
_ERA_YEARS = re.compile(
    rf"(\d{{1,4}})(?P<joint>{DASH}|{SPACE}(?:to|and|until){SPACE})(\d{{1,4}})(?!\d|[.,]\d){ERA}", re.IGNORECASE
)
_OLD_YEARS = re.compile(rf"(\d{{3}}){DASH}(\d{{2,3}})(?![\w%°]|[.,:/-]\d)")
_PRESENT = lazy(rf"(?:the{SPACE})?present(?:{SPACE}day)?\b|now\b|today\b|date\b", re.IGNORECASE)
_TRAILING = re.compile(r"\s?[–—-]\s*(?:\)|$)")
"""A dash with nothing behind it: "2007–"."""
_ERA_FIRST = lazy(r"(?:AD|A\. ?D\.)[^\S\n](?=\d)")

Joined = tuple[tuple[Found, ...], str, int]
"""The points, how they hang together ("single", "range", "set", "open") and where they end."""


def goes_on(text: str, end: int) -> bool:
    """False where the characters behind a point show that nothing is joined to it."""
    mark = text[end : end + 1]
    if mark.isspace():
        after = text[end + 1 : end + 3]
        return not after[:1].isalpha() or after.lower() in _JOINING
    return mark in _DASHES


_JOINING = frozenset(("to", "un", "ti", "th", "an", "or", "up"))
_DASHES = frozenset("–—‒−-/")


def year_range(text: str, at: int) -> Joined | None:
    """ "1998–2003", "2012–13", "499–449 BC" at `at`, with no other word of a date beside them."""
    match = _ERA_YEARS.match(text, at)
    if match is not None:
        return _era_range(text, match)
    match = _YEARS.match(text, at)
    if match is None:
        return _old_range(text, at)
    first, last = int(match[1]), _full(int(match[1]), match[3])
    if match["joint"] == "/" and last != first + 1:
        return None
    word = match["joint"].strip().lower()
    if (word == "and" and word_before(text, at)[0] != "between") or (len(match[3]) == 2 and word.isalpha()):
        return None
    if match["joint"] == "-" and _is_iso_month(first, match[3]):
        return None
    if len(match[3]) == 2 and _is_day(text, match.start(3)):
        return None
    if not is_year_range(text, at, match.end(), first, last):
        return None
    left, right = Partial("year", first), Partial("year", last)
    return (Found(at, match.end(1), left), Found(match.start(3), match.end(), right)), "range", match.end()


def _is_iso_month(first: int, second: str) -> bool:
    return len(second) == 2 and 1 <= int(second) <= 12 and int(second) <= first % 100


def _is_day(text: str, at: int) -> bool:
    """True where a day of a month with its year begins: "(1922 – 12 August 2015)"."""
    day = points.day_first(text, at)
    return day is not None and isinstance(day.point, Partial) and day.point.year is not None


def _full(first: int, second: str) -> int:
    """The year that two digits mean after another year ("1998–03" is 2003)."""
    if len(second) != 2:
        return int(second)
    year = first - first % 100 + int(second)
    return year if year > first else year + 100


def _era_range(text: str, match: re.Match[str]) -> Joined | None:
    first, last = int(match[1]), int(match[3])
    word = match["joint"].strip().lower()
    before = word_before(text, match.start())[0]
    if first == 0 or last == 0 or (word == "and" and not match["bc"]):
        return None
    if match["bc"]:
        if first <= last:
            return None
        first, last = 1 - first, 1 - last
    elif first >= last:
        return None
    left, right = Partial("year", first, era=True), Partial("year", last, era=True)
    mode = "set" if word == "and" and before != "between" else "range"
    return (Found(match.start(1), match.end(1), left), Found(match.start(3), match.end(), right)), mode, match.end()


def _old_range(text: str, at: int) -> Joined | None:
    """ "(499–493)", three digits that run backwards: years before our era."""
    match = _OLD_YEARS.match(text, at)
    if match is None or (
        text[at - 1 : at] != "(" and word_before(text, at)[0] not in ("in", "from", "during", "years")
    ):
        return None
    first, last = int(match[1]), int(match[2])
    if text[at - 1 : at] == "(" and "BC" not in text:
        return None
    if first <= last or len(match[2]) == 2 or text[match.end() : match.end() + 1] not in (")", ",", ".", ";", ""):
        return None
    left, right = Partial("year", 1 - first, era=True), Partial("year", 1 - last, era=True)
    return (Found(at, match.end(1), left), Found(match.start(2), match.end(), right)), "range", match.end()


def day_list(text: str, at: int) -> Joined | None:
    """ "10–12 June 1998", "3, 4 and 5 June" at `at`: days that share the month after the last."""
    heads: list[tuple[int, int, int]] = []
    place, ranged = at, False
    while len(heads) < 6 and (match := _DAYS.match(text, place)):
        heads.append((match.start(), match.end("day"), int(match["day"])))
        ranged = ranged or bool(match["dash"]) or (match["word"] or "").lower() in ("to", "until", "through")
        place = match.end()
    found = points.day_first(text, place) if heads else None
    if found is None or not isinstance(found.point, Partial) or any(not 1 <= head[2] <= 31 for head in heads):
        return None
    last = found.point
    firsts = tuple(Found(head[0], head[1], msgspec.structs.replace(last, day=head[2])) for head in heads)
    between = word_before(text, at)[0] == "between" and len(heads) == 1
    mode = "range" if (ranged and len(heads) == 1) or between else "set"
    if mode == "range" and heads[0][2] > (last.day or 0):
        return None
    return (*firsts, found), mode, found.end


def continued(text: str, first: Found, *, before: str) -> Joined:
    """What `first`, after the word `before`, becomes with what follows it: a period, a list of days, or itself."""
    alone: Joined = (first,), "single", first.end
    if not goes_on(text, first.end):
        return alone
    if _TRAILING.match(text, first.end):
        return (first,), "open", first.end
    joint = _JOINT.match(text, first.end)
    if joint is None or not isinstance(first.point, Partial):
        return alone
    word = " ".join((joint["word"] or "").lower().split())
    if _PRESENT.match(text, joint.end()) and word not in ("and", "or"):
        return (first,), "open", first.end
    days = _more_days(text, first, first.point, joint.end(), word)
    if days is not None:
        return days
    if word in ("and", "or") and not (word == "and" and before == "between"):
        return alone
    last = _last(text, first.point, joint, joint.end(), before)
    if last is None or not isinstance(last.point, Partial) or not _fit(first.point, last.point):
        return alone
    if joint["about"]:
        last = Found(joint.start("about"), last.end, msgspec.structs.replace(last.point, about=True))
    return (first, last), "range", last.end


def _more_days(text: str, first: Found, point: Partial, at: int, word: str) -> Joined | None:
    """ "June 3–5, 1999", "June 3 and 4" from the second day on."""
    if point.unit != "day" or point.year is not None or text[first.start : first.start + 1].isdigit():
        return None
    match = _BARE_DAY.match(text, at)
    if match is None or not 1 <= int(match[1]) <= 31 or points.day_first(text, match.start(1)) is not None:
        return None
    year = points.year_after(text, match.end())
    if word and year is None and not breaks_off(text, match.end()):
        return None
    value, end = (year[0], year[1]) if year else (None, match.end())
    last = Found(match.start(1), end, msgspec.structs.replace(point, day=int(match[1]), year=value))
    mode = "set" if word in ("and", "or") else "range"
    return (Found(first.start, first.end, msgspec.structs.replace(point, year=value)), last), mode, end


def _last(text: str, first: Partial, joint: re.Match[str], at: int, before: str) -> Found | None:
    printed = points.year_at(text, at)
    if printed is not None and printed[2]:
        return Found(at, printed[1], Partial("year", printed[0], era=True))
    if first.unit == "year" and first.year is not None and (match := _BARE_YEAR.match(text, at)):
        dash = joint["word"] is None
        year = _full(first.year, match[1]) if len(match[1]) == 4 or dash else 0
        start = first.year
        if start < year <= 2199 and (dash or before in ("from", "between", "years") or year > 1000):
            return None if points.day_first(text, at) else Found(at, match.end(), Partial("year", year))
        return None
    if first.unit == "decade" and (decade := _BARE_DECADE.match(text, at)):
        start = (first.number or 0) // 100 * 100 + int(decade[1])
        return Found(at, decade.end(), Partial("decade", number=start)) if start > (first.number or 0) else None
    if (era := _ERA_FIRST.match(text, at)) is not None:
        return digits.point(text, era.end())
    return words.core(text, at) if not text[at : at + 1].isdigit() else digits.point(text, at)


_SIZES = {"minute": 0, "day": 0, "year": 2, "decade": 3, "century": 4, "millennium": 5}


def _fit(first: Partial, last: Partial) -> bool:
    """True when two points can be the ends of one period."""
    return abs(_SIZES.get(first.unit, 1) - _SIZES.get(last.unit, 1)) <= 2
