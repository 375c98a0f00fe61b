"""What worklists for people have in common: the articles with findings, what went wrong, the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.finding import SEVERITIES, Report
from claimcheck.report.parts.run import Outcome, Run, Tally, Unread
from claimcheck.report.parts.words import count


class Worklist:
    """Goes through the outcomes once; afterwards it knows the failures and the counts."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._tally = Tally()
        self.failures: list[str] = []
        """Inputs that could not be read and rules that crashed, each in a line."""

    def articles(self, outcomes: Iterable[Outcome]) -> Iterator[Report]:
        """The reports in which something was found."""
        for outcome in self._tally.watch(outcomes):
            if isinstance(outcome, Unread):
                self.failures.append(outcome.message)
                continue
            self.failures += [f"{outcome.source.name}: {error}" for error in outcome.errors]
            if outcome.findings:
                yield outcome

    def summary(self) -> str:
        """The counts, as the line that closes a worklist."""
        tally = self._tally
        counts = [count(tally.findings[severity], severity) for severity in reversed(SEVERITIES)]
        where = f"{count(tally.articles, 'article')}; {count(tally.claims, 'claim')} read"
        return f"{', '.join(counts)} in {where} by claimcheck {self._run.version}.\n"
