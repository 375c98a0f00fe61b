"""Numbers that share what follows the last of them: ranges, changes and series."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from claimcheck.claims.quantities import currencies
from claimcheck.claims.quantities.following import read_tail
from claimcheck.claims.quantities.numbers import Number, read_number, scale_letter, scaled
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.vocabulary import SCALE_LETTERS, SCALE_WORDS, alternation, stems
from claimcheck.patterns import lazy

_DASH = re.compile(r"[ \u00a0\u2009]?[–—‒‑-][ \u00a0\u2009]?(?:to )?(?=[\d$€£¥½.−])|-to-| to-(?=\d)")
_ABOUT = f"(?:{alternation('approximately')} )?"
_TO = re.compile(rf"-?[ \u00a0](?:up |down )?(?:to|through)[ \u00a0]{_ABOUT}", re.IGNORECASE)
_JOINING = frozenset(("to", "up", "do", "th", "an"))
"""How the words begin that join two numbers."""
_JOINS = frozenset(" \u00a0\u2009-‑‒–—")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]", re.IGNORECASE)
_LATER = lazy(rf"[^.;()\n]{{1,50}}?[ \u00a0]to[ \u00a0]{_ABOUT}(?=[\d$€£¥½])")
_FROM = lazy(rf"\bfrom {_ABOUT}(?=[^.;()]{{1,50}} to $)(?!.*\bfrom )")
LONGEST = 12
_MONEY = lazy(
    r"(?:[A-Z]{1,3}[ .-]?)?[$€£¥₹₽₩₪₺₱][ \u00a0]?(?=[\d.])|[$](?:US|A|C|NZ|HK)[ ]?(?=\d)"
    r"|[A-Z][A-Za-z]{1,3}\.?[ \u00a0]?(?=\d)"
)
_LINK = lazy(r"(?:-?,? (?:and|or|by|&|to) |-?, |[ \u00a0]?[×x*][ \u00a0]?)(?=[\d$€£¥½A-Za-z.])", re.IGNORECASE)
_LINKS = frozenset(" \u00a0,-×x*")
_LINKING = frozenset("aAoObBtT&×xX*")
"""What the links begin with after a blank."""
_LAST = lazy(r"(?:-?,? (?:and|or|by|&) |[ \u00a0]?[×x][ \u00a0]?)", re.IGNORECASE)
CHANGE, SPREAD = stems("change"), stems("spread")


class Second(msgspec.Struct):
    """The number after a connecting word with what follows it; `start` has its currency sign."""

    start: int
    number: Number
    tail: Tail
    code: str | None


def read_second(text: str, at: int) -> Second | None:
    """A number at `at`, perhaps after a currency sign."""
    begin, start = at, at
    minus = text[at : at + 1] in ("−", "-", "–")
    code = None
    if minus:
        begin = at + 1
    elif (money := _MONEY.match(text, at)) is not None:
        found = currencies.before(text, money.end(), at)
        if found is None or found[0] != at:
            return None
        begin, code = money.end(), found[1]
    number = read_number(text, begin)
    if number is None or number.start != begin or number.precision == "open":
        return None
    number = scale_letter(text, number, money=code is not None)
    if minus:
        number.value = -number.value
    return Second(start, number, read_tail(text, number, code), code)


def connector(text: str, end: int, tokens: list[str]) -> tuple[int, str] | None:
    """What joins the number that ends at `end` to the next: ("dash" | "to" | "and") and where the next begins."""
    if text[end : end + 1] not in _JOINS:
        return None
    if text[end + 1 : end + 2].isalpha() and text[end + 1 : end + 3].lower() not in _JOINING:
        return None
    match = _DASH.match(text, end)
    if match is not None:
        return match.end(), "dash"
    match = _TO.match(text, end)
    if match is not None:
        return match.end(), "to"
    if any(token.lstrip("(") == "between" for token in tokens[-3:]):
        match = _AND.match(text, end)
        if match is not None:
            return match.end(), "and"
    return None


def is_change(text: str, start: int, tokens: list[str]) -> bool:
    """True for "rose from A to B": two figures, not a range."""
    if "from" not in tokens[-3:] or tokens[-1] in ("the", "its", "their"):
        return False  # "down from the $89 to $93 billion it had forecast" is down from a range
    before = text[max(0, start - 60) : start]
    stop = max(before.rfind(". "), before.rfind("; "), before.rfind(", "))
    said = before[stop + 1 :].lower().split()
    return _any_of(said, CHANGE) and not _any_of(said[-6:], SPREAD)


def says_change(said: list[str]) -> bool:
    """True where one of the words speaks of growing or shrinking."""
    return _any_of(said, CHANGE)


def _any_of(said: list[str], listed: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    """True when one of the words is listed, or begins as a listed stem does."""
    whole, stems = listed
    return any(word in whole or word.startswith(stems) for word in said)


def later_end(text: str, end: int) -> Second | None:
    """The B of "from A in 1990 to B", for the unit that both share."""
    match = _LATER.match(text, end)
    return read_second(text, match.end()) if match is not None else None


def earlier_tail(text: str, start: int) -> Tail | None:
    """What followed the A of "from A in 1990 to B"; None where it had no unit."""
    before = text[max(0, start - 60) : start]
    match = _FROM.search(before)
    if match is None:
        return None
    first = read_second(text, start - len(before) + match.end())
    return first.tail if first is not None and first.tail.unit is not None and first.tail.end < start else None


def share_scale(number: Number, second: Number) -> Number:
    """The first number with the scale words of the second ("45–50 million")."""
    if number.scales or not second.scales or number.grouped or number.mantissa > 1000 or second.mantissa == 0:
        return number
    if number.value >= 1000 or (number.value >= 100 and second.mantissa < 10):
        return number
    for word in second.scales:
        number = scaled(number, SCALE_WORDS.get(word.lower()) or SCALE_LETTERS[word], word, number.end)
    return number


@lru_cache(maxsize=2 * LONGEST)
def _linked(text: str, end: int) -> tuple[int, int, bool] | None:
    """Where the number after one that ends at `end` begins and ends, and whether it may be the last of a series.

    Each number of a long list looks at those after it: what one has read is remembered for the next.
    """
    match = _LINK.match(text, end)
    number = read_number(text, match.end()) if match is not None else None
    if match is None or number is None or number.start != match.end():
        return None
    return match.end(), number.end, _LAST.fullmatch(match[0]) is not None


def series_tail(text: str, number: Number) -> Second | None:
    """The last number of a series that starts here ("5, 7 and 9 km", "6 × 4 m"), whose unit all share."""
    first = text[number.end : number.end + 1]
    if first not in _LINKS or (first == " " and text[number.end + 1 : number.end + 2] not in _LINKING):
        return None
    at, last, closed, commas = number.end, -1, False, 0
    for _ in range(LONGEST):
        following = _linked(text, at)
        if following is None:
            break
        last, at, closed = following
        commas += 1
        if closed and text[at : at + 1] not in " -":
            break
    if closed:
        return read_second(text, last)
    inside = commas == 1 and text[max(0, number.start - 3) : number.start - 1].endswith(",")
    listed = commas > 1 or (inside and text[number.start - 3 : number.start - 2].isdigit())
    second = read_second(text, last) if listed else None  # "8, 16, 32 kHz"
    return second if second is not None and second.tail.unit is not None and not second.tail.duration else None
