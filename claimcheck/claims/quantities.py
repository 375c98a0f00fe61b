"""Quantities: a number with its sign, scale words, currency, unit, denominator, hedge and counted noun."""

from __future__ import annotations

from claimcheck.claims.model import Reading

WORDS = ("zero", "one", "two", "three", "dozen", "half", "million")
"""Words at which a quantity may begin."""
SIGNS = "½⅓¼¾⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"
"""Characters other than digits at which a quantity may begin."""


def recognise(text: str, at: int, after: int) -> Reading | None:
    """The quantity whose number begins at `at`, or None; nothing before `after` may be taken."""
    return None
