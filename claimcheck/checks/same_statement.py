"""One statement told twice, in the lead and in the body or side by side, with figures that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.facts import conflicts as facts
from claimcheck.checks.figures import ends
from claimcheck.checks.matching.evidence import shared
from claimcheck.checks.matching.happenings import happens_once
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.checks.matching.same_figures import Contradiction, contradictions
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.repeated import told_nearly_alike
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark

_TOLD = 6
"""Shared words that a message shows."""


@check(
    "same-statement",
    Options,
    text="the figure told later",
    other="the figure told first",
    means="what the later one means, in the unit of the first",
    meant="what the first one means",
    shared="words that both sentences have",
    where="where the first one stands",
)
def told_with_another_figure(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure that contradicts that of another sentence, which says the same of the same."""
    taken: set[int] = set()
    for found in contradictions(view):
        pair = {id(found.first.claim), id(found.second.claim)}
        if not pair & taken and not _spoken_for(view, found):
            taken |= pair
            yield _hit(found)


def _spoken_for(view: View, found: Contradiction) -> bool:
    first, second = found.first.claim, found.second.claim
    if told_nearly_alike(view, first, second) or happens_once(view, first, second):
        return True
    return facts.contradict(view, first, second)


def _hit(found: Contradiction) -> Hit:
    first, second = found.first.claim, found.second.claim
    same = sorted(shared(found.first.telling, found.second.telling), key=len, reverse=True)
    words = {
        "text": second.text,
        "other": first.text,
        "means": _means(second, first),
        "meant": _means(first, first),
        "shared": ", ".join(same[:_TOLD]),
        "where": "in the lead" if first.passage.context == "lead" else "before",
    }
    return Hit(Mark(second.start, second.end), (second, first), words, (Mark(first.start, first.end, "told first"),))


def _means(claim: Claim, like: Claim) -> str:
    interval = interval_as(claim, like)
    return ends(interval) if interval is not None else claim.when.edtf if claim.when else claim.text
