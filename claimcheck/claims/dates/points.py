"""Reads one point in time at a place in a text: days, months, numeric dates, years with an era."""

from __future__ import annotations

import re

from claimcheck.claims.dates.partial import Found, Partial
from claimcheck.claims.dates.vocabulary import ERA, MONTHS, ORDINALS, SPACE, WORD
from claimcheck.patterns import lazy

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH_FIRST = lazy(rf"(?P<month>{WORD})\.?(?:{SPACE}(?:the\s)?{_DAY}(?!\w|[.,:/]\d|%|[–-]\d+[.,:]\d))?", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"{_DAY}(?:(?:\s(?:day\s)?of(?:\sthe)?)?{SPACE}|-)(?P<month>{WORD})(?P<dot>\.)?", re.IGNORECASE
)
_ORDINAL_DAY = lazy(rf"(?P<day>{WORD}(?:-{WORD})?)\s(?:day\s)?of{SPACE}(?P<month>{WORD})", re.IGNORECASE)
_YEAR = re.compile(rf"(?P<year>\d{{1,4}})(?!\d|[.,:]\d|%|s\b){ERA}?", re.IGNORECASE)
_TO_YEAR = re.compile(r"(?:,?\s{1,2}(?:(?:of|in)\s(?:the\syear\s)?)?|,|-)(?=\d)", re.IGNORECASE)
_SHORT_YEAR = lazy(rf",?{SPACE}['’](?P<year>\d\d)(?!\w)")
_ISO = lazy(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:T(?P<time>\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
_NUMERIC = re.compile(r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d|[/.-]\d)")
_AFTER_SHORT = re.compile(r"[,.;:)\]]|$")


def month_first(text: str, at: int) -> Found | None:
    """ "May 24, 1963", "May 1963", "May 24", "May" at `at`."""
    match = _MONTH_FIRST.match(text, at)
    month = MONTHS.get(match["month"].lower()) if match else None
    if match is None or month is None:
        return None
    day = match["day"]
    if day is None:
        end = match.end()
        if text[end - 1] == "." and match["month"].lower() not in _ABBREVIATED:
            end -= 1
        year = year_after(text, end)
        return Found(at, year[1], Partial("month", year[0], month, era=year[2])) if year else _bare(at, match, month)
    return _with_year(text, at, match.end(), month, int(day))


_ABBREVIATED = frozenset(word for word in MONTHS if len(word) <= 4 and word not in ("may", "june", "july"))


def _bare(at: int, match: re.Match[str], month: int) -> Found:
    return Found(at, match.end("month"), Partial("month", None, month))


def _with_year(text: str, at: int, end: int, month: int, day: int) -> Found | None:
    year = year_after(text, end)
    if day == 0 or day > 31 + 8 * (year is not None):
        return None
    if year is None:
        return Found(at, end, Partial("day", None, month, day))
    return Found(at, year[1], Partial("day", year[0], month, day, era=year[2]))


def day_first(text: str, at: int) -> Found | None:
    """ "24 May 1963", "24th of May", "24-May-1963" at `at`."""
    match = _DAY_FIRST.match(text, at)
    month = MONTHS.get(match["month"].lower()) if match else None
    if match is None or month is None:
        return None
    end = match.end() if match["month"].lower() in _ABBREVIATED else match.end("month")
    found = _with_year(text, at, end, month, int(match["day"]))
    if found is not None and found.end == end and match["dot"]:
        return Found(at, match.end("month"), found.point)
    return found


def day_at(text: str, at: int) -> Partial | None:
    """The calendar day printed at `at`, in either order, or None."""
    if not 0 <= at < len(text):
        return None
    found = day_first(text, at) if text[at].isdigit() else month_first(text, at)
    point = found.point if found else None
    return point if isinstance(point, Partial) and point.unit == "day" else None


def ordinal_day(text: str, at: int) -> Found | None:
    """ "third of March 1878" at `at`."""
    match = _ORDINAL_DAY.match(text, at)
    if match is None:
        return None
    month, day = MONTHS.get(match["month"].lower()), ORDINALS.get(match["day"].lower())
    return _with_year(text, at, match.end(), month, day) if month and day else None


def year_after(text: str, at: int) -> tuple[int, int, bool] | None:
    """The year that follows a day, month or season: astronomical year, where it ends, whether an era is printed."""
    joint = _TO_YEAR.match(text, at)
    if joint is None:
        short = _SHORT_YEAR.match(text, at)
        return (1900 + int(short["year"]), short.end(), False) if short else None
    return year_at(text, joint.end(), after_date=True)


def year_at(text: str, at: int, *, after_date: bool = False) -> tuple[int, int, bool] | None:
    """A year in digits: four of them, or fewer with an era or, `after_date`, three before a stop."""
    match = _YEAR.match(text, at)
    if match is None:
        return None
    digits, era = match["year"], bool(match["bc"] or match["ad"])
    if era:
        value = int(digits)
        return (None if value == 0 else (1 - value if match["bc"] else value, match.end(), True)) if value else None
    end = match.end("year")
    if len(digits) == 4 and digits[0] != "0":
        return int(digits), end, False
    if len(digits) == 3 and after_date and digits[0] != "0" and _AFTER_SHORT.match(text, end):
        return int(digits), end, False
    return None


def iso(text: str, at: int) -> Found | None:
    """ "1963-05-24" at `at`, one-digit months and days too; a month above 12 is none."""
    match = _ISO.match(text, at)
    if match is None:
        return None
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 39):
        return None
    unit = "minute" if match["time"] else "day"
    return Found(at, match.end(), Partial(unit, int(match["year"]), month, day, time=match["time"]))  # type: ignore[arg-type]


def numeric(text: str, at: int) -> tuple[int, tuple[Partial, ...]] | None:
    """ "12/06/2019" at `at`: where it ends and its one or two readings (day first, month first)."""
    match = _NUMERIC.match(text, at)
    if match is None:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if not 1000 <= year <= 2199:
        return None
    readings = []
    if 1 <= second <= 12 and 1 <= first <= 31:
        readings.append(Partial("day", year, second, first))
    if match["mark"] != "." and 1 <= first <= 12 and 1 <= second <= 31 and first != second:
        readings.append(Partial("day", year, first, second))
    return (match.end(), tuple(readings)) if readings else None
