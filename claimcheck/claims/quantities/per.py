"""Denominators of rates: "per 1,000 live births", "a day", "per capita", "each year"."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.model import Per
from claimcheck.claims.quantities.counted import counted
from claimcheck.claims.quantities.numbers import read_number
from claimcheck.claims.quantities.unit_table import TIMES, canonical
from claimcheck.claims.quantities.units import factor, read_unit
from claimcheck.claims.quantities.vocabulary import words
from claimcheck.patterns import lazy

_PER = re.compile(
    r"[ \u00a0-]?(/)\s?|[ \u00a0-](per|a|an|each|every|for every|for each|out of every|in every)[ \u00a0-]"
    r"(?:every |each |full |single |additional |calendar )?",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"[ \u00a0](annually|(?:year|month|week|dai|hour)ly(?! (?!as |is |was |has )[a-z-]+s\b)|apiece|a head)\b",
    re.IGNORECASE,
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_JOINTS = frozenset(" \u00a0-/")
_LATER = lazy(r"[ \u00a0](?:later|earlier|ago|before|after|older|younger)\b")
PRICED = words("per_nouns.tsv", "price")
TENS = frozenset(Fraction(10) ** power for power in range(2, 7))
_NOUN = re.compile(r"(?:live )?[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMED = {"capita": "capita", "head": "head", "annum": "year", "diem": "day", "cent": "", "se": "", "mille": ""}
_THOUSAND = re.compile(r"(?:one )?(hundred|thousand|million)\b", re.IGNORECASE)


_ONE_IN = re.compile(r"[ \u00a0]in[ \u00a0](?:every )?(?=\w)")


def one_in(text: str, end: int) -> tuple[int, Per] | None:
    """The denominator of "one in ten people"; a length of time ("one in five days") and a year are none."""
    match = _ONE_IN.match(text, end)
    found = _amount(text, match.end(), slash=False) if match is not None else None
    if found is None or found[1].unit is not None or found[1].amount < 2:
        return None
    year = found[1].counted is None and 1000 < found[1].amount <= 2100 and found[1].amount % 100 != 0
    return None if year else found


def read_per(text: str, end: int, *, money: bool = False) -> tuple[int, Per] | None:
    """The denominator that follows at `end`: where it ends, and what it is; "a share" only after money."""
    if text[end : end + 1] not in _JOINTS:
        return None
    match = _PER.match(text, end)
    if match is None:
        adverb = _ADVERB.match(text, end)
        if adverb is None:
            return None
        unit = _ADVERBS.get(adverb[1].lower())
        return adverb.end(), Per(
            Fraction(1), unit, None if unit else "head" if "head" in adverb[1].lower() else "piece"
        )
    at = match.end()
    word = (match[2] or "/").lower()
    if word in ("a", "an", "each", "every"):
        return _time(text, at) or (_price(text, at) if money else None)
    if word == "/" and text[at - 1].isspace():
        return None
    return _amount(text, at, slash=word == "/") or _unit(text, at) or _named(text, at, slash=word == "/")


def _time(text: str, at: int) -> tuple[int, Per] | None:
    found = factor(text, at)
    if found is None or not found[2] or found[1][0][0] not in TIMES or text[found[0] : found[0] + 1].isalnum():
        return None
    if _LATER.match(text, found[0]):
        return None
    return found[0], Per(Fraction(1), found[1][0][0])


def _price(text: str, at: int) -> tuple[int, Per] | None:
    """The noun of "$98 a share"."""
    match = _NOUN.match(text, at)
    if match is None or match[0].lower() not in PRICED:
        return None
    return _unit(text, at) or (match.end(), Per(Fraction(1), None, match[0]))


def _amount(text: str, at: int, *, slash: bool) -> tuple[int, Per] | None:
    """ "1,000 live births", "100,000", "thousand people", "100 km"."""
    word = _THOUSAND.match(text, at)
    if word is not None:
        end, size = word.end(), Fraction({"hundred": 100, "thousand": 1000, "million": 10**6}[word[1].lower()])
    else:
        number = read_number(text, at) if text[at : at + 1].isalnum() else None
        if number is None or number.precision == "open":
            return None
        end, size = number.end, number.value
    if slash and size not in TENS:
        return None
    unit = read_unit(text, end + 1) if text[end : end + 1] in " \u00a0-" else None
    if unit is not None and not text[unit[0] : unit[0] + 1].isalnum():
        return None if slash else (unit[0], Per(size, canonical(unit[1])))
    noun = counted(text, end)
    if noun is None:
        return end, Per(size)
    return noun.end, Per(size, None, text[noun.start : noun.end])


def _unit(text: str, at: int) -> tuple[int, Per] | None:
    found = read_unit(text, at)
    if found is None or text[found[0] : found[0] + 1].isalnum():
        return None
    return found[0], Per(Fraction(1), canonical(found[1]))


def _named(text: str, at: int, *, slash: bool) -> tuple[int, Per] | None:
    match = _NOUN.match(text, at)
    if match is None:
        return None
    word = match[0].lower()
    if match[0][0].isupper() and not match[0].isupper():
        return None  # "per Volkswagen policy" gives a source, no rate
    named = _NAMED.get(word)
    if named == "" or (slash and word not in PRICED and named is None):
        return None
    if named in ("year", "day"):
        return match.end(), Per(Fraction(1), named)
    return match.end(), Per(Fraction(1), None, match[0])
