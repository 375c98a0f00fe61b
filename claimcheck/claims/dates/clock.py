"""Reads times of day: "5:30 p.m.", "at 10:57", "11 a.m. on 11 November 1918", with zones where printed."""

from __future__ import annotations

import re

from claimcheck.claims.dates.neighbours import word_before
from claimcheck.claims.dates.vocabulary import SPACE
from claimcheck.patterns import lazy

_CLOCK = re.compile(
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    rf"(?:{SPACE}?(?P<half>[ap])(?:\. ?m\.|m\b))?(?![\d:])",
    re.IGNORECASE,
)
_ZONE = re.compile(
    rf"{SPACE}(?:local{SPACE}time|[A-Z]\w+{SPACE}(?:time|Time)|(?:[A-Z]\w+{SPACE})?(?:Standard|Daylight){SPACE}Time|GMT|UTC|[ECMPW][DES]?T|CEST|EEST|BST|IST|MSK|JST)\b"
)
_ON = lazy(rf"(?:,{SPACE}|{SPACE})(?:(?:on|of){SPACE})?(?:the{SPACE})?", re.IGNORECASE)


def time(text: str, at: int) -> tuple[int, int, str] | None:
    """Where a time of day at `at` ends without and with its zone, and the time as "17:30"; None where it is no time."""
    match = _CLOCK.match(text, at)
    if match is None or (match["minute"] is None and match["half"] is None):
        return None
    zone = _ZONE.match(text, match.end())
    if match["half"] is None and not _bare(text, match, zone):
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()
    if minute > 59 or hour > (12 if half else 24) or (half and hour == 0) or int(match["second"] or 0) > 59:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    second = f":{match['second']}" if match["second"] else ""
    return match.end(), zone.end() if zone else match.end(), f"{hour:02d}:{minute:02d}{second}"


def _bare(text: str, match: re.Match[str], zone: re.Match[str] | None) -> bool:
    """True for hours and minutes without "a.m." that a zone or a preposition shows to be a time."""
    if text[match.end("hour")] != ":":
        return False
    return zone is not None or word_before(text, match.start())[0] in ("at", "around", "until", "by")


def day_at(text: str, at: int) -> int:
    """Where the day of a time that ends at `at` may begin: "11 a.m. on 11 November"."""
    match = _ON.match(text, at)
    return match.end() if match else -1
