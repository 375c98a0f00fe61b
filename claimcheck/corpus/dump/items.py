"""Records of a dump as items of a corpus: the newest revision of each page, or each revision with the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from claimcheck.corpus.dump.head import Site
from claimcheck.corpus.dump.parse import Head, Record, Revision
from claimcheck.corpus.page import DUPLICATE, Item, Page, Redirect, Skip
from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.pages.redirect import redirect
from claimcheck.source import SourceError

WIKITEXT = "wikitext"


class Reading(msgspec.Struct, frozen=True):
    """How the records of one dump are taken."""

    site: Site
    keep: Keep
    history: bool = False
    """Whether each revision is given with the text before it, not only the newest of each page."""

    def refused(self, head: Head) -> str:
        """Why a page is passed over, empty where it may be read."""
        return self.keep.page(head.title, self.namespace(head))

    def namespace(self, head: Head) -> int:
        """The namespace of a page."""
        return self.site.namespace(head.title) if head.namespace is None else head.namespace

    def items(self, records: Iterable[Record | SourceError]) -> Iterator[Item | SourceError]:
        """The pages, redirects and skips that records come to; faults in their places."""
        seen, head, reason = _Seen(), None, ""
        page: _Newest | _History = _Newest(self)
        for record in records:
            if isinstance(record, SourceError):
                head = None  # what has come of its page is not all
                yield record
                continue
            if head is None:
                head, page = record.head, _History(self) if self.history else _Newest(self)
                reason = self.refused(head) or (DUPLICATE if seen.before(head.page) else "")
            if isinstance(record, Revision):
                yield from () if reason else page.revision(record)
                continue
            if reason or not record.revisions:
                yield Skip(head.title, reason or "no revision", self.site.wiki, head.page)
            else:
                yield from page.end(record.head)
            head = None

    def skip(self, revision: Revision, reason: str) -> Skip:
        """A revision that is passed over."""
        return Skip(revision.head.title, reason, self.site.wiki, revision.head.page, revision.id)

    def reason(self, revision: Revision, time: datetime | None) -> str:
        """Why a revision is not read, empty where it is; redirects are not asked about here."""
        if revision.lacks:
            return revision.lacks
        if revision.model != WIKITEXT:
            return f"model:{revision.model}"
        return self.keep.time(time) or self.keep.text(revision.text, (self.site.category,))

    def page(self, revision: Revision, time: datetime | None, before: str | None = None, number: int = 0) -> Page:
        """A revision as a page to be read."""
        head = revision.head
        return Page(
            title=head.title,
            text=revision.text,
            wiki=self.site.wiki,
            page=head.page,
            revision=revision.id,
            time=time,
            namespace=self.namespace(head),
            before=before,
            before_revision=number,
        )

    def redirect(self, revision: Revision) -> Redirect | None:
        """What a page whose newest revision this is redirects to."""
        target, section = redirect(revision.text)
        target = revision.head.redirect.partition("#")[0] or target
        head = revision.head
        return Redirect(head.title, target, section, self.site.wiki, head.page, revision.id) if target else None


class _Newest:
    """Only the last text of a page is held, whatever the number of its revisions."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.newest: Revision | None = None

    def revision(self, found: Revision) -> Iterator[Item]:
        """Hold it where it is the newest."""
        if self.newest is None or (found.time, found.id) >= (self.newest.time, self.newest.id):
            self.newest = found
        yield from ()

    def end(self, _head: Head) -> Iterator[Item]:
        """What the newest revision comes to."""
        found = self.newest
        if found is None:
            return
        time = moment(found.time)
        if not found.lacks and (target := self.reading.redirect(found)):
            yield target
        elif reason := self.reading.reason(found, time):
            yield self.reading.skip(found, reason)
        else:
            yield self.reading.page(found, time)


class _History:
    """Each revision with the last text before it that could be read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.before: Revision | None = None
        self.last: Revision | None = None

    def revision(self, found: Revision) -> Iterator[Item]:
        """What one revision comes to; with the first of a page all is new, where it is the first indeed."""
        time, before = moment(found.time), self.before
        reason = self.reading.reason(found, time) or ("redirect" if redirect(found.text)[0] else "")
        if reason:
            yield self.reading.skip(found, reason)
        elif before is None:
            yield self.reading.page(found, time, None if found.parent else "")
        else:
            yield self.reading.page(found, time, before.text, before.id)
        self.last = found
        if not found.lacks and found.model == WIKITEXT:
            self.before = found

    def end(self, _head: Head) -> Iterator[Item]:
        """Where the page redirects to now."""
        if self.last and not self.last.lacks and (target := self.reading.redirect(self.last)):
            yield target


class _Seen:
    """Numbers of pages that have come before, a bit for each: millions of them are some megabytes."""

    def __init__(self) -> None:
        self.blocks: dict[int, int] = {}

    def before(self, number: int) -> bool:
        """Whether it came before; from now on it did. 0 is no number."""
        block, bit = number >> 10, 1 << (number & 1023)
        bits = self.blocks.get(block, 0)
        self.blocks[block] = bits | bit
        return bool(number and bits & bit)


def moment(time: str) -> datetime | None:
    """When a revision was saved, None where it is not written as a time."""
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
