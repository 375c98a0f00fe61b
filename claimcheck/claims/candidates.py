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
_ASKED = {
    form.encode(): kinds
    for word, kinds in _LISTED.items()
    if word.isalpha()
    for form in (word, word.lower(), word.title(), word.upper())
    if form.isascii()
}
_WORDS = _ASKED.keys()
_LETTERS = bytes(byte if byte < 128 and chr(byte).isalpha() else 32 for byte in range(256))
"""Latin letters as they are, all else a blank."""
_DIGITS = re.compile("[0-9]+")
_FIGURES = re.compile(rf"(\d+)|[{quantities.SIGNS}]")


def candidates(text: str) -> list[tuple[int, int]]:
    """Offsets at which a recogniser is worth trying, from left to right, with the flags of those to try."""
    if text.isascii():
        places = [(match.start(), DATE | QUANTITY) for match in _DIGITS.finditer(text)]
    else:
        places = [
            (match.start(), DATE | QUANTITY if match.lastindex else QUANTITY) for match in _FIGURES.finditer(text)
        ]
    # Splitting all at once and finding the few words that are asked for costs half of matching every word.
    spaced = b" " + text.encode("latin-1", "replace").translate(_LETTERS) + b" "
    words = spaced.split()
    if not _WORDS.isdisjoint(words):
        for word in _WORDS & words:
            places += [(at, _ASKED[word]) for at in _found(b" " + word + b" ", spaced)]
        places.sort()
    return places


def _found(word: bytes, spaced: bytes) -> Iterator[int]:
    """Where a word stands among blanks, which two of them may share; the blank before the text moves all by one."""
    at = spaced.find(word)
    while at >= 0:
        yield at
        at = spaced.find(word, at + len(word) - 1)
