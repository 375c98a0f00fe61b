"""A change of a wiki as its feed tells it, and which changes are looked at.

The record is MediaWiki's (JSONRCFeedFormatter); Wikimedia's stream of recent changes adds `meta` to it:
https://www.mediawiki.org/wiki/Manual:RCFeed, https://schema.wikimedia.org (mediawiki/recentchange).
"""

from __future__ import annotations

from fnmatch import fnmatchcase

import msgspec

from claimcheck.sources.mediawiki import Site
from claimcheck.sources.stream import Event


class Revisions(msgspec.Struct, frozen=True):
    """The revision before an edit, None for a new page, and the one that it made."""

    new: int
    old: int | None = None


class Meta(msgspec.Struct, frozen=True):
    """What Wikimedia's stream adds."""

    id: str = ""


class Change(msgspec.Struct, frozen=True):
    """One record of a feed; what is neither an edit nor a new page has no `revision`."""

    type: str
    title: str
    namespace: int = 0
    wiki: str = ""
    server_name: str = ""
    id: int | None = None
    timestamp: int = 0
    user: str = ""
    comment: str = ""
    bot: bool = False
    revision: Revisions | None = None
    meta: Meta | None = None

    @property
    def key(self) -> str:
        """The same for the same change, however often a stream sends it."""
        if self.meta and self.meta.id:
            return self.meta.id
        return f"{self.server_name}/{self.wiki}/{self.id}/{self.revision.new if self.revision else ''}"


class Filter(msgspec.Struct, frozen=True):
    """Which changes are looked at: edits and new pages of one wiki, in these namespaces, with titles like these."""

    site: Site
    namespaces: frozenset[int] = frozenset({0})
    titles: tuple[str, ...] = ()
    """Globs, of which one must fit; all titles where there is none."""
    bots: bool = True
    """Whether edits that are marked as a bot's are looked at."""

    def takes(self, change: Change) -> bool:
        """Whether this change is looked at."""
        return (
            change.type in ("edit", "new")
            and change.revision is not None
            and (change.wiki, change.server_name) == (self.site.id, self.site.server)
            and change.namespace in self.namespaces
            and (self.bots or not change.bot)
            and (not self.titles or any(fnmatchcase(change.title, glob) for glob in self.titles))
        )


def read_change(event: Event) -> Change | None:
    """The change that an event tells; None where it tells none."""
    try:
        return msgspec.json.decode(event.data, type=Change, strict=False)
    except msgspec.DecodeError:
        return None
