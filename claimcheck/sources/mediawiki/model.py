"""A revision of a page: who wrote it when, and its text."""

from __future__ import annotations

from datetime import date, datetime

import msgspec


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """A revision as a history lists it, without its text."""

    title: str
    id: int
    parent: int
    """The revision before it; 0 for the first of a page."""
    time: datetime
    user: str
    """Empty where it is hidden."""
    comment: str
    digest: str
    """SHA-1 of the text in base 16, equal for equal texts; empty where the text is hidden."""
    size: int
    """Bytes of the text."""
    model: str
    """How it is written: `wikitext`, `json`, `css`, `Scribunto`."""
    url: str
    """Permanent address of this revision."""
    redirects: tuple[str, ...] = ()
    """The titles of redirects that led from the title asked for to this page."""

    @property
    def day(self) -> date:
        """The day of the edit in UTC."""
        return self.time.date()


class Revision(Edit, frozen=True, kw_only=True):
    """A revision with its text."""

    text: str
