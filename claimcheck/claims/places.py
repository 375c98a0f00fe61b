"""What stands beside a bare figure: in its infobox parameter's name or label, in the header of its column or row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache

from msgspec.structs import replace

from claimcheck.claims.label_units import Label, bars_scale, holds_no_figures, read_label
from claimcheck.claims.model import Part, Per, Reading
from claimcheck.claims.quantities.currencies import CODES
from claimcheck.claims.quantities.unit_table import TIMES
from claimcheck.claims.quantities.vocabulary import rows
from claimcheck.document.model import Document, Passage
from claimcheck.values.amount import Amount
from claimcheck.values.interval import Interval

_NUMBERED = re.compile(r"data(\d{1,3})")
_FULL = 10**7
"""A figure from which on it is given in full, whatever the header says, where the header's scale is no larger."""
_NOTHING = Label(unit="-")
"""A parameter that holds no figure: a version, a code, the size of a picture."""


def assign_place_units(passage: Passage, readings: list[Reading], beside: str | None = None) -> None:
    """Give bare figures of an infobox parameter or a table cell the unit and scale that their place says.

    `beside` is the label of a numbered parameter or the caption of the table. What stands where there are no figures
    (versions, codes) is taken out of `readings`.
    """
    if not readings or not passage.path:
        return
    if passage.context == "table":
        label = _of_headers(passage.path, beside)
    else:
        label = _of_parameter(*passage.path[-2:]) or (read_label(beside) if beside else None)
    if label is None:
        return
    if label is _NOTHING:
        readings[:] = [reading for reading in readings if not _bare(reading) or reading.kind != "quantity"]
        return
    for reading in readings:
        if reading.kind == "quantity":
            _assign(passage.text, reading, label)


def labels_beside(document: Document) -> dict[int, str]:
    """The text that says what stands in a passage, by its identity: the label of data5, the caption of a table."""
    out: dict[int, str] = {}
    for template in document.templates:
        if "infobox" in template.name:
            by_name = {parameter.name: parameter.passage for parameter in template.parameters}
            for name, passage in by_name.items():
                match = _NUMBERED.fullmatch(name)
                label = by_name.get("label" + match[1]) if match is not None else None
                if label is not None:
                    out[id(passage)] = label.text
    for table in document.tables:
        if table.caption is not None:
            said = read_label(table.caption.text)
            if said is not None and said.scale != 1:
                out |= {id(cell.passage): table.caption.text for cell in table.cells}
    return out


def _bare(reading: Reading) -> bool:
    return reading.unit is None and reading.per is None and reading.counted is None


def _assign(text: str, reading: Reading, label: Label) -> None:
    bracketed = reading.lead > 1 and text.rfind("(", 1, reading.lead) > text.rfind(")", 1, reading.lead)
    if _bare(reading):
        if bracketed and label.bracketed is not None:
            label = label.bracketed
        elif bracketed:
            return  # "2600 (HT 3.0)" under "Clock (MHz)"
        reading.unit, reading.per, reading.counted = label.unit, label.per, label.counted
        if reading.unit in TIMES and reading.per is None:
            reading.kind = "duration"
    elif reading.unit is None and reading.counted is None and label.unit in CODES and label.per is None:
        reading.unit = label.unit  # "60 per account" under "Price in USD"
    elif reading.unit not in CODES or label.unit not in (None, reading.unit):
        return
    if label.scale != 1 and reading.amount is not None and _takes(reading.amount, label.scale):
        reading.amount = _scaled(reading.amount, label.scale)
        if reading.parts is not None:
            reading.parts = tuple(_scaled_part(part, label.scale) for part in reading.parts)


def _takes(amount: Amount, scale: int) -> bool:
    """True for a figure that bears no scale of its own, in words or in full ("12,043,000" under "millions")."""
    bounds = amount.bounds
    size = amount.value if amount.value is not None else (bounds.high or bounds.low) if bounds is not None else None
    return not amount.scales and size is not None and abs(size) < max(scale, _FULL)


def _scaled(amount: Amount, scale: int) -> Amount:
    """The amount in the scale of its column; what was printed was rounded to it."""
    return replace(
        amount,
        value=None if amount.value is None else amount.value * scale,
        step=amount.step * scale if amount.step else Fraction(scale, 2),
        precision="open" if amount.precision == "open" else "rounded",
        bounds=None if amount.bounds is None else _rounded(amount.bounds, amount) * Fraction(scale),
    )


def _rounded(bounds: Interval, amount: Amount) -> Interval:
    """The bounds of a range whose ends were printed as whole numbers, as wide as rounding makes them."""
    if amount.precision != "exact":
        return bounds
    return Interval(
        None if bounds.low is None else bounds.low - amount.step / 2,
        None if bounds.high is None else bounds.high + amount.step,
    )


def _scaled_part(part: Part, scale: int) -> Part:
    return replace(part, value=None if part.value is None else part.value * scale)


@cache
def _parameters() -> list[tuple[str, str, Label]]:
    """(template or "", ending of the parameter's name, label)."""
    out = []
    for row in rows("parameter_units.tsv"):
        template, _, ending = row[0].rpartition("/")
        if row[1] == "-":
            label = _NOTHING
        elif len(row) > 2:
            label = Label(per=Per(Fraction(1), row[1]))
        else:
            label = Label(row[1])
        out.append((template, ending, label))
    return out


@lru_cache(maxsize=1 << 12)
def _of_parameter(template: str, name: str) -> Label | None:
    for only, ending, label in _parameters():
        if name.endswith(ending) and (only == template if only else "infobox" in template):
            return label
    return None


@lru_cache(maxsize=1 << 12)
def _of_headers(headers: tuple[str, ...], caption: str | None) -> Label | None:
    if any(holds_no_figures(header) for header in headers[1:] or headers):
        return _NOTHING
    return next(_said(headers, caption), None)


def _said(headers: tuple[str, ...], caption: str | None) -> Iterator[Label]:
    """What each header says, the nearest first; a scale from above does not reach a column of ranks."""
    barred = False
    for header in reversed(headers):
        label = read_label(header)
        if label is not None:
            yield replace(label, scale=1) if barred else label
        barred = barred or bars_scale(header)
    label = read_label(caption) if caption and not barred else None
    if label is not None:
        yield label
