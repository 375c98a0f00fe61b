"""The words and marks on both sides of a place in a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.claims.dates.vocabulary import CONTEXT
from claimcheck.patterns import lazy

_NEXT = lazy(r"[\s\u00a0]{1,2}([^\W\d_]+|[°€$£%])")
_BREAK = lazy(r"[^\S\n]?(?:[,;:.)\]–—-]|$|\n)")
_CAPITAL = re.compile(r"\s[A-Z]")
_SMALL_WORD = re.compile(r"\s[a-z]{4,}")
_DOTTED = frozenset(("c", "ca", "b", "d", "r", "fl", "est", "no", "nos", "p", "pp", "vol"))
"""Abbreviations whose stop ends no sentence."""


class Before(NamedTuple):
    """The word before a place, in lower case, or "" with the `mark` that stands there (">" at the beginning)."""

    word: str
    mark: str
    start: int


def word_before(text: str, start: int) -> Before:
    """What stands before `start`, spaces skipped."""
    at = start
    while at and text[at - 1] in " \u00a0\n":
        at -= 1
    if at == 0:
        return Before("", ">", 0)
    begin = _word_start(text, at)
    if begin < at:
        return Before(text[begin:at].lower(), "", begin)
    if text[at - 1] == ".":
        begin = _word_start(text, at - 1)
        abbreviation = text[begin : at - 1].lower()
        if abbreviation in _DOTTED:
            return Before(abbreviation, "", begin)
    return Before("", text[at - 1], at - 1)


def _word_start(text: str, end: int) -> int:
    """Where the letters before `end` begin, as far as a word of ordinary length reaches."""
    start, low = end, max(0, end - 20)
    while start > low and text[start - 1].isalpha():
        start -= 1
    return start


def word_after(text: str, end: int) -> str:
    """The word (or unit sign) after `end` as written, or "" where a mark or nothing follows."""
    match = _NEXT.match(text, end)
    return match[1] if match else ""


def breaks_off(text: str, end: int) -> bool:
    """True where no noun can follow: before a mark, the end, or a word that opens a phrase ("the", "and", "he")."""
    return _BREAK.match(text, end) is not None or word_after(text, end).lower() in CONTEXT["function_words"]


def capital_follows(text: str, end: int) -> bool:
    """True where the next word is capitalised, as in a name."""
    return _CAPITAL.match(text, end) is not None


def small_word_follows(text: str, end: int) -> bool:
    """True where the next word is a longer one in small letters."""
    return _SMALL_WORD.match(text, end) is not None
