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

LONGEST = 200
"""Years between two dashed numbers beyond which they are not a period of history or a life."""
_FROM = re.compile(r"(?<!\w)from\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)between\s*$", re.IGNORECASE)
_ANCIENT = re.compile(r"\b(?:BC|BCE|B\.C\.|B\.C\.E\.|BP|Ma|mya|years ago|ISBN|ISSN|pp?\.)(?!\w)")
_YEAR = re.compile(r"\d{4}")
_DASHED = re.compile(r"[–—-](\d{4})(?![\d–—/-]|\.\d)")


@check("period", Options, text="the period as printed", first="its beginning as printed", last="its end as printed")
def reversed_(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A period whose end lies wholly before its beginning."""
    for claim in view.dates:
        hit = _range(claim) if claim.form == "range" else _dashed(claim)
        if hit is not None and not _ANCIENT.search(claim.passage.text, claim.sentence.start, claim.sentence.end):
            yield hit
    for sentence in view.with_dates(2):
        for first, last in pairwise(sentence.dates):
            if _joined(sentence, first, last) and _before(last.when, first.when) and not _ANCIENT.search(sentence.text):
                words = {"text": f"{first.text} to {last.text}", "first": first.text, "last": last.text}
                related = (Mark(first.start, first.end, "begins here"),)
                yield Hit(Mark(last.start, last.end), (last, first), words, related)


def _range(claim: Claim) -> Hit | None:
    """A range that was read as impossible though each end has its year: "December to May" has none."""
    parts = claim.parts or ()
    if claim.status != "impossible" or len(parts) != 2 or not all(_YEAR.search(part.text) for part in parts):
        return None
    first, last = parts
    if not _before(last.when, first.when):
        return None
    words = {"text": claim.text, "first": first.text, "last": last.text}
    return Hit(Mark(claim.start, claim.end), (claim,), words)


def _dashed(claim: Claim) -> Hit | None:
    """A year with a dash and an earlier year right behind it: "(2008–2007)"."""
    text, end = claim.passage.text, claim.visible.end
    match = _DASHED.match(text, end) if _YEAR.fullmatch(claim.text) and claim.passage.context != "citation" else None
    if match is None or not 0 < int(claim.text) - int(match[1]) < LONGEST:
        return None
    if text[max(0, claim.visible.start - 1) : claim.visible.start] in ("-", "–", "/", "."):
        return None
    span = claim.passage.span(claim.visible.start, match.end())
    words = {"text": text[claim.visible.start : match.end()], "first": claim.text, "last": match[1]}
    return Hit(Mark(span.start, span.end), (claim,), words)


def _joined(sentence: Sentence, first: Claim, last: Claim) -> bool:
    """True for two single dates told as a period: "from A to B", "between A and B"."""
    if first.form != "single" or last.form != "single":
        return False
    text, start = sentence.passage.text, sentence.span.start
    between = text[first.visible.end : last.lead].strip()
    if between in ("to", "until", "through", "till"):
        return bool(_FROM.search(text, start, first.lead))
    return between == "and" and bool(_BETWEEN.search(text, start, first.lead))


def _before(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.before(other)
