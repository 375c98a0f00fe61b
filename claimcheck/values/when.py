"""Dates and periods as intervals of days, with Extended Date/Time Format at the edge."""

from __future__ import annotations

from typing import Literal

import msgspec

from claimcheck.values.calendar import civil

Granularity = Literal[
    "minute", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium"
]
Extent = Literal["within", "throughout"]
End = tuple[int | None, int | None]

_LEEWAY: dict[str, int] = {
    "minute": 0, "day": 7, "week": 14, "month": 31, "season": 92, "quarter": 92, "half": 183, "year": 1826,
    "decade": 1826, "century": 9131, "millennium": 91311,
}  # fmt: skip
"""Days by which "circa" loosens each end: a step or so of what is printed, five years for a year."""


class When(msgspec.Struct, frozen=True):
    """A point or period in time.

    `start` and `end` are each [earliest, latest] as proleptic Gregorian day numbers (day 1 is 0001-01-01,
    as `datetime.date.toordinal`; earlier days are zero and negative); an end that is None is open.
    `within`: some time inside the bounds ("in 2007"); `throughout`: all of it ("from 1963 to 2004").
    `edtf` is how it is written out (ISO 8601-2 Extended Date/Time Format, level 1 and parts of 2); a narrower reading
    ("early 1941", "1943, first half") keeps the EDTF of what it narrows.
    """

    start: End
    end: End
    edtf: str
    granularity: Granularity = "day"
    approximate: bool = False
    extent: Extent = "within"

    @property
    def earliest(self) -> int | None:
        """First day that it can touch, or None where open."""
        return self.start[0]

    @property
    def latest(self) -> int | None:
        """Last day that it can touch, or None where open."""
        return self.end[1]

    def loosened(self) -> tuple[End, End]:
        """`start` and `end` with the leeway that "circa" asks for."""
        if not self.approximate:
            return self.start, self.end
        days = _LEEWAY[self.granularity]
        return _widen(self.start, days), _widen(self.end, days)

    def meets(self, other: When) -> bool:
        """True when one reading of the world satisfies both; two dates of one event contradict only if it is False.

        Two periods must be able to begin together and end together; otherwise a common day is enough.
        """
        (start, end), (other_start, other_end) = self.loosened(), other.loosened()
        if self.extent == other.extent == "throughout":
            return _touch(start, other_start) and _touch(end, other_end)
        return _touch((start[0], end[1]), (other_start[0], other_end[1]))

    def contains(self, other: When) -> bool:
        """True when no day of `other` can lie outside."""
        low, high = self.earliest, self.latest
        return (low is None or (other.earliest is not None and other.earliest >= low)) and (
            high is None or (other.latest is not None and other.latest <= high)
        )

    def before(self, other: When) -> bool:
        """True when every day of this lies before every day of `other`, leeway of "circa" included."""
        high, low = self.loosened()[1][1], other.loosened()[0][0]
        return high is not None and low is not None and high < low

    @property
    def days(self) -> tuple[int, int] | None:
        """Fewest and most days from beginning to end, both counted, or None where an end is open."""
        (first, last), (least, most) = self.start, self.end
        if first is None or last is None or least is None or most is None:
            return None
        if self.extent == "within":
            return 1, most - first + 1
        return max(1, least - last + 1), most - first + 1


def iso_day(number: int | None) -> str | None:
    """A proleptic day number as an ISO 8601 day with astronomical years ("-0043-03-15" is 44 BC); None stays None."""
    if number is None:
        return None
    year, month, day = civil(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """An astronomical year with at least four digits and its sign before year 0; EDTF's "Y" beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _widen(end: End, days: int) -> End:
    return (None if end[0] is None else end[0] - days, None if end[1] is None else end[1] + days)


def _touch(a: End, b: End) -> bool:
    return (a[1] is None or b[0] is None or b[0] <= a[1]) and (b[1] is None or a[0] is None or a[0] <= b[1])
