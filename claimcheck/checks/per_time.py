"""One rate told for two spans of time: "$7.5 million a day, nearly $3 billion a year"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

DAYS = {
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(487, 16),
    "year": Fraction(1461, 4),
}
"""Mean days of each span of the Julian calendar, which is near enough for rates."""
SLACK = Fraction(1, 10)
"""Share by which either rate may be rounded beyond what is printed."""
_SAME = lazy(
    r",? ?(?:\(|or|that is|i\.e\.|which (?:is|makes|equals|amounts to)|equivalent to|equal to|,)(?: an?| the)?,? ?"
    r"(?:equivalent of )?"
)
_WORKING = lazy(r"\b(?:working|work|business|school|shift|season\w*|days? a week|weekdays?|peak|up to|maximum|if)\b")


@check(
    "per-time",
    Options,
    text="the rate told later",
    other="the rate told first",
    expected="what the first makes in the time of the later",
)
def two_spans(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A rate that is told twice, by the day and by the year, and is not the same."""
    for sentence in view.with_quantities(2):
        for first, second in pairwise(sentence.quantities):
            factor = _factor(first, second)
            if factor is None or not _restated(sentence, first, second):
                continue
            expected = (first.amount.interval * factor).widen(SLACK) if first.amount else None
            told = second.amount.interval.widen(SLACK) if second.amount else None
            if expected and told and not told.meets(expected):
                words = {"text": second.text, "other": first.text, "expected": ends(_whole(expected))}
                related = (Mark(first.start, first.end, "told first"),)
                yield Hit(Mark(second.start, second.end), (second, first), words, related)


def _factor(first: Claim, second: Claim) -> Fraction | None:
    """How many of the first span the second has; None where the two are not one thing by two spans of time."""
    a, b = first.per, second.per
    if a is None or b is None or a.unit == b.unit or a.unit not in DAYS or b.unit not in DAYS:
        return None
    if "hour" in (a.unit, b.unit):
        return None  # what works so fast an hour rests at night
    if first.unit != second.unit or a.counted or b.counted or first.form != "single" or second.form != "single":
        return None
    if first.counted and second.counted and first.counted.split()[-1] != second.counted.split()[-1]:
        return None
    return b.amount * DAYS[b.unit] / (a.amount * DAYS[a.unit])


def _restated(sentence: Sentence, first: Claim, second: Claim) -> bool:
    between = sentence.passage.text[first.visible.end : second.lead]
    return _SAME.fullmatch(between) is not None and _WORKING.search(sentence.text) is None


def _whole(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    if low is None or high is None or low < 100:
        return interval
    return Interval(Fraction(round(low)), Fraction(round(high)))
