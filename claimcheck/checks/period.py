"""Periods that end before they begin: "from 2004 to 1963"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.values.when import When

_FROM = re.compile(r"(?<!\w)from\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)between\s*$", re.IGNORECASE)
_ANCIENT = re.compile(r"\b(?:BC|BCE|B\.C\.|B\.C\.E\.|BP|Ma|mya|years ago)(?!\w)")
_REVERSED = re.compile(r"\b(?:reverse|backwards?|descending|countdown|back to|in order)\b", re.IGNORECASE)


@check("period", Options, text="the period as printed", first="its beginning as printed", last="its end as printed")
def reversed_(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A period whose end lies wholly before its beginning."""
    for claim in view.dates:
        if claim.form == "range" and claim.status == "impossible" and claim.parts and len(claim.parts) == 2:
            first, last = claim.parts
            if _before(last.when, first.when) and not _ANCIENT.search(_sentence(claim)):
                words = {"text": claim.text, "first": first.text, "last": last.text}
                yield Hit(Mark(claim.start, claim.end), (claim,), words)
    for sentence in view.with_dates(2):
        if _ANCIENT.search(sentence.text) or _REVERSED.search(sentence.text):
            continue
        yield from (
            _pair(a, b) for a, b in pairwise(sentence.dates) if _period(sentence, a, b) and _before(b.when, a.when)
        )


def _period(sentence: Sentence, first: Claim, last: Claim) -> bool:
    """True for two single dates joined as a period: "from A to B", "between A and B", "(A–B)"."""
    if first.form != "single" or last.form != "single":
        return False
    text, start = sentence.passage.text, sentence.span.start
    between = text[first.visible.end : last.lead].strip()
    if between in ("–", "—"):
        return text[first.lead - 1 : first.lead] == "(" and text[last.visible.end : last.visible.end + 1] == ")"
    if between in ("to", "until", "through", "till"):
        return bool(_FROM.search(text, start, first.lead))
    return between == "and" and bool(_BETWEEN.search(text, start, first.lead))


def _before(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.before(other)


def _sentence(claim: Claim) -> str:
    return claim.passage.text[claim.sentence.start : claim.sentence.end]


def _pair(first: Claim, last: Claim) -> Hit:
    words = {"text": f"{first.text} to {last.text}", "first": first.text, "last": last.text}
    return Hit(Mark(last.start, last.end), (last, first), words, (Mark(first.start, first.end, "begins here"),))
