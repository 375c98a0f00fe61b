"""A changed pair of claims and all that one edit did."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document

Way = Literal[
    "value", "sign", "magnitude", "transposed", "doubled", "dropped", "inserted", "unit", "denominator", "hedge", "date"
]
"""One way in which two figures differ.

`value` and `date`: another figure, another date. `sign`: the same figure with the other sign. `magnitude`: ten times,
a hundred times … as much, or that part of it. `transposed`, `doubled`, `dropped`, `inserted`: what one slip of the
hand makes of the digits. `unit`, `denominator`: the same figure of something else. `hedge`: "about 5" made "5".
"""


class Change(msgspec.Struct, frozen=True, eq=False):
    """One claim as it was and as it is now.

    `ways` say how the two differ, never empty; `factor` is new divided by old, in the old one's unit, None for dates,
    ranges, zero and units that do not convert. `recited`: what is cited for it changed, too.
    """

    before: Claim
    after: Claim
    ways: tuple[Way, ...]
    factor: Fraction | None = None
    recited: bool = False


class Edit(msgspec.Struct, frozen=True, eq=False):
    """Two revisions and their claims, each of them in exactly one place.

    `kept` are pairs that say the same, where they stood or moved (`moved` are the later ones of those).
    """

    before: Document
    after: Document
    changes: tuple[Change, ...] = ()
    added: tuple[Claim, ...] = ()
    removed: tuple[Claim, ...] = ()
    moved: tuple[Claim, ...] = ()
    kept: tuple[tuple[Claim, Claim], ...] = ()
