"""Calendar arithmetic on proleptic Gregorian day numbers, without a first or last year."""

from __future__ import annotations

from typing import Literal

Unit = Literal["day", "week", "month", "year", "decade", "century", "millennium"]

_FIRST, _LAST = 1, 3_652_059
"""Day numbers of 0001-01-01 and 9999-12-31, between which `datetime` and `dateutil` reach."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_400_YEARS = 146_097
_MONTHS: dict[str, int] = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


def is_leap(year: int) -> bool:
    """True for a leap year; years are astronomical (0 is 1 BC)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in a month (1 to 12) of an astronomical year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """True when the calendar has such a day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Day number of a day that exists; 0001-01-01 is 1, earlier days are 0 and below.

    The year is counted from March, so that the leap day comes last (Hatcher 1984, the usual civil-day algorithm).
    """
    shifted = year - (month <= 2)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * _DAYS_IN_400_YEARS + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305


def civil(number: int) -> tuple[int, int, int]:
    """Astronomical year, month and day of a day number; the inverse of `day_number`."""
    era, of_era = divmod(number + 305, _DAYS_IN_400_YEARS)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(number: int) -> int:
    """Day of the week of a day number, Monday 0 to Sunday 6."""
    return (number - 1) % 7


def from_julian(year: int, month: int, day: int) -> int:
    """Day number of a day of the Julian calendar ("Old Style"), astronomical year."""
    shifted = year - (month <= 2)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return shifted * 365 + shifted // 4 + of_year - 307


def shift(number: int, count: int, unit: Unit) -> int:
    """The day `count` units after a day (before it, if negative); 31 January plus a month is the last of February.

    Where `datetime` reaches, dateutil's relativedelta does it; beyond, the same rule on astronomical years.
    """
    if unit in ("day", "week"):
        return number + count * (7 if unit == "week" else 1)
    months = count * _MONTHS[unit]
    if _FIRST <= number <= _LAST:
        year = civil(number)[0] + months // 12
        if 2 <= year <= 9998:
            return _shift_with_dateutil(number, months)
    return _shift_months(number, months)


def _shift_with_dateutil(number: int, months: int) -> int:
    from datetime import date

    from dateutil.relativedelta import relativedelta  # 27 ms to import: only where a text asks for it

    return (date.fromordinal(number) + relativedelta(months=months)).toordinal()


def _shift_months(number: int, months: int) -> int:
    year, month, day = civil(number)
    years, index = divmod(month - 1 + months, 12)
    year, month = year + years, index + 1
    return day_number(year, month, min(day, month_length(year, month)))


def years_between(first: int, second: int) -> int:
    """Whole years from one day to a later one, as an age is counted (29 February comes of age on 1 March)."""
    a, b = civil(first), civil(second)
    return b[0] - a[0] - (b[1:] < a[1:])
