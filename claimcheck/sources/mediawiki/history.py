"""The revisions of one page, streamed: a long history needs no more memory than a short one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import answers
from claimcheck.sources.mediawiki.api import Api
from claimcheck.sources.mediawiki.errors import NotWikitextError
from claimcheck.sources.mediawiki.model import Edit, Revision
from claimcheck.sources.mediawiki.pages import AT_ONCE, PROPERTIES, by_title, permalink

Json = dict[str, Any]


def revisions(
    api: Api, title: str, since: date | None = None, start: int | None = None
) -> Iterator[Revision | SourceError]:
    """Revisions with their texts, oldest first, from a day (UTC) or a revision on; a fault for those not readable.

    SourceError where the page cannot be read, or where the connection is lost: it names the last revision that came.
    """
    last: Json | None = None
    try:
        for page, found, passed in _listed(api, title, PROPERTIES, AT_ONCE, since, start):
            last = found
            yield _read(api, page, found, passed)
    except SourceError as error:
        if last is None:
            raise
        reached = f"revision {last['revid']} of {str(last['timestamp'])[:10]}"
        raise SourceError(f"{error}; read up to {reached}, from which it can be resumed") from error


def edits(api: Api, title: str, since: date | None = None) -> Iterator[Edit]:
    """Revisions without their texts, oldest first; the digest of one whose text is hidden is empty."""
    properties = tuple(name for name in PROPERTIES if name != "content")
    for page, found, passed in _listed(api, title, properties, None, since, None):
        yield answers.edit(page, found, permalink(api, int(found["revid"])), passed)


def _listed(
    api: Api, title: str, properties: tuple[str, ...], limit: int | None, since: date | None, start: int | None
) -> Iterator[tuple[Json, Json, tuple[str, ...]]]:
    """Each revision with its page, as the API has them, and the redirects that led there."""
    begin = datetime.combine(since, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if since and start is None else None
    some = False
    for answer in api.query(
        prop="revisions",
        titles=[title.strip()],
        redirects=True,
        rvprop=properties,
        rvslots="main",
        rvlimit=limit or "max",
        rvdir="newer",
        rvstart=begin,
        rvstartid=start,
    ):
        query = answer.get("query") or {}
        passed = tuple(each["from"] for each in query.get("redirects", ()))
        for page in query.get("pages", ()):
            for found in page.get("revisions", ()):
                some = True
                yield page, found, passed
    if not some and since is None:
        _explain(api, title)


def _explain(api: Api, title: str) -> None:
    """Raises why a page has no revisions."""
    for newest in by_title(api, [title]):
        if isinstance(newest, SourceError) and not isinstance(newest, NotWikitextError):
            raise newest


def _read(api: Api, page: Json, found: Json, passed: tuple[str, ...]) -> Revision | SourceError:
    try:
        return answers.revision(page, found, permalink(api, int(found["revid"])), passed)
    except SourceError as error:
        return type(error)(f"{api.host}: {error}")
