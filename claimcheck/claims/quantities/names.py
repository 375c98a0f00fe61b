"""Numbers inside names: of a house in a street, a book of the Bible, a year after an apostrophe, a compound."""

from __future__ import annotations

from claimcheck.claims.quantities.numbers import Number
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.vocabulary import alternation
from claimcheck.patterns import lazy

_STREET = lazy(
    rf"[ \u00a0](?:(?:[A-Z][\w'’.-]{{1,20}}|\d{{1,3}}(?:st|nd|rd|th)) ){{1,3}}{alternation('street')}(?![\w-])"
)
_BOOK = lazy(rf"[ \u00a0]{alternation('book of the Bible')}\.?[ \u00a0]\d")
# "18-crown-6", "2-vectors", "10-Ks", "3-D"; what is measured or a share ("two-thirds") has been read by now
_COMPOUND = lazy(r"-[^\W\d_]+(?:-\d|(?<![su])s(?![\w-]))|-[A-Z](?![\w-])")
_APOSTROPHES = frozenset("'’‘")


def in_name(text: str, start: int, number: Number, tail: Tail) -> bool:
    """True for a bare number that a name is made with; `start` is where it begins, its sign included."""
    if tail.unit is not None or tail.per is not None or tail.end != number.end:
        return False
    after = text[number.end : number.end + 2]
    if after[:1] == "-":
        return _COMPOUND.match(text, number.end) is not None
    if not number.plain or number.words:
        return False
    if after[:1] in (" ", "\u00a0") and after[1:].isupper():
        return _STREET.match(text, number.end) is not None or (
            number.value < 5 and _BOOK.match(text, number.end) is not None
        )
    return _is_short_year(text, start, number, tail)


def _is_short_year(text: str, start: int, number: Number, tail: Tail) -> bool:
    """ "the summer of '69"."""
    if tail.plural or number.end - number.start != 2 or text[start - 1 : start] not in _APOSTROPHES or start == 0:
        return False
    return start == 1 or text[start - 2] in " \u00a0(–—-"
