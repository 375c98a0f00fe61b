"""A MediaWiki as a source of articles: its pages, revisions and histories."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Any, Self

import msgspec

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import history, pages
from claimcheck.sources.mediawiki.api import MAXLAG, Api
from claimcheck.sources.mediawiki.login import Credentials, from_environment
from claimcheck.sources.mediawiki.model import Edit, Revision
from claimcheck.sources.mediawiki.patience import Patience

Json = dict[str, Any]


class Site(msgspec.Struct, frozen=True):
    """What a wiki says of itself."""

    name: str
    id: str
    """Its name in streams of changes, such as `enwiki`."""
    server: str
    """Its canonical host."""
    generator: str
    """The version of MediaWiki."""


class Wiki:
    """Any MediaWiki through its action API, one question after the other; nothing is asked before it is needed.

    `url` is the wiki's address, that of a page of it, or that of its `api.php`. `contact` names the operator in the
    User-Agent; Wikimedia's wikis are refused without one. Credentials come from the environment where none are given:
    `CLAIMCHECK_WIKI_TOKEN`, or `CLAIMCHECK_WIKI_USER` and `CLAIMCHECK_WIKI_PASSWORD`. All methods raise SourceError.
    """

    def __init__(
        self,
        url: str,
        contact: str | None = None,
        *,
        credentials: Credentials | None = None,
        patience: Patience | None = None,
        maxlag: int = MAXLAG,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        found = credentials or from_environment()
        self.api = Api(url, contact, credentials=found, patience=patience, maxlag=maxlag, sleep=sleep)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self.api.close()

    @cached_property
    def site(self) -> Site:
        """What the wiki says of itself."""
        told = self.api.ask(action="query", meta="siteinfo")["query"]["general"]
        names = ("sitename", "wikiid", "servername", "generator")
        return Site(*(str(told.get(name, "")) for name in names))

    def page(self, title: str) -> Revision:
        """The newest revision of a page; redirects are followed and stand in its `redirects`."""
        return _only(self.pages([title]))

    def pages(self, titles: Iterable[str]) -> Iterator[Revision | SourceError]:
        """The newest revisions of pages, in order and each once, 50 with one question; faults in their places."""
        return pages.by_title(self.api, titles)

    def revision(self, number: int) -> Revision:
        """The revision of a number."""
        return _only(self.revisions_by_id([number]))

    def revisions_by_id(self, numbers: Iterable[int]) -> Iterator[Revision | SourceError]:
        """Revisions by number, in order and each once, 50 with one question; faults in their places."""
        return pages.by_id(self.api, numbers)

    def revisions(
        self, title: str, since: date | None = None, start: int | None = None
    ) -> Iterator[Revision | SourceError]:
        """A page's revisions with their texts, oldest first, streamed; from a day (UTC) or from a revision on."""
        return history.revisions(self.api, title, since, start)

    def edits(self, title: str, since: date | None = None) -> Iterator[Edit]:
        """A page's revisions without their texts, oldest first, 500 with one question."""
        return history.edits(self.api, title, since)

    def permalink(self, number: int) -> str:
        """The permanent address of a revision."""
        return pages.permalink(self.api, number)

    def ask(self, **parameters: object) -> Json:
        """The answer of the API to any other question that reads; lists and truth are written as the API wants them."""
        return self.api.ask(**parameters)

    def act(self, action: str, **parameters: object) -> Json:
        """The answer of the API to an action that changes the wiki, such as `edit`; the token is added."""
        return self.api.act(action, **parameters)


def _only(found: Iterable[Revision | SourceError]) -> Revision:
    for each in found:
        if isinstance(each, SourceError):
            raise each
        return each
    raise SourceError("nothing asked for (expected a page)")
