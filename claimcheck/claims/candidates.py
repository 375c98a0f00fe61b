"""Where in a text a number or date may begin: digits and the words that the recognisers ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims import dates, quantities

DATE, QUANTITY = 1, 2
"""Flags: which recogniser is worth asking."""

_LISTED = {
    **dict.fromkeys(dates.WORDS, DATE),
    **dict.fromkeys(quantities.WORDS, QUANTITY),
    **dict.fromkeys({*dates.WORDS} & {*quantities.WORDS}, DATE | QUANTITY),
    **dict.fromkeys(quantities.SIGNS, QUANTITY),
}
# Every spelling that text has, so that a word is looked up once and as it stands.
_ASKED = {form: kinds for word, kinds in _LISTED.items() for form in (word, word.lower(), word.title(), word.upper())}
# Looking words up costs a fifth of matching an alternation of a hundred words at every letter.
_START = re.compile(rf"(\d+)|[{quantities.SIGNS}]|[A-Za-z]+")


def candidates(text: str) -> Iterator[tuple[int, int]]:
    """Offsets at which a recogniser is worth trying, from left to right, with the flags of those to try."""
    asked = _ASKED.get
    for match in _START.finditer(text):
        kinds = DATE | QUANTITY if match.lastindex else asked(match[0])
        if kinds:
            yield match.start(), kinds
