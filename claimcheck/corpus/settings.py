"""How the pages of a corpus are read: all that a worker anywhere needs beside the page."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

from claimcheck.document.parse import Markup
from claimcheck.selection import Selection

Kept = Literal["all", "measured", "none"]


class Settings(msgspec.Struct, frozen=True):
    """Plain values only, so that they can be handed to other processes and machines."""

    rules: Selection = Selection()
    claims: Kept = "all"
    """Which claims become rows beside those that findings rest on: "measured" are those whose measure or, for dates,
    whose event is known."""
    date: datetime.date | None = None
    """The day on which every page is read, whatever its own time."""
    today: datetime.date | None = None
    """The day on which pages are read whose time is unknown; the real one where it is None."""
    markup: Markup = "auto"
    lists: dict[str, frozenset[str]] = {}
    """Titles on each of the reader's lists ("WikiProject Cuba": …)."""
