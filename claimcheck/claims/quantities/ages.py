"""Ages, which are printed without their unit: "aged 51", "Smith, 44, has", a life expectancy."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.before import Before
from claimcheck.claims.quantities.numbers import Number
from claimcheck.claims.quantities.tail import Tail
from claimcheck.patterns import lazy

_AGE_BEFORE = frozenset({"aged", "age", "ages"})
_WAS = lazy(r"\b(?:[Hh]e|[Ss]he|who) (?:is|was|turned|turns) $")
_VERBS = ("is ", "was ", "turned ", "turns ")
_THEN = lazy(r"[.,;)]|$| (?:when|and|at|years)\b")
_LIFE = lazy(r"\b(?:life expectancy|median age|average age|mean age)\b[^.;:,]*$", re.IGNORECASE)
_HE = re.compile(r",? (?:s?he)\b")  # "at 15, he left home"
OLDEST = 130
_COMMA = re.compile(r", [a-z]")
_NAME_COMMA = lazy(r"(?:[A-Z][\w'’-]+ )?[A-Z][\w'’-]+, $")


def fill_age(text: str, number: Number, before: Before, tail: Tail) -> None:
    """Give a bare number that is an age its unit."""
    if number.value > OLDEST or (tail.counted is not None and tail.plural):
        return
    last = [token.lstrip("(") for token in before.tokens[-2:]]
    said = last[-1:] != [] and (last[-1] in _AGE_BEFORE or (last[-1] == "of" and last[0] in _AGE_BEFORE))
    at = last[-1:] == ["at"] and tail.end == number.end and number.value > 4
    if said or (at and _HE.match(text, number.end)):
        tail.unit, tail.counted, tail.tail = "year", None, tail.end
    elif tail.counted is None and (_is_age(text, number, before) or _between_commas(text, number, before)):
        tail.unit = "year"


def _is_age(text: str, number: Number, before: Before) -> bool:
    """ "She was 51 when", "life expectancy is 73.2"."""
    if (
        text.endswith(_VERBS, 0, before.lead)
        and _WAS.search(text[max(0, before.lead - 14) : before.lead])
        and _THEN.match(text, number.end)
    ):
        return True
    window = text[max(0, before.lead - 70) : before.lead]
    return ("expectancy" in window or " age" in window) and number.value >= 10 and _LIFE.search(window) is not None


def _between_commas(text: str, number: Number, before: Before) -> bool:
    """ "Smith, 44, has"."""
    if not number.plain or number.value < 10 or _COMMA.match(text, number.end) is None:
        return False
    return _NAME_COMMA.search(text[max(0, before.start - 40) : before.start]) is not None
