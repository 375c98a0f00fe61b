"""Numbers that are no quantities: names, labels, scores, ratios, versions, times of day, identifiers, list marks."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.formulas import in_formula, in_list, is_variable, strong
from claimcheck.claims.quantities.numbers import Number
from claimcheck.claims.quantities.references import is_page, is_volume
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.versions import is_version, of_language
from claimcheck.claims.quantities.vocabulary import (
    FUNCTION,
    HEDGES_BEFORE,
    LABELS,
    MEASURING,
    PLURALS,
    SCORES,
    VERBS,
    WEAK_LABELS,
    context,
)
from claimcheck.patterns import lazy

_OPENERS = lazy(r"[—–(\"'“\[‘]")
_MARK = re.compile(r"[.)]\s+(?=\w)")
_PREPOSITIONS = context("preposition")


def label(text: str, start: int, number: Number, tail: Tail, tokens: list[str], *, hedged: bool) -> str | None:
    """Why it is the number of a name, a page, a model, a list mark or an identifier; None where it is none of them."""
    decimal = number.precision == "decimal"
    if (
        decimal
        and not (tail.unit or tail.counted or hedged or number.scales)
        and is_version(text, start, tokens, opens=_opens_name(text, start))
    ):
        return "a version"
    if decimal and tail.unit is None and of_language(text, start):
        return "a version"
    if is_variable(text, start, tail):
        return "part of a formula"
    if tail.unit is None and is_volume(text, start, number):
        return "the volume of a publication"
    if decimal and tokens and tail.unit is None and tokens[-1].lstrip("(") in LABELS:
        return _after(text, start)  # "article 135.1 stipulates"
    if _model(text, number, tail) and _named_before(text, start, tokens, number, tail):
        return "part of a name"
    if (
        hedged
        and tail.unit is None
        and tail.counted is None
        and _bounds_year(number, text[number.start : number.end], tokens)
    ):
        return "a year, or a number that looks like one"
    if not strong(number, tail, hedged=hedged):
        return _weak(text, start, number, tail, tokens)
    if tokens and not (tail.unit or hedged or number.scales) and _labelled(tokens[-1]) and not tail.counted:
        return _after(text, start)
    return None


def _weak(text: str, start: int, number: Number, tail: Tail, tokens: list[str]) -> str | None:
    """The same for a bare number, which must show that it is a figure."""
    digits = text[number.start : number.end]
    if number.plain and ((len(digits) > 1 and digits[0] == "0") or len(digits) > 11):
        return "an identifier"
    if number.plain and _is_mark(text, start, number):
        return "the mark of a list or a note"
    if _named_before(text, start, tokens, number, tail):
        return _after(text, start) if _labelled(tokens[-1]) else "part of a name"
    if number.plain and not tail.plural and tokens and tokens[-1] in _SERIAL and _MORE.match(text, number.end):
        return _after(text, start)  # "divisions 1 and 2"
    if number.plain and not tail.plural and _CHAIN.match(text[max(0, start - 5) : start]) and _chained(text, start):
        return f"a label after “{_word(text, start)}”"
    if _after_noun(text, start, number, tail, tokens):
        return f"the number of a thing, as it seems (“{_word(text, start)}”)"
    if in_formula(text, start, number) or (tail.counted is None and in_list(text, start)):
        return "part of a formula"
    if number.plain and is_page(text, start):
        return "a page of a reference"
    if number.words and number.value == 0:
        return None if tail.plural else "a zero in words that counts nothing"
    if number.words:
        return "part of a name" if digits[0].isupper() and not _opens_sentence(text, start) else None
    if is_year(number, digits, tail, tokens):
        return "a year, or a number that looks like one"
    return "part of a name" if _the_number(text, number, tail, tokens) else None


def _after(text: str, start: int) -> str:
    return f"a label after “{_word(text, start)}”"


def _word(text: str, start: int) -> str:
    """The word before `start` as printed."""
    return text[max(0, start - 40) : start].split()[-1].lstrip("(\"'“[")


_CHAIN = re.compile(r".*(?:, |nd |or |to |& )$", re.DOTALL)
_MORE = lazy(r"(?:,| and| or| to| &|[–-]) ?\d{1,4}\b(?! [a-z]+s\b)")
_LABEL = lazy(r"([^\W\d_]+)\.? \d{1,4}(?:, \d{1,4}){0,9}(?:,? (?:and|or|to|&) |, )$")


def _chained(text: str, start: int) -> bool:
    """True for the 17 of "rounds 16 and 17", "accent 1 and 2"."""
    match = _LABEL.search(text, max(0, start - 70), start)
    return match is not None and (_labelled(match[1].lower()) or match[1].lower() in _SERIAL)


def _bounds_year(number: Number, digits: str, tokens: list[str]) -> bool:
    """True for "until at least 1802": four digits that a word of time stands before."""
    year = number.plain and len(digits) == 4 and 1000 <= number.value <= 2100
    return year and bool(tokens) and tokens[-1] in ("until", "till", "since", "by", "in", "from", "before", "after")


_SERIAL = context("serial")
_YEARLY = context("before a year")
_AMOUNTS = context("before an amount")


def is_year(number: Number, digits: str, tail: Tail, tokens: list[str]) -> bool:
    """True for four digits that a reader takes for a year."""
    if not (number.plain and len(digits) == 4 and 1000 <= number.value <= 2100):
        return False
    if tail.plural:
        head = (tail.counted or "").rsplit(" ", 1)[-1].lower()
        people = head in PLURALS and not head.endswith("s")  # no "2006 censuses"
        title = bool(tail.counted) and tail.counted[0].isupper()  # type: ignore[index]
        return not people and (number.value >= 1700 or title or (bool(tokens) and tokens[-1] in _YEARLY))
    return not (len(tokens) > 1 and tokens[-1] in ("of", "at", "is", "was") and not _AMOUNTS.isdisjoint(tokens[-3:]))


def _the_number(text: str, number: Number, tail: Tail, tokens: list[str]) -> bool:
    """ "the 486 is", "the 747": a name."""
    return (
        number.plain
        and tokens[-1:] == ["the"]
        and not tail.plural
        and tail.counted is None
        and number.value >= 100
        and text[number.end : number.end + 4] != " of "
    )


def _labelled(token: str) -> bool:
    token = token.lstrip("(\"'“[")
    return token in LABELS or token in WEAK_LABELS


def _opens_name(text: str, start: int) -> bool:
    """True where the word before `start` opens its sentence."""
    return _opens_sentence(text, max(0, text.rfind(" ", 0, max(0, start - 1)) + 1))


def _model(text: str, number: Number, tail: Tail) -> bool:
    """ "Motorola 68k": digits with one letter of a scale and nothing behind them."""
    last = text[number.end - 2 : number.end]
    return bool(number.scales) and not (tail.unit or tail.counted) and last[:1].isdigit() and last[1:] in "kKM"


def _after_noun(text: str, start: int, number: Number, tail: Tail, tokens: list[str]) -> bool:
    """ "accent 1", "valve 30": the number of a thing, after a noun in the singular and with nothing behind it."""
    if (
        not (number.plain and number.value < 100 and tokens)
        or tail.counted
        or tail.plural
        or text[start - 1 : start] not in (" ", "\u00a0")
    ):
        return False
    last = tokens[-1].lstrip("(\"'“[")
    if not last.isalpha() or len(last) < 3 or last in FUNCTION or last in VERBS or last in MEASURING or last in SCORES:
        return False
    return not last.endswith(("s", "ed", "ing", "ly", "en", "ew"))


def _is_mark(text: str, start: int, number: Number) -> bool:
    """ "(3)", "[12]", "1. First", "a) 2)"."""
    before = text[start - 1] if start else "\n"
    after = text[number.end] if number.end < len(text) else "\n"
    if (before, after) in (("(", ")"), ("[", "]")) and number.value < 1000 and number.end < len(text) - 1:
        return True
    if after == ")" and number.value < 100 and "(" not in text[max(0, start - 60) : start]:
        return True
    opens = (
        before == "\n"
        or start == 0
        or (before in " \u00a0" and text[max(0, start - 4) : start].rstrip(" \u00a0")[-1:] in (".", ";", ":", "\n"))
    )
    return opens and number.value < 100 and _MARK.match(text, number.end) is not None and number.end < len(text) - 1


def _named_before(text: str, start: int, tokens: list[str], number: Number, tail: Tail) -> bool:
    """True after a label word or after a capitalised word that is a name."""
    if not tokens:
        return False
    last = tokens[-1]
    if _labelled(last):
        return not (tail.plural and (last in FUNCTION or last in WEAK_LABELS))
    ahead = text[max(0, start - 40) : start - 1]
    begin = start - 1 - (0 if ahead[-1:].isspace() or not ahead else len(ahead.rsplit(None, 1)[-1]))
    printed = text[begin:start].strip()
    if printed.islower():
        return False
    word = _OPENERS.split(printed)[-1]
    if not word or not (word[0].isupper() or (word[1:2].isupper())):
        return False
    if not word[-1].isalnum():
        return word[-1] == "." and len(word) < 7 and number.plain and not tail.plural and last not in FUNCTION
    if last in FUNCTION or last in VERBS or last in HEDGES_BEFORE or last.endswith(("ly", "ing")):
        return False
    if tail.plural:
        if text[number.end : number.end + 6].strip() == "times" or _opens_sentence(text, begin) or last.endswith("ed"):
            return False
        return not (len(tokens) > 1 and tokens[-2] in _PREPOSITIONS)
    return True


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"'“‘([")
    return start < 2 or not before or before[-1] in ".!?:;\n•–—" or "\n" in text[max(0, start - 3) : start]
