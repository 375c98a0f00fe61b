"""`claimcheck lint`: what is wrong with the numbers of articles."""

from __future__ import annotations

from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from claimcheck.claims.unread import unread
from claimcheck.cli.choice import choice_options, configured, near, selection
from claimcheck.cli.failures import aloud, hush, say
from claimcheck.cli.inputs import Inputs, input_options, inputs
from claimcheck.cli.known import examined, known, known_options, since
from claimcheck.cli.outputs import write
from claimcheck.cli.reporting import format_options, look_options, run_of, verdict, verdict_options
from claimcheck.cli.wiki import opened, pages, wiki_options
from claimcheck.cli.work import each, jobs_option
from claimcheck.finding import Report
from claimcheck.report.parts.run import Run, Tally, Unread
from claimcheck.selection import Selection
from claimcheck.sources.files import Article


@click.command("lint", short_help="Report numbers that cannot be right.")
@click.argument("paths", metavar="PATH… | -", nargs=-1)
@input_options
@format_options()
@wiki_options
@choice_options
@known_options
@click.option("--previous", metavar="FILE", help="An earlier JSON or JSONL report: tell what is new and what is fixed.")
@verdict_options()
@jobs_option
@look_options()
@click.option("-v", "--verbose", is_flag=True, help="Also what was read of each article, and what was not and why.")
def command(
    paths: tuple[str, ...],
    style: str,
    files: tuple[tuple[str, str], ...],
    previous: str | None,
    jobs: int,
    **options: Any,
) -> int:
    """Report numbers that cannot be right.

    PATH is a file, a directory (of *.wikitext, *.wiki, *.mediawiki, *.txt), or - for standard input. Pages of a
    MediaWiki are named by --wiki URL --page TITLE instead.

    Exit code: 0 where nothing is found at or above --fail-on, 1 where something is, 2 on bad usage, configuration or
    rules, on input that cannot be read, and on internal errors.
    """
    remote = pages(paths, options)
    what = since(inputs(paths, options), options)
    config, path = configured(what, options)
    rules = selection(config, options)
    ratchet = known(config, (rule for rule in rules.rules() if not rule.kind.corpus), options)
    judge = verdict(config, options)
    run = _with_past(run_of(rules.rules(), judge.level, options), previous)
    if run.verbose:
        say(f"{len(run.rules)} rules, configuration: {path or 'none'}")
    work = partial(lint, what, rules, path, verbose=run.verbose)
    faults = (Unread(str(fault), fault.path) for fault in rules.broken())
    tally = Tally()
    try:
        found = remote.each(work) if remote else each(what, work, jobs)
        outcomes = ratchet.watch(chain(faults, found))
        write(aloud(tally.watch(outcomes)), run, style, files)
    except BrokenPipeError:
        hush()
    return judge.code(tally)


def _with_past(run: Run, previous: str | None) -> Run:
    """The run with the earlier report that it is compared with, if there is one."""
    if previous is None:
        return run
    from claimcheck.report.parts.past import read_past

    return replace(run, past=read_past(previous))


def lint(what: Inputs, rules: Selection, config: Path | None, article: Article, *, verbose: bool = False) -> Report:
    """The report on one article; paths in the configuration are relative to the file `config`.

    Where it is `verbose`, the numbers that were left unread stand in it.
    """
    document = opened(what, article)
    day = what.date or article.day
    report = examined(document, what, rules.rules_for(near(article.name, config)), day)
    return replace(report, unread=unread(document, report.claims)) if verbose else report
