"""Which figures of two sentences may be of one thing, whether they agree, and which of several is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf, log
from typing import Literal

from claimcheck.checks.matching.counted import noun, noun_in
from claimcheck.checks.matching.kinship import interval_as, same_kind
from claimcheck.checks.matching.tellings import Statement
from claimcheck.checks.matching.where import places_apart
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval
from claimcheck.values.when import When

CLOSE, LIKE_CLOSE = 0.1, 0.02
"""Distances (see `distance`) up to which a bound is told of a figure, and by which another figure may be nearer."""
Accord = Literal["equal", "bound", "edge", "none"]
"""equal: one value; bound: one lies within what the other leaves open; edge: only the printed day, month or year itself
is common, which "before" and "after" leave out; none: they cannot meet."""
_BEFORE = lazy(r"\b(?:before|prior to|earlier than)\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = lazy(r"\b(?:after|later than)\s+(?:the\s+)?$", re.IGNORECASE)
_LENGTH = {"minute": 0, "day": 1, "month": 28, "year": 365, "decade": 3652}


def comparable(first: Statement, second: Statement) -> bool:
    """True for two dates whose events do not differ, two figures of one dimension, two counts of the same noun."""
    a, b = first.claim, second.claim
    if a.when is not None or b.when is not None:
        return a.when is not None and b.when is not None and not (a.event and b.event and a.event != b.event)
    if not same_kind(a, b):
        return False
    return bool(a.unit) or _same_noun(first, second)


def _same_noun(first: Statement, second: Statement) -> bool:
    a, b = noun_in(first), noun_in(second)
    if a and b:
        return a == b
    return (a in second.beside) if a else bool(b) and b in first.beside


def accord(first: Claim, second: Claim) -> Accord:
    """How two comparable figures agree."""
    if first.when is not None and second.when is not None:
        return _dates(first, second, first.when, second.when)
    told = interval_as(first, second)
    if told is None or second.amount is None:
        return "none"
    if not told.meets(second.amount.interval):
        return "none"
    return "bound" if _open(told) != _open(second.amount.interval) else "equal"


def distance(first: Claim, second: Claim) -> float:
    """How far two figures lie apart: the logarithm of their ratio, for dates of one plus the years between."""
    if first.when is not None and second.when is not None:
        a, b = _day(first.when), _day(second.when)
        return inf if a is None or b is None else log(1 + abs(a - b) / 365.25)
    told = interval_as(first, second)
    x = _middle(told) if told else None
    y = _middle(second.amount.interval) if second.amount else None
    if x is None or y is None:
        return inf
    if x == y:
        return 0.0
    ratio = x / y if y else 0
    return abs(log(ratio)) if ratio > 0 else inf


def exceeds(claim: Claim, other: Claim) -> bool:
    """True where a figure is larger than another whatever both mean."""
    told = interval_as(claim, other)
    if told is None or told.low is None or other.amount is None or other.amount.interval.high is None:
        return False
    return told.low > other.amount.interval.high


def _dates(first: Claim, second: Claim, a: When, b: When) -> Accord:
    if not a.meets(b):
        return "none"
    if _outside(first, a, b) or _outside(second, b, a):
        return "edge"
    return "bound" if _unbounded(a) != _unbounded(b) else "equal"


def _outside(claim: Claim, own: When, other: When) -> bool:
    """True where "before May" or "after May" meets the other only in May itself."""
    if not _unbounded(own) or _unbounded(other):
        return False
    printed = _LENGTH.get(own.granularity, 1)
    if own.earliest is None and own.latest is not None and other.earliest is not None and _says(claim, _BEFORE):
        return other.earliest > own.latest - printed
    if own.latest is None and own.earliest is not None and other.latest is not None and _says(claim, _AFTER):
        return other.latest < own.earliest + printed
    return False


def _says(claim: Claim, pattern: re.Pattern[str]) -> bool:
    at = claim.visible.start
    return bool(pattern.search(claim.passage.text, max(claim.sentence.start, at - 16), at))


def _unbounded(when: When) -> bool:
    return when.earliest is None or when.latest is None


def _open(interval: Interval) -> bool:
    return interval.low is None or interval.high is None


def _day(when: When) -> int | None:
    return when.latest if when.earliest is None else when.earliest


def _middle(interval: Interval) -> float | None:
    low, high = interval.low, interval.high
    if low is None and high is None:
        return None
    if low is None or high is None:
        return _float(high if low is None else low)
    return _float(low) if low == high else _float((low + high) / 2)


def _float(number: object) -> float | None:
    try:
        return float(number)  # type: ignore[arg-type]
    except OverflowError:
        return None


def meant(claim: Statement, others: Sequence[Statement]) -> Statement | None:
    """The figure of another sentence that this one contradicts, if it restates one of them; None where it agrees.

    A figure that is equal settles it; so does one within a bound that is told, if the bound is close to it or it stands
    among words no worse than any other. A bare figure may be of anything.
    """
    agreed: list[tuple[Accord, Statement]] = []
    against: list[Statement] = []
    for other in others:
        alike = comparable(claim, other)
        if alike or _bare(claim, other):
            how = accord(claim.claim, other.claim)
            if how == "equal":
                return None
            agreed.append((how, other))
            if alike and how != "bound":
                against.append(other)
    if not against:
        return None
    here = [other for other in against if not places_apart(claim, other)]
    if not here:
        return None
    best = here[0]
    if len(here) > 1:
        best = max(here, key=lambda other: (_nearness(claim, other), -distance(claim.claim, other.claim)))
    if any(how == "bound" and _bears_out(claim, other, best) for how, other in agreed):
        return None
    return best


def _bare(claim: Statement, other: Statement) -> bool:
    """True for counts of which one may be of what the other counts, since it does not say what it is of."""
    bare = claim.claim.kind == other.claim.kind == "quantity" and not (claim.claim.unit or other.claim.unit)
    return bare and not (noun(claim.claim) and noun(other.claim)) and same_kind(claim.claim, other.claim)


def _bears_out(claim: Statement, other: Statement, best: Statement) -> bool:
    """True where a bound that a figure keeps may be told of it rather than of the one that breaks it."""
    if places_apart(claim, other):
        return False
    if _nearness(claim, other) >= _nearness(claim, best):
        return True
    away = distance(claim.claim, other.claim)
    return away < CLOSE and away <= distance(claim.claim, best.claim) + LIKE_CLOSE


def _nearness(first: Statement, second: Statement) -> int:
    """How many of the words beside two figures are the same."""
    return len(first.beside & second.beside)
