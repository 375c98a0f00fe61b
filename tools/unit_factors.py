"""Writes claimcheck/data/unit_factors.tsv: what pint knows of every unit that data/unit_names.tsv names."""

from __future__ import annotations

from decimal import Decimal, localcontext
from pathlib import Path

import pint

from claimcheck.claims.quantities.unit_table import NAMES, SYMBOLS

TARGET = Path(__file__).resolve().parent.parent / "claimcheck" / "data" / "unit_factors.tsv"
HEAD = "# Written by tools/unit_factors.py from pint's registry: unit, factor to base units, offset, dimension.\n"


def rows() -> list[str]:
    """A line for each unit of which pint knows a factor; logarithmic and unknown units have none."""
    registry = pint.UnitRegistry(non_int_type=Decimal, on_redefinition="ignore")
    registry.load_definitions((TARGET.parent / "units.txt").read_text(encoding="utf-8").splitlines())
    names = {name for powers in (*SYMBOLS.values(), *NAMES.values()) for name, _ in powers}
    return [row for name in sorted(names) if (row := _row(registry, name))]


def _row(registry: pint.UnitRegistry, name: str) -> str | None:
    with localcontext(prec=40):
        try:
            zero = registry.Quantity(Decimal(0), name).to_base_units()
            one = registry.Quantity(Decimal(1), name).to_base_units()
        except (pint.UndefinedUnitError, TypeError, AttributeError):  # not in pint, or logarithmic
            return None
        if zero.magnitude and one.dimensionless:  # logarithmic, which newer versions of pint convert
            return None
        factor, offset = one.magnitude - zero.magnitude, zero.magnitude
    return f"{name}\t{_plain(factor)}\t{_plain(offset)}\t{one.units}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():.24g}" if number else "0"


if __name__ == "__main__":
    TARGET.write_text(HEAD + "".join(f"{row}\n" for row in rows()), encoding="utf-8")
