"""Dates and periods, and the narrative that partial and relative ones lean on."""

from __future__ import annotations

from datetime import date

from claimcheck.claims.model import Reading
from claimcheck.document.model import Document, Passage
from claimcheck.source import Span

WORDS = ("january", "february", "march", "summer")
"""Words at which a date may begin."""


def recognise(text: str, at: int, after: int) -> Reading | None:
    """The date or period whose first candidate stands at `at`, or None; nothing before `after` may be taken."""
    return None


class Narrative:
    """Resolves dates that lean on what stands before them ("14 February", "two years later")."""

    def __init__(self, document: Document, today: date | None = None) -> None:
        self.document = document
        self.today = today

    def resolve(self, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
        """Fill in `when` of the partial dates among `readings`, in reading order; drop what stays unresolved."""
