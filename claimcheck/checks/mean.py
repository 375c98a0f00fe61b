"""An average outside the range that its own sentence gives: "from 10 to 20 m, 25 m on average"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert

_RANGED = lazy(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying))\b[^.;:()]{0,40}$|\b(?:between|from)\s*$", re.IGNORECASE
)
_THEN = lazy(
    r"[^.;:()\d]{0,12}(?:,| \(|,? and|,? with)?[^.;:()\d]{0,12}?\b(?:with an average|with a mean|averaging|averages|"
    r"the average (?:is|was|being)|the mean (?:is|was|being)|an average|a mean|mean|average)"
    r"(?: (?P<of>[a-z]+))??(?: of| is| was| being)?(?: about| around| approximately)? ?$"
)
_LOOSE = lazy(r"\b(?:but|except|compared|than|whereas|while|national|state|world|global|per|annual\w*|monthly)\b")


@check(
    "mean",
    Options,
    text="the average as printed",
    range="the range as printed",
    means="the numbers that the average can mean",
)
def outside_range(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An average that lies below or above the whole range that it is an average of."""
    for sentence in view.with_quantities(2):
        for first, mean in pairwise(sentence.quantities):
            if first.form == "range" and mean.form == "single" and _told(sentence, first, mean):
                interval = _alike(first, mean)
                spread = first.amount.interval if first.amount else None
                if interval and spread and not interval.meets(spread):
                    words = {"text": mean.text, "range": first.text, "means": ends(interval)}
                    related = (Mark(first.start, first.end, "the range"),)
                    yield Hit(Mark(mean.start, mean.end), (mean, first), words, related)


def _told(sentence: Sentence, spread: Claim, mean: Claim) -> bool:
    between = sentence.between(spread, mean)
    told, before = _THEN.fullmatch(between), sentence.before(spread)
    if _LOOSE.search(between) or told is None or (told["of"] and told["of"] not in before):
        return False
    return _RANGED.search(before) is not None


def _alike(spread: Claim, mean: Claim) -> Interval | None:
    """The average in the unit of the range; None where they are of different things."""
    if mean.amount is None or mean.per != spread.per:
        return None
    if mean.unit == spread.unit:
        return mean.amount.interval if mean.counted == spread.counted or mean.unit else None
    return convert(mean.amount.interval, mean.unit, spread.unit) if mean.unit and spread.unit else None
