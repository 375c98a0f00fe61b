"""Ordinals as numbers: "third", "25th", "bicentenary"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.checks.lexicon import table


@cache
def ordinal_pattern() -> str:
    """An ordinal in words or digits, as one group-free alternation."""
    words = "|".join(sorted(map(re.escape, table("ordinals")), key=len, reverse=True))
    return rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{words})"


def ordinal(text: str) -> int | None:
    """The number of an ordinal; None for any other word."""
    found = table("ordinals").get(text.lower())
    if found:
        return int(found[0])
    digits = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", text)
    return int(digits[1]) if digits else None
