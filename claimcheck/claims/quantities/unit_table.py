"""The names and symbols of units, and the canonical expressions that they stand for."""

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


def build_table() -> tuple[dict[str, Powers], dict[str, Powers]]:
    """Symbols (case counts) and names (lower case) of data/unit_names.tsv, prefixes and plurals written out."""
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


SYMBOLS, NAMES = build_table()
