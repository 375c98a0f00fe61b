"""The reading that a number, what stands before it and what follows it amount to."""

from __future__ import annotations

import re

from claimcheck.claims.model import Part, Reading
from claimcheck.claims.quantities.before import Before
from claimcheck.claims.quantities.tail import Tail
from claimcheck.values.amount import Amount

_OLD = re.compile(r"[- \u00a0](?:old|of age)\b")


def reading(
    text: str, before: Before, tail: Tail, amount: Amount, form: str, parts: tuple[Part, ...] | None
) -> Reading:
    """The reading of a figure in offsets of the text."""
    old = _OLD.match(text, tail.end) if tail.unit in ("year", "month", "week", "day") else None
    kind = "duration" if tail.duration else "quantity"
    role = "part" if tail.part else None
    end = old.end() if old else tail.tail
    # By place: names take msgspec twice as long.
    return Reading(
        kind, before.start, tail.end, "quantity", form, amount, None, (), "ok",  # type: ignore[arg-type]
        tail.unit, tail.per, tail.counted, parts, before.lead, end, None, None, None, None, role,  # type: ignore[arg-type]
    )  # fmt: skip
