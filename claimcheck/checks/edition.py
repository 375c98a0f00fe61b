"""An event dated outside the year that its article's title gives it: "2012 Tarn Open" on 5 May 2021."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

LEEWAY = 1
"""Years by which an edition may be put off and keep its name: the championships of 2020 were held in 2021."""
_TITLE = lazy(r"(1[5-9]\d\d|20\d\d)(?:[–/-](\d\d(?:\d\d)?))?(?= [A-Z]\w+ \w)|(?:, |\w in )(1[5-9]\d\d|20\d\d)$")
_PARAMETERS = frozenset((
    "date", "dates", "startdate", "start date", "enddate", "end date", "election date", "first date", "last date",
    "begin", "date held", "event date", "opened", "opening", "closed", "closing", "opening date", "closing date",
    "season start",
))  # fmt: skip


@check(
    "edition", Options, text="the date as printed", title="the title of the article", years="the years that it names"
)
def outside(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A date of the infobox that lies outside the years of the article's title."""
    title = view.document.title
    found = _TITLE.match(title) or _TITLE.search(title) if title else None
    if title is None or found is None:
        return
    first, last = _years(found)
    for claim in view.of_context("infobox"):
        if claim.kind == "date" and claim.status == "ok" and _dated(claim) and _outside(claim, first, last):
            words = {"text": claim.text, "title": title, "years": str(first) if first == last else f"{first} to {last}"}
            yield Hit(Mark(claim.start, claim.end), (claim,), words)


def _years(found: re.Match[str]) -> tuple[int, int]:
    """The first and last year of a title: "1999–2000", "2018–19", "2012"."""
    first = int(found[1] or found[3])
    if not found[2]:
        return first, first
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    return first, last if last >= first else last + 100


def _dated(claim: Claim) -> bool:
    """True for the parameters that date the event itself, where they hold a date with its year."""
    path = claim.passage.path
    name = path[1].lower().replace("_", " ").rstrip("0123456789 ") if len(path) == 2 else ""
    return name in _PARAMETERS and claim.when is not None and re.search(r"\d{4}", claim.text) is not None


def _outside(claim: Claim, first: int, last: int) -> bool:
    when = claim.when
    if when is None or when.approximate or when.earliest is None or when.latest is None:
        return False
    return civil(when.latest)[0] < first - LEEWAY or civil(when.earliest)[0] > last + LEEWAY
