"""The words of a message on two claims of different articles."""

from __future__ import annotations

from typing import Any

from claimcheck.checks.figures import ends
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.claims.model import Claim


def words(row: dict[str, Any], first: Claim, second: Claim) -> dict[str, str]:
    """What the placeholders of the kinds of rules between articles stand for; those that a kind has not are empty."""
    return {
        "text": row["printed"],
        "other": row["printed2"],
        "means": _means(first, first, row["printed"]),
        "meant": _means(second, first, row["printed2"]),
        "article": row["title"],
        "elsewhere": row["title2"],
        "subject": row.get("subject") or "",
        "what": (row.get("what") or "").replace("-", " "),
        "time": row.get("time") or "",
        "verb": row.get("verb") or "",
        "shared": _shortened(row.get("shared") or ""),
    }


def _means(claim: Claim, like: Claim, printed: str) -> str:
    """The interval of a figure in the unit of another; of a date, which says itself what it means, what is printed."""
    interval = interval_as(claim, like)
    if interval is not None:
        return ends(interval)
    return claim.when.edtf if claim.when and claim.event != "life" else printed


def _shortened(text: str) -> str:
    return text if len(text) <= 160 else text[:160].rpartition(" ")[0] + " …"
