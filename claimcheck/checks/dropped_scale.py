"""A range whose end has lost the scale word of its beginning: "from 26 million to 31"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.figures import figure
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

WORDS = frozenset(("thousand", "million", "billion", "trillion", "lakh", "crore"))
"""Scale words; letters may stand for other things."""
MOST = 20
"""Times the number before the scale word up to which the other end is that of one range."""
_FROM = lazy(r"\b[Ff]rom\s*$")
_BETWEEN = lazy(r"\b[Bb]etween\s*$")
_TO = lazy(r"\s*(?:to|–|—|-)\s*(?:about |around |nearly |some )?")
_AND = lazy(r"\s*and\s*(?:about |around |nearly |some )?")
_BARE = lazy(r"\s*(?:[.,;:)]|$|(?:in|by|per|a|between|during|over|at|each|while|and|as|for|with|on)\b)")


@check(
    "dropped-scale",
    Options,
    text="the end as printed",
    other="the beginning as printed",
    value="what the beginning amounts to",
)
def without_scale(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """The upper end of a range, far below the lower one as printed and little above it with its scale word."""
    for sentence in view.with_quantities(2):
        for first, last in pairwise(sentence.quantities):
            if _dropped(sentence, first, last) and first.amount is not None and first.amount.value is not None:
                words = {"text": last.text, "other": first.text, "value": figure(first.amount.value)}
                related = (Mark(first.start, first.end, "the beginning"),)
                yield Hit(Mark(last.start, last.end), (last, first), words, related)


def _dropped(sentence: Sentence, first: Claim, last: Claim) -> bool:
    one, other = first.amount, last.amount
    if one is None or other is None or not one.scales or other.scales or one.mantissa is None or other.value is None:
        return False
    if one.scales[-1].lower() not in WORDS:
        return False  # "from 32K to 255"
    if (
        first.unit != last.unit
        or last.per != first.per
        or first.form != "single"
        or last.form != "single"
        or other.precision == "open"
    ):
        return False
    if not one.mantissa < other.value <= one.mantissa * MOST or last.hedge not in ("exact", "about"):
        return False
    before, between = sentence.before(first), sentence.passage.text[first.visible.end : last.visible.start]
    ranged = (_FROM.search(before) and _TO.fullmatch(between)) or (_BETWEEN.search(before) and _AND.fullmatch(between))
    if not ranged:
        return False
    if pattern("down").search(before):
        return False  # what fell did not rise from 4 million to 17
    return _BARE.match(sentence.after(last)) is not None
