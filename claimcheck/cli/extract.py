"""`claimcheck extract`: every number and date of articles, as a table or as data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import click

from claimcheck.claims.extract import extract_claims
from claimcheck.cli.failures import FAILED, say
from claimcheck.cli.inputs import Inputs, input_options, inputs
from claimcheck.cli.work import each
from claimcheck.document.parse import parse
from claimcheck.finding import Report
from claimcheck.report.parts.run import Outcome, Unread
from claimcheck.sources.files import Article


@click.command("extract", short_help="Show every number and date of articles.")
@input_options
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="How to write what was read.",
)
@click.option("--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Processes. [default: as is worth it]")
def command(style: str, jobs: int, **options: Any) -> int:
    """Show every number and date that claimcheck reads in articles, and how it reads them.

    PATH is a file, a directory (*.wikitext, *.wiki, *.mediawiki, *.txt), or - for standard input.
    """
    from claimcheck.cli.listing import LISTINGS

    failed = False
    settings = inputs(options)

    def reports() -> Iterator[Outcome]:
        nonlocal failed
        for outcome in each(settings, partial(extract, settings), jobs):
            if isinstance(outcome, Unread):
                failed = True
                say(outcome.message)
            yield outcome

    for piece in LISTINGS[style](reports()):
        click.echo(piece, nl=False)
    return FAILED if failed else 0


def extract(settings: Inputs, article: Article) -> Report:
    """The claims of one article; no rule is run."""
    document = parse(article.text, settings.markup, article.title, article.name)
    claims = extract_claims(document, settings.date)
    return Report(article.title, document.source, (), claims, notes=document.notes)
