"""Numbers inside formulas, scores, times of day and longer runs: forms that are no quantities."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.numbers import Number
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.vocabulary import SCORES
from claimcheck.patterns import lazy

_GLUED = re.compile(r"[⁻⁺⁰¹²³⁴-⁹ⁿⁱ]|[.,:]\d|\.x\b|[^\W_]|_|['’]s\b|[:/]\d|, \d+[-–]\d|st\b|[-–]\d+[-–]\d")
_CLOCK = re.compile(r"[ \u00a0]?(?:[ap]\.?m\b|o['’]clock|hrs?\b (?:GMT|UTC)|(?:GMT|UTC|BC|AD|BCE|CE|AM|PM|AH|AUC)\b)")
_TIMED = frozenset(("am", "pm", "hr", "hrs", "gmt", "utc", "bc", "ad", "bce", "ce", "ah", "auc"))
_SCORE = re.compile(r"[-–‑−](\d{1,3})(?![\d%]|[.,]\d)")


def glued(text: str, number: Number, tail_end: int) -> bool:
    """True when what follows the digits shows that they are part of something longer."""
    if tail_end > number.end or (number.word and number.word not in _TIMED):
        return False
    return _GLUED.match(text, number.end) is not None or _CLOCK.match(text, number.end) is not None


def glue(text: str, number: Number) -> str:
    """What the digits are part of that `glued` holds for."""
    if _CLOCK.match(text, number.end):
        return "a time of day or a year"
    after = text[number.end : number.end + 2]
    if after == "st" or _ORDINAL.match(text, number.end):
        return "an ordinal"
    if _PLURAL.match(text, number.end):
        return "a decade or a name"
    if after[0] in ":/-–":
        return "a time of day, a score, a ratio or a date in digits"
    if after[0] in ".,":
        return "a version, an address or digits grouped in a way that cannot be read"
    return "part of a longer name, code or formula"


_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_PLURAL = re.compile(r"['’]?s\b")


def strong(number: Number, tail: Tail, *, hedged: bool) -> bool:
    """True where the form alone says that it is a quantity."""
    return bool(tail.unit or tail.per or hedged or number.grouped or number.scales or number.precision == "decimal")


def in_formula(text: str, start: int, number: Number) -> bool:
    """ "T = 0", "a 2×2 matrix", "the 3′ end"."""
    before = text[max(0, start - 2) : start].strip(" \u00a0")
    after = text[number.end : number.end + 2].strip(" \u00a0")
    return (
        before[-1:] in _OPERATORS
        or before[-1:] == "{"
        or text[number.end : number.end + 1] == "("
        or _in_brackets(text, start, number)
        or after[:1] in _OPERATORS
        or (after[:1] in "'’′" and after != "" and not after[1:].isalpha())
    )


def _in_brackets(text: str, start: int, number: Number) -> bool:
    """True for both ends of an interval or the parts of a pair: "[-1, 1]", "(0, 1)"."""
    if text[start - 1 : start] in ("[", "("):
        return _PAIRED.match(text, number.end) is not None
    closes = text[number.end : number.end + 1] in ("]", ")")
    return closes and _PAIR.search(text[max(0, start - 12) : start]) is not None


def in_list(text: str, start: int) -> bool:
    """True for the 2 and 3 of "t = 1, 2, 3" and "{1, 2, 3}"."""
    return text[start - 2 : start - 1] == "," and _LISTED.search(text, max(0, start - 40), start) is not None


_LISTED = lazy(r"[={∈][ \u00a0]?[-−]?\d{1,6}(?:,[ \u00a0][-−]?\d{1,6}){0,9},[ \u00a0]$")
_PAIRED = lazy(r", ?[-−–+]?\d{1,5}(?:\.\d+)?[\])]")
_PAIR = lazy(r"[\[(][-−–+]?\d{1,5}(?:\.\d{1,4})?, ?$")
_OPERATORS = frozenset("=×·⋅→≠≡∈√∑^*+/\\")
_COMPARING = frozenset("<>≤≥≦≧")
_SMALLER_GREATER = lazy(r"(?:^|[\s(])[A-Za-mo-z0-9)*|]{1,2}[ \u00a0]?[<>≤≥≦≧]=?[ \u00a0]?$")


def is_variable(text: str, start: int, tail: Tail) -> bool:
    """ "a > 0" but not "p < 0.05"."""
    if tail.unit is None and text[max(0, start - 1) : start] == "=" and text[tail.end - 1] in "kKM":
        return True  # "i=4k"
    window = text[max(0, start - 6) : start]
    return (
        not _COMPARING.isdisjoint(window)
        and tail.unit is None
        and _SMALLER_GREATER.search(window) is not None
        and "p" not in window.lower()
    )


def is_score(text: str, number: Number) -> bool:
    """True for "6–4" and the like, two whole numbers joined by a dash that no unit follows."""
    return number.plain and _SCORE.match(text, number.end) is not None


def is_scale(text: str, number: Number) -> bool:
    """True for the 100 of "scored out of 100", with no figure on that scale."""
    return number.plain and _SCALED.search(text, max(0, number.start - 24), number.start) is not None


_SCALED = lazy(r"\b(?:scor(?:e|ed|es|ing)|rat(?:ed|es?|ings?)|mark(?:s|ed)|graded?)(?: \w+)? out of $")


def in_contest(tokens: list[str]) -> bool:
    """True when the words before speak of winning, losing or voting."""
    return not SCORES.isdisjoint(tokens[-3:])
