"""What one edit broke: both revisions read from the wiki and compared."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from claimcheck.compare import compare
from claimcheck.document.model import Document
from claimcheck.document.parse import parse
from claimcheck.finding import Finding
from claimcheck.rules import Rule
from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import NoRevisionError, NotWikitextError, Revision, Wiki
from claimcheck.watch.change import Change, Revisions

FRESH = 60
"""Seconds for which an edit may not have reached all replicas of the wiki's database."""
LAG = (0.0, 1.0, 4.0)
"""Seconds to wait before such a revision is asked for, and asked for again."""


class Judged(msgspec.Struct, frozen=True):
    """The new findings of an edit."""

    change: Change
    after: Revision
    findings: tuple[Finding, ...]
    errors: tuple[str, ...]
    """Rules that crashed."""

    def lines(self) -> list[dict[str, Any]]:
        """JSON of each new finding, with the edit that brought it."""
        old = self.change.revision.old if self.change.revision else None
        told = {
            "wiki": self.change.wiki,
            "old": old or None,
            "new": self.after.id,
            "user": self.after.user or None,
            "comment": self.after.comment,
            "time": self.after.time.isoformat(),
            "diff": f"{self.after.url}&diff=prev",
        }
        where = {"file": self.after.title, "url": self.after.url, "edit": told}
        return [{"type": "finding", **where, **finding.to_dict()} for finding in self.findings]


def judge(
    wiki: Wiki, change: Change, rules: Iterable[Rule], sleep: Callable[[float], object] = time.sleep
) -> Judged | SourceError | None:
    """What an edit broke; why that cannot be told of this edit; None where there is no wikitext.

    SourceError is raised where the wiki cannot be asked at all.
    """
    if change.revision is None:
        return None
    found = _revisions(wiki, change.revision, sleep if time.time() - change.timestamp < FRESH else None)
    for each in found:
        if isinstance(each, NotWikitextError):
            return None
        if isinstance(each, SourceError):
            return each
    after, *rest = (each for each in found if isinstance(each, Revision))
    before = _document(rest[0], after.title) if rest else parse("", "wikitext", after.title, after.title)
    result = compare(before, _document(after, after.title), rules, date=after.day)
    return Judged(change, after, tuple(result.new), tuple({*result.before.errors, *result.after.errors}))


def _revisions(wiki: Wiki, wanted: Revisions, sleep: Callable[[float], object] | None) -> list[Revision | SourceError]:
    """The new revision and the old one, if any; one that is missing is asked for again where there is a `sleep`."""
    for pause in LAG if sleep else (0.0,):
        if pause and sleep:
            sleep(pause)
        found = list(wiki.revisions_by_id([wanted.new, *([wanted.old] if wanted.old else [])]))
        if not any(isinstance(each, NoRevisionError) for each in found):
            break
    return found


def _document(revision: Revision, title: str) -> Document:
    document = parse(revision.text, "wikitext", title, title)
    document.source.url = revision.url
    return document
