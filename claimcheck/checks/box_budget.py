"""What a film is said to have made, measured by its budget, against both sums of its infobox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.figures import ends
from claimcheck.checks.matching.box_sentences import Told, told
from claimcheck.checks.matching.boxes import box_facts
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_ITS = r"(?:its['’]?|it['’]s|the|their)(?: (?:own|original|production|reported|estimated|initial|film['’]s))* budget\b"
_MADE = lazy(
    r"\b(?:grossed|earned|made|took in|brought in|generated|cost)\b(?:(?! than\b)[^.,;()]){0,40}? "
    rf"(?:(?P<times>times|twice|double|triple) {_ITS}|(?P<than>more|less|over|above|below|under)(?: money)?"
    rf"(?: than)? (?:{_ITS}|it cost\b))|\b(?:earned|made) (?P<back>back) {_ITS}",
    re.IGNORECASE,
)
_BARE = lazy(r"\b(?:made|grossed|earned)\b(?:[ \w]{0,12} (?:a lot|much|far|slightly|significantly|considerably))?\W*")
_DOUBLE = {"twice": 2, "double": 2, "triple": 3}
_ABOVE = frozenset(("more", "over", "above"))
SLACK = Fraction(1, 20)
"""Share by which sums in other sources may differ from those of the box."""


@check(
    "box-budget",
    Options,
    text="what the sentence says",
    budget="the budget in the infobox",
    gross="the box office in the infobox",
    expected="what these make",
)
def against_sums(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Takings that a sentence measures by the budget, where both sums of the infobox make something else."""
    facts = {fact.fact.name: fact.claims for fact in box_facts(view)}
    if "budget" not in facts or "box-office" not in facts:
        return
    budget, gross = _sum(facts["budget"]), _sum(facts["box-office"])
    if budget is None or gross is None or facts["budget"][0].unit != facts["box-office"][0].unit:
        return
    sums = (*facts["budget"], *facts["box-office"])
    for found in told(view, _MADE):
        wrong = _judge(view, found, budget, gross)
        if wrong is not None:
            words = {
                "text": found.match[0],
                "budget": _print(facts["budget"]),
                "gross": _print(facts["box-office"]),
                "expected": wrong,
            }
            yield Hit(found.mark(), sums, words, tuple(Mark(c.start, c.end, "the infobox") for c in sums))


def _sum(claims: tuple[Claim, ...]) -> Interval | None:
    """From the lowest to the highest sum that a parameter gives; None where they are in several currencies."""
    spans = [claim.amount.interval.widen(SLACK) for claim in claims if claim.amount and claim.unit == claims[0].unit]
    if len(spans) != len(claims) or not claims[0].unit:
        return None
    out = spans[0]
    for span in spans[1:]:
        out = out.hull(span)
    return out if out.low is not None and out.high is not None and out.low > 0 else None


def _judge(view: View, found: Told, budget: Interval, gross: Interval) -> str | None:
    """What budget and box office make, where the sentence says something else."""
    figure = _figure(view, found)
    over = found.match["than"] or ""
    ratio = Interval(_over(gross.low, budget.high), _over(gross.high, budget.low))
    if found.match["times"]:
        said = _times(found.match["times"].lower(), figure)
        return None if said is None or said.meets(ratio) else f"{ends(ratio)} times"
    if found.match["back"] or (figure is None and _BARE.match(found.match[0])):
        more = bool(found.match["back"]) or over.lower() in _ABOVE
        bound = Interval(Fraction(1), None) if more else Interval(None, Fraction(1))
        return None if bound.meets(ratio) else f"{ends(ratio)} times"
    if figure is None or figure.amount is None or not figure.unit:
        return None
    gain = gross - budget if over.lower() in _ABOVE else budget - gross
    return None if figure.amount.interval.meets(gain) else ends(gain)


def _times(word: str, figure: Claim | None) -> Interval | None:
    """How many times the budget is meant; a whole number of times is rounded or cut."""
    if word in _DOUBLE:
        return Interval(Fraction(_DOUBLE[word]) - Fraction(1, 2), None)
    if figure is None or figure.amount is None or figure.amount.value is None or figure.unit:
        return None
    if figure.hedge != "exact":
        return figure.amount.interval.widen(SLACK)
    value = figure.amount.value
    return Interval(value - Fraction(1, 2), value + 1)


def _figure(view: View, found: Told) -> Claim | None:
    """The one figure among the words that matched."""
    start, end = found.match.span()
    inside = [c for c in view.claims_in(found.passage) if c.amount and start <= c.visible.start < end]
    return inside[0] if len(inside) == 1 else None


def _over(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one / other if one is not None and other else None


def _print(claims: tuple[Claim, ...]) -> str:
    return ", ".join(dict.fromkeys(claim.text for claim in claims))
