"""The command line: one file for each command, loaded when it is called."""

from __future__ import annotations

import sys

import click

from claimcheck import __version__
from claimcheck.cli.failures import guarded

COMMANDS = ("lint", "extract", "rules", "explain")
"""In the order of `claimcheck --help`; each is the object `command` of its module."""


class Commands(click.Group):
    """Commands that are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="claimcheck")
def cli() -> None:
    """Find every number in an article and flag those that cannot be right."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(guarded(cli))
