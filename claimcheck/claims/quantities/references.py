"""Numbers of reference lists: the volume of a journal before its year or its pages."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.numbers import Number
from claimcheck.patterns import lazy

# "26 (1985): pp. 215", "12 (Spring 1990), 4", "13: 1-6", "34, no. 2"
_VOLUME = re.compile(
    r" \((?:[A-Z][a-z]{2,8}\.? ){0,2}(?:1[5-9]|20)\d\d[a-z]?\)(?:[:;,]| pp?\.)"
    r"|(?: \(\d{1,3}(?:[-–]\d{1,3})?\))?: ?(?:pp?\. ?)?[a-z]?\d{1,5} ?[-–] ?\d"
    r"|,? (?:no|nos|issue|iss)\.? ?\d"
)
# "(Jones 1990: 34; 77)", "pp. 34; 77", "Smith 34; 77"
_PAGES = lazy(
    r"(?:\bpp?\. ?|[A-Z]\w{2,20},? |(?:1[89]|20)\d\d[a-z]?: ?)"
    r"\d{1,4}(?:[-–]\d{1,4})?(?:[;,] \d{1,4}(?:[-–]\d{1,4})?){0,9}; $"
)
_CITED = lazy(r"(?:1[89]|20)\d\d[a-z]?: ?$")
_BEFORE = frozenset(",.:”\"’'")


def is_volume(text: str, start: int, number: Number) -> bool:
    """True for a whole number after a journal's title with a year, an issue or pages behind it."""
    issue = number.precision == "decimal" and not number.scales and not number.grouped  # "35.8 (2013): 1958–1971"
    if not (number.plain or issue) or _VOLUME.match(text, number.end) is None or number.value > 2000:
        return False
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    word = before.rsplit(None, 1)[-1:] or [""]
    return before == "" or before[-1] in _BEFORE or word[0][:1].isupper()


def is_page(text: str, start: int) -> bool:
    """True for a bare number after "1990: " or in a list of pages that semicolons divide."""
    if text[start - 2 : start] == "; ":
        return _PAGES.search(text, max(0, start - 60), start) is not None
    return ":" in text[max(0, start - 2) : start] and _CITED.search(text, max(0, start - 8), start) is not None
