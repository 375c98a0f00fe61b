"""Units that stand beside a bare figure: in the name of its infobox parameter, in the header of its column or row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.claims import quantities
from claimcheck.claims.model import Per, Reading
from claimcheck.document.model import Passage

_BRACKETED = re.compile(
    r"[(\[]\s*((?:in\s+)?[^\d()\[\]]{2,30}[23]?|%|‰)\s*[)\]]\s*$|^\s*(%|km²|km2|m²|mi²|sq mi|ha)\s*$"
)
"""A unit as the whole of a header or in brackets at its end; one letter alone may stand for too many things."""
Place = tuple[str | None, Per | None]


def assign_place_units(passage: Passage, readings: Iterable[Reading]) -> None:
    """Give bare figures of an infobox parameter or a table cell the unit that its name or header says."""
    if not passage.path:
        return
    place = _of_parameter(passage.path[-1]) if passage.context == "infobox" else _of_headers(passage.path)
    if place is None:
        return
    for reading in readings:
        if reading.kind == "quantity" and reading.unit is None and reading.per is None and reading.counted is None:
            reading.unit, reading.per = place


@cache
def _parameters() -> list[tuple[str, Place]]:
    text = (files("claimcheck") / "data" / "parameter_units.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(row[0], (None, Per(Fraction(1), row[1])) if len(row) > 2 else (row[1], None)) for row in rows]


@lru_cache(maxsize=1 << 12)
def _of_parameter(name: str) -> Place | None:
    return next((place for ending, place in _parameters() if name.endswith(ending)), None)


@lru_cache(maxsize=1 << 12)
def _of_headers(headers: tuple[str, ...]) -> Place | None:
    for header in reversed(headers):
        match = _BRACKETED.search(header)
        if match is None:
            continue
        written = f"1 {(match[1] or match[2]).strip().removeprefix('in ')}"
        read = quantities.recognise(written, 0, 0)
        if read is not None and read.end == len(written) and read.unit and read.kind == "quantity":
            return read.unit, read.per
    return None
