"""A stated lapse of time between two dates of one sentence: "opened in 1990 and, two years later, in 1995, closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.extract import read
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil
from claimcheck.values.when import When

YEARS = {"year": 1, "decade": 10, "century": 100}
REACH = 90
"""Characters from the first date to the lapse that counts from it."""
_LATER = lazy(r"(?P<lapse>.*\b(?:years?|decades?|centur(?:y|ies)))\s+(?:later|afterwards?|thereafter)", re.IGNORECASE)
_THEN = lazy(r"\s*,?\s*(?:and\s+)?(?:in|on|\()\s*", re.IGNORECASE)
_LOOSE = lazy(
    r"\b(?:more|less|over|nearly|almost|about|around|some|several|few|couple|each|every|who|which|whose|born|aged|old|"
    r"first|when|since|until|between|from|to)\b",
    re.IGNORECASE,
)


@check(
    "later",
    Options,
    text="the lapse as printed",
    first="the date that it counts from",
    last="the date that it leads to",
    expected="the years between them",
)
def against_dates(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A lapse ("two years later, in 1995") that the date before it and the date behind it do not make."""
    for sentence in view.with_dates(3):
        for first, lapse, last in zip(sentence.dates, sentence.dates[1:], sentence.dates[2:], strict=False):
            said = _LATER.fullmatch(lapse.text)
            if said and _joined(sentence, first, lapse, last):
                yield from _judge(said["lapse"], first, lapse, last)


def _joined(sentence: Sentence, first: Claim, lapse: Claim, last: Claim) -> bool:
    """True where the lapse counts from the date before it and leads to the one right behind it."""
    if first.event in ("birth", "life") or not all(
        c.form == "single" and c.when and c.text[-1:].isdigit() for c in (first, last)
    ):
        return False
    text = sentence.passage.text
    between = text[first.visible.end : lapse.lead]
    then = _THEN.fullmatch(text[lapse.visible.end : last.visible.start])
    return then is not None and len(between) <= REACH and not _LOOSE.search(between)


def _judge(said: str, first: Claim, lapse: Claim, last: Claim) -> Iterator[Hit]:
    stated, span = _length(said), _years(first.when, last.when)
    if stated is None or span is None or span[0] - 1 <= stated <= span[1] + 1:
        return
    words = {"text": said, "first": first.text, "last": last.text, "expected": _told(span)}
    related = (Mark(first.start, first.end, "from here"), Mark(last.start, last.end, "to here"))
    yield Hit(Mark(lapse.start, lapse.start + len(said)), (lapse, first, last), words, related)


def _length(said: str) -> Fraction | None:
    """The years of "two years", "a decade"; None where they are loose or cannot be read."""
    found = next((reading for reading in read(said) if reading.kind == "duration"), None)
    if found is None or found.amount is None or found.amount.hedge != "exact" or found.amount.value is None:
        return None
    return found.amount.value * YEARS[found.unit] if found.unit in YEARS else None


def _years(first: When | None, last: When | None) -> tuple[int, int] | None:
    """Fewest and most years from one date to the other, counted by the calendar; None where they are loose."""
    if first is None or last is None or first.approximate or last.approximate:
        return None
    if first.earliest is None or first.latest is None or last.earliest is None or last.latest is None:
        return None
    return civil(last.earliest)[0] - civil(first.latest)[0], civil(last.latest)[0] - civil(first.earliest)[0]


def _told(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]} to {span[1]}"
