"""`claimcheck lint`: what is wrong with the numbers of articles."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from claimcheck import __version__
from claimcheck.cli.failures import FAILED, FOUND
from claimcheck.cli.inputs import Inputs, input_options, inputs
from claimcheck.cli.work import each
from claimcheck.finding import Report
from claimcheck.lint import examine
from claimcheck.report import formats, load
from claimcheck.report.parts.run import Run, Tally
from claimcheck.sources.files import Article


@click.command("lint", short_help="Report numbers that cannot be right.")
@input_options
@click.option("--format", "style", type=click.Choice(formats()), default="text", show_default=True, help="Report.")
@click.option("--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Processes. [default: as is worth it]")
def command(style: str, jobs: int, **options: Any) -> int:
    """Report numbers that cannot be right."""
    settings = inputs(options)
    tally = Tally()
    run = Run(__version__)
    for piece in load(style)(tally.watch(each(settings, partial(lint, settings), jobs)), run):
        click.echo(piece, nl=False)
    if tally.failures:
        return FAILED
    return FOUND if tally.at_least("error") else 0


def lint(settings: Inputs, article: Article) -> Report:
    """The report on one article."""
    return examine(article.text, None, settings.markup, article.title, article.name, settings.date)
