"""Figures in two units, the larger first: "5 ft 9 in", "2 hours and 20 minutes", "41°53′"."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.quantities import currencies
from claimcheck.claims.quantities.numbers import Number, read_number
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.unit_table import canonical
from claimcheck.claims.quantities.units import GAP, read_unit
from claimcheck.claims.quantities.vocabulary import LARGER, alternation
from claimcheck.patterns import lazy

_SMALLER = re.compile(r"(?:,? and[ \u00a0]|,[ \u00a0]|[ \u00a0]|-)(?=[^\W_])|(?=\d)")
_FEET = lazy(r"['′’]\s?(\d{1,2}(?:\.\d+)?|\d{1,2}\s?[½¼¾])?\s?[\"″”]?(?![\w'])")
_MARKS = frozenset("'′’\"″")
_HEIGHT = lazy(r"\b(?:altitude|elevation|height|depth|length|width)s? (?:of|is|was|at|about|over|to|[ ])+$")
_INCHES = lazy(rf"\s?(?:\"|″|”|'')(?= ?{alternation('dimension')}\b)")


def feet_and_inches(text: str, number: Number, tail: Tail) -> bool:
    """5′9″, 5'9", 6′, and inches before a dimension (10″ long)."""
    if _MARKS.isdisjoint(text[number.end : number.end + 2]):
        return False
    inches_mark = _INCHES.match(text, number.end)
    if inches_mark is not None and not number.words:
        tail.end = tail.tail = inches_mark.end()
        tail.unit = "inch"
        return True
    match = _FEET.match(text, number.end)
    if match is None or number.words:
        return False
    if match[1] is None:
        if text[number.end] not in "'′’" or _HEIGHT.search(text, max(0, number.start - 34), number.start) is None:
            return False  # the end of a quotation, minutes of arc
        tail.end = tail.tail = number.end + 1
        tail.unit = "foot"
        return True
    if match[1] and match[0][-1] not in '"″”':
        return False
    tail.end = tail.tail = match.end()
    tail.unit = "foot"
    if match[1]:
        inches = read_number(match[1], 0)
        tail.extra = inches.value / 12 if inches else Fraction(0)
    return True


def add_smaller(text: str, tail: Tail) -> None:
    """A smaller unit right after a larger one: "5 ft 9 in", "2 hours and 20 minutes", "41°53′"."""
    share, larger = Fraction(1), tail.unit or ""
    while True:
        match = _SMALLER.match(text, tail.end)
        number = read_number(text, match.end()) if match is not None else None
        found = _smaller_unit(text, number) if number is not None else None
        if number is None or found is None:
            return
        end, smaller = found
        size = LARGER.get((larger, smaller))
        if size is None or number.value >= size:
            return
        share /= size
        tail.extra += number.value * share
        tail.end = tail.tail = end
        larger = smaller


def _smaller_unit(text: str, number: Number) -> tuple[int, str] | None:
    gap = GAP.match(text, number.end)
    found = read_unit(text, gap.end()) if gap is not None else None
    if found is not None:
        glued = found[0] < len(text) and text[found[0]].isalnum() and text[found[0] - 1] not in "°′″"
        return None if glued else (found[0], canonical(found[1]))
    return currencies.after(text, number.end)
