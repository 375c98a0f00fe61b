"""A date as printed, perhaps without its year, and the readings that wait for the narrative."""

from __future__ import annotations

from typing import Literal

import msgspec

from claimcheck.claims.model import Reading
from claimcheck.values import moments
from claimcheck.values.calendar import Unit, from_julian, is_day
from claimcheck.values.moments import Edge, ImpossibleDateError
from claimcheck.values.when import Granularity, When

Bound = Literal["", "since", "until", "after", "before"]
"""What the preposition makes of a point: itself, or an end of a period."""


class Partial(msgspec.Struct, frozen=True):
    """A point in time as printed; what is None is not printed.

    `year` is astronomical; where `era` is False no era is printed and a short year may yet be BC. `number` counts
    seasons, quarters, halves and centuries (negative before year 0) and gives a decade's first year.
    """

    unit: Granularity
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    edge: Edge | None = None
    about: bool = False
    weekday: int | None = None
    time: str | None = None
    julian: bool = False
    era: bool = False
    fiscal: bool = False

    @property
    def leans(self) -> bool:
        """True when the year (or the month of a day) is missing."""
        if self.unit in ("decade", "century"):
            return False
        return self.year is None or (self.unit in ("day", "minute") and (self.month is None or self.day is None))

    @property
    def impossible(self) -> bool:
        """True when no year makes this a day of the calendar."""
        if self.unit not in ("day", "minute") or self.month is None or self.day is None:
            return False
        year = self.year if self.year is not None else 2000
        return not is_day(year, self.month, self.day) and not (self.julian and self.day == 29 and self.month == 2)

    def when(self) -> When:
        """The point in time; raises ImpossibleDateError for a day that does not exist."""
        whole = self._whole()
        return moments.narrowed(whole, self.edge) if self.edge else whole

    def _whole(self) -> When:
        if self.unit == "decade":
            return moments.decade(self.number or 0, approximate=self.about)
        if self.unit == "century":
            return self._century()
        year = self.year
        if year is None:
            raise ImpossibleDateError("no year")
        if self.unit == "year":
            return moments.year(year, approximate=self.about or self.fiscal)
        if self.unit == "month" and self.month:
            return moments.month(year, self.month, approximate=self.about)
        if self.unit in ("day", "minute") and self.month and self.day:
            return self._day(year, self.month, self.day)
        return self._part_of_year(year)

    def _century(self) -> When:
        number = self.number or 1
        if number % 100 == 0:
            return moments.hundreds(number, approximate=self.about)
        return moments.century(number, approximate=self.about)

    def _day(self, year: int, month: int, number: int) -> When:
        if self.julian and not self.impossible:
            return moments.of_number(from_julian(year, month, number))
        day = moments.day(year, month, number, approximate=self.about)
        return moments.clock(day, self.time) if self.time else day

    def _part_of_year(self, year: int) -> When:
        number = self.number or 1
        if self.unit == "season":
            return moments.season(year, number, approximate=self.about)
        if self.unit == "quarter":
            return moments.quarter(year, number)
        return moments.half(year, number)


class Relative(msgspec.Struct, frozen=True):
    """A date told by its distance from the one before it in the text.

    `count` units onwards (negative: back; 0: "that year"); the point itself is `unit` wide, or, where `month`,
    `season` or `day` is given, that month, season or day of it ("August of that year", "the following March").
    """

    unit: Unit
    count: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    edge: Edge | None = None
    about: bool = False
    whole: bool = False
    """ "the next decade" is all of it, "a decade later" a year."""


Point = Partial | Relative


class Found(msgspec.Struct, frozen=True):
    """A point read in a text, at `text[start:end]`."""

    start: int
    end: int
    point: Point


class Leaning(Reading):
    """A reading that needs the narrative: one point or several (`mode` says how they hang together)."""

    points: tuple[Found, ...] = ()
    mode: Literal["single", "range", "set"] = "single"
    bound: Bound = ""
