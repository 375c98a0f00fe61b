"""Days that no calendar has: "31 June 2010"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark


@check("date", Options, text="the date as printed")
def impossible(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A date that the calendar does not have."""
    for claim in view.dates:
        if claim.status == "impossible" and claim.form == "single":
            yield Hit(Mark(claim.start, claim.end), (claim,), {"text": claim.text})
