"""One pure function, many engines: pages in, rows out, one a page, in order, whatever is wrong with a page."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from claimcheck.changes.model import Change
from claimcheck.claims.model import Claim
from claimcheck.compare import Comparison, between
from claimcheck.corpus.categories import categories
from claimcheck.corpus.ignored import ignored
from claimcheck.corpus.page import Page
from claimcheck.corpus.records import Record, change_record, claim_record, clean, finding_record
from claimcheck.corpus.settings import Kept, Settings
from claimcheck.finding import Finding, Report
from claimcheck.lint import examine
from claimcheck.memo import Memo

Row = dict[str, Any]
"""One article with its claims, findings and changes; its keys and types are `schema.row_schema()`."""


def lint_rows(pages: Iterable[Page], settings: Settings) -> Iterator[Row]:
    """A row for each page, in their order. It reads nothing but the pages and never fails for an article's fault."""
    reader = Reader(settings)
    return (reader.row(page) for page in pages)


class Reader:
    """Makes a row of a page; what two revisions in a row of one page have in common is read once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._memo: tuple[tuple[object, ...], Memo, Report | None] | None = None

    def row(self, page: Page) -> Row:
        """The row of a page; status "failed" or "memory" where it could not be read."""
        page = storable(page)
        try:
            return self._row(page)
        except MemoryError:
            self._memo = None
            return failed(page, self._settings, "memory", "not enough memory for this page")
        except Exception as error:  # the others go on
            self._memo = None
            return failed(page, self._settings, "failed", f"{type(error).__name__}: {error}")

    def _row(self, page: Page) -> Row:
        settings = self._settings
        day = settings.date or (page.time.date() if page.time else settings.today or datetime.date.today())
        if page.before is None:
            rules = settings.rules.rules_for(page.name or page.title)
            report = examine(page.text, rules, settings.markup, page.title, page.name or None, day)
            return _told(page, settings, report, report.claims, [("stands", one) for one in report.findings])
        return self._edited(page, page.before, day)

    def _edited(self, page: Page, before: str, day: datetime.date) -> Row:
        """What a revision changed: its new claims and findings, and what became of the old ones."""
        settings = self._settings
        rules = settings.rules.rules_for(page.name or page.title)
        key = (page.wiki, page.page, page.title, page.name)
        if self._memo is None or self._memo[0][:-1] != key:
            self._memo = (*key, None), Memo(rules, settings.markup, page.title), None
        (*_, known), memo, old = self._memo
        # Both on one day, whatever was read before: a pair of revisions is told alike wherever it is read.
        if old is None or known != day or old.source.text != before:
            old = memo.examine(before, day, page.name or None)
        new = memo.examine(page.text, day, page.name or None)
        self._memo = (*key, day), memo, new
        found = between(old, new, rules, day)
        claims = [*found.added, *(change.after for change in found.changes)]
        findings = [("new", one) for one in found.new] + [("fixed", one) for one in found.fixed]
        return _told(page, settings, found.after, claims, findings, found)


def digest(text: str) -> str:
    """SHA-1 of a text in hexadecimal, as the wiki's API gives it."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def on_lists(page: Page, settings: Settings) -> list[str]:
    """Names of the reader's lists that the page stands on."""
    return [name for name, titles in settings.lists.items() if page.title in titles]


def storable(page: Page) -> Page:
    """The page as tables can hold it: see `clean`. All that is read from it can then be held as well."""
    texts = {name: getattr(page, name) for name in ("title", "text", "name", "before")}
    held = {name: clean(text) for name, text in texts.items()}
    return page if held == texts else msgspec.structs.replace(page, **held)


def failed(page: Page, settings: Settings, status: str, message: str) -> Row:
    """The row of a page that could not be read to its end."""
    return _article(storable(page), settings) | {"status": status, "message": clean(message[:1000])}


def _told(
    page: Page,
    settings: Settings,
    report: Report,
    claims: Sequence[Claim],
    findings: Sequence[tuple[str, Finding]],
    edit: Comparison | None = None,
) -> Row:
    numbers = {id(claim): number for number, claim in enumerate(report.claims)}
    wanted = {id(claim) for claim in claims}
    told = {id(claim) for state, finding in findings if state != "fixed" for claim in finding.claims}
    severities = [finding.severity for state, finding in findings if state != "fixed"]
    return _article(page, settings) | {
        "claim_count": len(report.claims),
        "finding_count": len(severities),
        "error_count": severities.count("error"),
        "warning_count": severities.count("warning"),
        "note_count": severities.count("note"),
        "suppressed_count": len(report.suppressed),
        "notes": [*report.notes, *report.remarks],
        "errors": [clean(error) for error in report.errors],
        "ignores": ignored(report.document, report.claims),
        "claims": [
            claim_record(claim, numbers[id(claim)], page.title)
            for claim in report.claims
            if id(claim) in told or (id(claim) in wanted and _kept(claim, settings.claims))
        ],
        "findings": [
            finding_record(finding, number, state, {} if state == "fixed" else numbers)
            for number, (state, finding) in enumerate(findings)
        ],
        "changes": [] if edit is None else list(_changes(edit, page, numbers)),
    }


def _changes(edit: Comparison, page: Page, numbers: dict[int, int]) -> Iterator[Record]:
    pairs: list[tuple[Claim | None, Claim | None, Change | None]] = [
        *((change.before, change.after, change) for change in edit.changes),
        *((None, claim, None) for claim in edit.added),
        *((claim, None, None) for claim in edit.removed),
    ]
    for before, after, change in pairs:
        yield change_record(before, after, numbers, page.before_revision, change)


def _kept(claim: Claim, which: Kept) -> bool:
    return which == "all" or (which == "measured" and (claim.measure is not None or claim.event is not None))


def _article(page: Page, settings: Settings) -> Row:
    """The columns of a row that do not depend on what is found in the page."""
    return {
        "wiki": page.wiki,
        "page": page.page,
        "revision": page.revision,
        "title": page.title,
        "name": page.name or page.title,
        "time": page.time,
        "characters": len(page.text),
        "digest": digest(page.text),
        "status": "ok",
        "message": None,
        "claim_count": 0,
        "finding_count": 0,
        "error_count": 0,
        "warning_count": 0,
        "note_count": 0,
        "suppressed_count": 0,
        "notes": [],
        "errors": [],
        "categories": categories(page.text),
        "lists": on_lists(page, settings),
        "ignores": [],
        "claims": [],
        "findings": [],
        "changes": [],
    }
