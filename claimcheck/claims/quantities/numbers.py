"""Numbers as they are printed: digits, words and fractions, with their scale words and the precision that they show."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

import msgspec

from claimcheck.claims.quantities.shares import and_half
from claimcheck.claims.quantities.vocabulary import SCALE_LETTERS, SCALE_WORDS, alternation
from claimcheck.claims.quantities.words import number_words
from claimcheck.patterns import lazy
from claimcheck.values.amount import Precision

SPACES = " \u00a0\u2009\u202f\u2007\u200a"
LONGEST = 40
"""Digits beyond which a run is an identifier and not a number that anyone meant."""

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_FRACTIONS = "".join(VULGAR)

# Grouped by commas (Indian pairs too), by thin or no-break spaces, by plain spaces where nothing else is meant, plain.
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{2,3}){0,9},\d{3}(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f']\d{3}){1,9}(?!\d)"
    r"|\d{1,3}, 000(?![\d,])|\d{1,3}(?: \d{3}){2,9}(?![\d,])|\d{1,3} 000(?![\d,])|\d{1,40}(?!\d))"
    r"(?P<point>\.\d{1,40}(?!\d))?"
)
_RUN = re.compile(r"\d+")
# "9 961 GWh", "12 500 lb bombs": one grouped number or two, nobody can tell.
_SPLIT = re.compile(r" \d{3}(?:,\d\d(?!\d)|(?![\d,/–-]))")
_CONTINENTAL = lazy(
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}|\d{1,3}(?:\.\d{3}){1,4})"
    r",(?P<decimals>\d{1,2})(?![\d.,]\d|\d)"
)
_VULGAR = lazy(rf"[ \u00a0+-]?(?P<sign>[{_FRACTIONS}])|[ +-](?P<n>\d{{1,3}})[/⁄](?P<d>\d{{1,4}})(?![\d/.,]\d|\d)")
# What a power of ten or a fraction may begin with; most numbers end before a space and a letter.
STOPS = frozenset(("", *"),;:.]"))
"""What ends a number and all that belongs to it; the empty string is the end of the text."""
_GOES_ON = re.compile(
    rf"\s?[×x·*⋅∙]|[eE][-−+\d]|[\^⁻⁺⁰¹²³⁴-⁹]|[ \u00a0+-]?[{_FRACTIONS}]|[ +-]\d|[ -]and[ -]", re.IGNORECASE
)
_SLASH = lazy(r"(\d{1,4})\s?[/⁄]\s?(\d{1,5})(?:ths?|rds?|nds?|sts?)?(?![\w/])")
_POWER = lazy(
    r"\s?[×x·*⋅∙]\s?10\s?(?:\^\s?[{(]?(?P<caret>[-−–+]?\s?\d{1,2})[)}]?|(?P<high>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
    r"|(?P<minus>[-−–]\s?\d{1,2}))(?!\d)|[eE](?P<e>[-−+]?\d{1,2})(?![\w.])"
)
_TEN = re.compile(r"\^\s?[{(]?(?P<caret>[-−–+]?\s?\d{1,2})[)}]?(?!\d)|(?P<high>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})")
_SCALE = re.compile(r"[ \u00a0\u2009\u202f-]?([^\W\d_]{1,20})\b\.?", re.UNICODE)
PEOPLE_AHEAD = lazy(rf" {alternation('counted in millions')}\b")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")


class Number(msgspec.Struct):
    """A number read from `start` to `end`: its value with scale words in, and what its last digit stands for."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    precision: Precision
    mantissa: Fraction
    scales: tuple[str, ...] = ()
    words: bool = False
    grouped: bool = False
    fraction: bool = False
    word: str = ""
    """The word behind it in small letters, if one blank stands between and it is longer than a letter."""

    @property
    def plain(self) -> bool:
        """True for a bare run of digits: no groups, decimals, scale words or fraction."""
        return self.precision != "decimal" and not (self.scales or self.words or self.grouped or self.fraction)


