"""Figures and dates in a form that the rest of the article does not have: matters of style, not of truth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

Form = Literal["grouping", "date-order", "hyphen", "as-of", "ambiguous-date"]

_COMMAS = lazy(r"\d{2,3}(?:,\d{3})+")
_PLAIN = lazy(r"\d{5,}")
_SPACES = lazy(r"\d{2,3}(?:[\u00a0\u2009\u202f ]\d{3})+")
_DAY_FIRST = lazy(r"\d{1,2} [A-Z][a-z]{2,8} \d{3,4}")
_MONTH_FIRST = lazy(r"[A-Z][a-z]{2,8} \d{1,2}, \d{3,4}")
_HYPHEN = lazy(r"[$€£¥]?\d[\d,.]*(?:\s?%)?-\d[\d,.]*(?:\W.*)?")
_PRESENT = lazy(
    r"(?<!will )\b(?:has|have|is home to|there are|employs|currently|now has|serves)\b[^.;]{0,40}$", re.IGNORECASE
)
_GROWING = frozenset(("population", "employees", "students", "households"))
"""Measures whose figures grow old."""


class StyleOptions(Options, frozen=True):
    """What is looked at."""

    of: Form
    """Digit groups, the order of day and month, hyphens in ranges, figures of today without a date, 5/6/2012."""


@check("style", StyleOptions, text="the figure or date as printed", rest="how many others have the other form")
def out_of_style(view: View, options: StyleOptions) -> Iterator[Hit]:
    """A figure or date of the text in a form of its own."""
    claims = [*view.of_context("lead"), *view.of_context("prose")]
    if options.of in _MIXED:
        yield from _minority(claims, _MIXED[options.of])
        return
    for claim in claims:
        if not claim.quoted and _SINGLE[options.of](claim):
            yield Hit(Mark(claim.start, claim.end), (claim,), {"text": claim.text, "rest": ""})


def _minority(claims: Sequence[Claim], forms: Mapping[str, re.Pattern[str]]) -> Iterator[Hit]:
    """The claims in another form than most, where one form has at least twice as many as all others."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for name, form in forms.items():
            if claim.quoted or "|" in claim.text or claim.text.startswith("0"):
                continue  # a template groups its digits itself
            if form.fullmatch(claim.passage.text, claim.visible.start, _number_end(claim)):
                found[name].append(claim)
    usual = max(found, key=lambda name: len(found[name]), default="")
    others = [claim for name, group in found.items() if name != usual for claim in group]
    if others and len(found[usual]) >= 2 * len(others):
        for claim in others:
            yield Hit(Mark(claim.start, claim.end), (claim,), {"text": claim.text, "rest": str(len(found[usual]))})


def _number_end(claim: Claim) -> int:
    """The end of the digits of a quantity, or of a date."""
    if claim.kind == "date":
        return claim.visible.end
    digits = _DIGITS.match(claim.passage.text, claim.visible.start, claim.visible.end)
    return digits.end() if digits else claim.visible.end


_DIGITS = lazy(r"[\d,\u00a0\u2009\u202f]*\d(?: \d{3})*")


def _hyphenated(claim: Claim) -> bool:
    return claim.form == "range" and _HYPHEN.fullmatch(claim.text) is not None


def _undated(claim: Claim) -> bool:
    """A growing figure told in the present tense, of no named time."""
    value = claim.amount.value if claim.amount else None
    if (
        value is None
        or value < 100
        or claim.measure not in _GROWING
        or claim.time is not None
        or claim.hedge not in ("exact", "about")
    ):
        return False
    return _PRESENT.search(claim.passage.text, claim.sentence.start, claim.lead) is not None


_MIXED: dict[str, Mapping[str, re.Pattern[str]]] = {
    "grouping": {"commas": _COMMAS, "plain": _PLAIN, "spaces": _SPACES},
    "date-order": {"day": _DAY_FIRST, "month": _MONTH_FIRST},
}
_SINGLE: dict[str, Callable[[Claim], bool]] = {
    "hyphen": _hyphenated,
    "as-of": _undated,
    "ambiguous-date": lambda claim: claim.status == "ambiguous",
}
