"""Units as they stand in text after a number, as the names that pint knows them by."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.vocabulary import phrases, rows

Powers = tuple[tuple[str, int], ...]
"""A unit as its factors: (("kilometer", 1), ("hour", -1))."""

PREFIXES = {
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa", "h": "hecto", "d": "deci",
    "c": "centi", "m": "milli", "μ": "micro", "n": "nano", "p": "pico", "f": "femto",
}  # fmt: skip

_FACTOR = re.compile(r"([a-zA-Z_]+)(?: \*\* (\d))?")
_WORD = re.compile(
    r"(?:wt|vol|mol|at|w/w|v/v)\.?[ \u00a0]?%|[º°]\s?(?:[CF]\b|(?i:celsius|fahrenheit)\b)|[º°℃℉%％‰′″Å]|(?:[A-Za-z]\.){3}|[^\W\d_⁰¹²³⁴-⁹]+"
)
_LONGER = re.compile(r"[ \u00a0\u2009\u202f.-]+([^\W\d_]+)")
_EXPONENT = re.compile(r"(?:\s?\^\s?\(?([-−–]?\d)\)?|\s?([⁻]?[²³⁴¹])|([-−–]\s?[1-4])|([2346]))(?![\d\w]|\.\d|,\d)")
_SPELLED = re.compile(r"[ \u00a0-](squared|cubed)\b", re.IGNORECASE)
_SQUARE = re.compile(r"(square|sq\.?|cubic|cu\.?)[ \u00a0-]?(?=[^\W\d_])", re.IGNORECASE)
_TIMES = re.compile(r"\s?[·*⋅∙×.]\s?|[-\u00a0\u2009\u202f ]")
_OVER = re.compile(r"\s?[/∕⁄]\s?|[ \u00a0-](?:per|an?|each|every)[ \u00a0-](?:each |every )?", re.IGNORECASE)
_DIGITS = str.maketrans("¹²³⁴⁻−–", "1234---")


def parse(expression: str) -> Powers:
    """The factors of a canonical expression ("mile / hour", "meter ** 2")."""
    out = []
    for index, side in enumerate(expression.split(" / ")):
        for name, power in _FACTOR.findall(side):
            out.append((name, int(power or 1) * (-1 if index else 1)))
    return tuple(out)


def canonical(powers: Powers) -> str:
    """The factors as pint writes them: by name, first what multiplies, then what divides."""
    total: dict[str, int] = {}
    for name, power in powers:
        total[name] = total.get(name, 0) + power
    above = [_power(name, power) for name, power in sorted(total.items()) if power > 0]
    below = [_power(name, -power) for name, power in sorted(total.items()) if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name} ** {power}"


def plural(name: str) -> str:
    """The regular English plural of a unit's name."""
    if name.endswith(("s", "z", "inches", "feet", "hertz")) or " of " in name or name.startswith("degrees"):
        return name
    if name.endswith("y") and name[-2] not in "aeou":
        return name[:-1] + "ies"
    return name + "s"


def _table() -> tuple[dict[str, Powers], dict[str, Powers]]:
    symbols: dict[str, Powers] = {}
    names: dict[str, Powers] = {}
    for row in rows("unit_names.tsv"):
        expression, prefixes, listed, called = (*row, "", "", "")[:4]
        unit = parse(expression)
        said = phrases(called)
        spelled = [] if " " in expression or "-" in said else [expression.replace("_", " ")]
        said = [word for word in said if word != "-"]
        _name(names, said + spelled, unit)
        symbols |= dict.fromkeys(listed.split(), unit)
        for letter in prefixes:
            full = parse(PREFIXES[letter] + expression) if " " not in expression else _prefixed(unit, letter)
            for symbol in listed.split():
                symbols.setdefault(letter + symbol, full)
                if letter == "μ":
                    symbols.setdefault("µ" + symbol, full)
            _name(names, [PREFIXES[letter] + word for word in said + spelled if " " not in word], full)
    return symbols, names


def _prefixed(unit: Powers, letter: str) -> Powers:
    return ((PREFIXES[letter] + unit[0][0], unit[0][1]), *unit[1:])


def _name(names: dict[str, Powers], said: list[str], unit: Powers) -> None:
    for word in said:
        names.setdefault(word.lower(), unit)
        names.setdefault(plural(word.lower()), unit)


SYMBOLS, NAMES = _table()
_MULTI: dict[str, int] = {}
for _key in [*NAMES, *SYMBOLS]:
    _parts = re.split(r"[ .-]+", _key)
    if len(_parts) > 1 and _parts[0]:
        _MULTI[_parts[0].lower()] = max(_MULTI.get(_parts[0].lower(), 1), len(_parts))
TIMES = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "fortnight",
        "month",
        "year",
        "decade",
        "century",
        "millennium",
        "kiloyear",
        "megayear",
        "gigayear",
    ]
)
SHARES = frozenset(["percent", "permille", "percentage_point", "basis_point"])
"""What is a share of something: its rate has a denominator, not a compound unit."""


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
    if found is None or found[2]:
        return None
    joint = match[0].strip(" \u00a0\u2009\u202f")
    if joint in (".", "×", "-", "") and all(power > 0 for _, power in found[1]):
        return None
    if found[0] < len(text) and text[found[0]].isalnum():
        return None
    return found[0], found[1]
