"""Pages by title and revisions by number, many with one question, in the order in which they were asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import answers
from claimcheck.sources.mediawiki.api import Api
from claimcheck.sources.mediawiki.errors import NoRevisionError
from claimcheck.sources.mediawiki.model import Revision

Json = dict[str, Any]
Item = TypeVar("Item")

AT_ONCE = 50
"""Titles or revisions that MediaWiki takes in one question of a user without special rights."""
PROPERTIES = ("ids", "timestamp", "user", "comment", "sha1", "size", "contentmodel", "content")


def by_title(api: Api, titles: Iterable[str]) -> Iterator[Revision | SourceError]:
    """The newest revision of each page; a fault stands where its page stood. Redirects are followed."""
    for batch in _batches([_clean(title) for title in titles]):
        wanted = [title for title in batch if _sayable(title)]
        found = _Found()
        for answer in _answers(api, titles=wanted, redirects=True) if wanted else ():
            found.take(answer)
        for title in batch:
            said = _sayable(title)
            yield found.page(api, title) if said else _fault(api, repr(title), "no title (expected a page's)")


def by_id(api: Api, ids: Iterable[int]) -> Iterator[Revision | SourceError]:
    """The revisions of these numbers; a fault stands where its revision stood."""
    for batch in _batches(list(ids)):
        found = _Found()
        for answer in _answers(api, revids=batch):
            found.take(answer)
        for number in batch:
            yield found.revision(api, number)


def permalink(api: Api, number: int) -> str:
    """The permanent address of a revision."""
    return f"{api.script.removesuffix('api.php')}index.php?oldid={number}"


class _Found:
    """What the answers to one question hold, put together: a page may come without its text at first."""

    def __init__(self) -> None:
        self.pages: dict[str, Json] = {}
        self.revisions: dict[int, tuple[Json, Json]] = {}
        self.onward: dict[str, str] = {}
        self.redirects: dict[str, str] = {}
        self.elsewhere: dict[str, str] = {}
        self.warnings: list[str] = []

    def take(self, answer: Json) -> None:
        """Add one answer."""
        self.warnings += [str(each.get("text", "")) for each in answer.get("warnings", ()) if isinstance(each, dict)]
        query = answer.get("query") or {}
        for name in ("normalized", "converted"):
            self.onward |= {each["from"]: each["to"] for each in query.get(name, ())}
        self.redirects |= {each["from"]: each["to"] for each in query.get("redirects", ())}
        self.elsewhere |= {each["title"]: each["iw"] for each in query.get("interwiki", ())}
        for page in query.get("pages", ()):
            known = self.pages.setdefault(page["title"], page)
            for revision in page.get("revisions", ()):
                known["revisions"] = [revision]
                self.revisions[int(revision["revid"])] = (page, revision)

    def page(self, api: Api, title: str) -> Revision | SourceError:
        """The newest revision of the page that a title leads to."""
        at, passed = self.onward.get(title, title), []
        while at in self.redirects and at not in passed:
            passed.append(at)
            at = self.onward.get(self.redirects[at], self.redirects[at])
        name = f"{title}, which redirects to {at}" if passed else title
        if at in self.elsewhere:
            return _fault(api, name, f"on another wiki ({self.elsewhere[at]}; expected a page of this one)")
        page = self.pages.get(at)
        if page is None:
            return _fault(api, name, "redirects to itself" if at in passed else "not in the answer" + self._warned())
        if "missing" in page or "invalid" in page or "special" in page:
            return _fault(api, name, _missing(page))
        if not page.get("revisions"):
            return _fault(api, name, f"comes without its text{self._warned()} (expected wikitext)")
        return self._revision(api, page, page["revisions"][0], tuple(passed))

    def revision(self, api: Api, number: int) -> Revision | SourceError:
        """The revision of a number."""
        if number not in self.revisions:
            told = f"no such revision{self._warned()} (it may be deleted)"
            return NoRevisionError(f"{api.host}: revision {number}: {told}")
        return self._revision(api, *self.revisions[number], ())

    def _revision(self, api: Api, page: Json, found: Json, passed: tuple[str, ...]) -> Revision | SourceError:
        try:
            return answers.revision(page, found, permalink(api, int(found["revid"])), passed)
        except SourceError as error:
            return type(error)(f"{api.host}: {error}")

    def _warned(self) -> str:
        return f" ({'; '.join(self.warnings)})" if self.warnings else ""


def _answers(api: Api, **what: object) -> Iterator[Json]:
    return api.query(prop="revisions", rvprop=PROPERTIES, rvslots="main", **what)


def _missing(page: Json) -> str:
    if "invalid" in page:
        told = page.get("invalidreason") or "not allowed"
        reason = told.get("text", "not allowed") if isinstance(told, dict) else told
        return f"no valid title: {reason}"
    if "special" in page:
        return "a special page (expected one with a text)"
    return "no such page"


def _fault(api: Api, name: str, told: str) -> SourceError:
    return SourceError(f"{api.host}: {name}: {told}")


def _clean(title: str) -> str:
    """A title as MediaWiki compares it: Unicode in composed form, without blanks around it."""
    return unicodedata.normalize("NFC", title).strip()


def _sayable(title: str) -> bool:
    return bool(title) and title.isprintable()


def _batches(items: list[Item]) -> Iterator[list[Item]]:
    unique = list(dict.fromkeys(items))
    for start in range(0, len(unique), AT_ONCE):
        yield unique[start : start + AT_ONCE]
