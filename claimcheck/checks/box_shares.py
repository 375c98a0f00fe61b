"""Shares of one whole that a parameter lists: "60% A, 30% B, 20% C" of the ethnic groups in an infobox."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Annotated

import msgspec

from claimcheck.checks.figures import ends
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

WHOLE = Fraction(100)
NEAR = Fraction(15, 100)
"""Percentage points within which a share counts as the sum of those that follow it."""
_YEAR = lazy(r"\b(?:1[5-9]|20)\d\d\b")
_MIXED = lazy(
    r"\bincl|\bof wh|\bof which|\bincluding|\bancestry|\bdescent|\bmultiple|\bcombination|\bspeak|\bspoken|\blanguage|"
    r"\bor more\b|\banswers?\b|\bresponses?\b|\ballowed\b|\boverlap|"
    r"\bhispanic|\blatin|\bthereof|\bcompared|\bchange|\bgrowth|[=→↑↓±]",
    re.IGNORECASE,
)
"""What says that shares overlap, are parts of others, or are of different wholes."""
_ASIDE = lazy(r"\([^()%]{0,80}\d ?%")


class BoxSharesOptions(Options, frozen=True):
    """Which parameters list shares of one whole, and how far from all they may lie."""

    parameters: tuple[str, ...]
    """Names of parameters of infoboxes."""
    slack: Annotated[float, msgspec.Meta(ge=0, lt=100)] = 1
    """Percentage points beyond rounding that are allowed."""


@check(
    "box-shares",
    BoxSharesOptions,
    shares="the shares as printed",
    sum="what they add up to",
    parameter="the name of the parameter",
)
def beyond_all(view: View, options: BoxSharesOptions) -> Iterator[Hit]:
    """Shares in one parameter that add up to more than the whole."""
    slack = Fraction(str(options.slack))
    for passage in _listed(view, options):
        shares = [claim for claim in view.claims_in(passage) if claim.unit == "percent"]
        if len(shares) < 3 or not _plain(passage, shares):
            continue
        added = sum((claim.amount.interval for claim in shares if claim.amount), Interval.point(Fraction(0)))
        if added.low is not None and added.low > WHOLE + slack:
            words = {
                "shares": " + ".join(claim.text for claim in shares),
                "sum": ends(added),
                "parameter": passage.path[-1] if passage.path else "",
            }
            related = tuple(Mark(claim.start, claim.end, "a share") for claim in shares[:-1])
            yield Hit(Mark(shares[-1].start, shares[-1].end), tuple(shares), words, related)


def _listed(view: View, options: BoxSharesOptions) -> Iterator[Passage]:
    """The parameters that list shares. Bars are none: they are drawn wider than what is printed beside them."""
    names = frozenset(options.parameters)
    for passage in view.document.passages:
        if passage.context == "infobox" and passage.path and passage.path[-1] in names:
            yield passage


def _plain(passage: Passage, shares: Sequence[Claim]) -> bool:
    """True where nothing says that the shares overlap, belong to several years, or make up one another."""
    text = passage.text
    if _MIXED.search(text) or pattern("overlapping").search(text) or _ASIDE.search(text):
        return False
    if len(set(_YEAR.findall(text))) > 1:
        return False
    if any(c.form != "single" or c.amount is None or c.amount.value is None for c in shares):
        return False
    values = [claim.amount.value or Fraction(0) for claim in shares if claim.amount]
    return not _grouped(values) and abs(2 * max(values) - sum(values)) > 2


def _grouped(values: Sequence[Fraction]) -> bool:
    """True where a share is the sum of two or more that follow it."""
    for at, value in enumerate(values):
        added = Fraction(0)
        for count, part in enumerate(values[at + 1 :], 1):
            added += part
            if count > 1 and abs(added - value) <= NEAR:
                return True
            if added > value + NEAR:
                break
    return False
