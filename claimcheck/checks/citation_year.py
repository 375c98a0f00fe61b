"""The year of a citation against its date."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.citation_fields import with_fields
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import day_number

_YEAR = lazy(r"(\d{4})[a-z]?")


@check("citation-year", Options, text="the year as printed", date="the date as printed")
def against_date(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A year that is not the year of the date beside it."""
    for cited, year, date in with_fields(view.citations, "year", "date"):
        match, when = _YEAR.fullmatch(year.text), date.when
        if match is None or when is None or when.earliest is None or when.latest is None or cited.reprint:
            continue
        if date.claim and date.claim.form == "range":
            continue  # the days of a conference whose papers came out later
        first, last = day_number(int(match[1])), day_number(int(match[1]), 12, 31)
        if when.latest < first or when.earliest > last:
            claims = tuple(field.claim for field in (year, date) if field.claim is not None)
            related = (Mark(date.span.start, date.span.end, "the date"),)
            yield Hit(Mark(year.span.start, year.span.end), claims, {"text": year.text, "date": date.text}, related)
