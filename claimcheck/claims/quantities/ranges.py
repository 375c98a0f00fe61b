"""Two printed numbers that are one figure: ranges, and a value with its uncertainty."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.model import Part, Reading
from claimcheck.claims.quantities import formulas, labels, series
from claimcheck.claims.quantities.before import Before
from claimcheck.claims.quantities.following import read_tail
from claimcheck.claims.quantities.numbers import Number, read_number
from claimcheck.claims.quantities.reading import reading
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.vocabulary import HedgeWord
from claimcheck.values.amount import Amount
from claimcheck.values.interval import Interval

_UNCERTAIN = frozenset(" \u00a0\u2009±+")
_PLUS_MINUS = re.compile(r"[ \u00a0\u2009]?(?:±|\+/[-−–]|\+[-−–])[ \u00a0\u2009]?(?=\d)")


def joined(text: str, number: Number, before: Before, tail: Tail) -> Reading | None:
    """The reading as a range or plus-minus, if it is one."""
    if number.precision == "open":
        return None
    uncertain = None
    if not number.word and text[number.end : number.end + 1] in _UNCERTAIN:
        uncertain = _PLUS_MINUS.match(text, number.end)
    if uncertain is not None:
        return _plus_minus(text, number, before, uncertain.end())
    joint = series.connector(text, number.end, before.tokens)
    own = None
    if joint is None:
        own = tail
        if own.unit is None or own.tail != own.end or own.end == number.end:
            return None
        joint = series.connector(text, own.end, before.tokens)
        if joint is None:
            return None
    second = series.read_second(text, joint[0])
    if second is None or (
        own is not None and own.unit != second.tail.unit and not (own.money and second.tail.unit is None)
    ):
        return None
    if own is None and before.code and second.code is None and second.tail.unit not in (None, before.code):
        return None
    return _range(text, number, before, second, joint[1], own)


def _range(
    text: str, number: Number, before: Before, second: series.Second, how: str, own: Tail | None
) -> Reading | None:
    first = series.share_scale(number, second.number)
    tail, hedge_word = second.tail, before.hedge
    if tail.unit is None and (before.code or own):
        tail.unit, tail.money = before.code or (own.unit if own else None), True
    strong = formulas.strong(first, tail, hedged=before.hedge is not None) or formulas.strong(
        second.number, tail, hedged=False
    )
    if how == "dash" and first.plain and second.number.plain:
        if (
            text[second.number.end : second.number.end + 1] in ("-", "–", "/")
            and text[second.number.end + 1 : second.number.end + 2].isdigit()
        ):
            return None
        if not strong and (not tail.plural or formulas.in_contest(before.tokens)):
            return None
    if how == "to" and not strong and (not tail.plural or formulas.in_contest(before.tokens)):
        return None
    if first.value >= second.number.value:
        return None
    if how == "to" and series.is_change(text, before.start, before.tokens) and not text.startswith(" to ", tail.end):
        return None
    if _years(number, second.number) and not (strong or hedge_word):
        return None
    if formulas.glued(text, second.number, tail.end) or labels.label(
        text, before.start, number, tail, before.tokens, hedged=before.hedge is not None
    ):
        return None
    bounds = _between(first, second.number)
    hedge = before.hedge
    amount = Amount(
        None, step=second.number.step, precision=second.number.precision, hedge=hedge.hedge if hedge else "exact",
        scales=second.number.scales, bounds=_hedged(bounds, hedge), near=bool(hedge and hedge.near),
    )  # fmt: skip
    end = own.end if own else number.end
    parts = (
        Part(before.start, end, text[before.start : end], first.value),
        Part(second.start, tail.end, text[second.start : tail.end], second.number.value),
    )
    return reading(text, before, tail, amount, "range", parts)


def _years(first: Number, second: Number) -> bool:
    """True for two numbers that a reader takes for years."""
    return first.plain and second.plain and 1000 <= first.value <= 2100 and second.value <= 2100


def _hedged(bounds: Interval, hedge: HedgeWord | None) -> Interval:
    if hedge is None:
        return bounds
    if hedge.hedge == "about":
        return bounds.widen(Fraction(1, 10))
    if hedge.hedge in ("more_than", "at_least"):
        return Interval(bounds.low, None, low_closed=hedge.hedge == "at_least")
    return Interval(None, bounds.high, high_closed=hedge.hedge == "at_most")


def _between(first: Number, second: Number) -> Interval:
    """From the low end of the first to the high end of the second."""
    low = Amount(first.value, first.step, first.precision).interval
    high = Amount(second.value, second.step, second.precision).interval
    return Interval(low.low, high.high, low.low_closed, high.high_closed)


def _plus_minus(text: str, number: Number, before: Before, at: int) -> Reading | None:
    around = read_number(text, at)
    if around is None or around.start != at:
        return None
    tail = read_tail(text, around, before.code)
    if formulas.glued(text, around, tail.end):
        return None
    value = number.value
    amount = Amount(
        value, number.step, number.precision, before.hedge.hedge if before.hedge else "exact", number.mantissa,
        number.scales, Interval(value - around.value, value + around.value),
    )  # fmt: skip
    return reading(text, before, tail, amount, "plus_minus", None)
