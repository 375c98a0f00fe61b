"""One person's age told twice in a report: "Doe, 45, …" and "the 47-year-old Doe"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

OLDEST = 115
"""Years that a figure behind a name is taken for an age up to."""
_NAME = r"(?:(?P<first>[A-Z][a-z’'-]+) (?:[A-Z]\. )?)?(?P<last>[A-Z][A-Za-z’'-]{2,})"
_BEFORE = lazy(rf"{_NAME},(?: aged| who is| who was)? $")
_BEHIND = lazy(r",|\.(?:\s|$)|\)")
_OLD = lazy(rf"(?:-old| old)? (?:[a-z]+ ){{0,2}}{_NAME}\b")
_YEAR = lazy(r"\b(?:1[5-9]|20)\d\d\b")
_TITLES = frozenset(("The", "A", "In", "On", "At", "And", "But", "For", "Mr", "Mrs", "Ms", "Dr"))


@check("age-twice", Options, text="the age told later", other="the age told first", who="whose age it is")
def told_twice(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Two ages of one person, told as of now, more than a year apart."""
    told: defaultdict[str, list[tuple[str | None, Claim]]] = defaultdict(list)
    for claim in view.quantities:
        found = _whose(claim)
        if found is not None:
            told[found["last"]].append((found["first"] if found["first"] not in _TITLES else None, claim))
    for name, ages in told.items():
        if len({first for first, _ in ages if first}) > 1:
            continue  # a family
        hit = _differ(name, [claim for _, claim in ages])
        if hit is not None:
            yield hit


def _whose(claim: Claim) -> re.Match[str] | None:
    """The name that stands right before an age in commas, or right behind "the 47-year-old"."""
    amount, passage = claim.amount, claim.passage
    if amount is None or amount.value is None or not 0 < amount.value < OLDEST or claim.hedge != "exact":
        return None
    if passage.context not in ("lead", "prose"):
        return None
    if claim.unit == "year" and "old" in passage.text[claim.visible.start : claim.visible.end + 4]:
        found = _OLD.match(passage.text, claim.visible.end)
    elif claim.unit in (None, "year") and claim.counted is None and claim.per is None:
        behind = _BEHIND.match(passage.text, claim.visible.end)
        found = _BEFORE.search(passage.text, claim.sentence.start, claim.lead) if behind else None
    else:
        found = None
    sentence = passage.text[claim.sentence.start : claim.sentence.end]
    return None if found is None or _YEAR.search(sentence) or pattern("age_then").search(sentence) else found


def _differ(name: str, ages: list[Claim]) -> Hit | None:
    first = ages[0]
    for other in ages[1:]:
        a, b = first.amount, other.amount
        if (
            a is not None
            and b is not None
            and a.value is not None
            and b.value is not None
            and abs(a.value - b.value) > 1
        ):
            words = {"text": other.text, "other": first.text, "who": name}
            return Hit(
                Mark(other.start, other.end), (other, first), words, (Mark(first.start, first.end, "told first"),)
            )
    return None
