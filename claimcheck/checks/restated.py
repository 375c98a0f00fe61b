"""One fact told in two sentences with figures that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.facts import conflicts as facts
from claimcheck.checks.figures import ends
from claimcheck.checks.matching.counted import noun
from claimcheck.checks.matching.evidence import shared
from claimcheck.checks.matching.happenings import happens_once
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.checks.matching.restatements import Rivals, restatements
from claimcheck.checks.matching.same_figures import contradict
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.repeated import told_nearly_alike
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark

_TOLD = 6
"""Shared words that a message shows."""


@check(
    "restated",
    Options,
    text="the figure told later",
    other="the figure told first",
    means="what the later one means, in the unit of the first",
    meant="what the first one means",
    why="what speaks for one fact: shared words, noun, event, time",
)
def two_tellings(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure that contradicts that of another sentence whose words, names, noun and time are so much the same."""
    taken: set[int] = set()
    for rivals in sorted(restatements(view).conflicts, key=lambda found: -found.odds):
        first, second = rivals.first.claim, rivals.second.claim
        if {id(first), id(second)} & taken:
            continue
        if not _spoken_for(view, first, second):
            taken |= {id(first), id(second)}
            yield _hit(rivals)


def _spoken_for(view: View, first: Claim, second: Claim) -> bool:
    """True where a rule that asks for more speaks of the two."""
    if told_nearly_alike(view, first, second) or contradict(view, first, second):
        return True
    return happens_once(view, first, second) or facts.contradict(view, first, second)


def _hit(rivals: Rivals) -> Hit:
    first, second = sorted((rivals.first.claim, rivals.second.claim), key=lambda claim: claim.start)
    words = {
        "text": second.text,
        "other": first.text,
        "means": _means(second, first),
        "meant": _means(first, first),
        "why": ", ".join(_reasons(rivals)),
    }
    return Hit(Mark(second.start, second.end), (second, first), words, (Mark(first.start, first.end, "told first"),))


def _reasons(rivals: Rivals) -> Iterator[str]:
    """Why both figures are believed to be of one fact, the strongest first."""
    first, second = rivals.first, rivals.second
    same = sorted(shared(first.telling, second.telling), key=len, reverse=True)
    yield f"{round(min(1.0, rivals.signs['covered']) * 100)} % of the words of the shorter sentence are shared"
    if same:
        yield f"({', '.join(same[:_TOLD])})"
    if noun(first.claim) and noun(first.claim) == noun(second.claim):
        yield f"both count {_counted(second.claim) or _counted(first.claim)}"
    if first.claim.event and first.claim.event == second.claim.event:
        yield f"both date a {first.claim.event}"
    if rivals.signs["same time"]:
        yield f"both in {second.claim.time.edtf if second.claim.time else ''}"
    if rivals.signs["other figures agree"]:
        yield "their other figures agree"


def _counted(claim: Claim) -> str:
    return (claim.counted or "").rpartition(" ")[2] or (claim.measure or "").replace("-", " ")


def _means(claim: Claim, like: Claim) -> str:
    interval = interval_as(claim, like)
    return ends(interval) if interval is not None else claim.when.edtf if claim.when else claim.text
