"""`claimcheck rules`: the rules that there are, tests of their examples, help for writing own ones."""

from __future__ import annotations

import click

from claimcheck.cli.lazy import Commands


@click.group("rules", cls=Commands, package=__name__, names=("list", "show", "test", "schema", "new"))
def command() -> None:
    """List, show, test and write rules."""
