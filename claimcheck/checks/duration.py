"""A stated length of time against the period beside it: "138 years from 799 to 684 BC"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import years_between

_BEFORE = lazy(r",?(?: (?:period|reign|span|run|tenure|rule|war|career|drought|break|absence))?,? ?(?:from|\() ?")
_AFTER = lazy(r" \(|, (?:(?:a|an) (?:period|span|reign|run) of |or )?")
_CLOSED = lazy(r"\)|,|\.|;|\s*$")
_LOOSE = lazy(
    r"\b(?:after|within|every|next|last|past|first|aged?|least|most|total|combined|nearly|interrupted|interruptions?|"
    r"intermittent\w*|on and off|non-consecutive|except|twice|each|various|different|over|under|before|for at|jail|"
    r"prison|sentenced|cut short|suspended|estimated|approximately|chronology)\b",
    re.IGNORECASE,
)


@check(
    "duration",
    Options,
    text="the length as printed",
    period="the period as printed",
    expected="how many years the period has",
)
def against_period(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A length in years that the period beside it does not have."""
    for sentence in view.with_dates(1):
        for first, second in pairwise(sentence.claims):
            pair = _pair(sentence, first, second)
            span = _years(pair[1]) if pair else None
            if pair is None or span is None or pair[0].amount is None or pair[0].amount.value is None:
                continue
            if not span[0] - 1 <= pair[0].amount.value <= span[1] + 1:
                yield _hit(*pair, span)


def _pair(sentence: Sentence, first: Claim, second: Claim) -> tuple[Claim, Claim] | None:
    """The length and the period, when they stand side by side in either order and nothing loosens them."""
    if _length(first) and second.form == "range" and second.when:
        joined, pair = _BEFORE.fullmatch(sentence.between(first, second)), (first, second)
    elif _length(second) and first.form == "range" and first.when:
        joined, pair = _AFTER.fullmatch(sentence.between(first, second)), (second, first)
    else:
        return None
    if not joined or not _CLOSED.match(sentence.after(second)) or _LOOSE.search(sentence.text):
        return None
    return pair


def _length(claim: Claim) -> bool:
    plain = claim.kind == "duration" and claim.unit == "year" and claim.form == "single" and claim.hedge == "exact"
    return plain and claim.per is None and claim.amount is not None


def _years(period: Claim) -> tuple[int, int] | None:
    """Fewest and most years from the beginning to the end, the first year counted or not."""
    when = period.when
    if when is None or when.approximate or period.status != "ok" or when.extent != "throughout":
        return None
    (first, last), (least, most) = when.start, when.end
    if first is None or last is None or least is None or most is None:
        return None
    return years_between(last, least) + (last != first), years_between(first, most)


def _hit(length: Claim, period: Claim, span: tuple[int, int]) -> Hit:
    expected = str(span[0]) if span[0] == span[1] else f"{span[0]} or {span[1]}"
    words = {"text": length.text, "period": period.text, "expected": expected}
    related = (Mark(period.start, period.end, "the period"),)
    return Hit(Mark(length.start, length.end), (length, period), words, related)
