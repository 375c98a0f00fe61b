"""Many articles at a glance: a line for each, counts by rule, what could not be read."""

from __future__ import annotations

from collections import Counter

import msgspec

from claimcheck.finding import SEVERITIES, Report
from claimcheck.report.page.notes import web_address
from claimcheck.report.parts.excerpt import visible
from claimcheck.report.parts.run import Run, Tally, Unread


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
        self.tally = Tally()
        self.lines: list[Line] = []
        self.failures: list[str] = []
        self._titles = {rule.id: rule.title for rule in run.rules}
        self._rules: Counter[tuple[str, str, str]] = Counter()
        self._articles: Counter[tuple[str, str, str]] = Counter()
        self.reasons: Counter[str] = Counter()

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
    def rules(self) -> list[RuleLine]:
        """The rules that found something, the gravest and most frequent first."""
        rank: dict[str, int] = {severity: at for at, severity in enumerate(SEVERITIES)}
        rows = sorted(self._rules.items(), key=lambda item: (-rank[item[0][1]], -item[1], item[0][0]))
        return [
            RuleLine(
                rule, severity, self._titles.get(rule, ""), web_address(uri), found, self._articles[rule, severity, uri]
            )
            for (rule, severity, uri), found in rows
        ]
