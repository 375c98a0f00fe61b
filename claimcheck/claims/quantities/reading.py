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
    return Reading(
        kind="duration" if tail.duration else "quantity",
        start=before.start,
        end=tail.end,
        recogniser="quantity",
        form=form,  # type: ignore[arg-type]
        amount=amount,
        unit=tail.unit,
        per=tail.per,
        counted=tail.counted,
        role="part" if tail.part else None,
        parts=parts,
        lead=before.lead,
        tail=old.end() if old else tail.tail,
    )
