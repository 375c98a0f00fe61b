"""`claimcheck between`: what the articles of a finished scan say against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.choice import choice_options, configured, near, selection
from claimcheck.cli.failures import aloud, hush, say
from claimcheck.cli.inputs import STDIN, Inputs
from claimcheck.cli.known import baseline_options, known
from claimcheck.cli.outputs import write
from claimcheck.cli.own_data import data_option, lay
from claimcheck.cli.query import limit_options, limits
from claimcheck.cli.reporting import format_options, look_options, run_of, verdict, verdict_options
from claimcheck.finding import Report
from claimcheck.report.parts.run import Outcome, Tally, Unread
from claimcheck.source import SourceError


@click.command("between", short_help="What the articles of a scan say against each other.")
@click.argument("directory", metavar="DIR")
@data_option
@format_options()
@choice_options
@baseline_options
@click.option("--save", is_flag=True, help="Keep the findings in DIR, as its table `between`.")
@verdict_options()
@look_options()
@limit_options
def command(directory: str, style: str, files: tuple[tuple[str, str], ...], *, save: bool, **options: Any) -> int:
    """Run the rules between articles over the output of `claimcheck scan` in DIR.

    They are those whose family is corpus, and a project's own of the same check kinds: one fact told by two articles,
    a list against the articles that it lists, both ends of a relation, sentences that drifted apart. Lines and columns
    are those of the articles; what is shown of them is what the scan kept.

    Exit code: 0 where nothing is found at or above --fail-on, 1 where something is, 2 on bad usage, configuration or
    rules, and on a scan that cannot be read.
    """
    lay(options.pop("data"))
    use = limits(options)
    config, path = configured(Inputs((STDIN,)), options)
    rules = selection(config, options)
    chosen = tuple(rule for rule in rules.rules() if rule.kind.corpus)
    if not chosen:
        raise click.UsageError("no rule between articles runs; those in preview need --preview, or --select ID")
    ratchet = known(config, chosen, options)
    judge = verdict(config, options)
    run = run_of(chosen, judge.level, options)
    _warn(directory)
    from claimcheck.corpus.between import between
    from claimcheck.corpus.database import database

    def runs(name: str) -> Iterator[str]:
        return (rule.id for rule in rules.rules_for(near(name, path)))

    with _alone(directory) if save else nullcontext(), database(directory, use) as connection:
        reports, errors = between(connection, chosen, runs, ratchet.articles())
        faults = (Unread(str(fault), fault.path) for fault in rules.broken())
        failed = (Unread(error, directory) for error in errors)
        outcomes = list(ratchet.watch([*faults, *failed, *reports]))
        if save:
            _save(directory, outcomes)
    tally = Tally()
    try:
        write(aloud(tally.watch(outcomes)), run, style, files)
    except BrokenPipeError:
        hush()
    return judge.code(tally)


def _alone(directory: str) -> AbstractContextManager[object]:
    """Nobody else writes to the scan meanwhile; StoreError where somebody does."""
    from claimcheck.corpus.store import locked

    return locked(Path(directory))


def _save(directory: str, outcomes: Iterable[Outcome]) -> None:
    """Keep what was found beside the scan, unless some of it is missing."""
    from claimcheck.corpus.between import records
    from claimcheck.corpus.saved import save

    if any(isinstance(outcome, Unread) for outcome in outcomes):
        say(f"{directory}: the table `between` is left as it is, since not every rule could run")
        return
    rows = [record for report in outcomes if isinstance(report, Report) for record in records(report)]
    try:
        save(Path(directory), rows)
    except OSError as error:
        raise SourceError(f"{directory}: the findings cannot be kept there: {error.strerror or error}") from error


def _warn(directory: str) -> None:
    """What the rules cannot see in this scan; SourceError where that is everything."""
    from claimcheck.corpus.kept import kept

    found = kept(directory)
    if found.claims == "none":
        raise SourceError(f"{directory}: this scan kept no claims (--claims none), so there is nothing to compare")
    if found.claims == "measured":
        say(f"{directory}: this scan kept measured claims only: sentences that drifted apart are not all found")
    if not found.finished:
        say(f"{directory}: the scan has not come to its end; only what it has finished so far is compared")
