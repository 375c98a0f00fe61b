"""One fact told twice, in whatever words, with figures that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.box import BoxOptions, against_sentences
from claimcheck.checks.facts.conflicts import box_conflicts, conflicts
from claimcheck.checks.facts.read import BoxTold, Fact
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark


@check(
    "told-fact",
    Options,
    text="the figure told later",
    other="the figure told first, or that of the infobox",
    fact="what both tell, and of whom where that is not the article's subject",
)
def told_with_two_values(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Two tellings of one fact of one owner whose values cannot meet."""
    for first, second in conflicts(view):
        yield _hit(first, second)
    known = {id(claim) for hit in against_sentences(view, BoxOptions()) for claim in hit.claims}
    for box, fact in box_conflicts(view):
        if id(fact.claim) not in known:
            yield _against_box(box, fact)


def _against_box(box: BoxTold, fact: Fact) -> Hit:
    claim, other = fact.claim, box.claims[0]
    words = {"text": claim.text, "other": f"{other.text} in the infobox", "fact": fact.kind.name}
    related = (Mark(other.start, other.end, "in the infobox"),)
    return Hit(Mark(claim.start, claim.end), (*fact.claims, *box.claims), words, related)


def _hit(first: Fact, second: Fact) -> Hit:
    a, b = first.claim, second.claim
    fact = f"{first.kind.name} of {first.owner}" if first.owner else first.kind.name
    words = {"text": b.text, "other": f"{a.text} before", "fact": fact}
    marks = (*first.claims, *second.claims[1:])
    related = tuple(Mark(claim.start, claim.end, "" if claim in second.claims else "told first") for claim in marks)
    return Hit(Mark(b.start, b.end), (*second.claims, *first.claims), words, related)
