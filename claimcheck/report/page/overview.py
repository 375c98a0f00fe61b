"""Many articles at a glance: a line for each, counts by rule, what could not be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Literal

import msgspec

from claimcheck.finding import SEVERITIES, Finding, Report
from claimcheck.report.page.notes import web_address
from claimcheck.report.parts.excerpt import visible
from claimcheck.report.parts.run import Run, Tally, Unread
from claimcheck.report.parts.trend import Moves, Trend
from claimcheck.rules import Rule


class Line(msgspec.Struct, frozen=True):
    """An article in the index; `key` is empty where the page has no section of it."""

    key: str
    title: str
    file: str
    counts: dict[str, int]
    known: int
    suppressed: int
    claims: int
    unread: int


class RuleLine(msgspec.Struct, frozen=True):
    """A rule in the index with its findings and the articles that they are in."""

    rule: str
    severity: str
    title: str
    help_uri: str
    findings: int
    articles: int


class Overview:
    """Collects what passes by; small whatever the articles hold."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.tally = Tally(run)
        self.lines: list[Line] = []
        self.failures: list[str] = []
        self._by_id = {rule.id: rule for rule in run.rules}
        self._rules: Counter[tuple[str, str, str]] = Counter()
        self._articles: Counter[tuple[str, str, str]] = Counter()
        self.reasons: Counter[str] = Counter()

    def rule(self, name: str) -> Rule | None:
        """The rule of that id, where it is among those that ran."""
        return self._by_id.get(name)

    def is_new(self, finding: Finding) -> bool:
        """Whether there is an earlier report that does not have it."""
        return self.tally.trend is not None and self.tally.trend.is_new(finding)

    def add(self, outcome: Report | Unread, key: str = "") -> None:
        """Count an outcome; `key` opens the anchors of its section."""
        self.tally.add(outcome)
        if isinstance(outcome, Unread):
            self.failures.append(visible(outcome.message))
            return
        self.failures += [visible(f"{outcome.source.name}: {error}") for error in outcome.errors]
        rules = [(f.rule, f.severity, f.help_uri) for f in outcome.findings]
        self._rules.update(rules)
        self._articles.update(set(rules))
        self.reasons.update(number.reason for number in outcome.unread)
        self.lines.append(
            Line(
                key=key,
                title=visible(outcome.article),
                file=visible(outcome.source.name),
                counts=dict(Counter(finding.severity for finding in outcome.findings)),
                known=len(outcome.known),
                suppressed=len(outcome.suppressed),
                claims=len(outcome.claims),
                unread=len(outcome.unread),
            )
        )

    @property
    def trend(self) -> Trend | None:
        """What became of the findings of an earlier report, if there is one."""
        return self.tally.trend

    def moves(self, field: Literal["article", "rule"]) -> defaultdict[str, Moves]:
        """What is new, kept and fixed by article or rule."""
        return defaultdict(Moves, self.trend.by(field) if self.trend else {})

    @property
    def rules(self) -> list[RuleLine]:
        """The rules that found something, the gravest and most frequent first; then those of which all is fixed."""
        rank: dict[str, int] = {severity: at for at, severity in enumerate(SEVERITIES)}
        rows = sorted(self._rules.items(), key=lambda item: (-rank[item[0][1]], -item[1], item[0][0]))
        lines = [
            RuleLine(rule, severity, self._title(rule), web_address(uri), found, self._articles[rule, severity, uri])
            for (rule, severity, uri), found in rows
        ]
        gone = {finding.rule: finding.severity for finding in (self.trend.fixed if self.trend else ())}
        for line in lines:
            gone.pop(line.rule, None)
        return [*lines, *(RuleLine(rule, gone[rule], self._title(rule), "", 0, 0) for rule in sorted(gone))]

    def _title(self, rule: str) -> str:
        known = self.rule(rule)
        return known.title if known else ""
