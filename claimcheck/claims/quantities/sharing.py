"""What a number takes from the other end of a change or series: unit, scale, denominator, noun."""

from __future__ import annotations

import re

from claimcheck.claims.quantities import currencies, series
from claimcheck.claims.quantities.before import Before
from claimcheck.claims.quantities.counted import counted
from claimcheck.claims.quantities.numbers import Number
from claimcheck.claims.quantities.per import read_per
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.unit_table import NAMES, canonical
from claimcheck.patterns import lazy


def borrow(text: str, number: Number, before: Before, tail: Tail) -> None:
    """Take the unit, scale and denominator from the other end of a change or series."""
    if before.tokens[-1:] == ["to"] and tail.counted is None and tail.per is None and number.end == tail.end:
        earlier = series.earlier_tail(text, before.start)
        if earlier is not None:
            tail.unit, tail.per, tail.money = earlier.unit, earlier.per, earlier.money
            return
    if number.end == tail.end == tail.tail and tuple(before.tokens[-2:]) in _COMPARED:
        _compare(text, before, tail)
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


_COMPARED = frozenset({("up", "from"), ("down", "from"), ("compared", "to"), ("compared", "with")})
_NUMBER = re.compile(r"[\d½](?:[\d.,]*\d)?")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_NUMBER_OF = lazy(r"\b(?:numbers?|that) of(?: the| its| their)?(?= )", re.IGNORECASE)
REACH = 110


def _compare(text: str, before: Before, tail: Tail) -> None:
    """ "3.9 million headsets, up from 2.4 million": counted in what the figure before it is counted in."""
    window = max(0, before.start - REACH)
    found = [match for match in _NUMBER.finditer(text, window, before.start) if not _YEAR.fullmatch(match[0])]
    first = series.read_second(text, found[-1].start()) if found else None
    if first is None or ". " in text[found[-1].end() : before.start]:
        return
    code = before_code(text, found[-1].start(), window)
    shared = first.tail
    tail.unit, tail.money = (code, True) if code else (shared.unit, shared.money)
    tail.per, tail.counted, tail.plural = shared.per, shared.counted, shared.plural


def before_code(text: str, start: int, floor: int) -> str | None:
    """The currency whose sign stands before `start`."""
    found = currencies.before(text, start, floor)
    return found[1] if found is not None else None


def fill_or_two(number: Number, before: Before, tail: Tail) -> None:
    """ "a mile or two", "another pick or two": counted in what the one before it is."""
    tokens = before.tokens[-3:]
    if len(tokens) < 3 or tokens[2] != "or" or tokens[0] not in ("a", "an", "one", "another") or not number.words:
        return
    unit = NAMES.get(tokens[1])
    if unit is not None:
        tail.unit = canonical(unit)
    elif tokens[1].isalpha():
        tail.counted, tail.plural = tokens[1], True


def fill_number_of(text: str, number: Number, before: Before, tail: Tail) -> None:
    """ "The number of pupils per teacher went from 139 up to 179": what the sentence says that it counts."""
    if (
        tail.unit
        or tail.counted is not None
        or tail.per is not None
        or number.fraction
        or number.precision == "decimal"
    ):
        return
    window = max(0, before.start - REACH)
    said = text[window : before.start].lower()
    if "number" not in said and "that of" not in said:
        return
    found = list(_NUMBER_OF.finditer(text, window, before.start))
    noun = counted(text, found[-1].end()) if found else None
    if noun is None or not noun.plural or noun.end > before.start or _other_figure(text[noun.end : before.start]):
        return
    tail.counted, tail.plural = text[noun.start : noun.end], True
    per = read_per(text, noun.end)
    if per is not None:
        tail.per = per[1]


def _other_figure(between: str) -> bool:
    """True when another sentence, or a figure that is no year and no other end of a change, stands between."""
    if ". " in between or ";" in between:
        return True
    figures = [match[0] for match in _NUMBER.finditer(between) if not _YEAR.fullmatch(match[0])]
    return len(figures) > 1 or (len(figures) == 1 and not between.rstrip().endswith(" to"))
