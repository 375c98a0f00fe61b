"""How many people a place had, census by census, as templates and tables of the article tell it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.matching.words import words_of
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim
from claimcheck.document.model import Template
from claimcheck.patterns import lazy

_YEAR = lazy(r"\s*(1[5-9]\d\d|20\d\d)\s*")
_CENSUS = lazy(r"\bcensus(?:es)?\b", re.IGNORECASE)
_BY_NAME = frozenset({"us census population", "uscensuspop", "us census pop"})
"""Templates with a parameter for each year."""
_BY_PLACE = frozenset({"historical populations", "historical population"})
"""Templates that give years and figures in turn."""
_SAYS_NOTHING = frozenset({"", "histor", "historical", "population", "censu", "census", "resident", "year"})
"""Stems in the title of such a template that name no other place."""

Series = dict[int, list[Claim]]
"""The figures that are given for a year, by year."""


class _Entry(msgspec.Struct, frozen=True, eq=False):
    year: int
    claim: Claim


@once
def census_series(view: View) -> Series:
    """The populations of the article's subject by the year of the census."""
    if "ensus" not in view.document.source.text:
        return {}
    series: defaultdict[int, list[Claim]] = defaultdict(list)
    for template in view.document.templates:
        for entry in _of_template(view, template):
            series[entry.year].append(entry.claim)
    if any(claim.passage.context == "table" for claim in view.of_measure("population")):
        for grid in view.grids:
            for entry in _of_table(view, grid):
                series[entry.year].append(entry.claim)
    return dict(series)


def _of_template(view: View, template: Template) -> Iterator[_Entry]:
    if template.name in _BY_NAME:
        pairs = [(parameter.name, parameter.passage) for parameter in template.parameters]
    elif template.name in _BY_PLACE and not _of_another(view, template):
        placed = [parameter.passage for parameter in template.parameters if parameter.name.isdigit()]
        pairs = [(year.text, figure) for year, figure in zip(placed[::2], placed[1::2], strict=False)]
    else:
        return
    for year, passage in pairs:
        claims = view.claims_in(passage)
        if (found := _YEAR.fullmatch(year)) and len(claims) == 1 and claims[0].kind == "quantity":
            yield _Entry(int(found[1]), claims[0])


def _of_another(view: View, template: Template) -> bool:
    """True where the template's own title names something that the article's title does not."""
    title = template.get("title", "type", "state", "place")
    known = set(map(canonical, words_of(view.document.title or ""))) | _SAYS_NOTHING
    return title is not None and not known.issuperset(map(canonical, words_of(title.text)))


def _of_table(view: View, grid: Grid) -> Iterator[_Entry]:
    """Rows of a year and a population, under a heading or caption that speaks of censuses, and of no name."""
    caption = grid.table.caption.text if grid.table.caption else ""
    heads = " ".join(head for heads in grid.heads for head in heads)
    if not _CENSUS.search(f"{caption} {heads} {' '.join(grid.table.section)}"):
        return
    columns = [column for column in range(grid.width) if _population(view, grid, column)]
    if len(columns) != 1:
        return
    for row in grid.body:
        year, place = _year(grid, row), grid.at(row, columns[0])
        claims = view.claims_of(place)
        if year is not None and place and place.holds == "figure" and len(claims) == 1:
            yield _Entry(year, claims[0])


def _population(view: View, grid: Grid, column: int) -> bool:
    """True for a column under the one word "Population"."""
    if len(grid.heads[column]) != 1:
        return False
    places = (grid.at(row, column) for row in grid.body)
    return any(claim.measure == "population" for place in places for claim in view.claims_of(place))


def _year(grid: Grid, row: int) -> int | None:
    """The year of a row that says nothing else in words."""
    places = [place for place in grid.rows[row] if place and place.text]
    if not places or any(place.holds == "words" and not _CENSUS.search(place.text) for place in places[1:]):
        return None
    found = _YEAR.fullmatch(places[0].text.split("[")[0])
    return int(found[1]) if found else None
