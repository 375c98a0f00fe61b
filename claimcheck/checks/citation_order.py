"""A source that appeared only after it was read or archived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.citation_fields import Cited, Field
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.values.calendar import day_number
from claimcheck.values.when import When, iso_day

FIRST = {"accessed": day_number(2001, 1, 15), "archived": day_number(1996, 5, 10)}
"""First days of Wikipedia and of an archive of the web; a date before them is wrong by itself and told as such."""


class Order(Options, frozen=True):
    """What must not lie before publication, and by how many days it may."""

    later: Literal["accessed", "archived"]
    leeway: int = 2
    """Days that time zones and a date of the next morning's paper make up."""
    issue_leeway: int = 400
    """The same for books, journals and magazines, whose issues are dated ahead and appear on the net before."""
    cover_leeway: int = 100
    """The same for dates without a day, those of monthly and quarterly issues, and for charts and weeklies."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """A leeway is no fewer than no days."""
        for name in ("leeway", "issue_leeway", "cover_leeway"):
            if getattr(self, name) < 0:
                yield name, "is a number of days, 0 or more"


@check(
    "citation-order",
    Order,
    text="the date before publication, as printed",
    published="the date of publication as printed",
    day="the day of the archived copy where its address has it, else the date as printed",
)
def before_publication(view: View, options: Order) -> Iterator[Hit]:
    """A citation whose access or archive date lies wholly before its date of publication."""
    for cited in view.citations:
        published, later = cited.published, cited.get(options.later)
        if published is None or published.when is None:
            continue
        told = _day(cited, later, options.later)
        first = published.when.loosened()[0][0] if told is not None else None
        if told is None or first is None or not FIRST[options.later] <= told[0] < first:
            continue
        if told[0] + _leeway(cited, published.when, options) < first:
            yield _hit(told[1], published, told[2])


def _leeway(cited: Cited, published: When, options: Order) -> int:
    """Days by which such a source may be dated ahead of the day on which it appears."""
    if cited.issue:
        return options.issue_leeway
    covered = published.granularity in ("month", "season", "quarter") or cited.dated_ahead
    return options.cover_leeway if covered else options.leeway


def _day(cited: Cited, later: Field | None, role: str) -> tuple[int, Field, str] | None:
    """Last day that is meant, the field that says so, and how it is written."""
    if role == "archived" and cited.snapshot is not None:
        return cited.snapshot, later or cited.fields["archive"], iso_day(cited.snapshot) or ""
    if later is None or later.when is None or later.when.latest is None:
        return None
    return later.when.latest, later, later.text


def _hit(told: Field, published: Field, day: str) -> Hit:
    claims = tuple(field.claim for field in (told, published) if field.claim is not None)
    related = (Mark(published.span.start, published.span.end, "published"),)
    words = {"text": told.text, "published": published.text, "day": day}
    return Hit(Mark(told.span.start, told.span.end), claims, words, related)
