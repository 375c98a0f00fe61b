"""Years before our era: an article that has some writes others without "BC", and they run backwards."""

from __future__ import annotations

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document
from claimcheck.patterns import lazy

ERA = lazy(r"\d[^\w.;]{0,2}(?:BC|BCE|B\.C\.|B\.C\.E\.|BP)(?!\w)")
"""What years before our era, and before the present, are marked with."""


def before_our_era(claim: Claim) -> bool:
    """True where the paragraph or the opening of the article has years before our era."""
    return bool(ERA.search(claim.passage.text) or ERA.search(claim.topic))


def is_ancient(document: Document) -> bool:
    """True where the lead or the infobox has years before our era."""
    return any(ERA.search(passage.text) for passage in document.passages if passage.context in ("lead", "infobox"))
