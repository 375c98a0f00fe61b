"""Days that no calendar has: "31 June 2010"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.no_day import fault
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.extract import read
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark


@check("date", Options, text="the date as printed", fault="what keeps it from being a day")
def impossible(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A date that the calendar does not have."""
    for claim in view.dates:
        if claim.status == "impossible":
            yield from (Hit(mark, (claim,), {"text": text, "fault": fault(text)}) for mark, text in _wrong(claim))


def _wrong(claim: Claim) -> Iterator[tuple[Mark, str]]:
    """The date itself, or the ends of a period that are no date; none where a period only runs backwards."""
    if claim.form == "single":
        yield Mark(claim.start, claim.end), claim.text
    for part in claim.parts or ():
        if part.when is None and any(reading.status == "impossible" for reading in read(part.text)):
            yield Mark(part.start, part.end), part.text
