"""Dates and periods as intervals of days, with Extended Date/Time Format at the edge."""

from __future__ import annotations

from typing import Literal

import msgspec

Granularity = Literal["minute", "day", "month", "season", "quarter", "half", "year", "decade", "century", "millennium"]
Extent = Literal["within", "throughout"]


class When(msgspec.Struct, frozen=True):
    """A point or period in time.

    `start` and `end` are each [earliest, latest] as proleptic Gregorian day numbers (day 1 is 0001-01-01,
    as `datetime.date.toordinal`; earlier days are zero and negative); an end that is None is open.
    `within`: some time inside the bounds ("in 2007"); `throughout`: all of it ("from 1963 to 2004").
    `edtf` is how it is written out (ISO 8601-2 Extended Date/Time Format, level 1 and parts of 2).
    """

    start: tuple[int | None, int | None]
    end: tuple[int | None, int | None]
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


def iso_day(number: int | None) -> str | None:
    """A proleptic day number as an ISO 8601 day with astronomical years ("-0043-03-15" is 44 BC); None stays None."""
    raise NotImplementedError
