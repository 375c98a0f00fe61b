"""A unit that does not belong into its column: one cell in kilograms among lengths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Table
from claimcheck.finding import Hit, Mark
from claimcheck.values.units import scale


class UnitOptions(Options, frozen=True):
    """How uniform a column must be."""

    rows: int = 5
    """Cells that must measure the same thing before one that does not is foreign."""


@check(
    "column-unit",
    UnitOptions,
    text="the figure as printed",
    unit="its unit",
    usual="the unit of the other cells",
    column="the header of the column",
    rows="how many other cells have units of one dimension",
)
def in_column(view: View, options: UnitOptions) -> Iterator[Hit]:
    """The one figure of a column whose unit measures something else than all others."""
    for table in view.document.tables:
        for column, claims in _measured(view, table).items():
            if len(claims) <= options.rows:
                continue
            counted = Counter(_dimension(claim) for claim in claims)
            (_, most), *others = counted.most_common()
            if most == len(claims) - 1 and others:
                odd = next(claim for claim in claims if counted[_dimension(claim)] == 1)
                yield _hit(_header(table, column), odd, claims)


def _measured(view: View, table: Table) -> dict[int, list[Claim]]:
    """By column, the figures that open a cell and have a unit of which the dimension is known."""
    out: defaultdict[int, list[Claim]] = defaultdict(list)
    for cell in table.cells:
        claims = view.claims_in(cell.passage) if cell.colspan == 1 and not cell.header else []
        if claims and claims[0].unit and not cell.passage.text[: claims[0].lead].strip() and scale(claims[0].unit):
            out[cell.column].append(claims[0])
    return out


def _header(table: Table, column: int) -> str:
    """The lowest header over a column, for the message."""
    heads = (cell.passage.path for cell in table.cells if cell.column == column and cell.passage.path)
    return next((path[-1] for path in heads), f"column {column + 1}")


def _dimension(claim: Claim) -> str:
    """What a unit measures, all money taken as one, with the denominator of a rate."""
    unit = claim.unit or ""
    found = scale(unit)
    money = len(unit) == 3 and unit.isupper()
    per = f" per {claim.per.unit or claim.per.counted}" if claim.per else ""
    return ("money" if money else str(found.dimension if found else "")) + per


def _hit(header: str, odd: Claim, claims: list[Claim]) -> Hit:
    others = [claim for claim in claims if claim is not odd]
    words = {
        "text": odd.text,
        "unit": odd.unit or "",
        "usual": others[0].unit or "",
        "column": header,
        "rows": str(len(others)),
    }
    related = tuple(Mark(claim.start, claim.end, "beside it") for claim in others[:2])
    return Hit(Mark(odd.start, odd.end), (odd, *others[:2]), words, related)
