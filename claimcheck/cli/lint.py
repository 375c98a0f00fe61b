"""`claimcheck lint`: what is wrong with the numbers of articles."""

from __future__ import annotations

import sys
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from claimcheck import __version__
from claimcheck.claims.unread import unread
from claimcheck.cli.choice import choice_options, configured, selection
from claimcheck.cli.failures import FAILED, FOUND, aloud, hush, say
from claimcheck.cli.inputs import Inputs, input_options, inputs
from claimcheck.cli.known import examined, known, known_options, since
from claimcheck.cli.outputs import Output, colour, write
from claimcheck.cli.wiki import opened, pages, wiki_options
from claimcheck.cli.work import each
from claimcheck.finding import SEVERITIES, Report, Severity
from claimcheck.report import formats
from claimcheck.report.parts.run import Run, Tally, Unread
from claimcheck.selection import Selection
from claimcheck.sources.files import Article

WIDTH = 120
"""Cells of a line where no terminal sets it."""


@click.command("lint", short_help="Report numbers that cannot be right.")
@click.argument("paths", metavar="PATH… | -", nargs=-1)
@input_options
@click.option("--format", "style", type=click.Choice(formats()), default="text", show_default=True, help="The report.")
@click.option(
    "--output",
    "files",
    type=Output(),
    multiple=True,
    metavar="FORMAT=FILE",
    help="A further report, in a file. Repeatable.",
)
@wiki_options
@choice_options
@known_options
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Mildest severity that makes the exit code 1. [default: error]"
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where something is found.")
@click.option("--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Processes. [default: as is worth it]")
@click.option("--color", "wish", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour in text.")
@click.option("-q", "--quiet", is_flag=True, help="Only findings: no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Also what was read of each article, and what was not and why.")
def command(
    paths: tuple[str, ...],
    style: str,
    files: tuple[tuple[str, str], ...],
    fail_on: Severity | None,
    exit_zero: bool,
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
    ratchet = known(config, rules.rules(), options)
    level = fail_on or config.fail_on
    run = _run(rules, level, options)
    if run.verbose:
        say(f"{len(run.rules)} rules, configuration: {path or 'none'}")
    work = partial(lint, what, rules, path.parent.absolute() if path else Path.cwd(), verbose=run.verbose)
    faults = (Unread(str(fault), fault.path) for fault in rules.broken())
    tally = Tally()
    try:
        found = remote.each(work) if remote else each(what, work, jobs)
        outcomes = ratchet.watch(chain(faults, found))
        write(aloud(tally.watch(outcomes)), run, style, files)
    except BrokenPipeError:
        hush()
    if tally.failures:
        return FAILED
    return FOUND if tally.at_least(level) and not exit_zero else 0


def lint(what: Inputs, rules: Selection, ground: Path, article: Article, *, verbose: bool = False) -> Report:
    """The report on one article; `ground` is the directory that paths in the configuration are relative to.

    Where it is `verbose`, the numbers that were left unread stand in it.
    """
    path = Path(article.name).absolute()
    near = path.relative_to(ground).as_posix() if path.is_relative_to(ground) else path.as_posix()
    document = opened(what, article)
    day = what.date or article.day
    report = examined(document, what, rules.rules_for(near), day)
    return replace(report, unread=unread(document, report.claims)) if verbose else report


def _run(rules: Selection, level: Severity, options: dict[str, Any]) -> Run:
    """How the report is to look."""
    width = WIDTH
    if sys.stdout.isatty():
        import shutil  # takes 4 ms

        width = shutil.get_terminal_size((WIDTH, 0)).columns
    return Run(
        version=__version__,
        rules=rules.rules(),
        fail_on=level,
        colour=colour(options["wish"]),
        width=width,
        quiet=options["quiet"],
        verbose=options["verbose"],
    )
