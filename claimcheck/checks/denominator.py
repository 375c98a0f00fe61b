"""A rate by a denominator that its measure is never given by: maternal mortality per 1,000."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from claimcheck.checks.bounds import Figure, bound
from claimcheck.checks.figures import figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark


class DenominatorOptions(Options, frozen=True):
    """Options of `denominator`."""

    measure: str
    """The measure, by its name in data/measures.yaml."""
    usual: Figure
    """What it is counted by: "1 per 100,000 live births"."""
    refuse: tuple[Figure, ...]
    """What it is never counted by: "1 per 1,000 live births"."""
    counted: tuple[str, ...] = ()
    """Words of which the denominator must hold one, where it says what it counts ("births")."""
    since: int = 0
    """The first year of the convention: sentences all of whose dates end before it are left alone."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """A denominator that cannot be read."""
        for name, texts in (("usual", (self.usual,)), ("refuse", self.refuse)):
            for text in texts:
                found = bound(text)
                if found is None or found.per is None:
                    yield name, f"“{text}” cannot be read as a rate"


@check(
    "denominator",
    DenominatorOptions,
    text="the figure as printed",
    by="the denominator as printed: 1,000",
    usual="the denominator by convention: 100,000",
    meant="the same share by the usual denominator",
)
def unusual(view: View, options: DenominatorOptions) -> Iterator[Hit]:
    """A rate by a denominator that its measure is not counted by."""
    if not view.of_measure(options.measure):
        return
    usual = bound(options.usual)
    refused = {found.per.amount for found in map(bound, options.refuse) if found and found.per}
    old = {_place(s.claims[0]) for s in view.with_dates(1) if _before(s, options.since)} if options.since else ()
    for claim in view.of_measure(options.measure):
        if _place(claim) in old:
            continue
        if claim.per and claim.per.amount in refused and _counts(claim, options.counted) and usual and usual.per:
            meant = usual.express(claim)
            words = {
                "text": claim.text,
                "by": figure(claim.per.amount),
                "usual": figure(usual.per.amount),
                "meant": usual.told(meant) if meant else "",
            }
            yield Hit(Mark(claim.start, claim.end), (claim,), words)


def _place(claim: Claim) -> tuple[int, int]:
    return id(claim.passage), claim.sentence.start


def _before(sentence: Sentence, year: int) -> bool:
    """True when no date of the sentence reaches into that year."""
    ends = [date.when.latest for date in sentence.dates if date.when is not None]
    return all(end is not None and end < datetime.date(year, 1, 1).toordinal() for end in ends)


def _counts(claim: Claim, words: tuple[str, ...]) -> bool:
    counted = claim.per.counted if claim.per else None
    return not counted or not words or any(word in counted.lower() for word in words)
