"""The command line: one file for each command, loaded when it is called."""

from __future__ import annotations

import sys

import click

from claimcheck import __version__
from claimcheck.cli.failures import guarded
from claimcheck.cli.lazy import Commands
from claimcheck.cli.own_data import Program

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(
    cls=Commands,
    package=__name__,
    names=("lint", "extract", "compare", "blame", "watch", "scan", "query", "between", "rules", "explain"),
    context_settings=HELP,
)
@click.version_option(__version__, prog_name="claimcheck")
def cli() -> None:
    """Find every number in an article and flag those that cannot be right."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    Program.may_restart = True
    sys.exit(guarded(cli))
