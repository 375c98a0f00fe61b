"""Which pages of a corpus are read: by namespace, title, list, category, day of the last change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any

import msgspec

from claimcheck.corpus.pages.lists import digest, normal


class Keep(msgspec.Struct, frozen=True):
    """All that is named has to hold; of several titles or categories one. The answers say why a page is passed over."""

    namespaces: frozenset[int] | None = frozenset({0})
    """None for all of them."""
    titles: tuple[str, ...] = ()
    """Patterns with `*`, `?` and `[…]`, as a shell has them."""
    categories: tuple[str, ...] = ()
    """Categories in which the page's own text puts it, without their prefix; those that templates add are not seen."""
    listed: frozenset[str] | None = None
    """Titles, as `lists.normal` writes them."""
    since: date | None = None
    """Only revisions of this day (UTC) or later; those whose time is unknown, too."""

    @property
    def by_title(self) -> bool:
        """Whether titles alone refuse some pages."""
        return bool(self.titles) or self.listed is not None

    def title(self, title: str) -> str:
        """Why a page of this title is not read, empty where it may be."""
        if self.titles and not any(fnmatchcase(title, glob) for glob in self.titles):
            return "filter:title"
        if self.listed is None or title in self.listed or normal(title) in self.listed:  # not all wikis have capitals
            return ""
        return "filter:list"

    def wants(self, title: str) -> bool:
        """Whether a page of this title may be read."""
        return not self.title(title)

    def page(self, title: str, namespace: int) -> str:
        """Why this page is not read, empty where it may be."""
        if self.namespaces is not None and namespace not in self.namespaces:
            return "namespace"
        return self.title(title)

    def time(self, time: datetime | None) -> str:
        """Why a revision of this time is not read."""
        early = self.since is not None and time is not None and time.astimezone(UTC).date() < self.since
        return "filter:since" if early else ""

    def text(self, text: str, words: Iterable[str] = ()) -> str:
        """Why a page with this text is not read; `words` are the wiki's own for “Category”."""
        if not self.categories or _links(self.categories, ("Category", *words)).search(text):
            return ""
        return "filter:category"

    def plain(self) -> dict[str, Any]:
        """The same as plain JSON values, a list of titles as its digest."""
        return {
            "namespaces": None if self.namespaces is None else sorted(self.namespaces),
            "titles": list(self.titles),
            "categories": list(self.categories),
            "listed": None if self.listed is None else digest(sorted(self.listed)),
            "since": self.since and self.since.isoformat(),
        }


@lru_cache(maxsize=8)
def _links(categories: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    """Links that put a page into one of these categories; its first letter may be small, as in MediaWiki."""
    names = "|".join(map(_either, categories))
    prefixes = "|".join(re.escape(word) for word in dict.fromkeys(words))
    return re.compile(rf"\[\[[ _]*(?i:{prefixes})[ _]*:[ _]*(?:{names})[ _]*(?:\]\]|\|)")


def _either(category: str) -> str:
    name = category.replace("_", " ").strip()
    first = f"(?i:{re.escape(name[:1])})"
    return first + "[ _]+".join(re.escape(part) for part in name[1:].split(" "))
