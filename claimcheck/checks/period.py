"""Periods that end before they begin: "from 2004 to 1963"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.era import ERA, before_our_era
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.when import When

FIRST = 1500
"""Earliest year that is taken for one by its four digits alone."""
LONGEST = 200
"""Years between two dashed numbers beyond which they are not a period of history or a life."""
SHORTEST = len("2008–2007")
_FROM = lazy(r"(?<!\w)from\s*$", re.IGNORECASE)
_BETWEEN = lazy(r"(?<!\w)between\s*$", re.IGNORECASE)
_ANCIENT = lazy(r"\b(?:BC|BCE|B\.C\.|B\.C\.E\.|BP|Ma|mya|years ago|ISBN|ISSN|pp?\.)(?!\w)")
_YEAR = lazy(r"\d{4}")
_DASHED = lazy(r"[–—-]([12]\d{3})(?![\w–—/:-]|\.\d)")
_BEFORE_DASH = lazy(r"(?<![\w–—./:-])[12]\d{3}")
_YEARLIKE = lazy(
    r"\(\d{4}[–—-]\d{4}\)|, \d{4}[–—-]\d{4}\)|\d{4}[–—-]\d{4} (?:season|term|campaign)|"
    r"=+ ?\d{4}[–—-]\d{4} ?=+|: \d{4}[–—-]\d{4}\)?(?: ?=|$)|"
    r"\b(?:[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring|[Ss]ince|of|the|War,?) \d{4}[–—-]\d{4}(?!\s?\d| [a-z]{1,3}\b)"
)


@check("period", Options, text="the period as printed", first="its beginning as printed", last="its end as printed")
def reversed_(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A period whose end lies wholly before its beginning."""
    for claim in view.dates:
        hit = _range(claim) if claim.form == "range" else None
        if hit is not None and not _ancient(claim):
            yield hit
    for passage in view.document.passages:
        if len(passage.text) < SHORTEST or passage.context in ("citation", "template"):
            continue
        if _DASHED.search(passage.text):
            yield from _dashed(passage, view.today.year)
    for sentence in view.with_dates(2):
        for first, last in pairwise(sentence.dates):
            if _joined(sentence, first, last) and _before(last.when, first.when) and not _ancient(first):
                words = {"text": f"{first.text} to {last.text}", "first": first.text, "last": last.text}
                related = (Mark(first.start, first.end, "begins here"),)
                yield Hit(Mark(last.start, last.end), (last, first), words, related)


def _ancient(claim: Claim) -> bool:
    """True among years that run backwards because they lie before our era."""
    near = _ANCIENT.search(claim.passage.text, claim.sentence.start, claim.sentence.end)
    return bool(near) or before_our_era(claim)


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


def _dashed(passage: Passage, latest: int) -> Iterator[Hit]:
    """A year with a dash and an earlier year behind it, among words that only years have: "(2008–2007)"."""
    text = passage.text
    for dash in _DASHED.finditer(text):
        start = dash.start() - 4
        if start < 0 or not _BEFORE_DASH.match(text, start):
            continue
        first, last = int(text[start : start + 4]), int(dash[1])
        if not 0 < first - last < LONGEST or not FIRST <= last <= first <= latest + 1:
            continue
        if not _YEARLIKE.search(text[max(0, start - 12) : dash.end() + 8]):
            continue
        if not _ANCIENT.search(text[max(0, start - 60) : dash.end() + 60]) and not ERA.search(text):
            span = passage.span(start, dash.end())
            words = {"text": text[start : dash.end()], "first": str(first), "last": dash[1]}
            yield Hit(Mark(span.start, span.end), (), words)


def _joined(sentence: Sentence, first: Claim, last: Claim) -> bool:
    """True for two single dates told as a period: "from A to B", "between A and B"."""
    if first.form != "single" or last.form != "single":
        return False
    text, start = sentence.passage.text, sentence.span.start
    between = text[first.visible.end : last.lead].strip()
    if between in ("to", "until", "through", "till"):
        return bool(_FROM.search(text, start, first.lead)) and not _moved(text[start : first.lead])
    return between == "and" and bool(_BETWEEN.search(text, start, first.lead))


def _moved(before: str) -> bool:
    """True for a change of a figure that looks like a year: "ratings fell from 2010 to 1995"."""
    return any(_FROM.fullmatch(before, verb.end() + 1) for verb in pattern("up", "down").finditer(before))


def _before(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.before(other)
