"""The point in time that a story has reached, and what dates that lean on it mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from claimcheck.claims.dates.partial import Partial, Point, Relative
from claimcheck.source import Span
from claimcheck.values import moments
from claimcheck.values.calendar import civil, day_number, month_length, shift
from claimcheck.values.moments import ImpossibleDateError
from claimcheck.values.when import When

_SEASON_MONTH = (0, 4, 7, 10, 1)
AHEAD = 4


class Anchor(msgspec.Struct, frozen=True):
    """Year, and month and day where the story is that exact."""

    year: int
    month: int | None = None
    day: int | None = None
    width: Literal["year", "decade", "century"] = "year"
    """How wide the point was said: "in the 1960s" tells no year."""
    origin: Span | None = None
    """Where in the source the date stands that brought the story here; empty for the article's title."""
    fresh: bool = False
    """A new section begins: its first date is as likely to lie before the last one as after it."""

    def partial(self, point: Partial, *, past: bool = False) -> tuple[When, Anchor] | None:
        """A date that lacks its year (or month), read as the one nearest to this; and the anchor that it becomes.

        `past`: the words say that it lies before this ("compared with November").
        """
        if point.unit == "minute" and point.day is None:
            point = replace(point, year=self.year, month=self.month, day=self.day)
        if point.year is None:
            month = place(point)
            year = self.year if month is None else self.past(month) if past else self.nearest(month)
            point = replace(point, year=year)
        if point.unit == "day" and point.month is None:
            point = replace(point, month=self.month)
        if point.leans:
            return None
        try:
            when = point.when()
        except ImpossibleDateError:
            return None
        return when, Anchor(point.year, place(point), point.day)  # type: ignore[arg-type]

    def steps(self, points: Sequence[Point], *, past: bool) -> list[tuple[When, Anchor]] | None:
        """Several points read one after the other, the second leaning on the first; None where one cannot be read."""
        out: list[tuple[When, Anchor]] = []
        here = self
        for point in points:
            if isinstance(point, Relative):
                step = here.relative(point)
            else:
                step = here.partial(here.follows(point) if out else point, past=past)
            if step is None:
                return None
            out.append(step)
            here = step[1]
        return self._turned(points, out)

    def follows(self, point: Partial) -> Partial:
        """The second end of a period, in the year of the first or the one after."""
        month = place(point)
        if point.year is not None or month is None or self.month is None:
            return point
        return replace(point, year=self.year + (month < self.month), era=True)

    def _turned(self, points: Sequence[Point], out: list[tuple[When, Anchor]]) -> list[tuple[When, Anchor]] | None:
        """ "From October to March" may end in the year that the story has reached instead of beginning in it."""
        plain = [point for point in points if isinstance(point, Partial) and point.year is None]
        first, last = out[0][1], out[-1][1]
        if len(plain) < len(points) or first.year == last.year:
            return out
        if abs(last.months - 12 - self.months) >= abs(first.months - self.months):
            return out
        years = (anchor.year - 1 for _, anchor in out)
        return self.steps([replace(point, year=year) for point, year in zip(plain, years, strict=True)], past=False)

    def nearest(self, month: int) -> int:
        """The year in which `month` stands closest to the story, which moves onwards more than back."""
        if self.month is None or self.fresh or month >= self.month:
            return self.year
        return self.year + (12 - (self.month - month) <= AHEAD)

    def past(self, month: int) -> int:
        """The year of the last such month up to the story's own."""
        return self.year - (self.month is not None and month > self.month)

    @property
    def months(self) -> int:
        """Months since year 0, a year without a month by its middle."""
        return self.year * 12 + (self.month or 7) - 1

    def relative(self, point: Relative) -> tuple[When, Anchor] | None:
        """A date told by its distance from this one; None where this is too coarse to tell."""
        if self.width != "year" and (point.unit != self.width or not point.whole):
            return None
        if point.unit in ("day", "week"):
            return self._days(point)
        if point.unit == "month":
            return self._months(point)
        return self._years(point)

    def _days(self, point: Relative) -> tuple[When, Anchor] | None:
        if self.month is None or self.day is None:
            return None
        number = shift(day_number(self.year, self.month, self.day), point.count, point.unit)
        when = moments.week(number) if point.unit == "week" else moments.of_number(number)
        return when, Anchor(*civil(number))

    def _months(self, point: Relative) -> tuple[When, Anchor] | None:
        if point.month is not None or point.season is not None:
            return self._named(point)
        if self.month is None:
            return None
        year, index = divmod(self.year * 12 + self.month - 1 + point.count, 12)
        month = index + 1
        if point.day is not None:
            if point.day > month_length(year, month):
                return None
            return moments.day(year, month, point.day), Anchor(year, month, point.day)
        return _edged(moments.month(year, month), point), Anchor(year, month)

    def _named(self, point: Relative) -> tuple[When, Anchor] | None:
        """ "the following March", "the previous spring"."""
        target = point.month or _SEASON_MONTH[point.season or 0]
        here = self.month if self.month is not None else (12 if point.count > 0 else 1)
        year = self.year
        if point.count > 0:
            year += target <= here
        elif point.count < 0:
            year -= target >= here
        else:
            year = self.nearest(target)
        if point.month:
            return moments.month(year, point.month), Anchor(year, point.month)
        return moments.season(year, point.season or 1), Anchor(year, target)

    def _years(self, point: Relative) -> tuple[When, Anchor] | None:
        if point.unit == "year":
            year = self.year + point.count
            if point.month is None:
                return _edged(moments.year(year, approximate=point.about), point), Anchor(year)
            partial = Partial("day" if point.day else "month", year, point.month, point.day)
            return partial.when(), Anchor(year, point.month, point.day)
        size = {"decade": 10, "century": 100, "millennium": 1000}[point.unit]
        year = self.year + size * point.count
        if point.count and not point.whole:
            return moments.year(year, approximate=True), Anchor(year)
        if point.unit == "millennium":
            return None
        whole = _decade_of(year) if point.unit == "decade" else _century_of(year)
        return _edged(whole, point), Anchor(year)


def _decade_of(year: int) -> When:
    return moments.decade(year // 10 * 10 if year > 0 else -8 - (1 - year) // 10 * 10)


def _century_of(year: int) -> When:
    return moments.century((year - 1) // 100 + 1 if year > 0 else -(-year // 100 + 1))


def _edged(when: When, point: Relative) -> When:
    return moments.narrowed(when, point.edge) if point.edge else when


def place(point: Partial) -> int | None:
    """The month in which a point stands, a season by its middle."""
    if point.month is not None:
        return point.month
    return _SEASON_MONTH[point.number] if point.unit == "season" and point.number else None
