"""What happens once to somebody or something, told with two dates: "was founded in 1923", "was founded in 1932"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimcheck.checks.lives import vitals
from claimcheck.checks.matching.happenings import Happening, happenings
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.repeated import told_nearly_alike
from claimcheck.checks.view import View
from claimcheck.checks.vital import apart
from claimcheck.finding import Hit, Mark

_LIFE = frozenset(("birth", "death"))
"""Events that conflict/birth-date and conflict/death-date compare where an infobox tells them."""


class SubjectEventOptions(Options, frozen=True):
    """Options of `subject-event`."""

    events: tuple[str, ...]
    """Events of data/checks/once_only.tsv that are compared."""


@check(
    "subject-event",
    SubjectEventOptions,
    text="the date told later",
    other="the date told first",
    subject="to whom or what it happened",
    verb="what happened",
)
def two_dates(view: View, options: SubjectEventOptions) -> Iterator[Hit]:
    """Two sentences that date differently what happens once to one that a name tells apart."""
    told: defaultdict[tuple[str, str], list[Happening]] = defaultdict(list)
    for happening in happenings(view):
        if happening.event in options.events:
            told[happening.who.lower(), happening.event].append(happening)
    for (_, event), group in told.items():
        pair = _conflict(group) if len(group) > 1 else None
        if pair and not (event in _LIFE and _compared(view, pair)) and not _nearly_alike(view, pair):
            first, other = pair
            words = {
                "text": other.claim.text,
                "other": first.claim.text,
                "subject": first.who,
                "verb": other.verb,
            }
            related = (Mark(first.claim.start, first.claim.end, "told first"),)
            yield Hit(Mark(other.claim.start, other.claim.end), (other.claim, first.claim), words, related)


def _conflict(group: list[Happening]) -> tuple[Happening, Happening] | None:
    """The first two that cannot both be right; None where three dates exclude each other, which are stages."""
    pairs = [pair for pair in combinations(group, 2) if _differ(*pair)]
    inside = {frozenset((id(a), id(b))) for a, b in pairs}
    for a, b, c in combinations(group[:12], 3):
        if all(frozenset((id(x), id(y))) in inside for x, y in ((a, b), (b, c), (a, c))):
            return None
    return pairs[0] if pairs else None


def _differ(first: Happening, second: Happening) -> bool:
    a, b = first.claim, second.claim
    if a.when is None or b.when is None or (a.passage is b.passage and a.sentence == b.sentence):
        return False
    if first.names and second.names and not first.names & second.names:
        return False  # in Leeds, in York
    if first.official != second.official:
        # The ceremony may come after the event, not before it.
        early, late = (a.when, b.when) if first.official else (b.when, a.when)
        if late.earliest is None or early.latest is None or early.latest >= late.earliest:
            return False
    return apart(a.when, b.when)


def _compared(view: View, pair: tuple[Happening, Happening]) -> bool:
    spoken = {id(vital.claim) for vital in vitals(view)} if view.of_context("infobox") else set()
    return bool(spoken & {id(happening.claim) for happening in pair})


def _nearly_alike(view: View, pair: tuple[Happening, Happening]) -> bool:
    """True where conflict/event-told-twice speaks of them."""
    return told_nearly_alike(view, pair[0].claim, pair[1].claim)
