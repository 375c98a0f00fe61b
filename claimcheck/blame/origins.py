"""Which version of an article brought each of its findings: versions are linted where a bisection needs them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

import msgspec

from claimcheck.blame.search import introductions
from claimcheck.document.parse import Markup, parse
from claimcheck.finding import Finding, Report
from claimcheck.lint import examine
from claimcheck.rules import Rule
from claimcheck.sources.history import Past, UnreadableError, Version

Known = MutableMapping[str, frozenset[str]]
"""Fingerprints of the findings of a text, by the text's digest."""
Stretch = tuple[Version, Version]
"""The first and the last version of one text, with whatever was reverted between them."""


class Origin(msgspec.Struct, frozen=True):
    """Where a finding comes from."""

    finding: Finding
    version: Version
    """The version that brought it."""
    before: Version | None
    """The last one without it; None where it was there from the start."""

    def to_dict(self) -> dict[str, Any]:
        """JSON of the finding, with `introduced` beside it."""
        told: dict[str, Any] = {"version": self.version.id}
        told["time"] = self.version.time.isoformat() if self.version.time else None
        told |= {name: getattr(self.version, name) or None for name in ("author", "comment", "url")}
        told["before"] = self.before.id if self.before else None
        return self.finding.to_dict() | {"introduced": told}


class Blame(msgspec.Struct, frozen=True):
    """The report on the newest version, the origin of each of its findings, and what that took."""

    report: Report
    origins: tuple[Origin, ...]
    versions: int
    linted: int
    """How many texts were linted for it, those known from before not counted."""
    notes: tuple[str, ...] = ()
    """Versions that are left out, and why."""


def blame(
    past: Past,
    rules: Iterable[Rule],
    markup: Markup = "wikitext",
    date: datetime.date | None = None,
    known: Known | None = None,
    tell: Callable[[int], object] = lambda _: None,
) -> Blame:
    """The findings of the newest version, each with the version that brought it.

    A version that restores an earlier text brings nothing: what stood between the two is passed over, and what was
    restored is laid to the version that wrote it. All versions are read on one day, `date` or that of the newest, so
    that no finding comes by the mere passing of time. `known` keeps what was found in each text: passed again, it
    spares the work done before an interruption. `tell` is told how many texts were linted so far.
    """
    chosen, versions, day = tuple(rules), past.versions, day_of(past, date)
    found: Known = {} if known is None else known
    linted = 0

    def lint(version: Version) -> Report:
        nonlocal linted
        linted += 1
        tell(linted)
        document = parse(past.text(version), markup, past.title, past.name)
        document.source.url = version.url
        report = examine(document, chosen, date=day)
        found[version.digest] = frozenset(finding.fingerprint for finding in report.findings)
        return report

    def look(number: int) -> frozenset[str] | None:
        version = stretches[number][0]
        if version.digest not in found:
            try:
                lint(version)
            except UnreadableError:
                return None
        return found[version.digest]

    report, stretches = lint(versions[-1]), _stretches(versions)
    since = introductions(len(stretches), (finding.fingerprint for finding in report.findings), look)
    origins = tuple(_origin(finding, stretches, *since[finding.fingerprint]) for finding in report.findings)
    return Blame(report, origins, len(versions), linted, past.notes)


def day_of(past: Past, date: datetime.date | None = None) -> datetime.date | None:
    """The day on which all versions are read: `date`, else that of the newest, None (today) where it has none."""
    newest = past.versions[-1].time
    return date or (newest.date() if newest else None)


def _origin(finding: Finding, stretches: list[Stretch], number: int, before: int | None) -> Origin:
    return Origin(finding, stretches[number][0], None if before is None else stretches[before][1])


def _stretches(versions: tuple[Version, ...]) -> list[Stretch]:
    """How the newest version came about, without what was reverted."""
    first: dict[str, int] = {}
    for number, version in enumerate(versions):
        first.setdefault(version.digest, number)
    out: list[Stretch] = []
    number = len(versions) - 1
    while number >= 0:
        begin = first[versions[number].digest]
        out.append((versions[begin], versions[number]))
        number = begin - 1
    return out[::-1]