def read_number(text: str, at: int) -> Number | None:
    """The number that begins at `at` with a digit, a vulgar fraction or a number word; no scale letters yet."""
    first = text[at] if at < len(text) else ""
    if first.isdigit() or first == ".":
        number = (_slash(text, at) if "/" in text[at : at + 6] or "⁄" in text[at : at + 6] else None) or _digits(
            text, at
        )
    elif first in VULGAR:
        number = _simple(at, at + 1, Fraction(*VULGAR[first]))
    else:
        number = number_words(text, at, Number)
    return scale_words(text, number) if number is not None else None


def _simple(start: int, end: int, value: Fraction) -> Number:
    return Number(start, end, value, Fraction(0), "exact", value, fraction=True)


def _slash(text: str, at: int) -> Number | None:
    match = _SLASH.match(text, at)
    if match is None or not 0 < int(match[1]) < int(match[2]):
        return None
    return _simple(at, match.end(), Fraction(int(match[1]), int(match[2])))


def _digits(text: str, at: int) -> Number | None:
    begin = at + 1 if text[at] == "." else at
    match = _DIGITS.match(text, begin)
    if match is None:
        return None
    if begin != at:
        return printed(at, match.end(), "0", "." + match[0], grouped=False) if match[0].isdigit() else None
    ends = _ends(text, match.end())
    if not ends and _SPLIT.match(text, match.end()) and match.end() - begin < 4 and match[0].isdigit():
        return _continental(text, at)
    point = match["point"] or ""
    if len(point) == 4 and text[match.end() : match.end() + 1] == "," and (number := _continental(text, at)):
        return number
    whole = match[0][: len(match[0]) - len(point)]
    grouped = not whole.isdigit()
    number = printed(at, match.end(), re.sub(r"\D", "", whole) if grouped else whole, point, grouped=grouped)
    if ends or not _GOES_ON.match(text, number.end):
        return number
    return _power(text, number) or _mixed(text, number)


def _ends(text: str, end: int) -> bool:
    """True where the next character or two show that no power, fraction or further group can follow at `end`."""
    after = text[end : end + 2]
    return after[:1] in STOPS or (after[:1] == " " and after[1:].isalpha() and after[1:] not in "aAxX")


def _continental(text: str, at: int) -> Number | None:
    """ "25 048,05", "1.234,56": groups that no comma divides show that the comma is a decimal one."""
    match = _CONTINENTAL.match(text, at)
    if match is None:
        return None
    return printed(at, match.end(), re.sub(r"\D", "", match["whole"]), "." + match["decimals"], grouped=True)


def unreadable(text: str, at: int) -> str:
    """Why `read_number` reads nothing at the digits at `at`."""
    match = _RUN.match(text, at)
    if match is not None and match.end() - at > LONGEST:
        return "too long to be a figure"
    if match is not None and _SPLIT.match(text, match.end()):
        return "one grouped number or two, nothing tells which"
    return "digits grouped in a way that cannot be read"


def printed(start: int, end: int, whole: str, point: str, *, grouped: bool = False) -> Number:
    """The number of so many digits, before the point and from it on."""
    if point:
        value = Fraction(int(whole + point[1:]), 10 ** (len(point) - 1))
        return Number(start, end, value, _place(len(point) - 1), "decimal", value, grouped=grouped)
    size = int(whole)
    value, zeros = _whole(size), len(whole) - len(whole.rstrip("0")) if size >= 100 else 0
    return Number(start, end, value, _whole(10**zeros), "rounded" if zeros else "exact", value, grouped=grouped)


@lru_cache(maxsize=4096)
def _whole(number: int) -> Fraction:
    """The number as a fraction: making one costs as much as two regular expressions."""
    return Fraction(number)


@lru_cache(maxsize=64)
def _place(decimals: int) -> Fraction:
    """What the last of so many decimals stands for."""
    return Fraction(1, 10**decimals)


