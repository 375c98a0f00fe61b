"""`claimcheck explain`: a rule in words, or how every number at a place was read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.choice import choice_options, configured, selection
from claimcheck.cli.inputs import STDIN, input_options, inputs
from claimcheck.cli.outputs import standard_output

PLACE = re.compile(r"(.+?):([1-9][0-9]{0,8})(?::([1-9][0-9]{0,8}))?", re.DOTALL)


@click.command(
    "explain",
    short_help="A rule in words, or how the numbers at a place were read.",
    context_settings={"ignore_unknown_options": True},  # so that -:1 is a place, not an option
)
@click.argument("what", metavar="RULE | FILE:LINE[:COLUMN]")
@input_options
@choice_options
def command(what: str, **options: Any) -> int:
    """Explain a RULE: its reason, exemptions and examples; or how every number at a place in a file was read.

    A place is FILE:LINE or FILE:LINE:COLUMN, as reports write it. FILE can be - for standard input.
    """
    place = PLACE.fullmatch(what)
    articles = inputs((place[1] if place else STDIN,), options)
    rules = selection(configured(articles, options)[0], options)
    write = standard_output()
    if place is None:
        from claimcheck.cli.describe import described

        write(described(rules.find(what)))
        return 0
    from claimcheck.cli.readings import readings
    from claimcheck.lint import examine

    article = articles.read(Path(place[1]))
    report = examine(article.text, rules.rules(), articles.markup, article.title, article.name, articles.date)
    for piece in readings(report, int(place[2]), int(place[3]) if place[3] else None):
        write(piece)
    return 0
