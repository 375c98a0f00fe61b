"""What keeps figures from being a day of the calendar: "there is no month 13", "June has no day 31"."""

from __future__ import annotations

import re

from claimcheck.patterns import lazy
from claimcheck.values.calendar import is_day

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_FIGURES = lazy(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_YEAR = lazy(r"(?<!\d)\d{4}(?!\d)")
_DAY = lazy(r"(?<!\d)\d{1,2}(?!\d)")


def no_day(year: int, month: int, day: int) -> str:
    """The fault of a year, month and day that are no day together; February is told with its year."""
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    return f"{_MONTHS[month - 1]}{f' {year}' if month == 2 else ''} has no day {day}"


def fault(text: str) -> str:
    """The fault of a printed date, as far as its words or figures show it; else that there is no such day."""
    figures = _FIGURES.search(text)
    if figures:
        year, month, day = map(int, figures.groups())
        return no_day(year, month, day) if not is_day(year, month, day) else f"there is no {text}"
    name = next((i for i, month in enumerate(_MONTHS, 1) if re.search(rf"\b{month[:3]}", text, re.IGNORECASE)), 0)
    found, day_found = _YEAR.search(text), _DAY.search(text)
    year = int(found.group()) if found else 2000
    day = int(day_found.group()) if day_found else 0
    return no_day(year, name, day) if name and day and not is_day(year, name, day) else f"there is no {text}"