def _power(text: str, number: Number) -> Number | None:
    """The number times a power of ten that follows it ("× 10⁶", "e-3"), or a bare power of ten."""
    bare = text[number.start : number.end] == "10"
    match = _POWER.match(text, number.end) or (_TEN.match(text, number.end) if bare else None)
    if match is None:
        return None
    exponent = int(next(group for group in match.groups() if group).translate(_PLAIN).replace(" ", ""))
    factor = Fraction(10) ** exponent
    if match.re is _TEN:
        return Number(number.start, match.end(), factor, factor, "rounded", factor, grouped=True)
    value, step = number.value * factor, number.step * factor
    precision: Precision = "decimal" if number.precision == "decimal" else "rounded"
    return Number(number.start, match.end(), value, step, precision, number.mantissa, grouped=True)


def _mixed(text: str, number: Number) -> Number:
    """With the fraction that follows a whole number ("3½", "3 1/2", "2 and a half")."""
    if number.precision == "decimal":
        return number
    match = _VULGAR.match(text, number.end)
    if match is not None and (match["sign"] or 0 < int(match["n"]) < int(match["d"])):
        part = Fraction(*VULGAR[match["sign"]]) if match["sign"] else Fraction(int(match["n"]), int(match["d"]))
        value = number.value + part
        return Number(number.start, match.end(), value, Fraction(0), "exact", value, fraction=True)
    half = and_half(text, number.end)
    if half is None:
        return number
    return Number(number.start, half[0], number.value + half[1], Fraction(0), "exact", number.value, fraction=True)


def scale_words(text: str, number: Number) -> Number:
    """With the scale words that follow it, all of them ("7000 thousand", "five hundred thousand million")."""
    for _ in range(3):
        match = _SCALE.match(text, number.end)
        if match is None:
            return number
        word = match[1].lower()
        factor = SCALE_WORDS.get(word)
        if factor is None:
            if len(word) > 1 and text[number.end] == " " and word.isalpha():  # no "km²"
                number.word = word
            return number
        number = scaled(number, factor, match[1], match.end(1))
    return number


def scaled(number: Number, factor: int, word: str, end: int) -> Number:
    """The number times one more scale."""
    # "2.5 million" was printed to a tenth of a million; "20 million" to ten: trailing zeros of the mantissa stay.
    step = number.step * factor if number.step else Fraction(factor, 2)
    return Number(
        number.start, end, number.value * factor, step, "rounded", number.mantissa, (*number.scales, word),
        number.words, number.grouped, number.fraction,
    )  # fmt: skip


def scale_letter(text: str, number: Number, *, money: bool) -> Number:
    """With a scale letter after it ("$5m", "£1.2bn", "10k"); a single letter only where nothing else is meant."""
    if number.scales or (number.word and number.word not in _SCALING):
        return number
    match = _SCALE.match(text, number.end)
    if match is None:
        return number
    letter, attached = match[1], match.start(1) == number.end
    factor = SCALE_LETTERS.get(letter)
    if factor is None or text[number.end : match.start(1)] == "-":
        return number
    allowed = _attached(text, number, letter, match.end(1)) if attached else _apart(text, number, letter, match.end(1))
    if not (money or letter in _ANYWHERE or allowed):
        return number
    return scaled(number, factor, letter, match.end(1))


def _attached(text: str, number: Number, letter: str, end: int) -> bool:
    """True for "10k", "2.5M", "1.2m people"; not for "11,000K", which is a temperature."""
    if letter in "mb":
        return PEOPLE_AHEAD.match(text, end) is not None
    return letter in _ATTACHED and number.value < 1000


def _apart(text: str, number: Number, letter: str, end: int) -> bool:
    """True for "8 B people"."""
    return letter in "MB" and number.value < 1000 and PEOPLE_AHEAD.match(text, end) is not None


_SCALING = frozenset(letter.lower() for letter in SCALE_LETTERS)
_ANYWHERE = frozenset({"bn", "Bn", "mn", "tn", "trn", "cr", "Cr"})
_ATTACHED = frozenset({"k", "K", "M"})
