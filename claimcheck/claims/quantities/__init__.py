"""Quantities: a number with its sign, scale words, currency, unit, denominator, hedge and counted noun."""

from claimcheck.claims.quantities.ellipsis import complete
from claimcheck.claims.quantities.recognise import SIGNS, WORDS, recognise, refusal

__all__ = ["SIGNS", "WORDS", "complete", "recognise", "refusal"]
