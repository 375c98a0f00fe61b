"""What became of the findings of an earlier report: which are new, which are kept, which are fixed."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Literal

import msgspec

from claimcheck.finding import Finding, Report
from claimcheck.report.parts.past import Past, PastFinding


class Moves(msgspec.Struct, frozen=True):
    """How many findings came, stayed and went."""

    new: int = 0
    kept: int = 0
    fixed: int = 0


class Trend:
    """Collects what passes by; what is fixed is known when all has passed.

    Only articles that were read and rules that ran are judged. A finding that is suppressed now, or in the baseline, is
    not fixed. `rules` are the ids of the rules that run, all where there is none.
    """

    def __init__(self, past: Past, rules: frozenset[str]) -> None:
        self.name = past.name
        self._past, self._rules = past.findings, rules
        self._there: set[str] = set()
        self._read: set[str] = set()
        self._moved: Counter[tuple[str, str, bool]] = Counter()

    def is_new(self, finding: Finding) -> bool:
        """True where the earlier report does not have it."""
        return finding.fingerprint not in self._past

    def add(self, report: Report) -> None:
        """Count the findings of one article; where a rule crashed, nothing is held to be fixed."""
        if not report.errors:
            self._read.add(report.article)
        for finding in (*report.findings, *report.known, *report.suppressed):
            self._there.add(finding.fingerprint)
        self._moved.update((report.article, finding.rule, self.is_new(finding)) for finding in report.findings)

    @property
    def fixed(self) -> list[PastFinding]:
        """The findings of the earlier report that are gone."""
        return [
            finding
            for fingerprint, finding in self._past.items()
            if fingerprint not in self._there
            and finding.article in self._read
            and (not self._rules or finding.rule in self._rules)
        ]

    def total(self) -> Moves:
        """The counts of all articles."""
        new = sum(number for (_, _, new), number in self._moved.items() if new)
        return Moves(new, self._moved.total() - new, len(self.fixed))

    def by(self, field: Literal["article", "rule"]) -> dict[str, Moves]:
        """The counts by the titles of articles or the ids of rules."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (article, rule, new), number in self._moved.items():
            counts[article if field == "article" else rule]["new" if new else "kept"] += number
        for finding in self.fixed:
            counts[getattr(finding, field)]["fixed"] += 1
        return {name: Moves(found["new"], found["kept"], found["fixed"]) for name, found in counts.items()}

    def told(self) -> str:
        """All of it in words."""
        total = self.total()
        return f"since the earlier report {total.new:,} new, {total.kept:,} kept, {total.fixed:,} fixed"
