"""Fractions in words: "two-thirds", "half of", "a quarter of a million", "and a half"."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from claimcheck.claims.quantities.unit_table import NAMES
from claimcheck.claims.quantities.vocabulary import FUNCTION, HEDGES_BEFORE, SCALE_WORDS, VERBS
from claimcheck.patterns import lazy

HALF = re.compile(
    r"(half|quarter|third)(?:[ -]+(?:of[ ])?an?)?[ -](million|billion|trillion|dozen|thousand|hundred)\b", re.IGNORECASE
)
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100, "hundredths": 100,
    "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
_AND_HALF = lazy(r"[ -]and[ -](?:a[ -]half|(?:a|one|three)[ -]quarters?|a[ -]third)\b", re.IGNORECASE)
OF_PART = re.compile(r"(?: - |[ -])([a-z]+)\b")
# "half an hour", "a quarter of a mile", "half-mile"
_UNIT_OF = lazy(r"(?: (?:of )?an?(?= (?P<unit>[a-z]{3,}))|(?=-(?P<joined>[a-z]{3,})))", re.IGNORECASE)
BEFORE_HALF = {*HEDGES_BEFORE, *VERBS, *FUNCTION} - {"first", "second", "last", "next", "the"}
DOZEN = {"dozen": 12, "dozens": 12}
Make = Callable[..., Any]


def half_scale(text: str, at: int, match: re.Match[str], make: Make) -> Any:
    """ "half a million", "quarter of a million"."""
    word = match[2].lower()
    size = DOZEN.get(word) or SCALE_WORDS[word]
    part = Fraction(1, PARTS[match[1].lower()])
    start = with_article(text, at)
    return make(start, match.end(), part * size, Fraction(size, 2), "rounded", part, (match[2],), True)


def with_article(text: str, at: int) -> int:
    """Where "a" or "one" begins that stands before `at`; `at` where neither does."""
    for article in ("a ", "A ", "one ", "One ", "a\u00a0", "one-", "One-"):
        if (
            text.endswith(article, max(0, at - 4), at)
            and not text[max(0, at - len(article) - 1) : at - len(article)].isalnum()
        ):
            return at - len(article)
    return at


def one_part(text: str, at: int, end: int, word: str, make: Make) -> Any:
    """ "a third of", "half of", "half the": a share, never "a third man" or "the first half"."""
    start = with_article(text, at)
    ahead = text[end : end + 9].lower()
    measured = _UNIT_OF.match(text, end)
    if (
        measured is not None
        and (measured["unit"] or measured["joined"]).lower() in NAMES
        and (word == "half" or start != at)
    ):
        end = measured.end()
        part = Fraction(1, PARTS[word])
        return make(start, end, part, Fraction(0), "exact", part, (), True, False, True)
    if word == "half" and start == at:
        if not re.match(r" (?:of|the|its|their|his|her|all|that|an?) ", ahead + " "):
            return None
        last = text[max(0, at - 20) : at].split(" ")[-2:-1]
        if text[at - 1 : at] in ("-", "’", "'") or (last and last[0].isalpha() and last[0].lower() not in BEFORE_HALF):
            return None
    elif start == at or not ahead.startswith(" of "):
        return None
    part = Fraction(1, PARTS[word])
    return make(start, end, part, Fraction(0), "exact", part, (), True, False, True)


def and_half(text: str, end: int) -> tuple[int, Fraction] | None:
    """End and size of "and a half", "and three quarters" after a whole number."""
    match = _AND_HALF.match(text, end)
    if match is None:
        return None
    said = match[0].lower()
    part = Fraction(1, 2) if "half" in said else Fraction(1, 3) if "third" in said else Fraction(1, 4)
    return match.end(), part * 3 if "three" in said else part
