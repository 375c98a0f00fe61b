"""What is wrong with a directory of data: every fault of every file as file:line:column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml

from claimcheck import overlay
from claimcheck.claims.measures import Measure, index
from claimcheck.claims.quantities.unit_table import PREFIXES
from claimcheck.document.template_names import Vocabulary
from claimcheck.rules.faults import Fault, listed, nearest
from claimcheck.rules.nodes import compose
from claimcheck.rules.reader import Reader, field_types
from claimcheck.source import SourceError
from claimcheck.sources.files import decode, printable
from claimcheck.values.units import fresh_registry

KNOWN = ("units.txt", "unit_names.tsv", "measures.yaml", "templates.yaml")
"""The files that can be added to; in this order, since each may name what the one before it defines."""
_ENDINGS = (".txt", ".tsv", ".yaml", ".yml", ".toml", ".json")
_PLAIN_KINDS = ("count", "money", "percent")
"""Units of a measure that are none of pint's."""
_UNIT = re.compile(r"[A-Za-z_]\w*(?: \*\* [2-9])?(?:(?: \* | / )[A-Za-z_]\w*(?: \*\* [2-9])?)*")
_COLUMNS = 4


def faults(directories: Iterable[Path]) -> Iterator[Fault]:
    """The faults of all directories; SourceError where one cannot be read."""
    units = fresh_registry(overlay.ours("units.txt"))
    directories = list(directories)
    for directory in directories:
        yield from _names(directory)
    for name in KNOWN:
        for path in (directory / name for directory in directories):
            if path.is_file():
                yield from _CHECKS[name](path, units)


def _names(directory: Path) -> Iterator[Fault]:
    try:
        files = sorted(path.name for path in directory.iterdir() if path.is_file())
    except OSError as error:
        raise SourceError(f"{printable(directory)}: cannot be read as a directory of data: {error.strerror}") from error
    data = [name for name in files if name.endswith(_ENDINGS) and not name.lower().startswith(("readme", "license"))]
    if not data:
        raise SourceError(f"{printable(directory)}: no data in this directory (expected {', '.join(KNOWN)})")
    for name in data:
        if name not in KNOWN:
            told = nearest(name, KNOWN) or f"; known are {listed(KNOWN)}"
            yield Fault(printable(directory / name), 1, 1, f"not a data file that can be added to{told}")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The numbered lines of a file that are neither blank nor comments."""
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes(), printable(path)).text.removeprefix("\ufeff")
    except OSError as error:
        raise SourceError(f"{printable(path)}: cannot be read: {error.strerror}") from error


def _units(path: Path, units: Any) -> Iterator[Fault]:
    """Each line one definition, made of what is there already or stands above it."""
    there = set(dir(units))
    for number, line in _lines(path):
        name, sign, meaning = (part.strip() for part in line.partition("="))
        told = "expected a definition like `furlong = 220 * yard`"
        if name in there:
            told = f"`{name}` is defined already"
        elif sign and name.isidentifier() and meaning:
            told = _refused(units, line, name)
            there.add(name)
        if told:
            yield Fault(printable(path), number, 1, told)


def _refused(units: Any, line: str, name: str) -> str:
    """Why pint does not take a definition; empty where it does."""
    try:
        units.load_definitions([line])
        units.Quantity(1, name).to_base_units()
    except Exception as error:  # pint raises what comes up: TypeError, ValueError, its own errors
        return f"not a definition that pint reads: {str(error).splitlines()[0]}"
    return ""


def _unit_names(path: Path, units: Any) -> Iterator[Fault]:
    """Rows of unit, prefixes, symbols, names; the unit is one that pint or units.txt knows."""
    for number, line in _lines(path):
        cells = line.split("\t")
        place = [sum(len(cell) + 1 for cell in cells[:index]) + 1 for index in range(len(cells))]
        unit = cells[0].strip()
        if len(cells) > _COLUMNS:
            yield Fault(printable(path), number, place[_COLUMNS], "expected unit, prefixes, symbols and names, no more")
        if not _knows(units, unit):
            yield Fault(printable(path), number, 1, f"`{unit}` is no unit; define it in units.txt")
        wrong = [letter for letter in cells[1].strip() if letter not in PREFIXES] if len(cells) > 1 else []
        if wrong:
            yield Fault(
                printable(path), number, place[1], f"{listed(wrong)} are no prefixes; known are {''.join(PREFIXES)}"
            )
        if not any(cell.strip() for cell in cells[2:]) and not unit.isidentifier():
            yield Fault(printable(path), number, 1, f"`{unit}` has neither a symbol nor a name")


def _knows(units: Any, unit: str) -> bool:
    if not _UNIT.fullmatch(unit):
        return False
    try:
        units.Quantity(1, unit).to_base_units()
    except Exception:  # as above
        return False
    return True


def _mapping(path: Path, what: str) -> tuple[Reader, yaml.MappingNode]:
    """The mapping in a file, empty where there is none, which is a fault; and the reader that takes the faults."""
    reader = Reader(printable(path))
    root = compose(_text(path), printable(path))
    if isinstance(root, yaml.MappingNode):
        return reader, root
    if isinstance(root, Fault):
        reader.faults.append(root)
    else:
        reader.fault(root, f"expected a mapping of {what}")
    return reader, yaml.MappingNode("tag:yaml.org,2002:map", [])


def _measures(path: Path, units: Any) -> Iterator[Fault]:
    """A mapping of names to measures; those that we have as well take what is added."""
    ours, types = index().measures, field_types(Measure)
    reader, root = _mapping(path, "measures by their names")
    for name, node in reader.fields(root, [key.value for key, _ in root.value]).items():
        if name in ours and isinstance(node, yaml.MappingNode):  # it may say only what it adds
            for field, item in reader.fields(node, types).items():
                reader.read(item, types[field])
            continue
        before = len(reader.faults)
        measure = reader.struct(node, Measure)
        if len(reader.faults) > before:
            continue
        if measure.unit not in _PLAIN_KINDS and not _knows(units, measure.unit):
            reader.fault(node, f"`{measure.unit}` is no unit, nor {listed(_PLAIN_KINDS)}")
        if not (measure.phrases or measure.parameters or measure.headers):
            reader.fault(node, f"`{name}` has no phrases, parameters or headers that mean it")
        if any(re.match(r"[a-z]", phrase) is None for phrase in measure.phrases):
            reader.fault(node, "phrases begin with a letter and are in lower case")
    yield from sorted(reader.faults)


def _templates(path: Path, _units: Any) -> Iterator[Fault]:
    """The sections of our own file, each with names of templates."""
    reader, root = _mapping(path, "lists and mappings of templates")
    types = field_types(Vocabulary)
    for name, node in reader.fields(root, types).items():
        kind = types[name]
        reader.read(node, tuple[get_args(kind)[0], ...] if get_origin(kind) is frozenset else kind)  # type: ignore[misc]
    yield from sorted(reader.faults)


_CHECKS = {
    "units.txt": _units,
    "unit_names.tsv": _unit_names,
    "measures.yaml": _measures,
    "templates.yaml": _templates,
}
