"""A page's past as versions of one article."""

from __future__ import annotations

import msgspec

from claimcheck.source import SourceError
from claimcheck.sources.history import UnreadableError, Version
from claimcheck.sources.mediawiki.model import Edit
from claimcheck.sources.mediawiki.wiki import Wiki


class PagePast(msgspec.Struct, frozen=True):
    """The revisions of a page that may be read and are wikitext."""

    wiki: Wiki
    title: str
    versions: tuple[Version, ...]
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The title."""
        return self.title

    def text(self, version: Version) -> str:
        """The text of a revision."""
        for found in self.wiki.revisions_by_id([int(version.id)]):
            if not isinstance(found, SourceError):
                return found.text
            raise UnreadableError(str(found))
        raise AssertionError  # one number, one answer


def of_page(wiki: Wiki, title: str) -> PagePast:
    """All revisions of a page, without their texts; SourceError where there is none to read."""
    versions: list[Version] = []
    hidden = foreign = 0
    name, passed = title, ""
    for edit in wiki.edits(title):
        name, passed = edit.title, " → ".join(edit.redirects)
        hidden += not edit.digest
        foreign += bool(edit.digest) and edit.model != "wikitext"
        if edit.digest and edit.model == "wikitext":
            versions.append(_version(edit))
    if not versions:
        raise SourceError(f"{wiki.api.host}: {name}: no revision that may be read and is wikitext")
    notes = ((hidden, "deleted revisions left out"), (foreign, "revisions that are no wikitext left out"))
    told = [f"{passed} → {name}, a redirect, followed"] if passed else []
    told += [f"{count} {words}" for count, words in notes if count]
    return PagePast(wiki, name, tuple(versions), tuple(told))


def _version(edit: Edit) -> Version:
    return Version(str(edit.id), edit.digest, edit.time, edit.user, edit.comment, edit.url)
