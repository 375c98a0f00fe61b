"""Dates and periods, and the narrative that partial and relative ones lean on."""

from claimcheck.claims.dates.narrative import Narrative, Standing, declared_order
from claimcheck.claims.dates.recognise import WORDS, recognise

__all__ = ["WORDS", "Narrative", "Standing", "declared_order", "recognise"]
