"""Activity told as unbroken, where the infobox divides the years active into several spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.matching.box_sentences import told
from claimcheck.checks.matching.boxes import box_facts
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

_ON = r"(?:active|performed|performing|played|playing|worked|working|toured|touring|recorded|recording|together)"
_NEVER = r"(?:without (?:a |any )?(?:break|stopping|interruption|pause|hiatus)|uninterrupted(?:ly)?|non-?stop)"
_UNBROKEN = lazy(
    rf"\b(?:continuously {_ON}|{_ON}\b(?: music)?(?: continuously\b|(?=[^.;]{{0,60}}?\b{_NEVER}\b)))", re.IGNORECASE
)
_SINCE = lazy(r"\bsince\b|\bto the present\b|\buntil (?:now|today)\b")


@check("box-unbroken", Options, text="what the sentence says", spans="the years active of the infobox", gap="the gap")
def against_gaps(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """ "Has performed continuously since 1970", where the infobox has years active with a gap behind that year."""
    facts = {fact.fact.name: fact.claims for fact in box_facts(view)}
    spans = [claim for claim in facts.get("activity", ()) if claim.when is not None]
    gaps = list(_gaps(spans))
    if not gaps:
        return
    for found in told(view, _UNBROKEN):
        since = _since(view.claims_in(found.passage), found.sentence.start, found.sentence.end)
        rest = found.passage.text[found.match.start() : found.sentence.end]
        missed = [(end, start) for end, start in gaps if since is None or end >= since]
        if missed and _SINCE.search(rest):
            words = {
                "text": found.match[0],
                "spans": ", ".join(claim.text for claim in spans),
                "gap": ", ".join(f"{end} to {start}" for end, start in missed),
            }
            yield Hit(found.mark(), tuple(spans), words, tuple(Mark(c.start, c.end, "the infobox") for c in spans))


def _gaps(spans: list[Claim]) -> Iterator[tuple[int, int]]:
    """(last year, first year again) of every gap of more than a year between spans that follow each other."""
    dated = [(c.when.earliest, c.when.latest) for c in spans if c.when is not None]
    for (_, end), (start, _) in pairwise(dated):
        if end is not None and start is not None and civil(start)[0] - civil(end)[0] > 1:
            yield civil(end)[0], civil(start)[0]


def _since(claims: list[Claim], start: int, end: int) -> int | None:
    """The earliest year that the sentence names."""
    years = [
        civil(c.when.earliest)[0]
        for c in claims
        if start <= c.visible.start < end and c.when is not None and c.when.earliest is not None
    ]
    return min(years, default=None)
