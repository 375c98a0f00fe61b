"""Pairs of figures told as "from A to B", which several kinds look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from claimcheck.checks.view import Sentence
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_FROM = lazy(
    r"(?<!\w)from(?: (?:just|only|a mere|a total of|(?:a|an) (?:\w+ )?(?:low|high|peak|average) of))?\s*$",
    re.IGNORECASE,
)
_TO = lazy(
    r"(?<!\w)to(?: (?:just|only|a mere|a total of|(?:a|an) (?:\w+ )?(?:low|high|peak|average) of))?\s*$", re.IGNORECASE
)
_BREAK = lazy(r"[;:!?]|\.\s|\b(?:and|but|or|while|whereas|which|who|from|then|than|up|down|back)\b", re.IGNORECASE)
LONGEST = 90
"""Characters that may stand between A and B: a counted noun and a date."""


class FromTo(msgspec.Struct, frozen=True, eq=False):
    """A "from A to B" of a sentence, both in one unit; the intervals allow for a scale word said only once."""

    sentence: Sentence
    first: Claim
    last: Claim
    low: Interval
    high: Interval
    """What A and B mean, in that order."""


def from_to(sentence: Sentence) -> Iterator[FromTo]:
    """Every "from A to B" of single quantities with nothing but dates and plain words between them."""
    text, start = sentence.passage.text, sentence.span.start
    for first, last in pairwise(sentence.quantities):
        between = text[first.visible.end : last.lead]
        if len(between) > LONGEST or not _TO.search(between) or _BREAK.search(between):
            continue
        if not _FROM.search(text, start, first.lead):
            continue
        found = comparable(first, last)
        if found is not None:
            yield FromTo(sentence, first, last, *found)


def comparable(first: Claim, last: Claim) -> tuple[Interval, Interval] | None:
    """The intervals of two figures of one thing, or None where they are of different things.

    "from 26 to 31 million" leaves the scale of the first open, so it is taken to mean either.
    """
    a, b = first.amount, last.amount
    if a is None or b is None or a.value is None or b.value is None:
        return None
    if first.unit not in (None, last.unit) or not _same_per(first, last) or not _same_noun(first, last):
        return None
    interval = a.interval
    if b.scales and not a.scales and b.mantissa:
        interval = interval.hull(interval * (b.value / b.mantissa))
    if first.unit is None and last.unit is not None and not last.unit.isalpha():
        return None
    return interval, b.interval


def _same_per(first: Claim, last: Claim) -> bool:
    return first.per is None or first.per == last.per or _size(first) == _size(last)


def _size(claim: Claim) -> Fraction | None:
    return claim.per.amount if claim.per else None


def _same_noun(first: Claim, last: Claim) -> bool:
    a, b = head(first.counted), head(last.counted)
    return a is None or b is None or a == b


def head(counted: str | None) -> str | None:
    """The last word of a counted noun phrase without its plural, as far as comparing asks for it."""
    if not counted:
        return None
    word = counted.split(" of ")[0].split()[-1].lower()
    return {"people": "person", "men": "man", "women": "woman", "children": "child"}.get(word) or singular(word)


def singular(word: str) -> str:
    """A rough singular: "cities" → "city", "boxes" → "box", "nurses" → "nurse"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
