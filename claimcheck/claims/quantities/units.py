"""Units as they stand in text after a number, as the names that pint knows them by."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.unit_table import NAMES, SHARES, SYMBOLS, TIMES, Powers
from claimcheck.patterns import lazy

_WORD = re.compile(
    r"(?:wt|vol|mol|at|w/w|v/v)\.?[ \u00a0]?%"
    r"|[º°]\s?(?:[CF]\b|(?i:celsius|fahrenheit)\b)|[º°℃℉%％‰′″Å]|(?:[A-Za-z]\.){3}"
    r"|[^\W\d_⁰¹²³⁴-⁹]+"
)
_LONGER = re.compile(r"[ \u00a0\u2009\u202f.-]+([^\W\d_]+)")
_EXPONENT = re.compile(
    r"(?:\s?\^\s?\(?([-−–]?\d)\)?|\s?([⁻]?[²³⁴¹])|([-−–]\s?[1-4]| −\s?[1-3])|([2346]))(?![\d\w]|\.\d|,\d| ?[°%])"
)
_SPELLED = lazy(r"[ \u00a0-](squared|cubed)\b", re.IGNORECASE)
_SQUARE = re.compile(r"(square|sq\.?|cubic|cu\.?)[ \u00a0-]?(?=[^\W\d_])", re.IGNORECASE)
_TIMES = re.compile(r"\s?[·*⋅∙×.]\s?|[-\u00a0\u2009\u202f ]")
_OVER = re.compile(r"\s?[/∕⁄]\s?|[ \u00a0-](?:per|an?|each|every)[ \u00a0-](?:each |every )?", re.IGNORECASE)
GAP = re.compile(r"[ \u00a0\u2009\u202f\u200a]{0,2}(?:[-‑–]|[\[{])?(?=[^\W\d_]|[°º℃℉%％‰′″Å])")
_DIGITS = str.maketrans("¹²³⁴⁻−–", "1234---")
_MULTI: dict[str, int] = {}
for _key in (key for key in (*NAMES, *SYMBOLS) if " " in key or "-" in key or "." in key):
    _parts = re.split(r"[ .-]+", _key)
    if len(_parts) > 1 and _parts[0]:
        _MULTI[_parts[0].lower()] = max(_MULTI.get(_parts[0].lower(), 1), len(_parts))


def atom(text: str, at: int) -> tuple[int, Powers, bool] | None:
    """The unit word at `at`: (end, factors, whether it is spelled out), without exponent."""
    match = _WORD.match(text, at)
    if match is None:
        return None
    word, end = match[0], match.end()
    longest = _MULTI.get(word.lower())
    if longest is not None:
        found = _longer(text, at, end, longest)
        if found is not None:
            return found
    if word[0] in "º°" and len(word) > 1:
        return end, NAMES["celsius" if word.rstrip()[1:].strip()[0] in "Cc" else "fahrenheit"], False
    if word[-1] == "%" and len(word) > 1:
        return end, SYMBOLS["%"], False
    if word[-1] == ".":
        word = word.replace(".", "").lower()
    unit = SYMBOLS.get(word)
    if unit is not None:
        return end, unit, False
    unit = NAMES.get(word.lower())
    if unit is not None and len(word) > 1:
        return end, unit, True
    return None


def _longer(text: str, at: int, end: int, longest: int) -> tuple[int, Powers, bool] | None:
    ends = []
    for _ in range(longest - 1):
        match = _LONGER.match(text, end)
        if match is None:
            break
        end = match.end()
        ends.append(end)
    for stop in reversed(ends):
        words = text[at:stop].replace("\u00a0", " ")
        unit = NAMES.get(words.lower()) or SYMBOLS.get(words)
        if unit is not None:
            return stop, unit, True
    return None


def factor(text: str, at: int) -> tuple[int, Powers, bool] | None:
    """One factor of a unit with its square, cubic or exponent: "sq mi", "m3", "s−1", "metres squared"."""
    match = _SQUARE.match(text, at)
    if match is not None:
        found = atom(text, match.end())
        glued = match[0][-1].isalpha() and found is not None and found[0] - match.end() == 1
        if glued and text[match.end()] != "m":
            return None  # "cub" is no cubic bit
        if found is not None and found[1] and len(found[1]) == 1 and found[1][0][1] == 1:
            return found[0], ((found[1][0][0], 2 if match[1][0] in "sS" else 3),), True
    found = atom(text, at)
    if found is None:
        return None
    end, unit, spelled = found
    power, end = _exponent(text, end, spelled=spelled)
    return end, tuple((name, p * power) for name, p in unit) if power != 1 else unit, spelled


def _exponent(text: str, end: int, *, spelled: bool) -> tuple[int, int]:
    if end >= len(text):
        return 1, end
    if spelled:
        match = _SPELLED.match(text, end)
        if match is not None:
            return (2 if match[1].lower() == "squared" else 3), match.end()
    match = _EXPONENT.match(text, end)
    if match is None or text[end - 1] in "%°‰":
        return 1, end
    digits = (match[1] or match[2] or match[3] or match[4]).translate(_DIGITS).replace(" ", "")
    return int(digits), match.end()


def read_unit(text: str, at: int) -> tuple[int, Powers, bool] | None:
    """The whole unit at `at` with what multiplies and divides it: (end, factors, whether it is spelled out)."""
    first = factor(text, at)
    if first is None:
        return None
    end, unit, spelled = first
    for _ in range(5):
        more = (None if unit[0][0] in SHARES else _divided(text, end)) or _multiplied(text, end)
        if more is None:
            break
        end, unit = more[0], unit + more[1]
    return end, unit, spelled


def _divided(text: str, end: int) -> tuple[int, Powers] | None:
    match = _OVER.match(text, end)
    if match is None:
        return None
    found = factor(text, match.end())
    if found is None or (found[0] < len(text) and text[found[0]].isalnum()):
        return None
    if match[0].strip(" -\u00a0").lower() in ("a", "an", "each", "every") and found[1][0][0] not in TIMES:
        return None
    return found[0], tuple((name, -power) for name, power in found[1])


def _multiplied(text: str, end: int) -> tuple[int, Powers] | None:
    """A further factor: after a dot, or after a space where its exponent shows that it is one ("km s−1")."""
    match = _TIMES.match(text, end)
    if match is None:
        return None
    found = factor(text, match.end())
    joint = match[0].strip(" \u00a0\u2009\u202f")
    if found is None or (found[2] and not (joint in ("·", "⋅") and found[1][0][1] < 0)):  # "2 l · day −1"
        return None
    if joint in (".", "×", "-", "") and all(power > 0 for _, power in found[1]):
        return None
    if found[0] < len(text) and text[found[0]].isalnum():
        return None
    return found[0], found[1]


def unit_follows(text: str, end: int) -> bool:
    """True when a unit that can be nothing else follows at `end`: "2000 m³", not "in 1945 in Paris"."""
    gap = GAP.match(text, end)
    found = read_unit(text, gap.end()) if gap is not None else None
    if gap is None or found is None or (found[0] < len(text) and text[found[0]].isalnum()):
        return False
    word = text[gap.end() : found[0]]
    return len(word) > 1 and word not in ("in", "pm") and not found[2] and not word.isupper()
