"""One thing told twice in nearly the same words with another figure or another date."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.figures import ends
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.checks.matching.pairs import Matcher, Pair
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark

_TOLD = 6
"""Shared words that a message shows."""


class RepeatedOptions(Options, frozen=True):
    """Options of `repeated`."""

    dates: bool = False
    """Whether dates of events are compared, else figures."""
    likeness: int = 60
    """Least share of the words of both sentences that is the same, in percent by weight: rare words weigh more."""
    beside: int = 0
    """The same for the words within a few of the figure, of the sentence that has fewer of them."""
    words: int = 6
    """Fewest words that both sentences share."""
    siblings: bool = False
    """Whether two different sections after the lead are compared, each of which may speak of something else."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Shares beyond 100."""
        for name in ("likeness", "beside"):
            if not 0 <= getattr(self, name) <= 100:
                yield name, "give a share from 0 to 100"


_DATES = RepeatedOptions(dates=True, likeness=50, beside=55, words=4)
"""What conflict/event-told-twice asks for."""


@check(
    "repeated",
    RepeatedOptions,
    text="the figure told later",
    other="the figure told first",
    means="what the later one means, in the unit of the first",
    meant="what the first one means",
    shared="words that both sentences have",
    percent="the share of their words that is the same",
)
def told_twice(view: View, options: RepeatedOptions) -> Iterator[Hit]:
    """Two sentences that say nearly the same with a figure or date that cannot be the same."""
    for pair in _pairs(view):
        if (pair.first.kind == "date") == options.dates and _alike(pair, options):
            yield _hit(pair)


def told_nearly_alike(view: View, first: Claim, second: Claim) -> bool:
    """True for two figures of sentences so much alike that conflict/repeated-sentence or event-told-twice speaks of
    them."""
    default = _DATES if first.kind == "date" else RepeatedOptions()
    return any(
        {id(pair.first), id(pair.second)} == {id(first), id(second)} and _alike(pair, default) for pair in _pairs(view)
    )


@once
def _pairs(view: View) -> list[Pair]:
    return list(Matcher(view).pairs())


def _alike(pair: Pair, options: RepeatedOptions) -> bool:
    if pair.likeness * 100 < options.likeness or pair.closely * 100 < options.beside:
        return False
    if len(pair.shared) < options.words:
        return False
    sections = pair.first.passage.section, pair.second.passage.section
    return options.siblings or sections[0] == sections[1] or not all(sections)


def _hit(pair: Pair) -> Hit:
    first, second = sorted((pair.first, pair.second), key=lambda claim: claim.start)
    words = {
        "text": second.text,
        "other": first.text,
        "means": _means(second, first),
        "meant": _means(first, first),
        "shared": ", ".join(sorted(pair.shared, key=len, reverse=True)[:_TOLD]),
        "percent": str(round(pair.likeness * 100)),
    }
    return Hit(Mark(second.start, second.end), (second, first), words, (Mark(first.start, first.end, "told first"),))


def _means(claim: Claim, like: Claim) -> str:
    interval = interval_as(claim, like)
    return ends(interval) if interval is not None else claim.when.edtf if claim.when else claim.text
