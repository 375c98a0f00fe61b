"""The recogniser: a number, what stands before and after it, and what it shares with the next."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.model import Part, Reading
from claimcheck.claims.quantities import currencies, left, negatives, series
from claimcheck.claims.quantities.hedges import hedge_after, hedge_before, tokens_before
from claimcheck.claims.quantities.numbers import VULGAR, Number, read_number, scale_letter
from claimcheck.claims.quantities.tail import Tail, read_tail
from claimcheck.claims.quantities.vocabulary import SMALL, HedgeWord
from claimcheck.values.amount import Amount
from claimcheck.values.interval import Interval

SIGNS = "".join(VULGAR)
"""Characters other than digits at which a quantity may begin."""
WORDS = tuple(sorted({*SMALL, "half", "third", "quarter", "fifth", "dozen", "dozens", "tens", "hundred", "hundreds", "thousand", "thousands",
                      "million", "millions", "billion", "billions", "trillion", "crore", "lakh"}))  # fmt: skip
"""Words at which a quantity may begin."""

_PLUS_MINUS = re.compile(r"[ \u00a0\u2009]?(?:±|\+/[-−–]|\+[-−–])[ \u00a0\u2009]?(?=\d)")
_OLD = re.compile(r"[- \u00a0](?:old|of age)\b")
_AGE_BEFORE = frozenset({"aged", "age", "ages"})
_AGED = re.compile(r"(?<=[a-z]), (\d{1,2})$")
_WAS = re.compile(r"\b(?:[Hh]e|[Ss]he|who) (?:is|was|turned|turns) $")
_THEN = re.compile(r"[.,;)]|$| (?:when|and|at|years)\b")
_LIFE = re.compile(r"\b(?:life expectancy|median age|average age|mean age)\b[^.;:,]*$", re.IGNORECASE)
_BEFORE_MASK = re.compile(r"(?:[A-Z][\w'’-]+ )?[A-Z][\w'’-]+, $")


class Left:
    """What was read before the number."""

    __slots__ = ("code", "hedge", "lead", "minus", "start", "tokens")

    def __init__(self, text: str, number: Number, after: int, placed: tuple[int, bool]) -> None:
        self.start, self.minus = placed
        self.code: str | None = None
        self.hedge: HedgeWord | None = None
        money = currencies.before(text, self.start, after)
        if money is not None:
            self.start, self.code = money
            if (
                self.start > after
                and text[self.start - 1] in left.MINUS
                and text[self.start - 2 : self.start - 1] in ("", " ", "(")
            ):
                self.start, self.minus = self.start - 1, True
        self.tokens = tokens_before(text, self.start, after)
        self.lead = self.start
        if text.endswith(("sub-", "Sub-"), max(after, self.start - 4), self.start):
            self.lead, self.hedge = self.start - 4, HedgeWord(("sub-",), "less_than", near=False)
            return
        hedge = hedge_before(text, self.start, after, self.tokens)
        if hedge is not None:
            self.lead, self.hedge = hedge
            self.tokens = tokens_before(text, self.lead, after)


def recognise(text: str, at: int, after: int) -> Reading | None:
    """The quantity whose number begins at `at`, or None; nothing before `after` may be taken."""
    if at > after and text[at - 1] == "." and text[at].isdigit() and (at < 2 or text[at - 2] in " \u00a0(-−+~<>="):
        at -= 1
    number = read_number(text, at)
    if number is None or number.start < after:
        return None
    before = _before(text, number, after)
    if before is None:
        return None
    number = scale_letter(text, number, money=before.code is not None)
    if before.minus:
        number.value = -number.value
    tail = read_tail(text, number, before.code)
    return _joined(text, number, before, tail) or _single(text, number, before, tail)


def _before(text: str, number: Number, after: int) -> Left | None:
    placed = left.sign(text, number.start, after)
    if placed is None and text.endswith(("sub-", "Sub-"), max(after, number.start - 4), number.start):
        placed = number.start, False
    if placed is None:
        money = currencies.before(text, number.start, after)
        if money is None or (money[0] > after and text[money[0] - 1].isalnum()):
            return None
        placed = number.start, False
    return Left(text, number, after, placed)


def _joined(text: str, number: Number, before: Left, tail: Tail) -> Reading | None:
    """The reading as a range or plus-minus, if it is one."""
    if number.precision == "open":
        return None
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
    text: str, number: Number, before: Left, second: series.Second, how: str, own: Tail | None
) -> Reading | None:
    first = series.share_scale(number, second.number)
    tail, hedge_word = second.tail, before.hedge
    if tail.unit is None and (before.code or own):
        tail.unit, tail.money = before.code or (own.unit if own else None), True
    strong = negatives.strong(first, tail, hedged=before.hedge is not None) or negatives.strong(
        second.number, tail, hedged=False
    )
    if how == "dash" and first.plain and second.number.plain:
        if (
            text[second.number.end : second.number.end + 1] in ("-", "–", "/")
            and text[second.number.end + 1 : second.number.end + 2].isdigit()
        ):
            return None
        if not strong and (not tail.plural or negatives.in_contest(before.tokens)):
            return None
    if how == "to" and not strong and (not tail.plural or negatives.in_contest(before.tokens)):
        return None
    if first.value >= second.number.value:
        return None
    if how == "to" and series.is_change(text, before.start, before.tokens) and not text.startswith(" to ", tail.end):
        return None
    if _years(number, second.number) and not (strong or hedge_word):
        return None
    if negatives.glued(text, second.number, tail.end) or negatives.is_label(
        text, before.start, number, tail, before.tokens, hedged=before.hedge is not None
    ):
        return None
    low, high = _interval(first, None).low, _interval(second.number, None).high
    amount = Amount(None, bounds=Interval(low, high))
    hedge = before.hedge
    amount = Amount(
        None, step=second.number.step, precision=second.number.precision, hedge=hedge.hedge if hedge else "exact",
        scales=second.number.scales, bounds=_hedged(Interval(low, high), hedge), near=bool(hedge and hedge.near),
    )  # fmt: skip
    end = own.end if own else number.end
    parts = (
        Part(before.start, end, text[before.start : end], first.value),
        Part(second.start, tail.end, text[second.start : tail.end], second.number.value),
    )
    return _reading(text, before, tail, amount, "range", parts)


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


def _interval(number: Number, hedge: HedgeWord | None) -> Interval:
    return Amount(number.value, number.step, number.precision, hedge.hedge if hedge else "exact").interval


def _plus_minus(text: str, number: Number, before: Left, at: int) -> Reading | None:
    around = read_number(text, at)
    if around is None or around.start != at:
        return None
    tail = read_tail(text, around, before.code)
    if negatives.glued(text, around, tail.end):
        return None
    value = number.value
    amount = Amount(
        value, number.step, number.precision, before.hedge.hedge if before.hedge else "exact", number.mantissa,
        number.scales, Interval(value - around.value, value + around.value),
    )  # fmt: skip
    return _reading(text, before, tail, amount, "plus_minus", None)


def _single(text: str, number: Number, before: Left, tail: Tail) -> Reading | None:
    if tail.end == number.end and tail.unit is None and negatives.glued(text, number, tail.end):
        return None
    if tail.unit is None:
        _borrow(text, number, before, tail)
    if tail.unit is None and tail.per is None:
        _age(text, number, before, tail)
    hedge = before.hedge
    trailing = hedge_after(text, tail.end) or (hedge_after(text, number.end) if tail.end == number.end else None)
    if trailing is not None and hedge is None:
        hedge = trailing[1]
        if tail.unit is None and tail.counted is None:
            noun = read_tail(text, _moved(number, trailing[0]))
            tail.counted, tail.tail = noun.counted, max(noun.tail, trailing[0])
    if _refused(text, number, before, tail, hedged=hedge is not None):
        return None
    amount = _amount(number, hedge, tail)
    return _reading(text, before, tail, amount, "single", None)


def _moved(number: Number, end: int) -> Number:
    return Number(
        number.start, end, number.value, number.step, number.precision, number.mantissa, number.scales, number.words
    )


def _refused(text: str, number: Number, before: Left, tail: Tail, *, hedged: bool) -> bool:
    if negatives.is_label(text, before.start, number, tail, before.tokens, hedged=hedged):
        return True
    if tail.unit is None and negatives.is_score(text, number, before.tokens):
        return True
    if number.fraction and "/" in text[number.start : number.end] and " " not in text[number.start : number.end]:
        return not (tail.unit or tail.plural or text.startswith(" of ", number.end))
    if number.words and number.value == 1 and not number.scales and not hedged:
        return tail.unit is None and tail.counted is None
    return False


def _borrow(text: str, number: Number, before: Left, tail: Tail) -> None:
    """Take the unit, scale and denominator from the other end of a change or series."""
    if before.tokens[-1:] == ["to"] and tail.counted is None and tail.per is None and number.end == tail.end:
        earlier = series.earlier_tail(text, before.start)
        if earlier is not None:
            tail.unit, tail.per, tail.money = earlier.unit, earlier.per, earlier.money
            return
    if "from" in before.tokens[-2:]:
        second = series.later_end(text, number.end - 1) if tail.counted is None else None
        joint = series.connector(text, number.end, ())  # type: ignore[arg-type]
        second = series.read_second(text, joint[0]) if joint and joint[1] == "to" else second
    else:
        joint = series.connector(text, number.end, ()) if number.end == tail.end else None  # type: ignore[arg-type]
        second = series.read_second(text, joint[0]) if joint and joint[1] == "to" else series.series_tail(text, number)
    if second is None or (second.code and not before.code):
        return
    shared = second.tail
    if shared.unit is not None and (tail.counted is None or shared.unit == "percent"):
        tail.unit, tail.money, tail.per = shared.unit, shared.money, shared.per
        tail.counted, tail.tail = None, tail.end
    elif tail.per is None and shared.per is not None and tail.counted is None:
        tail.per, tail.counted = shared.per, shared.counted
    elif (
        tail.counted is None
        and shared.counted is not None
        and (shared.plural or text[number.end : number.end + 1] == "-")
    ):
        tail.counted, tail.plural = shared.counted, True
    if second.number.scales and not number.scales:
        wider = series.share_scale(number, second.number)
        number.value, number.step, number.precision, number.scales = (
            wider.value,
            wider.step,
            wider.precision,
            wider.scales,
        )


def _age(text: str, number: Number, before: Left, tail: Tail) -> None:
    """ "aged 51", "at the age of 51", "Smith, 44, has"."""
    last = before.tokens[-2:]
    if number.value > 130 or (tail.counted is not None and tail.plural):
        return
    if tail.counted is None and (
        _WAS.search(text[max(0, before.lead - 14) : before.lead]) and _THEN.match(text, number.end)
    ):
        tail.unit = "year"
        return
    if tail.counted is None and number.value >= 10 and _LIFE.search(text[max(0, before.lead - 70) : before.lead]):
        tail.unit = "year"
        return
    if (last and last[-1].lstrip("(") in _AGE_BEFORE) or (
        len(last) == 2 and last[1] == "of" and last[0] in _AGE_BEFORE
    ):
        tail.unit, tail.counted, tail.tail = "year", None, tail.end
    elif (
        number.plain
        and number.value >= 10
        and text[number.end : number.end + 1] == ","
        and text[number.end + 1 : number.end + 2] == " "
    ):
        if (
            _BEFORE_MASK.search(text[max(0, before.start - 40) : before.start])
            and text[number.end + 2 : number.end + 3].islower()
        ):
            tail.unit = "year"


def _amount(number: Number, hedge: HedgeWord | None, tail: Tail) -> Amount:
    value = number.value - tail.extra if number.value < 0 else number.value + tail.extra
    return Amount(
        value, number.step, number.precision, hedge.hedge if hedge else "exact", number.mantissa, number.scales,
        near=bool(hedge and hedge.near),
    )  # fmt: skip


def _reading(text: str, before: Left, tail: Tail, amount: Amount, form: str, parts: tuple[Part, ...] | None) -> Reading:
    old = _OLD.match(text, tail.end) if tail.unit in ("year", "month", "week", "day") else None
    return Reading(
        kind="duration" if tail.duration else "quantity",
        start=before.start,
        end=tail.end,
        recogniser="quantity",
        form=form,  # type: ignore[arg-type]
        amount=amount,
        unit=tail.unit,
        per=tail.per,
        counted=tail.counted,
        role="part" if tail.part else None,
        parts=parts,
        lead=before.lead,
        tail=old.end() if old else tail.tail,
    )
