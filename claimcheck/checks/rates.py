"""Two rates of one sentence of which one cannot be the larger: infant deaths are among those of children under five."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.values.interval import Interval

MOST = 50
"""Claims of a measure that are compared."""


class RatesOptions(Options, frozen=True):
    """Two measures of data/measures.yaml, by what they are of one whole."""

    smaller: str
    """The measure that is never larger."""
    larger: str
    """The measure that is never smaller."""


@check(
    "rates",
    RatesOptions,
    smaller="the figure that cannot be larger, as printed",
    larger="the figure that cannot be smaller, as printed",
    low="the least that the first can mean, by the denominator of the other",
    high="the most that the other can mean",
)
def out_of_order(view: View, options: RatesOptions) -> Iterator[Hit]:
    """A rate that is larger than another which contains it, told together of one time."""
    smaller, larger = view.of_measure(options.smaller), view.of_measure(options.larger)
    for one, other in product(smaller[:MOST], larger[:MOST]):
        together = one.passage is other.passage and one.sentence == other.sentence
        if not together or not _same_time(one, other):
            continue
        a, b = _each(one), _each(other)
        if a and b and b.below(a) and _only(one, smaller) and _only(other, larger):
            words = {"smaller": one.text, "larger": other.text, "low": ends(a), "high": ends(b)}
            yield Hit(
                Mark(one.start, one.end), (one, other), words, (Mark(other.start, other.end, "cannot be smaller"),)
            )


def _same_time(one: Claim, other: Claim) -> bool:
    return one.time is None or other.time is None or one.time.edtf == other.time.edtf


def _only(claim: Claim, others: list[Claim]) -> bool:
    """True where its sentence tells the measure once: of boys and girls, of two years, there are several."""
    return sum(other.passage is claim.passage and other.sentence == claim.sentence for other in others) == 1


def _each(claim: Claim) -> Interval | None:
    """The rate of each single birth or person."""
    if claim.amount is None or claim.per is None or not claim.per.amount:
        return None
    return claim.amount.interval * (1 / claim.per.amount)
