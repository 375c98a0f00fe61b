"""Years typed wrong at their first digit, so that they lie in a far future: "in 4004 she moved"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

SOON = 75
"""Years from today on that plans and forecasts still speak of."""
LAST = 3000
"""Year from which on a date is that of another calendar, of fiction or of the heavens."""
_BEFORE = lazy(r"(?<!\w)(?:in|as of|since|by|during|until|early|late|(?<!up )(?<!down )from)\s*$", re.IGNORECASE)
_AFTER = lazy(
    r"[,.;:)]|\s*$|\s(?:and|or|but|by|to|when|where|while|after|before|at|as|with|for|in|on|from|the|he|she|it|they|a|an|his|"
    r"her|its|their|that|which|was|were|had|[a-z]+ed|[A-Z]|[A-Z][a-z]{2,})\b"
)
_ANOTHER = lazy(r"\s(?:in|on|by|of|to|votes?|points?) (?:the |early |late )?[A-Z]?[a-z]* ?\d")
"""A date behind the number: what has one of its own is none, "from 2851 in 2012"."""
_PAST = lazy(r"\b(?:was|were|had|did|became|began|won|made|took|[a-z]{2,}ed)\b")


class YearTypedOptions(Options, frozen=True):
    """Which years are looked at."""

    dated: bool = False
    """Those of days and months ("November 2104"), whatever the sentence; else bare years of sentences of the past."""


@check("year", YearTypedOptions, text="the year or date as printed")
def far_future(view: View, options: YearTypedOptions) -> Iterator[Hit]:
    """A year in a far future told in the past tense, whose last three digits make a year of the past."""
    latest = view.today.year
    if options.dated:
        told = (claim for claim in view.dates if _far_date(claim, latest))
        yield from (Hit(Mark(claim.start, claim.end), (claim,), {"text": claim.text}) for claim in told)
        return
    for claim in view.bare_counts:
        if len(claim.text) != 4 or not claim.text.isdigit() or claim.hedge != "exact" or _thing(claim):
            continue
        year = int(claim.text)
        if year <= latest + SOON or year % 100 == 0 or not _past(year, latest):
            continue
        if _as_year(claim):
            yield Hit(Mark(claim.start, claim.end), (claim,), {"text": claim.text})


def _far_date(claim: Claim, latest: int) -> bool:
    """True for a day or month of the article's own text that lies a lifetime ahead."""
    when = claim.when
    if claim.form != "single" or when is None or when.earliest is None or when.granularity not in ("day", "month"):
        return False
    return latest + SOON < civil(when.earliest)[0] < LAST and claim.passage.context not in ("citation", "template")


def _thing(claim: Claim) -> bool:
    """True where the number counts something; a name behind it may be named after its year ("2012 Olympics")."""
    return claim.counted is not None and not claim.counted[:1].isupper()


def _past(year: int, latest: int) -> bool:
    """True where another first digit makes it a year of the last centuries."""
    return any(1500 <= 1000 * first + year % 1000 <= latest for first in (1, 2))


def _as_year(claim: Claim) -> bool:
    """True where the words around it can only be those around a year, in a sentence that tells of the past."""
    text, at = claim.passage.text, claim.sentence
    before, after = claim.visible.start, claim.visible.end
    if _ANOTHER.match(text, after, at.end):
        return False
    return bool(
        _BEFORE.search(text, at.start, before)
        and _AFTER.match(text, after, at.end)
        and _PAST.search(text, at.start, at.end)
    )
