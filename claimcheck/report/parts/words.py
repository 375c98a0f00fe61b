"""Counts in words."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 error", "1,204 findings"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
