"""An nth anniversary against the year of the first: "founded in 1945, it kept its 50th anniversary in 1985"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations

from claimcheck.checks.lexicon import any_of
from claimcheck.checks.ordinals import ordinal, ordinal_pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

REACH = 80
"""Characters between the anniversary and its date."""
_AT = lazy(r"[^.;:]{0,80}?(?<!\w)(?:in|on) $")
_IN = lazy(r"[\s\w]{0,20}\b(?:[Ii]n|[Oo]n)(?: \w+)? $")
_YEAR = lazy(r"\d{4}")


@check(
    "anniversary",
    Options,
    text="the anniversary as printed",
    first="the date from which it counts",
    last="the date on which it is said to have been",
    expected="how many years lie between",
)
def against_dates(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An anniversary that is not as many years after the beginning as it says."""
    for sentence in view.with_dates(2) if view.says("anniversar") else ():
        found = _anniversary().search(sentence.text)
        if found is None or "anniversar" in sentence.text[found.end() :].lower():
            continue
        number = ordinal(found["ordinal"])
        dates = [claim for claim in sentence.dates if _plain(claim)]
        if number is None or len(dates) != 2 or len(sentence.dates) != 2:
            continue
        for first, last in permutations(dates):
            if _begins(sentence, first) and _marks(sentence, found, last):
                yield from _judge(sentence, found, number, first, last)


def _plain(claim: Claim) -> bool:
    sure = claim.form == "single" and claim.when is not None and not claim.when.approximate
    return sure and _YEAR.search(claim.text) is not None


def _begins(sentence: Sentence, claim: Claim) -> bool:
    """True where the words before a date tell a beginning."""
    before = sentence.before(claim)
    return claim.event in ("foundation", "birth", "opening") or _beginning().search(before) is not None


def _marks(sentence: Sentence, found: re.Match[str], claim: Claim) -> bool:
    """True for "its 50th anniversary in 1985" and "In 1985, it kept its 50th anniversary"."""
    at = claim.visible.start - sentence.span.start
    text = sentence.text
    if at >= found.end():
        return at - found.end() <= REACH and _AT.fullmatch(text[found.end() : at]) is not None
    return _IN.fullmatch(text[:at]) is not None


def _judge(sentence: Sentence, found: re.Match[str], number: int, first: Claim, last: Claim) -> Iterator[Hit]:
    a, b = first.when, last.when
    if a is None or b is None or None in (a.earliest, a.latest, b.earliest, b.latest):
        return
    low, high = civil(b.earliest or 0)[0] - civil(a.latest or 0)[0], civil(b.latest or 0)[0] - civil(a.earliest or 0)[0]
    if low > 0 and not low - 1 <= number <= high + 1:
        start = sentence.span.start + found.start("ordinal")
        span = sentence.passage.span(start, sentence.span.start + found.end())
        words = {
            "text": found.group(),
            "first": first.text,
            "last": last.text,
            "expected": str(low) if low == high else f"{low} to {high}",
        }
        related = (Mark(first.start, first.end, "from here"), Mark(last.start, last.end, "to here"))
        yield Hit(Mark(span.start, span.end), (first, last), words, related)


@cache
def _anniversary() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<ordinal>{ordinal_pattern()})[ -](?:year )?anniversary", re.IGNORECASE)


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('beginnings')}) $", re.IGNORECASE)
