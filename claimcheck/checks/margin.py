"""A margin of victory against its two figures: "by 1,230 votes to 1,180, a majority of 45"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_AGAINST = lazy(
    r"(?: votes?| ballots?| seats?)?,? (?:to|against|versus|compared (?:to|with))(?: only| just)?(?: the)?"
    r"(?: [A-Z][\w'’]+(?:'s|’s))? $"
)
_MARGIN = lazy(
    r"(?: votes?| ballots?| for [A-Z][^,.;:()\d]{2,40})?(?:,| \()(?: or| giving \w+| with)? an? "
    r"(?:narrow |small |slim |large |clear |overall )?(?:majority|margin|lead|difference|plurality) of(?: only)? $"
)


_ODDS = lazy(r"\s?(?:to|:|–|-)\s?(?:\d|one\b|two\b)")
"""A ratio in place of a difference: "a margin of three to one"."""


@check(
    "margin",
    Options,
    text="the margin as printed",
    first="the first figure",
    last="the other figure",
    expected="their difference",
)
def against_figures(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A margin that is not the difference of the two figures before it."""
    for sentence in view.with_quantities(3):
        claims = sentence.quantities
        for first, last, margin in zip(claims, claims[1:], claims[2:], strict=False):
            expected = _difference(sentence, first, last, margin)
            if expected and margin.amount and not expected.meets(margin.amount.interval):
                words = {"text": margin.text, "first": first.text, "last": last.text, "expected": ends(expected)}
                related = (Mark(first.start, first.end, "of these"), Mark(last.start, last.end, "and these"))
                yield Hit(Mark(margin.start, margin.end), (margin, first, last), words, related)


def _difference(sentence: Sentence, first: Claim, last: Claim, margin: Claim) -> Interval | None:
    """The difference of two figures that a sentence sets against each other, with the margin right behind."""
    three = (first, last, margin)
    if any(c.per or c.form != "single" or c.amount is None or c.amount.value is None for c in three):
        return None
    points = first.unit == last.unit == "percent" and margin.unit in ("percent", "percentage_point")
    if not (points or first.unit is last.unit is margin.unit is None):
        return None
    text = sentence.passage.text
    against = _AGAINST.fullmatch(text[first.visible.end : last.lead])
    if against is None or _MARGIN.fullmatch(text[last.visible.end : margin.lead]) is None:
        return None
    if _ODDS.match(text, margin.visible.end):
        return None
    assert first.amount is not None  # noqa: S101 (tested above)
    assert last.amount is not None  # noqa: S101
    gap = first.amount.interval - last.amount.interval
    return -gap if gap.high is not None and gap.high < 0 else gap
