"""The recogniser: a number, what stands before and after it, and what it shares with the next."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.model import Reading
from claimcheck.claims.quantities import formulas, labels, series
from claimcheck.claims.quantities.ages import fill_age
from claimcheck.claims.quantities.before import Before, read_before
from claimcheck.claims.quantities.following import read_tail
from claimcheck.claims.quantities.hedges import hedge_after
from claimcheck.claims.quantities.names import in_name
from claimcheck.claims.quantities.numbers import VULGAR, Number, read_number, scale_letter, unreadable
from claimcheck.claims.quantities.per import TENS
from claimcheck.claims.quantities.ranges import joined
from claimcheck.claims.quantities.ratings import rating
from claimcheck.claims.quantities.reading import reading
from claimcheck.claims.quantities.sharing import borrow, fill_number_of, fill_or_two
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.vocabulary import SMALL, HedgeWord, context
from claimcheck.claims.quantities.words import FOLDS
from claimcheck.values.amount import Amount, Hedge

SIGNS = "".join(VULGAR)
"""Characters other than digits at which a quantity may begin."""
_ADJECTIVE = re.compile(r"-[^\W\d_]{3,}(?<!fold)")  # "two-dimensional", "three-sided"
WORDS = tuple(sorted({*SMALL, *FOLDS, *context("candidate")}))
"""Words at which a quantity may begin."""


def recognise(text: str, at: int, after: int) -> Reading | None:
    """The quantity whose number begins at `at`, or None; nothing before `after` may be taken."""
    if at > after and text[at - 1] == "." and text[at].isdigit() and (at < 2 or text[at - 2] in " \u00a0(-−+~<>="):
        at -= 1
    # Words may take in an article before them; digits begin where they stand, and often what is before them settles it.
    in_words = text[at].isalpha()
    before = None if in_words else read_before(text, at, after)
    if before is None and not in_words:
        return None
    number = read_number(text, at)
    if number is None or number.start < after:
        return None
    before = before or read_before(text, number.start, after)
    if before is None:
        return None
    if number.words and text.endswith(("fold", "FOLD"), number.start, number.end):
        return _factor(text, number, before)
    number = scale_letter(text, number, money=before.code is not None)
    if before.minus:
        number.value = -number.value
    tail = read_tail(text, number, before.code)
    return joined(text, number, before, tail) or _single(text, number, before, tail)


def _factor(text: str, number: Number, before: Before) -> Reading | None:
    """ "grew sixfold", "a threefold increase"; not "the purpose is twofold"."""
    if not series.says_change([*before.tokens[-4:], *text[number.end : number.end + 24].lower().split()[:1]]):
        return None
    tail = Tail(number.end, number.end)
    return reading(text, before, tail, _amount(number, before.hedge, tail), "single", None)


def _single(text: str, number: Number, before: Before, tail: Tail) -> Reading | None:
    rated = rating(text, number) if tail.unit is None else None
    if rated is not None:
        return reading(text, before, rated[1], _amount(rated[0], before.hedge, rated[1]), "single", None)
    if tail.end == number.end and tail.unit is None and formulas.glued(text, number, tail.end):
        return None
    if tail.unit is None:
        borrow(text, number, before, tail)
    if tail.unit is None and tail.per is None:
        fill_age(text, number, before, tail)
    if tail.unit is None and tail.counted is None:
        fill_or_two(number, before, tail)
        fill_number_of(text, number, before, tail)
    hedge = before.hedge
    if hedge is not None and hedge.words == ("about",) and number.words and number.value == 1 and tail.part:
        hedge = None  # "a poem about one of his teachers"
    trailing = hedge_after(text, tail.end)
    if trailing is not None and hedge is None:
        hedge = trailing[1]
        if tail.unit is None and tail.counted is None:
            noun = read_tail(text, _moved(number, trailing[0]))
            tail.counted, tail.tail = noun.counted, max(noun.tail, trailing[0])
    if _refused(text, number, before, tail, hedged=hedge is not None) is not None:
        return None
    amount = _amount(number, hedge, tail)
    return reading(text, before, tail, amount, "single", None)


def _moved(number: Number, end: int) -> Number:
    return Number(
        number.start, end, number.value, number.step, number.precision, number.mantissa, number.scales, number.words
    )


def _refused(text: str, number: Number, before: Before, tail: Tail, *, hedged: bool) -> str | None:
    """Why the number is no quantity; None where it is one."""
    if before.tokens[-1:] == ["per"] and tail.unit is None and number.value in TENS:
        return "the denominator of a rate"
    if not hedged and in_name(text, before.start, number, tail):
        return "part of a name"
    label = labels.label(text, before.start, number, tail, before.tokens, hedged=hedged)
    if label is not None:
        return label
    if tail.end == number.end and tail.counted is None and _ADJECTIVE.match(text, number.end):
        return "part of an adjective"
    if tail.plural and tail.unit is None and number.value < 0:
        return "part of a name"  # nobody counts fewer than no tests: "COVID -19 tests"
    if tail.unit is None and formulas.is_score(text, number):
        return "a score"
    if tail.unit is None and formulas.is_scale(text, number):
        return "the most that a score can be"
    if number.fraction and "/" in text[number.start : number.end] and " " not in text[number.start : number.end]:
        counts = tail.unit or tail.plural or text.startswith(" of ", number.end)
        return None if counts else "a fraction or a pair, nothing tells which"
    if number.words and number.value == 1 and not number.scales and not hedged:
        return None if tail.unit or tail.counted or tail.per else "a pronoun"
    return None


def refusal(text: str, at: int) -> str:
    """Why the digits at `at`, which no recogniser took, were left unread."""
    number = read_number(text, at)
    if number is None:
        return unreadable(text, at)
    before = read_before(text, number.start, 0)
    if before is None:
        return "part of a longer name, code or number"
    number = scale_letter(text, number, money=before.code is not None)
    tail = read_tail(text, number, before.code)
    if tail.end == number.end and tail.unit is None and formulas.glued(text, number, tail.end):
        return formulas.glue(text, number)
    why = _refused(text, number, before, tail, hedged=before.hedge is not None)
    return why or "nothing tells what it is"


def _amount(number: Number, hedge: HedgeWord | None, tail: Tail) -> Amount:
    value = number.value
    if tail.extra:
        value += -tail.extra if value < 0 else tail.extra
        number.step, number.precision = Fraction(0), "exact"
    plain: Hedge = "at_least" if number.precision == "open" else "exact"
    return Amount(
        value, number.step, number.precision, hedge.hedge if hedge else plain, number.mantissa, number.scales,
        near=bool(hedge and hedge.near),
    )  # fmt: skip
