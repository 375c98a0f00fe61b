"""What is cited for a claim, told by what the reference says and not by its number or name."""

from __future__ import annotations

from claimcheck.claims.model import Claim
from claimcheck.document.model import Citation, Document

_TELLING = (
    "url", "title", "doi", "isbn", "chapter", "date", "year", "publisher", "page", "pages", "access-date", "accessdate",
)  # fmt: skip
"""Parameters that say which source it is and when it was read."""


class Sources:
    """The references of two revisions, compared."""

    def __init__(self, before: Document, after: Document) -> None:
        self._before = before
        self._after = after

    def differ(self, before: Claim, after: Claim) -> bool:
        """True where the references behind the two claims are not the same."""
        return cited(self._before, before) != cited(self._after, after)


def cited(document: Document, claim: Claim) -> frozenset[str]:
    """What stands in the references of the claim's sentence; those that are defined nowhere by their name."""
    return frozenset(
        _identity(document.citations[index]) for index in claim.citations if index < len(document.citations)
    )


def _identity(citation: Citation) -> str:
    told = [
        passage.text.strip()
        for template in citation.templates
        for name in _TELLING
        if (passage := template.get(name)) is not None
    ]
    return "|".join(told) or " ".join(citation.text.split()) or f"name={citation.name}"
