"""Counts and notes in words."""

from __future__ import annotations

from claimcheck.finding import Mark


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 error", "1,204 findings"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def told(mark: Mark) -> str:
    """What is said of a place that a finding compares with."""
    return mark.note or "compared with this"
