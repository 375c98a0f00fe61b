"""What a source of a corpus gives: pages to be read, redirects, and what it passes over with the reason."""

from __future__ import annotations

import datetime

import msgspec


class Page(msgspec.Struct, frozen=True):
    """One revision of one page.

    `before` is the text of the revision before it, where only what this one changed is to be told (histories).
    """

    title: str
    text: str
    name: str = ""
    """What it is reported under: the path of a file; the title where it is empty."""
    wiki: str = ""
    """The wiki's database name ("enwiki") where it is known."""
    page: int = 0
    """Its number in the wiki, 0 where unknown."""
    revision: int = 0
    """The number of the revision, 0 where unknown."""
    time: datetime.datetime | None = None
    """When the revision was saved, with its zone (UTC)."""
    namespace: int = 0
    before: str | None = None
    before_revision: int = 0


class Redirect(msgspec.Struct, frozen=True):
    """A page that only points at another."""

    title: str
    target: str
    section: str = ""
    """The part behind the target's "#", empty where there is none."""
    wiki: str = ""
    page: int = 0
    revision: int = 0


class Skip(msgspec.Struct, frozen=True):
    """A page or revision that is not read, and why: "namespace", "model:css", "suppressed", "filter:changed-since"…"""

    title: str
    reason: str
    wiki: str = ""
    page: int = 0
    revision: int = 0


DUPLICATE = "duplicate"
"""Why a page is passed over that came before."""
Item = Page | Redirect | Skip
