"""A league in which each plays each: as many wins as defeats, and goals for as goals against, between all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from claimcheck.checks.figures import figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.cell import read_cell
from claimcheck.checks.tables.grid import Grid
from claimcheck.checks.view import View
from claimcheck.document.model import Template
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

SIDES = (("won", "lost"), ("scored", "conceded"))
"""What one of two wins or scores, the other loses or concedes."""
LEAST = 4
"""Clubs of a league that is looked at."""
MOST_ROUNDS = 6
"""Times that each may play each."""
_MODULE = lazy(r"(win|draw|loss|gf|ga)_(\w+)")
ROWS = frozenset(("fb cl team", "fb cl2 team", "fb cl3 team"))
"""Templates that are one club of a league."""
ENDS = frozenset(
    ("fb cl header navbar", "fb cl header", "fb cl2 header navbar", "fb cl footer", "fb cl3 header navbar")
)
"""Templates at which a league begins or ends."""
_SHORT = {"w": "won", "d": "drawn", "l": "lost", "gf": "scored", "ga": "conceded"}
_ROLES = {"win": "won", "draw": "drawn", "loss": "lost", "gf": "scored", "ga": "conceded"}


class Entry(NamedTuple):
    """A figure of one club."""

    value: Fraction
    mark: Mark


class League(NamedTuple):
    """The figures of all clubs by role, and where the table as a whole is named."""

    roles: Mapping[str, Sequence[Entry]]
    clubs: int


@check(
    "round-robin",
    Options,
    first="what is added up: wins or goals for",
    last="what must be as many: defeats or goals against",
    one="the sum of the first",
    other="the sum of the last",
    clubs="how many clubs the table has",
)
def unbalanced(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A complete league whose wins are not as many as its defeats, or its goals for as its goals against."""
    templates = view.document.templates
    for league in chain(filter(None, map(_of_grid, view.grids)), _of_modules(templates), _of_rows(templates)):
        if not _complete(league):
            continue
        for first, last in SIDES:
            one, other = league.roles.get(first, ()), league.roles.get(last, ())
            sums = sum(entry.value for entry in one), sum(entry.value for entry in other)
            if len(one) == len(other) == league.clubs and sums[0] != sums[1]:
                yield _hit(league, first, last, sums)


def _complete(league: League) -> bool:
    """True where every club has played every other equally often: the table is a whole league at its end."""
    roles, clubs = league.roles, league.clubs
    if clubs < LEAST or "won" not in roles or "lost" not in roles:
        return False
    drawn = roles.get("drawn") or [Entry(Fraction(0), entry.mark) for entry in roles["won"]]
    if not len(roles["won"]) == len(roles["lost"]) == len(drawn) == clubs:
        return False
    rows = zip(roles["won"], drawn, roles["lost"], strict=True)
    played = [won.value + draw.value + lost.value for won, draw, lost in rows]
    told = [entry.value for entry in roles.get("played", ())] or played
    usual = max(set(told), key=told.count)
    # One wrong figure makes one club's matches odd; the table of matches played, where it is there, must be even.
    even = sum(count == usual for count in played) >= clubs - 1 and len(set(told if "played" in roles else ())) <= 1
    return even and usual > 0 and usual % (clubs - 1) == 0 and usual <= MOST_ROUNDS * (clubs - 1)


def _of_grid(grid: Grid) -> League | None:
    """The league that a table holds: one column for each role, a figure in every row."""
    columns = {role: grid.columns_of(role) for role in ("played", "won", "drawn", "lost", "scored", "conceded")}
    if len(columns["won"]) != 1 or len(columns["lost"]) != 1 or len(columns["played"]) != 1:
        return None
    rows = [row for row in grid.body if grid.figure(row, columns["won"][0])]
    roles = {}
    for role, found in columns.items():
        figures = [(row, f) for row in rows if len(found) == 1 and (f := grid.figure(row, found[0]))]
        if len(figures) == len(rows):
            roles[role] = [Entry(f.value, grid.mark(row, found[0])) for row, f in figures]
    return League(roles, len(rows))


def _of_modules(templates: Sequence[Template]) -> Iterator[League]:
    """The leagues of {{#invoke:sports table}}: win_ABC=3 |draw_ABC=1 |loss_ABC=0 |gf_ABC=7 |ga_ABC=2."""
    for template in templates:
        if not re.match(r"#invoke:\s*sports[ _]table", template.name):
            continue
        roles: defaultdict[str, list[Entry]] = defaultdict(list)
        for parameter in template.parameters:
            match = _MODULE.fullmatch(parameter.name)
            found = read_cell(parameter.passage.text)[1] if match else None
            if match and found:
                span = parameter.passage.span(*found.span)
                roles[_ROLES[match[1]]].append(Entry(found.value, Mark(span.start, span.end)))
        yield League(roles, len(roles["won"]))


def _of_rows(templates: Sequence[Template]) -> Iterator[League]:
    """The leagues that are written club by club, each a template: {{fb cl team|w=3|d=1|l=0|gf=7|ga=2}}."""
    roles: defaultdict[str, list[Entry]] = defaultdict(list)
    for template in templates:
        if template.name in ENDS and roles:
            yield League(roles, len(roles["won"]))
            roles = defaultdict(list)
        elif template.name in ROWS:
            for parameter in template.parameters:
                found = read_cell(parameter.passage.text)[1] if parameter.name in _SHORT else None
                if found:
                    span = parameter.passage.span(*found.span)
                    roles[_SHORT[parameter.name]].append(Entry(found.value, Mark(span.start, span.end)))
    if roles:
        yield League(roles, len(roles["won"]))


def _hit(league: League, first: str, last: str, sums: tuple[Fraction | int, Fraction | int]) -> Hit:
    words = {
        "first": {"won": "matches won", "scored": "points or goals scored"}[first],
        "last": {"lost": "matches lost", "conceded": "points or goals conceded"}[last],
        "one": figure(Fraction(sums[0])),
        "other": figure(Fraction(sums[1])),
        "clubs": str(league.clubs),
    }
    entries = [*league.roles[first], *league.roles[last]]
    marks = tuple(Mark(e.mark.start, e.mark.end, "added up") for e in entries)
    return Hit(Mark(marks[0].start, marks[league.clubs - 1].end), (), words, marks)
