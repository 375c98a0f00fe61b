"""The noun phrase that a number counts, found by its plural head and by the words that no noun phrase holds."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.units import GAP, read_unit
from claimcheck.claims.quantities.vocabulary import (
    ATTRIBUTIVE,
    COMPOUND,
    FUNCTION,
    NOMINAL,
    NOT_PLURAL,
    PLURALS,
    VERBS,
    context,
)

_NEXT = re.compile(r"([ \u00a0-])((?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w.]*[\w])?(?:['’-][^\W\d_]+)*)")
_NUMBER = re.compile(r"[ \u00a0](\d{1,4}(?:\.\d{1,2})?)(?![\d,:/–])")
_NUMBERED = re.compile(r"\d{3}s|[A-Z]?\d{1,3}s")  # "two 747s", "three Model 3s"
_LEADING = context("leading")
_ADJECTIVES = ("nal", "ric", "ed", "ive", "ous", "ful", "fold", "long", "high", "wide", "strong", "sided", "way", "ish")
LONGEST = 6


class Noun:
    """A counted noun phrase: where it begins and ends, and whether a plural was seen."""

    __slots__ = ("end", "plural", "start")

    def __init__(self, start: int, end: int, *, plural: bool) -> None:
        self.start, self.end, self.plural = start, end, plural


def counted(text: str, end: int, *, one: bool = False) -> Noun | None:
    """The noun phrase after the number that ends at `end`; `one` asks for a singular too."""
    if end >= len(text) or text[end] not in " \u00a0-":
        return None
    words = _words(text, end, one=one)
    if not words:
        return None
    if text[end] == "-":
        last = words[0][2].rsplit("-", 1)[-1]
        if last not in ATTRIBUTIVE and (not text[end - 1].isdigit() or last.endswith(_ADJECTIVES)):
            return None  # "two-factor", "one-sided", "3-sided"
        return Noun(words[0][0], words[0][1], plural=False)
    if one:
        return _single(words)
    heads = [index for index, word in enumerate(words) if is_plural(word[2])]
    if heads:
        head = heads[0]
        while head + 1 in heads and (words[head][2] in COMPOUND or text[words[head][0]].isupper()):
            head += 1  # "sports clubs", "United States senators", "Masters Series events"
        first = 1 if words[0][2] in _LEADING and head else 0
        return Noun(words[first][0], words[head][1], plural=True)
    if words[0][2] in NOMINAL:
        return Noun(words[0][0], words[0][1], plural=True)
    if len(words) > 1 and words[0][2] in ATTRIBUTIVE:
        return Noun(words[0][0], words[0][1], plural=True)
    return None


def _single(words: list[tuple[int, int, str]]) -> Noun | None:
    """The noun phrase after "one": up to three words that are neither plural nor a verb's form."""
    first = words[0][2]
    if is_plural(first) or first.endswith("ly"):
        return None
    last = 0
    while (
        last + 1 < min(len(words), 3)
        and not is_plural(words[last + 1][2])
        and not words[last + 1][2].endswith(("ed", "ing", "ly"))
    ):
        last += 1
    if last == 0 and len(first) > 5 and first.endswith("ed"):
        return None  # "one grazed his arm"
    return Noun(words[0][0], words[last][1], plural=False)


def _words(text: str, end: int, *, one: bool) -> list[tuple[int, int, str]]:
    """Up to six words that may belong to the phrase, as (start, end, lower case)."""
    out: list[tuple[int, int, str]] = []
    at = end
    while len(out) < LONGEST:
        match = _NEXT.match(text, at)
        if match is None:
            inside = None if one else _inside(text, at, out)
            if inside is None:
                break
            out.append(inside)
            at = inside[1]
            continue
        printed = match[2]
        word = printed if printed[-1] == "s" and printed[:-1].isupper() else printed.lower()  # "two APIs"
        # a plural subject takes no verb in -s: "two coherent states" holds a noun, "one state ranks" a verb
        verb = word in VERBS and (one or not word.endswith("s"))
        joins = word in ("and", "or") and bool(out) and not one and not _has_head(out)
        function = word in FUNCTION and not joins and not (len(printed) > 1 and printed.isupper())  # "US voters"
        if function or verb or "'" in word[-2:] or "’" in word[-2:]:
            break
        out.append((match.start(2), match.end(2), word))
        at = match.end()
    return out


def _inside(text: str, at: int, out: list[tuple[int, int, str]]) -> tuple[int, int, str] | None:
    """A number that is part of the noun phrase: "Model 3 sedans", "737 Max jets", "250ml bottles", "9-litre cases"."""
    match = _NUMBER.match(text, at)
    if match is None or not (out or text[at - 1].isalpha()):
        return None  # "12 500 lb": one number or two
    start, end = match.span(1)
    after = text[end : end + 1]
    if after == "s" and _NUMBERED.match(text, start) and (end - start == 3 or (out and text[out[-1][0]].isupper())):
        return None if text[end + 1 : end + 2].isalnum() else (start, end + 1, text[start : end + 1])
    gap = GAP.match(text, end)
    unit = read_unit(text, gap.end()) if gap is not None else None
    if unit is not None and text[unit[0] : unit[0] + 1] in (" ", "\u00a0", "-") and text[unit[0] - 1] != "s":
        return start, unit[0], text[start : unit[0]]
    named = out and (text[out[-1][0]].isupper() or text[end + 1 : end + 2].isupper())
    return (start, end, text[start:end]) if named and after in (" ", "\u00a0") else None


def _has_head(words: list[tuple[int, int, str]]) -> bool:
    """True once a noun stands that can be counted: what "and" joins after it is another phrase."""
    return any(is_plural(word[2]) or word[2] in NOMINAL for word in words)


def is_plural(word: str) -> bool:
    """True for a word that looks like a plural noun."""
    if word in PLURALS:
        return True
    if word[-1:] == "s" and (word[:-1].isdigit() or (len(word) > 2 and word[:-1].isupper())):
        return True
    last = word.rsplit("-", 1)[-1]
    if last in PLURALS:
        return True
    return (
        len(last) > 2
        and last.endswith("s")
        and not last.endswith(("ss", "us", "is", "'s", "’s"))
        and last not in NOT_PLURAL
    )
