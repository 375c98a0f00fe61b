"""What a report is about: the outcome for each article, how the program was called, the tally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from claimcheck.finding import SEVERITIES, Report, Severity
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from claimcheck.report.parts.past import Past
    from claimcheck.report.parts.trend import Trend


class Unread(msgspec.Struct, frozen=True):
    """An input that could not be read or linted at all."""

    message: str
    name: str | None = None


Outcome = Report | Unread


class Run(msgspec.Struct, frozen=True):
    """How the program was called: the rules that ran and the look of a report for people."""

    version: str
    rules: tuple[Rule, ...] = ()
    fail_on: Severity = "error"
    colour: bool = False
    width: int = 120
    quiet: bool = False
    verbose: bool = False
    past: Past | None = None
    """An earlier report, with which this one is compared."""

    def trend(self) -> Trend | None:
        """A fresh count of what is new, kept and fixed since the earlier report, if there is one."""
        if self.past is None:
            return None
        from claimcheck.report.parts.trend import Trend

        return Trend(self.past, frozenset(rule.id for rule in self.rules))


class Tally:
    """Counts what passes by; the trend too, where the `run` has an earlier report."""

    def __init__(self, run: Run | None = None) -> None:
        self.trend = run.trend() if run else None
        self.articles = self.claims = self.suppressed = self.known = self.failures = self.notes = 0
        self.findings: Counter[Severity] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if isinstance(outcome, Unread):
            self.failures += 1
            return
        self.articles += 1
        self.claims += len(outcome.claims)
        self.suppressed += len(outcome.suppressed)
        self.known += len(outcome.known)
        self.failures += len(outcome.errors)
        self.notes += len(outcome.notes)
        self.findings.update(finding.severity for finding in outcome.findings)
        if self.trend:
            self.trend.add(outcome)

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, each counted before it goes on."""
        for outcome in outcomes:
            self.add(outcome)
            yield outcome

    def at_least(self, level: Severity) -> int:
        """How many findings are as grave as `level` or graver."""
        return sum(self.findings[severity] for severity in SEVERITIES[SEVERITIES.index(level) :])
