"""A statement beneath the text that it is drawn from: figures that the text does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.figures import ends
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.checks.matching.words import head, stems
from claimcheck.checks.patterns import lazy
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.sentences import sentences
from claimcheck.finding import Hit, Mark
from claimcheck.source import Span
from claimcheck.values.when import When

LONGEST, SHORTEST = 1_200, 12
"""Characters of a text that is one statement under another; a statement has at least a few."""
STATEMENT = 240
"""Characters of a statement: it is one sentence, not a paragraph."""
_BY = lazy(r"\b(?:by|as of|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = lazy(r"\b(?:before|prior to|earlier than)\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = lazy(r"\b(?:after|later than)\s+(?:the\s+)?$", re.IGNORECASE)


@check(
    "restated",
    Options,
    text="the figure of the statement",
    said="what the text above says",
    means="what the figure of the statement means",
)
def against_text(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure of a closing statement that none of the like figures in the text above it can meet."""
    parts = _statement(view)
    if parts is None:
        return
    above, below = parts
    for claim in below:
        rivals = _rivals(claim, above)
        if rivals and not any(_agrees(claim, rival) for rival in rivals):
            said = ", ".join(dict.fromkeys(rival.text for rival in rivals))
            words = {"text": claim.text, "said": said, "means": _means(claim)}
            related = tuple(Mark(rival.start, rival.end, "the text above") for rival in rivals)
            yield Hit(Mark(claim.start, claim.end), (claim, *rivals), words, related)


def _statement(view: View) -> tuple[list[Claim], list[Claim]] | None:
    """The claims of a plain text of two lines, above and below its last line break; None for any other text."""
    document = view.document
    text = document.source.text.rstrip()
    cut = text.rfind("\n")
    if document.markup != "plain" or len(text) > LONGEST or cut < SHORTEST or text.count("\n") > 1:
        return None
    first, last = text[:cut], text[cut + 1 :]
    if not SHORTEST <= len(last) <= STATEMENT or len(sentences(last)) > 1 or not stems(first) & stems(last):
        return None
    return [c for c in view.claims if c.end <= cut], [c for c in view.claims if c.start > cut]


def _rivals(claim: Claim, above: list[Claim]) -> list[Claim]:
    """The figures above that may be what the statement's figure restates: of the same noun, else of the same kind."""
    if claim.kind == "date":
        return [c for c in above if c.kind == "date" and c.when] if claim.when and not _by(claim) else []
    alike = [c for c in above if c.kind != "date" and interval_as(c, claim) is not None]
    same = [c for c in alike if claim.counted and head(c.counted) == head(claim.counted)]
    return same or alike


def _agrees(claim: Claim, rival: Claim) -> bool:
    if claim.when and rival.when:
        return _dates_agree(claim, claim.when, rival.when)
    told = interval_as(rival, claim)
    return told is None or claim.amount is None or told.meets(claim.amount.interval)


def _dates_agree(claim: Claim, stated: When, told: When) -> bool:
    """True where some day fits both; "before 5 May" leaves out that day, "before 1990" all of that year."""
    if _says(claim, _BEFORE):
        low, high = told.earliest, stated.latest
        return low is None or high is None or low <= high - _length(claim)
    if _says(claim, _AFTER):
        low, high = stated.earliest, told.latest
        return low is None or high is None or high >= low + _length(claim)
    return stated.meets(told)


def _length(claim: Claim) -> int:
    """Days of the printed date itself, which "before" and "after" leave out."""
    when = claim.when
    return {"day": 1, "month": 28, "year": 365, "decade": 3652}.get(when.granularity if when else "day", 1)


def _by(claim: Claim) -> bool:
    return _says(claim, _BY)


def _says(claim: Claim, pattern: re.Pattern[str]) -> bool:
    """True where the words right before the date, or its own first word, are such a preposition."""
    at = claim.visible
    before = Span(max(claim.sentence.start, at.start - 16), at.start)
    return bool(pattern.search(claim.passage.text, before.start, before.end))


def _means(claim: Claim) -> str:
    return ends(claim.amount.interval) if claim.amount else claim.text
