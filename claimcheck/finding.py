"""Marks, hits, findings and the report: what a check says, stamped by its rule."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.claims.unread import UnreadNumber
from claimcheck.document.model import Document
from claimcheck.source import Source

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""From the mildest to the gravest."""


class Elsewhere(msgspec.Struct, frozen=True, eq=False):
    """Another article than the one that a finding is about."""

    article: str
    """Its title, or its name where it has none."""
    source: Source


class Mark(msgspec.Struct, frozen=True):
    """A stretch of the source that a finding points at, with what is to be said of it."""

    start: int
    end: int
    note: str = ""
    elsewhere: Elsewhere | None = None
    """The other article in which it stands, where a finding compares two."""


class Suggestion(msgspec.Struct, frozen=True):
    """What an editor may want to write instead; never applied automatically."""

    start: int
    end: int
    replacement: str
    note: str = ""


class Hit(msgspec.Struct, frozen=True):
    """What a check found: marks, the claims compared and the words for its rule's message; not yet a finding."""

    primary: Mark
    claims: tuple[Claim, ...]
    words: dict[str, str]
    related: tuple[Mark, ...] = ()
    suggestion: Suggestion | None = None


class Finding(msgspec.Struct, frozen=True):
    """A hit stamped by its rule: an accusation that the text shown can prove."""

    article: str
    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    primary: Mark
    related: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    fingerprint: str
    help_uri: str
    source: Source
    suggestion: Suggestion | None = None

    def where(self, mark: Mark) -> Source:
        """The text in which one of its marks stands."""
        return mark.elsewhere.source if mark.elsewhere else self.source

    def to_dict(self) -> dict[str, Any]:
        """JSON v1 of the finding: every key present."""
        start, end = self.source.position(self.primary.start), self.source.position(self.primary.end)
        return {
            "article": self.article,
            "rule": self.rule,
            "severity": self.severity,
            "confidence": self.confidence,
            "message": self.message,
            "start": self.primary.start,
            "end": self.primary.end,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "related": [_related(mark, self.where(mark)) for mark in self.related],
            "claims": [claim.to_dict() for claim in self.claims],
            "suggestion": msgspec.to_builtins(self.suggestion) if self.suggestion else None,
            "fingerprint": self.fingerprint,
            "help_uri": self.help_uri,
        }


class Report(msgspec.Struct, frozen=True):
    """All that is said of one article: findings, claims, what was suppressed, what could not be read or checked."""

    article: str
    source: Source
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    suppressed: tuple[Finding, ...] = ()
    """Findings that the article itself suppresses."""
    notes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    unread: tuple[UnreadNumber, ...] = ()
    """Numbers that no claim covers and why, where that was asked for."""
    known: tuple[Finding, ...] = ()
    """Findings that a baseline accepts or that an earlier version of the article has as well."""
    remarks: tuple[str, ...] = ()
    """Suppressions and baseline entries that are wrong or no longer needed, each with its place."""
    document: Document | None = None
    """The article as it was read, for reports that show its text."""


def _related(mark: Mark, source: Source) -> dict[str, Any]:
    line, column = source.position(mark.start)
    place = {"start": mark.start, "end": mark.end, "line": line, "column": column, "note": mark.note}
    other = mark.elsewhere
    told = {"article": other.article, "file": source.name, "url": source.url or None} if other else None
    return place | {"elsewhere": told}
