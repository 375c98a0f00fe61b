"""Coordinates that no place on a globe has: {{coord|51|75|30|N|0|7|39|W}}."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.cell import read_cell
from claimcheck.checks.view import View
from claimcheck.document.model import Parameter, Template
from claimcheck.finding import Hit, Mark

NAMES = ("coord", "coords", "coor dms", "coor dm", "coor d", "coor title dms")
MOST = {"N": 90, "S": 90, "E": 180, "W": 180}
"""Degrees to the poles, and to the line where east and west meet."""
_SINGLE = (
    ("latd", 90),
    ("lat_d", 90),
    ("lat_deg", 90),
    ("longd", 180),
    ("long_d", 180),
    ("lon_deg", 180),
    ("latm", 59),
    ("lat_m", 59),
    ("lat_min", 59),
    ("longm", 59),
    ("long_m", 59),
    ("lon_min", 59),
)
"""Parameters of older infoboxes, and the most that the whole number in them can be."""


@check(
    "coordinates", Options, text="the figure as printed", part="degrees, minutes or seconds", most="the most it can be"
)
def off_the_globe(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Degrees beyond the pole or the date line, minutes or seconds from 60 on."""
    for template in view.document.templates:
        if template.name in NAMES:
            if _elsewhere(template):
                continue
            yield from chain.from_iterable(_judge(group) for group in _groups(template))
        elif template.parameters and template.parameters[0].passage.context == "infobox":
            for name, most in _SINGLE:
                found = next((p for p in template.parameters if p.name == name), None)
                if found is not None:
                    yield from _over(found, "minutes" if most < 60 else "degrees", most)


def _elsewhere(template: Template) -> bool:
    """True on another globe ("globe:Mars"), whose longitudes are counted to 360 degrees."""
    words = " ".join(p.passage.text for p in template.parameters if p.name.isdecimal()).lower()
    return "globe:" in words and "globe:earth" not in words


def _groups(template: Template) -> Iterator[tuple[Sequence[Parameter], int]]:
    """The figures before each of the letters N, S, E and W, with the most degrees; a decimal pair has no letters."""
    figures: list[Parameter] = []
    letters = 0
    for parameter in template.parameters:
        text = parameter.passage.text.strip()
        if not parameter.name.isdecimal() or letters == 2:
            break
        if text in MOST:
            yield figures, MOST[text]
            figures, letters = [], letters + 1
        elif read_cell(text)[1] is None:
            break
        else:
            figures.append(parameter)
    if not letters and len(figures) == 2:
        yield figures[:1], 90
        yield figures[1:], 180


def _judge(group: tuple[Sequence[Parameter], int]) -> Iterator[Hit]:
    figures, most = group
    for index, (parameter, part) in enumerate(zip(figures, ("degrees", "minutes", "seconds"), strict=False)):
        yield from _over(parameter, part, 59 if index else most)


def _over(parameter: Parameter, part: str, most: int) -> Iterator[Hit]:
    figure = read_cell(parameter.passage.text)[1]
    limit = Fraction(most + 1 if part != "degrees" else most)
    if figure is None or (abs(figure.value) < limit if part != "degrees" else abs(figure.value) <= limit):
        return
    span = parameter.passage.span(*figure.span)
    words = {"text": parameter.passage.text.strip(), "part": part, "most": f"{most}"}
    yield Hit(Mark(span.start, span.end), (), words)
