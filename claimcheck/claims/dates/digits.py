"""Reads a point in time that begins with digits."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimcheck.claims.dates import clock, points, relative
from claimcheck.claims.dates.neighbours import breaks_off, word_before
from claimcheck.claims.dates.partial import Found, Partial
from claimcheck.claims.dates.vocabulary import DASH, ERA, MONTHS, SPACE
from claimcheck.claims.dates.years import is_year
from claimcheck.patterns import lazy

_NUMBER = re.compile(r"\d+")
_DECADE = re.compile(rf"(?P<year>\d{{1,3}}0)['’]?s(?![\w'’]){ERA}?", re.IGNORECASE)
_CENTURY = lazy(rf"(?P<number>\d{{1,2}})(?:st|nd|rd|th)[\s-](?:century|centuries|cent\.){ERA}?", re.IGNORECASE)
_SHARED_CENTURY = lazy(
    rf"(?P<ordinal>(?P<number>\d{{1,2}})(?:st|nd|rd|th))-?(?:{DASH}|{SPACE}(?:to|and|or|through){SPACE})(?:the{SPACE})?(?:(?:early|late|mid)[\s-])?"
    rf"\d{{1,2}}(?:st|nd|rd|th)[\s-]centur(?:y|ies){ERA}?",
    re.IGNORECASE,
)
_PART = lazy(
    rf"(?P<number>[1-4])(?:st|nd|rd|th){SPACE}(?P<unit>quarter|half){SPACE}of{SPACE}(?=\d{{4}})", re.IGNORECASE
)
_YEAR_FIRST = lazy(
    r"(?P<year>[12]\d{3}),?\s(?P<month>[A-Z][a-z]{2,8})\.?(?:\s(?P<day>[1-3]?\d)(?![\w.,:/–-]*\d|\w)|\s*$)"
)
_MONTH_ISO = lazy(r"\d{4}-(\d{1,2})(?![\d-]|\w)")


def point(text: str, at: int) -> Found | None:
    """The point in time whose first digit stands at `at`, or None."""
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    width = match.end() - at
    if width > 4 or not text[at].isascii():
        return None
    if width == 4:
        return _four(text, at)
    if width == 3:
        if text[match.end() : match.end() + 1] in ("s", "'", "’"):
            return decade(text, at)
        return _with_era(text, at, match.end()) or _short_year(text, at) or relative.counted(text, at)
    mark = text[match.end() : match.end() + 1]
    if mark and mark in ":. apAP\u00a0" and (found := _clock(text, at)):
        return found
    if (mark and mark in "%/") or (mark in (".", ",") and text[match.end() + 1 : match.end() + 2].isdigit()):
        return None
    return (
        points.day_first(text, at)
        or (_ordinal(text, at) or relative.ordinal(text, at) if mark and mark in "snrt" else None)
        or _with_era(text, at, match.end())
        or _short_decade(text, at)
        or relative.counted(text, at)
    )


def _four(text: str, at: int) -> Found | None:
    end = at + 4
    mark = text[end : end + 1]
    if mark and mark in "s'’" and (found := decade(text, at)):
        return found
    if mark == "-" and (found := points.iso(text, at) or _iso_month(text, at)):
        return found
    found = _with_era(text, at, end) or _year_first(text, at)
    if found is not None:
        return found
    return Found(at, end, Partial("year", int(text[at:end]))) if text[at] in "12" and is_year(text, at, end) else None


def _year_first(text: str, at: int) -> Found | None:
    """ "2010 July 5", or "2010 July" at the end: the month capitalised, followed by no other year."""
    match = _YEAR_FIRST.match(text, at)
    month = MONTHS.get(match["month"].lower()) if match else None
    if match is None or month is None or points.year_after(text, match.end()) is not None:
        return None
    if match["day"] is None:
        return Found(at, match.end("month"), Partial("month", int(match["year"]), month))
    return Found(at, match.end(), Partial("day", int(match["year"]), month, int(match["day"])))


def _iso_month(text: str, at: int) -> Found | None:
    """ "2007-06" as a month: its second part can be no later year of the same century."""
    match = _MONTH_ISO.match(text, at)
    if match is None or not 1 <= int(match[1]) <= 12 or int(match[1]) > int(text[at + 2 : at + 4]):
        return None
    return Found(at, match.end(), Partial("month", int(text[at : at + 4]), int(match[1])))


def _clock(text: str, at: int) -> Found | None:
    """A time of day, with the day that follows it or else waiting for the one before it."""
    read = clock.time(text, at)
    if read is None:
        return None
    end, day_from, time = read
    day = points.day_at(text, clock.day_at(text, day_from))
    if day is None:
        return Found(at, end, Partial("minute", time=time))
    return Found(at, end, replace(day, unit="minute", time=time))


ERA_ENDS = frozenset(("D ", ". ", "D\u00a0", ".\u00a0"))
"""How "AD" and "A.D." end before a year."""
_ERA_BEGINS = frozenset("aAbBcC")
_ERA_BEFORE = lazy(r"\b(?:AD|A\. ?D\.)[^\S\n]$")


def _with_era(text: str, at: int, end: int) -> Found | None:
    """ "44 BC" and "AD 79" at the digits."""
    before = _ERA_BEFORE.search(text, max(0, at - 6), at) if text[max(0, at - 2) : at] in ERA_ENDS else None
    if before is not None and (match := _NUMBER.match(text, at)) and 0 < int(match[0]) < 10000:
        return Found(before.start(), match.end(), Partial("year", int(match[0]), era=True))
    if text[end : end + 2].lstrip()[:1] not in _ERA_BEGINS:
        return None
    year = points.year_at(text, at)
    if year is None or not year[2]:
        return None
    return Found(at, year[1], Partial("year", year[0], era=True))


def decade(text: str, at: int) -> Found | None:
    """ "1890s", "480s BC", "1800s" at `at`."""
    match = _DECADE.match(text, at)
    if match is None:
        return None
    start = int(match["year"])
    if match["bc"]:
        return Found(at, match.end(), Partial("decade", number=-start - 8, era=True))
    if start < 1000 and not match["ad"] and not _old_decade(text, at, start):
        return None
    if start % 100 == 0 and start < 2000:
        return Found(at, match.end(), Partial("century", number=start))
    return Found(at, match.end(), Partial("decade", number=start)) if start <= 2190 else None


def _old_decade(text: str, at: int, start: int) -> bool:
    """True for "the 880s", not for "his 100s" or "the Audi 100's"."""
    before = word_before(text, at)
    return (
        start >= 100 and text[at + 3] == "s" and (before.word in ("the", "early", "late", "mid") or before.mark == "(")
    )


def _short_decade(text: str, at: int) -> Found | None:
    """ "'60s" and "60s" after "the"."""
    match = _DECADE.match(text, at)
    if match is None or match.end("year") - at != 2 or int(match["year"]) < 20:
        return None
    start = at - 1 if at and text[at - 1] in "'’‘" else at
    if start == at and word_before(text, at)[0] not in ("the", "early", "late", "mid"):
        return None
    return Found(start, match.end(), Partial("decade", number=1900 + int(match["year"])))


def _ordinal(text: str, at: int) -> Found | None:
    match = _CENTURY.match(text, at)
    if match is not None:
        return _century(at, match.end(), match)
    match = _SHARED_CENTURY.match(text, at)
    if match is not None:
        return _century(at, match.end("ordinal"), match)
    match = _PART.match(text, at)
    if match is None:
        return None
    return part_of_year(text, at, match.end(), match["unit"].lower(), int(match["number"]))


def _century(at: int, end: int, match: re.Match[str]) -> Found | None:
    number = int(match["number"])
    if not 1 <= number <= 30:
        return None
    return Found(at, end, Partial("century", number=-number if match["bc"] else number))


def part_of_year(text: str, at: int, end: int, unit: str, number: int) -> Found | None:
    """The quarter or half of the year that stands at `end`."""
    year = points.year_at(text, end, after_date=True)
    if year is None or (unit == "half" and number > 2):
        return None
    return Found(at, year[1], Partial("quarter" if unit == "quarter" else "half", year[0], number=number))


def _short_year(text: str, at: int) -> Found | None:
    """A year of three digits: after "in" and its like, before a stop or a word that opens a clause."""
    if text[at] == "0" or (at and (text[at - 1] in "$€£¥#.,-–" or text[at - 1].isalnum())):
        return None
    if word_before(text, at)[0] not in ("in", "since", "until", "year") or not breaks_off(text, at + 3):
        return None
    return Found(at, at + 3, Partial("year", int(text[at : at + 3])))
