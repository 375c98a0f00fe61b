"""A figure told with its change in percent from an earlier one: "12,345, up 5% from 11,000"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_CHANGED = lazy(
    r"[^.;()]{0,40}?(?:,| \(| [–—]) ?(?:which (?:is|was) |representing |making |or |up by |down by )?"
    r"(?:an? (?P<noun>[a-z]+ )?(?P<kind>increase|rise|growth|gain|decrease|decline|drop|fall|reduction) of "
    r"|(?P<word>up|down) (?:by )?)"
)
_KIND = lazy(r",? ?(?:an? )?(?P<kind>increase|rise|growth|decrease|decline|drop|fall|reduction)?"
             r" ?(?:from|over|on|compared (?:to|with)) (?:the )?(?:[a-z]+ ){0,3}")  # fmt: skip
_DOWN = frozenset(("decrease", "decline", "drop", "fall", "reduction", "down"))
SLACK = Fraction(1, 2)
"""Percentage points by which a rounded share may be off besides."""


@check(
    "change-from",
    Options,
    change="the change as printed",
    first="the figure before",
    last="the figure after",
    expected="the change that the figures make, in percent",
)
def against_figures(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A change in percent that the figure now and the figure then do not make."""
    for sentence in view.with_quantities(3):
        figures = sentence.quantities
        for last, change, first in zip(figures, figures[1:], figures[2:], strict=False):
            down = _told(sentence, last, change, first)
            made = _made(first, last, down=down) if down is not None else None
            if made is not None and change.amount is not None and not change.amount.interval.meets(made):
                words = {"change": change.text, "first": first.text, "last": last.text, "expected": ends(made)}
                related = (Mark(first.start, first.end, "before"), Mark(last.start, last.end, "after"))
                yield Hit(Mark(change.start, change.end), (change, first, last), words, related)


def _told(sentence: Sentence, last: Claim, change: Claim, first: Claim) -> bool | None:
    """Whether the figures are told as now, change and then, and the change as a fall; None where they are not."""
    if (
        change.unit != "percent"
        or change.per is not None
        or change.form != "single"
        or {first.form, last.form} != {"single"}
    ):
        return None
    if first.unit != last.unit or first.unit == "percent" or first.per != last.per or not _same_noun(first, last):
        return None
    before = _CHANGED.fullmatch(sentence.passage.text[last.visible.end : change.lead])
    behind = _KIND.fullmatch(sentence.passage.text[change.visible.end : first.lead])
    if before is None or behind is None:
        return None
    word = before["kind"] or before["word"] or ""
    return word in _DOWN


def _same_noun(first: Claim, last: Claim) -> bool:
    return first.counted is None or last.counted is None or first.counted == last.counted


def _made(first: Claim, last: Claim, *, down: bool) -> Interval | None:
    """The change in percent from the first figure to the last, as far as both leave it open."""
    one = first.amount.interval if first.amount else None
    other = last.amount.interval if last.amount else None
    if one is None or other is None or None in (one.low, one.high, other.low, other.high):
        return None
    low, high, least, most = one.low, one.high, other.low, other.high
    if not low or not high or least is None or most is None or low <= 0:
        return None
    shares = (least / high - 1) * 100, (most / low - 1) * 100
    made = Interval(-shares[1], -shares[0]) if down else Interval(*shares)
    return made + Interval(-SLACK, SLACK)
