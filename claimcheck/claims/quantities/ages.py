"""Ages, which are printed without their unit: "aged 51", "Smith, 44, has", a life expectancy."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.before import Before
from claimcheck.claims.quantities.numbers import Number
from claimcheck.claims.quantities.tail import Tail

_AGE_BEFORE = frozenset({"aged", "age", "ages"})
_WAS = re.compile(r"\b(?:[Hh]e|[Ss]he|who) (?:is|was|turned|turns) $")
_THEN = re.compile(r"[.,;)]|$| (?:when|and|at|years)\b")
_LIFE = re.compile(r"\b(?:life expectancy|median age|average age|mean age)\b[^.;:,]*$", re.IGNORECASE)
_BEFORE_MASK = re.compile(r"(?:[A-Z][\w'’-]+ )?[A-Z][\w'’-]+, $")


def fill_age(text: str, number: Number, before: Before, tail: Tail) -> None:
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
