"""Conversion between units: exact factors to base units, from a table that pint wrote or from pint itself."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimcheck import overlay
from claimcheck.values.interval import Interval

if TYPE_CHECKING:
    import pint

_ATOM = re.compile(r"([A-Za-z_0-9]*[A-Za-z_])(?: \*\* (\d))?")


class Scale(msgspec.Struct, frozen=True):
    """A unit in base units: a figure times `factor` plus `offset`; `dimension` are base units with their powers."""

    factor: Fraction
    offset: Fraction
    dimension: tuple[tuple[str, int], ...]


@cache
def scale(unit: str) -> Scale | None:
    """The scale of a canonical unit ("mile / hour", "meter ** 2"); None for what pint does not know.

    Every currency is a dimension of its own, so money converts into the same money only.
    """
    factor, offset = Fraction(1), Fraction(0)
    powers: dict[str, int] = {}
    for index, side in enumerate(unit.split(" / ")):
        for name, exponent in _ATOM.findall(side):
            atom = _listed(name) or _money(name) or _ask_pint(name)
            if atom is None:
                return None
            power = int(exponent or 1) * (-1 if index else 1)
            factor *= atom.factor**power
            offset = atom.offset if unit == name else offset
            for base, times in atom.dimension:
                powers[base] = powers.get(base, 0) + times * power
    return Scale(factor, offset, tuple(sorted((base, power) for base, power in powers.items() if power)))


def _money(name: str) -> Scale | None:
    """A currency by its ISO 4217 code, which no other unit's name looks like: one unit of a dimension of its own."""
    return Scale(Fraction(1), Fraction(0), ((name, 1),)) if len(name) == 3 and name.isupper() else None


def same_dimension(first: str, second: str) -> bool:
    """True when one unit can be converted into the other."""
    a, b = scale(first), scale(second)
    return a is not None and b is not None and a.dimension == b.dimension


@lru_cache(maxsize=1 << 12)
def convert(interval: Interval, unit: str, into: str, *, difference: bool = False) -> Interval | None:
    """An interval in another unit, or None where the two do not compare.

    `difference` converts a rise or a span, so that zero stays zero (a rise of 10 °C is one of 18 °F).
    """
    a, b = scale(unit), scale(into)
    if a is None or b is None or a.dimension != b.dimension:
        return None
    if difference:
        return interval * (a.factor / b.factor)
    return (interval * (a.factor / b.factor)).shift((a.offset - b.offset) / b.factor)


def _listed(name: str) -> Scale | None:
    if name not in _table():
        return None
    factor, offset, base = _table()[name]
    return Scale(Fraction(factor), Fraction(offset), _powers(base))


@cache
def _table() -> dict[str, tuple[str, str, str]]:
    """Factor, offset and base units as written: an article needs a few of the hundreds."""
    text = overlay.ours("unit_factors.tsv")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: (factor, offset, base) for name, factor, offset, base in rows}


def _powers(expression: str) -> tuple[tuple[str, int], ...]:
    """Base units as pint prints them: "kilogram / meter / second ** 2"."""
    above, *below = expression.split(" / ")
    found = {base: int(power or 1) for base, power in _ATOM.findall(above) if base != "dimensionless"}
    found |= {base: -int(power or 1) for side in below for base, power in _ATOM.findall(side)}
    return tuple(sorted(found.items()))


@cache
def _ask_pint(name: str) -> Scale | None:
    import pint

    try:
        zero, one, two = (registry().Quantity(number, name).to_base_units() for number in (0.0, 1.0, 2.0))
    except (pint.PintError, AttributeError, ZeroDivisionError):
        return None
    if abs(two.magnitude - 2 * one.magnitude + zero.magnitude) > 1e-9 * abs(two.magnitude):
        return None  # logarithmic
    factor = Fraction(one.magnitude - zero.magnitude).limit_denominator(10**15)
    return Scale(factor, Fraction(zero.magnitude).limit_denominator(10**9), _powers(str(one.units)))


@cache
def registry() -> pint.UnitRegistry[float]:
    """pint's registry with our units and the user's, read on first need (0.2 s; with pint's own cache a tenth)."""
    return fresh_registry(overlay.text("units.txt"))


def fresh_registry(definitions: str) -> pint.UnitRegistry[float]:
    """A registry of pint's units and those of a definition file."""
    import pint

    found: pint.UnitRegistry[float]
    try:
        found = pint.UnitRegistry(cache_folder=cache_folder(pint.__file__), on_redefinition="ignore")
    except OSError:  # no cache can be read or written here: a read-only home, say
        found = pint.UnitRegistry(on_redefinition="ignore")
    found.load_definitions(definitions.splitlines())
    return found


def cache_folder(installed: str) -> Path:
    """Where the registry of the pint that is installed at that path is kept.

    pint's own choice (":auto:") is one folder for all environments of a user, and what is kept names the files of the
    environment that wrote it: when that one is deleted, every other fails to read its definitions.
    """
    import hashlib

    import platformdirs

    name = hashlib.sha256(installed.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return platformdirs.user_cache_path("claimcheck") / f"pint-{name}"


def quantity(value: Fraction, unit: str) -> pint.Quantity[float] | None:
    """A figure as pint's quantity (an integer magnitude where it is one); None where pint knows no such unit."""
    import pint

    magnitude = value.numerator if value.denominator == 1 else float(value)
    try:
        return registry().Quantity(magnitude, unit)
    except (pint.PintError, AttributeError):
        return None
