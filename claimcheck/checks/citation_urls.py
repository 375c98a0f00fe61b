"""Dates that stand in addresses: the moment of an archived copy, the day of a news article."""

from __future__ import annotations

import re
import string

from claimcheck.patterns import lazy
from claimcheck.values.calendar import day_number, is_day

_SNAPSHOT = lazy(
    r"(?:https?:)?//(?:(?:www\.|web\.)?archive\.org/(?:web/)?|(?:www\.)?archive\.(?:today|is|ph|li|vn|md|fo)/)"
    r"(\d{4})[.-]?(\d\d)[.-]?(\d\d)(?:-?\d{6}|-?\d{4})?(?:\*|[a-z]{2}_)?/",
    re.IGNORECASE,
)
_WEBCITE = lazy(r"(?:https?:)?//(?:www\.)?webcitation\.org/([0-9A-Za-z]{9})(?![0-9A-Za-z])")
_BASE_62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
_HOST = lazy(r"\s*(?:https?:)?//(?:[^/?#\s]*@)?(?:www\.)?([^/?#:\s]+)", re.IGNORECASE)
_EPOCH = day_number(1970)
_WEBCITE_YEARS = range(day_number(2003), day_number(2020))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_END = r"(?=[/.?_#&-]|$)"
_DAYS = (
    lazy(rf"/((?:19|20)\d\d)/(\d\d?)/(\d\d?){_END}"),
    lazy(rf"/((?:19|20)\d\d)/({'|'.join(_MONTHS)})/(\d\d?){_END}"),
    lazy(rf"[/_=-]((?:19|20)\d\d)-(\d\d)-(\d\d){_END}"),
    lazy(r"/((?:19|20)\d\d)(\d\d)(\d\d)/"),
)
"""Forms that are dates and nothing else; eight digits count only as a folder, elsewhere they number articles."""


def snapshot_day(url: str) -> int | None:
    """Day number of the archived copy at this address: the Wayback Machine, archive.today, WebCite."""
    match = _SNAPSHOT.match(url.strip())
    if match:
        return _day(*match.groups())
    match = _WEBCITE.match(url.strip())
    return _webcite(match[1]) if match else None


def _webcite(code: str) -> int | None:
    """WebCite numbers its copies by the microseconds since 1970, to the base of 62."""
    microseconds = 0
    for letter in code:
        microseconds = 62 * microseconds + _BASE_62.index(letter)
    day = _EPOCH + microseconds // (86_400 * 1_000_000)
    return day if day in _WEBCITE_YEARS else None


def printed_day(url: str) -> int | None:
    """Day number of the one date that a news address like /2017/08/09/ has in it; None where there are two."""
    days = {_day(*match.groups()) for pattern in _DAYS for match in pattern.finditer(url)}
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def numbers_otherwise(url: str) -> bool:
    """True for an address with three numbers like a date that is none: "/2014/8/37", a month and its week."""
    return any(_day(*match.groups()) is None for match in _DAYS[0].finditer(url))


def host(url: str) -> str:
    """The name of the site in an address, in lower case; empty where there is none."""
    found = _HOST.match(url)
    return found[1].lower() if found else ""


def _day(year: str, month: str, day: str) -> int | None:
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    return day_number(int(year), number, int(day)) if is_day(int(year), number, int(day)) else None
