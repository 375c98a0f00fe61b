"""Versions of software and standards: "WebWork 2.2", "LGPL 2.1", "Log4j 1.2, 1.3"."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.vocabulary import FUNCTION, MEASURING, VERBS
from claimcheck.patterns import lazy

_NAME = re.compile(r"(?:^|[\s(\[“\"‘/—–-])([A-Z.]?[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[#+]{0,2}) $")
_ACRONYM = lazy(r"[A-Z][A-Z#+]+|C[#+]{1,2}")
_SHORT = re.compile(r"\d{1,2}\.\d{1,2}(?![\d%])")
_EARLIER = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2})(?:, \d{1,2}\.\d{1,2}){0,4}(?:,? (?:and|or|/) |, )$")
REACH = 48


_SHARP = re.compile(r"[A-Z][#+]{1,2} $")


def of_language(text: str, start: int) -> bool:
    """True for the number after "C#" or "C++", whatever follows it."""
    return _SHARP.search(text, max(0, start - 4), start) is not None


def is_version(text: str, start: int, tokens: list[str], *, opens: bool) -> bool:
    """True for the decimals at `start` after a name, or after such a version; `opens` where its sentence begins
    with that name, which may then be any word."""
    window = text[max(0, start - REACH) : start]
    earlier = _EARLIER.search(window)
    if earlier is not None:
        window = window[: earlier.start(1)]
        tokens = window.lower().split()[-6:]
    name = _NAME.search(window)
    if name is None or not tokens:
        return False
    word, last = name[1], tokens[-1].lstrip("(\"'“‘[")
    if last in MEASURING or last in FUNCTION or last in VERBS:
        return False
    if _ACRONYM.fullmatch(word):
        return _SHORT.match(text, start) is not None
    return not (opens and last.endswith(("ly", "ing", "ed")))
