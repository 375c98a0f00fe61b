"""What a claim is about: its time, subject, role, measure, attribution, from the words around it."""

from __future__ import annotations

from claimcheck.claims.model import Reading
from claimcheck.document.model import Document, Passage
from claimcheck.source import Span


def link(document: Document, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
    """Fill in the second block of each reading; what cannot be told stays None."""
