"""Pages of a live wiki by their titles: one connection, with the patience that wikis ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.corpus.page import Item, Page, Redirect, Skip
from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.pages.lists import digest
from claimcheck.corpus.source import Unit
from claimcheck.source import SourceError

if TYPE_CHECKING:
    from claimcheck.sources.mediawiki import Revision

AT_ONCE = 50
"""Titles that a wiki takes in one question."""
SIZE = 10_000
"""About how many characters a page has."""


class TitlesUnit(Unit, frozen=True):
    """Some titles."""

    titles: tuple[str, ...] = ()


class Titles:
    """Redirects are followed; a page to which several titles lead is given once."""

    sequential = True

    def __init__(self, url: str, titles: Sequence[str], contact: str | None, keep: Keep, wait: float) -> None:
        from claimcheck.sources.mediawiki import Wiki

        self.url, self.titles, self.contact = url, tuple(titles), contact
        self.keep, self.wait = keep, wait
        self._given: set[str] = set()
        Wiki(url, contact).close()  # says what is wrong with the address or the contact before work begins

    def units(self) -> Sequence[TitlesUnit]:
        """One for each question."""
        parts = [self.titles[start : start + AT_ONCE] for start in range(0, len(self.titles), AT_ONCE)]
        return [
            TitlesUnit(f"titles {number * AT_ONCE + 1}–{number * AT_ONCE + len(part)}", SIZE * len(part), part)
            for number, part in enumerate(parts)
        ]

    def read(self, unit: Unit) -> Iterator[Item | SourceError]:
        """The pages of some titles as they are now; an error in the place of one that cannot be read."""
        from claimcheck.sources.mediawiki import Patience, Wiki

        titles = unit.titles if isinstance(unit, TitlesUnit) else ()
        try:
            with Wiki(self.url, self.contact, patience=Patience(self.wait)) as wiki:
                name = wiki.site.id
                for title, found in zip(titles, wiki.pages(titles), strict=False):  # in order, each once
                    yield from self._items(title, found, name)
        except SourceError as error:
            yield error

    def _items(self, asked: str, found: Revision | SourceError, wiki: str) -> Iterator[Item | SourceError]:
        from claimcheck.sources.mediawiki import NotWikitextError

        if isinstance(found, SourceError):
            yield Skip(asked, "model", wiki) if isinstance(found, NotWikitextError) else found
            return
        for title in found.redirects:
            yield Redirect(title, found.title, wiki=wiki)
        if found.title in self._given:
            return
        self._given.add(found.title)
        reason = self.keep.title(found.title) or self.keep.time(found.time) or self.keep.text(found.text)
        if reason:
            yield Skip(found.title, reason, wiki, revision=found.id)
        else:
            yield Page(found.title, found.text, wiki=wiki, revision=found.id, time=found.time)

    def describe(self) -> dict[str, Any]:
        """Which wiki, and which of its pages."""
        return {"kind": "titles", "wiki": self.url, "titles": digest(self.titles), "keep": self.keep.plain()}
