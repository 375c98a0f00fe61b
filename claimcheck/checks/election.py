"""Boxes of election results: shares against votes, the majority against the first two, turnout against all votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from claimcheck.checks.figures import figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.cell import Figure, read_cell
from claimcheck.checks.view import View
from claimcheck.document.model import Passage, Template
from claimcheck.finding import Hit, Mark

LEAST = 2
"""Candidates of a box that is looked at."""
BALLOTS = Fraction(5, 4)
"""Votes by ballot from which on each voter must have had several."""
SLACK = Fraction(15, 100)
"""Percentage points that spoilt votes, counted in or out, may move a share of a candidate."""


class ElectionOptions(Options, frozen=True):
    """Which figure of an {{Election box}} is looked at."""

    of: Literal["share", "majority", "turnout"]
    """The share of a candidate, the majority of the first, or the turnout (all votes)."""


class Told(NamedTuple):
    """A figure of a parameter and where it stands."""

    figure: Figure
    passage: Passage

    @property
    def text(self) -> str:
        """The figure as printed."""
        return self.passage.text[self.figure.span.start : self.figure.span.end]

    def mark(self, note: str = "") -> Mark:
        """The figure in the source."""
        span = self.passage.span(*self.figure.span)
        return Mark(span.start, span.end, note)


class Box(NamedTuple):
    """One election: votes and shares of its candidates, the majority and the turnout where they are told."""

    votes: Sequence[Told]
    shares: Sequence[Told | None]
    majority: Told | None
    turnout: Told | None


@check(
    "election-box",
    ElectionOptions,
    printed="the figure as printed",
    expected="what the votes make it",
    total="the votes of all candidates",
)
def against_votes(view: View, options: ElectionOptions) -> Iterator[Hit]:
    """A share, majority or turnout of an election box that its votes do not make."""
    for box in _boxes(view.document.templates):
        total = sum((told.figure.value for told in box.votes), Fraction(0))
        if len(box.votes) < LEAST or not total:
            continue
        if options.of == "share":
            yield from _shares(box, total)
        elif options.of == "majority" and box.majority:
            ranked = sorted((told.figure.value for told in box.votes), reverse=True)
            leads = [one - other for one, other in pairwise(ranked)]  # of several seats, that of the last one counts
            if box.majority.figure.value not in leads:
                yield _hit(box, box.majority, figure(leads[0]), total)
        elif options.of == "turnout" and box.turnout and 1 < total / (box.turnout.figure.value or total) < BALLOTS:
            yield _hit(box, box.turnout, f"{figure(total)} or more", total)


def _boxes(templates: Sequence[Template]) -> Iterator[Box]:
    """The templates between {{Election box begin}} and {{Election box end}}, in the order of the text."""
    group: list[Template] | None = None
    for template in sorted(templates, key=lambda template: template.span.start):
        if not template.name.startswith("election box"):
            continue
        if template.name.startswith("election box begin"):
            group = []
        elif template.name == "election box end" and group:
            yield _box(group)
            group = None
        elif group is not None:
            group.append(template)


def _box(group: Sequence[Template]) -> Box:
    candidates = [template for template in group if "candidate" in template.name or "winning" in template.name]
    told = [
        (votes, _figure(template, "percentage")) for template in candidates if (votes := _figure(template, "votes"))
    ]
    whole = told if len(told) == len(candidates) else []
    majority = next((t for t in group if t.name.startswith("election box majority")), None)
    turnout = next((t for t in group if t.name.startswith("election box turnout")), None)
    return Box(
        [votes for votes, _ in whole],
        [share for _, share in whole],
        _figure(majority, "votes") if majority else None,
        _figure(turnout, "votes") if turnout else None,
    )


def _figure(template: Template, name: str) -> Told | None:
    passage = template.get(name)
    found = read_cell(passage.text)[1] if passage else None
    return Told(found, passage) if found and passage and found.value >= 0 else None


def _shares(box: Box, total: Fraction) -> Iterator[Hit]:
    """Shares that do not follow, where those of more than half of the candidates do."""
    wrong: list[tuple[Told, Fraction]] = []
    pairs = [(votes, share) for votes, share in zip(box.votes, box.shares, strict=True) if share]
    for votes, share in pairs:
        expected = 100 * votes.figure.value / total
        if abs(expected - share.figure.value) > share.figure.step + SLACK:
            wrong.append((share, expected))
    if 2 * len(wrong) < len(pairs):
        for share, expected in wrong:
            yield _hit(box, share, f"{float(expected):.1f}", total)


def _hit(box: Box, told: Told, expected: str, total: Fraction) -> Hit:
    words = {"printed": told.text, "expected": expected, "total": figure(total)}
    return Hit(told.mark(), (), words, tuple(votes.mark("votes") for votes in box.votes))
