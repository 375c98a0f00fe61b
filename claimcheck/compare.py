"""Two revisions of an article: what became of each claim, and which findings the edit brought, cured or left."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from claimcheck.changes.edit import edit
from claimcheck.changes.model import Change, Edit
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim, number
from claimcheck.document.model import Document
from claimcheck.document.parse import Markup, is_wikitext, parse
from claimcheck.finding import Finding, Report
from claimcheck.lint import examine
from claimcheck.memo import Memo
from claimcheck.rules import Rule, apply, default_rules
from claimcheck.suppress import suppress

VERSION = 1
"""Of the JSON shape: raised when a key is removed or changes its meaning, not when one is added."""


class Comparison(msgspec.Struct, frozen=True, eq=False):
    """What an edit did. `edit` holds the claims, `before` and `after` are the reports on both revisions.

    `new` findings are those of the later revision that the earlier one had not, `fixed` those that it has no more,
    `kept` those of the later one that were there before.
    """

    edit: Edit
    before: Report
    after: Report
    new: list[Finding]
    fixed: list[Finding]
    kept: list[Finding]

    @property
    def added(self) -> list[Claim]:
        """Claims of the later revision that the earlier one had not."""
        return list(self.edit.added)

    @property
    def removed(self) -> list[Claim]:
        """Claims of the earlier revision that the later one has no more."""
        return list(self.edit.removed)

    @property
    def moved(self) -> list[Claim]:
        """Claims of the later revision that stood elsewhere and say the same."""
        return list(self.edit.moved)

    @property
    def changed(self) -> list[tuple[Claim, Claim]]:
        """Claims as they were and as they are, where that is more than form."""
        return [(change.before, change.after) for change in self.edit.changes]

    @property
    def changes(self) -> list[Change]:
        """The changed pairs with how they differ."""
        return list(self.edit.changes)

    @property
    def report(self) -> Report:
        """The report on the later revision with nothing but its new findings."""
        return msgspec.structs.replace(self.after, findings=tuple(self.new))

    def to_dict(self) -> dict[str, Any]:
        """JSON v1 of the comparison: every key present."""
        return {
            "version": VERSION,
            "article": self.after.article,
            "before": self.before.source.name,
            "after": self.after.source.name,
            "changed": [_changed(change) for change in self.edit.changes],
            "added": [claim.to_dict() for claim in self.edit.added],
            "removed": [claim.to_dict() for claim in self.edit.removed],
            "moved": [claim.to_dict() for claim in self.edit.moved],
            "new": [finding.to_dict() for finding in self.new],
            "fixed": [finding.to_dict() for finding in self.fixed],
            "kept": [finding.to_dict() for finding in self.kept],
            "notes": list(self.after.notes),
            "errors": sorted({*self.before.errors, *self.after.errors}),
        }


def compare(
    before: str | Document,
    after: str | Document,
    rules: Iterable[Rule] | None = None,
    markup: Markup = "auto",
    title: str | None = None,
    date: datetime.date | str | None = None,
) -> Comparison:
    """What an edit did to the numbers of an article, and which findings it brought.

    Both revisions are read on the same `date`. Claims are matched by content, not by line; edits of form alone
    ("5000" made "5,000", text moved, a template written out) change nothing.
    """
    chosen = tuple(default_rules() if rules is None else rules)
    if isinstance(before, str) and isinstance(after, str):
        old, new = examined(before, after, chosen, markup, title, date)
    else:
        old, new = (examine(text, chosen, markup, title, date=date) for text in (before, after))
    return between(old, new, chosen, date)


def examined(
    before: str,
    after: str,
    rules: Iterable[Rule],
    markup: Markup = "auto",
    title: str | None = None,
    date: datetime.date | str | None = None,
    names: tuple[str | None, str | None] = (None, None),
) -> tuple[Report, Report]:
    """The reports on two revisions, named as given; what they have in common is read once.

    Both are read as wikitext where either holds some: an edit may bring the first link.
    """
    if markup == "auto":
        markup = "wikitext" if is_wikitext(before) or is_wikitext(after) else "plain"
    memo = Memo(rules, markup, title)
    return memo.examine(before, date, names[0]), memo.examine(after, date, names[1])


def between(
    before: Report, after: Report, rules: Iterable[Rule] | None = None, date: datetime.date | str | None = None
) -> Comparison:
    """What lies between two reports on revisions of one article, made by `examine` or a `Memo` with these rules."""
    chosen = tuple(default_rules() if rules is None else rules)
    day = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    one, other = _document(before), _document(after)
    found = edit(one, other, before.claims, after.claims)
    fresh, fixed, kept = _sorted_out(before.findings, after.findings, found)
    told = _judged(after, View(other, after.claims, day, found, fresh), chosen)
    more = told.findings[len(after.findings) :]
    return Comparison(found, before, told, sorted([*fresh, *more], key=_place), fixed, kept)


def _document(report: Report) -> Document:
    return report.document or parse(report.source.text, title=report.article, name=report.source.name)


def _judged(report: Report, view: View, rules: Iterable[Rule]) -> Report:
    """The report with what the rules on edits find behind its other findings."""
    findings, errors = apply((rule for rule in rules if rule.kind.revision), view)
    stand, suppressed, _ = suppress(view.document, findings)
    return msgspec.structs.replace(
        report,
        findings=(*report.findings, *stand),
        suppressed=(*report.suppressed, *suppressed),
        errors=(*report.errors, *errors),
    )


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.primary.start, finding.primary.end, finding.rule


def _sorted_out(
    before: Sequence[Finding], after: Sequence[Finding], found: Edit
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """New, fixed and kept findings: by fingerprint, then by rule and claims that became one another."""
    became = {id(old): id(new) for old, new in found.kept}
    known = {finding.fingerprint for finding in before}
    stayed = {finding.fingerprint for finding in after if finding.fingerprint in known}
    same = {_claims(finding): finding.fingerprint for finding in after if finding.fingerprint not in stayed}
    fixed: list[Finding] = []
    for finding in before:
        if finding.fingerprint in stayed:
            continue
        again = same.get((finding.rule, tuple(became.get(id(claim), 0) for claim in finding.claims)))
        if again is not None and finding.claims:
            stayed.add(again)
        else:
            fixed.append(finding)
    return (
        [finding for finding in after if finding.fingerprint not in stayed],
        fixed,
        [finding for finding in after if finding.fingerprint in stayed],
    )


def _claims(finding: Finding) -> tuple[str, tuple[int, ...]]:
    return finding.rule, tuple(id(claim) for claim in finding.claims)


def _changed(change: Change) -> dict[str, Any]:
    return {
        "before": change.before.to_dict(),
        "after": change.after.to_dict(),
        "ways": list(change.ways),
        "factor": number(change.factor),
        "citation_changed": change.recited,
    }
