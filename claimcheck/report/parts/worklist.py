"""What worklists for people have in common: the articles with findings, what went wrong, the counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.finding import SEVERITIES, Report
from claimcheck.report.parts.run import Outcome, Run, Tally, Unread
from claimcheck.report.parts.words import count


def worklist(
    outcomes: Iterable[Outcome],
    run: Run,
    article: Callable[[Report], Iterable[str]],
    failed: Callable[[list[str]], str],
) -> Iterator[str]:
    """A section for each article in which something was found, then what could not be read or checked, then the
    counts."""
    tally = Tally(run)
    failures: list[str] = []
    for outcome in tally.watch(outcomes):
        if isinstance(outcome, Unread):
            failures.append(outcome.message)
            continue
        failures += [f"{outcome.source.name}: {error}" for error in outcome.errors]
        if outcome.findings:
            yield from article(outcome)
    if failures:
        yield failed(failures)
    counts = [count(tally.findings[severity], severity) for severity in reversed(SEVERITIES)]
    where = f"{count(tally.articles, 'article')}; {count(tally.claims, 'claim')} read"
    since = f"; {tally.trend.told()}" if tally.trend else ""
    yield f"{', '.join(counts)} in {where} by claimcheck {run.version}{since}.\n"
