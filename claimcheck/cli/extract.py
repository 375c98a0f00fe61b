"""`claimcheck extract`: every number and date of articles, as a table or as data."""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import click

from claimcheck.claims.extract import extract_claims
from claimcheck.claims.unread import unread
from claimcheck.cli.failures import FAILED, aloud, hush
from claimcheck.cli.inputs import Inputs, input_options, inputs
from claimcheck.cli.outputs import standard_output
from claimcheck.cli.wiki import opened, pages, wiki_options
from claimcheck.cli.work import each, jobs_option
from claimcheck.finding import Report
from claimcheck.report.parts.run import Tally
from claimcheck.sources.files import Article


@click.command("extract", short_help="Show every number and date of articles.")
@click.argument("paths", metavar="PATH… | -", nargs=-1)
@input_options
@wiki_options
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="How to write what was read.",
)
@click.option("-v", "--verbose", is_flag=True, help="In the table also the numbers left unread, and why.")
@jobs_option
def command(paths: tuple[str, ...], style: str, jobs: int, verbose: bool, **options: Any) -> int:
    """Show every number and date that claimcheck reads in articles, and how it reads them.

    PATH is a file, a directory (*.wikitext, *.wiki, *.mediawiki, *.txt), or - for standard input. Pages of a MediaWiki
    are named by --wiki URL --page TITLE instead.
    """
    from claimcheck.cli.listing import LISTINGS

    remote = pages(paths, options)
    what = inputs(paths, options)
    work = partial(extract, what, verbose=verbose)
    tally = Tally()
    sink = standard_output("text" if style == "table" else style)
    try:
        found = remote.each(work) if remote else each(what, work, jobs)
        for piece in LISTINGS[style](aloud(tally.watch(found))):
            sink(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()
    return FAILED if tally.failures else 0


def extract(what: Inputs, article: Article, *, verbose: bool = False) -> Report:
    """The claims of one article, with the numbers left unread where it is `verbose`; no rule is run."""
    document = opened(what, article)
    claims = extract_claims(document, what.date or article.day)
    left = unread(document, claims) if verbose else ()
    return Report(article.title, document.source, (), claims, notes=document.notes, unread=left)
