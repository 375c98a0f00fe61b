"""Figures converted to more digits than they had: "about 300 m (984.25 ft)"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.conversion import converted
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark

EXACT = ("byte", "bit", "kilobyte", "megabyte", "gigabyte", "terabyte", "kilobit", "megabit", "gigabit")
"""Units of data, which are multiples of each other by definition: "4 GB (4,096 MB)"."""


class PrecisionOptions(Options, frozen=True):
    """How much finer the second figure is."""

    times: int = 200
    """How many times finer the last digit of the second is, as a share of the figure, than that of the first."""


@check("precision", PrecisionOptions, first="the figure that stands first", second="the figure in the other unit")
def false_precision(view: View, options: PrecisionOptions) -> Iterator[Hit]:
    """A conversion that is printed far more finely than what it was made from."""
    for first, second in converted(view):
        a, b = _fineness(first), _fineness(second)
        if a is None or b is None or first.text.endswith(second.text) or "|" in second.text:
            continue
        if first.amount is not None and first.amount.value == 1:
            continue  # "1 pint (568 ml)" says how much one is
        if a >= options.times * b and second.unit not in EXACT:
            words = {"first": first.text, "second": second.text}
            related = (Mark(first.start, first.end, "converted from"),)
            yield Hit(Mark(second.start, second.end), (second, first), words, related)


def _fineness(claim: Claim) -> Fraction | None:
    """The last digit that carries meaning as a share of the figure: 1/3 for "300", 1/98,425 for "984.25"."""
    amount = claim.amount
    if amount is None or not amount.value or claim.form != "single":
        return None
    step = amount.step if amount.precision != "exact" else Fraction(1)
    return abs(step / amount.value) if step else None
