"""Numbers of reference lists: the volume of a journal before its year or its pages."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.numbers import Number

# "26 (1985): pp. 215", "12 (Spring 1990), 4", "13: 1-6", "34, no. 2"
_VOLUME = re.compile(
    r" \((?:[A-Z][a-z]{2,8}\.? ){0,2}(?:1[5-9]|20)\d\d[a-z]?\)(?:[:;,]| pp?\.)"
    r"|(?: \(\d{1,3}(?:[-–]\d{1,3})?\))?: ?(?:pp?\. ?)?[a-z]?\d{1,5} ?[-–] ?\d"
    r"|,? (?:no|nos|issue|iss)\.? ?\d"
)
_BEFORE = frozenset(",.:”\"’'")


def is_volume(text: str, start: int, number: Number) -> bool:
    """True for a whole number after a journal's title with a year, an issue or pages behind it."""
    if not number.plain or number.value > 2000 or _VOLUME.match(text, number.end) is None:
        return False
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    word = before.rsplit(None, 1)[-1:] or [""]
    return before == "" or before[-1] in _BEFORE or word[0][:1].isupper()
