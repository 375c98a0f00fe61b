"""Dates of citations that no source can have: before there was a wiki or an archive, or still to come."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.extract import read
from claimcheck.finding import Hit, Mark
from claimcheck.values.when import When, iso_day


class Bounds(Options, frozen=True):
    """Which date, and between what it must lie."""

    of: Literal["accessed", "archived", "published"]
    earliest: str | None = None
    """The first day that it can be, written as in an article."""
    ahead: int | None = None
    """Days from today by which it may lie in the future."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """At least one bound, and one that can be read."""
        if self.earliest is None and self.ahead is None:
            yield "of", "needs a bound: earliest or ahead"
        if self.earliest is not None and _first(self.earliest) is None:
            yield "earliest", "is no date"


@check("citation-date", Bounds, text="the date as printed", bound="the first or last day that it can be")
def out_of_bounds(view: View, options: Bounds) -> Iterator[Hit]:
    """A date of a citation that lies wholly before or after what is possible."""
    low = _first(options.earliest) if options.earliest else None
    high = None if options.ahead is None else view.today.toordinal() + options.ahead
    for cited in view.citations:
        field = cited.get(options.of)
        if field is None or field.when is None or field.claim is None:
            continue
        bound = _broken(field.when, low, high)
        if bound is not None:
            words = {"text": field.text, "bound": iso_day(bound) or ""}
            yield Hit(Mark(field.span.start, field.span.end), (field.claim,), words)


def _broken(when: When, low: int | None, high: int | None) -> int | None:
    """The bound beyond which the date lies with all its days."""
    if low is not None and when.latest is not None and when.latest < low:
        return low
    if high is not None and when.earliest is not None and when.earliest > high:
        return high
    return None


@cache
def _first(text: str) -> int | None:
    """The first day of a date as an article writes it."""
    readings = read(text)
    return readings[0].when.earliest if len(readings) == 1 and readings[0].when else None
