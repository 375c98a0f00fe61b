"""Money: currency signs, codes and names before and after a number, as ISO 4217 codes."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.unit_table import plural
from claimcheck.claims.quantities.vocabulary import phrases, rows
from claimcheck.patterns import lazy

SYMBOLS: dict[str, str] = {}
NAMES: dict[str, str] = {}
for _row in rows("currencies.tsv"):
    _code, _signs, _called = (*_row, "", "")[:3]
    SYMBOLS[_code] = _code
    SYMBOLS |= dict.fromkeys(_signs.split(), _code)
    for _name in phrases(_called):
        NAMES[_name.lower()] = NAMES[plural(_name.lower())] = _code
SYMBOLS["US $"] = "USD"
SUBUNITS: dict[str, str] = {}
for _row in rows("subunits.tsv"):
    _unit, _signs, _called = (*_row, "", "")[:3]
    SUBUNITS |= dict.fromkeys([*_signs.split(), _unit, _unit + "s", *phrases(_called)], _unit)
CODES = frozenset({*SYMBOLS.values(), *SUBUNITS.values()})

_FIRST = frozenset(said.split()[0].lower() for said in (*SYMBOLS, *NAMES, *SUBUNITS))
_SIGNS = "".join(sorted({symbol[-1] for symbol in SYMBOLS if not symbol[-1].isalpha() and symbol[-1] != "."}))
_BEFORE_SIGN = lazy(
    rf"(?:\b(?:[A-Z][A-Za-z.]{{0,3}}|us|hk|c|au|nz|aud|cad|nzd)-?[ \u00a0]?)?"
    rf"[{re.escape(_SIGNS)}][ \u00a0\u2009\u202f]?$"
    r"|[$](?:US|A|C|NZ|HK)[ \u00a0]?$"
)
_BEFORE_LETTERS = lazy(r"\b([A-Z][A-Za-z]{1,4}\.?)[ \u00a0]?$")
# "R4.5 billion", "R 12,500.00": one letter is a currency only before a large or a precise sum
_RAND = lazy(r"R[ \u00a0]?(?=\d[\d.,]{0,12}(?:(?<=\.\d\d)(?![\d–-])|[ \u00a0-]?(?:million|billion|trillion|bn|mn)\b))")
_AFTER = re.compile(
    rf"[ \u00a0\u2009\u202f-]?((?:US|U\.S\.|A|C|HK|NZ|S)?[{re.escape(_SIGNS)}¢](?![ \u00a0]?\d)"
    r"|[^\W\d_]+(?:[ \u00a0][^\W\d_]+){0,3})"
)


def before(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """Start and code of the currency sign that ends at `start`."""
    if start <= floor:
        return None
    window = text[max(floor, start - 8) : start]
    last = window[-1] if window[-1] not in " \u00a0\u2009\u202f" else window[-2:-1]
    if last and (last in _SIGNS or (last in "SACZK" and "$" in window)):
        match = _BEFORE_SIGN.search(window)
        if match is None:
            return None
        sign = match[0].rstrip(" \u00a0\u2009\u202f")
        joined = re.sub(r"[ \u00a0-]", "", sign)
        code = (
            SYMBOLS.get(joined)
            or SYMBOLS.get(joined.upper())
            or SYMBOLS.get(joined[:-1].upper() if len(joined) > 3 else "")
        )
        if code is not None:
            return start - len(match[0]), code
        return start - (len(match[0]) - len(sign)) - 1, SYMBOLS[sign[-1]]
    if last == "R":
        at = start - 1 if window[-1] == "R" else start - 2
        rand = _RAND.match(text, at) if not text[at - 1 : at].isalnum() else None
        if rand is not None:
            return at, "ZAR"
    if (last.isalpha() or last == ".") and not window.islower():
        match = _BEFORE_LETTERS.search(window)
        if match is not None and match[1] in SYMBOLS:
            return start - len(match[0]), SYMBOLS[match[1]]
    return None


def after(text: str, end: int) -> tuple[int, str] | None:
    """End and code of the currency that follows at `end`: a sign, a code or a name."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    begin = match.start(1)
    words = match[1]
    if words[0].isalpha() and words.split(None, 1)[0].lower() not in _FIRST:
        return None
    for stop in _stops(words):
        said = words[:stop].replace("\u00a0", " ")
        code = SYMBOLS.get(said) if not said.islower() or len(said) < 3 or said == "zł" else None
        code = code or NAMES.get(said.lower()) or SUBUNITS.get(said.lower() if len(said) > 1 else said)
        if code is not None and not (said == "Rp" and begin == end):  # "5Rp" are radii of a planet
            return begin + stop, code
    return None


def _stops(words: str) -> list[int]:
    """Ends of the leading one, two, … words, the longest first."""
    return [len(words), *[match.start() for match in reversed(list(re.finditer(r"[ \u00a0]", words)))]]
