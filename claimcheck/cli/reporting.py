"""The options on reports, shared by the commands: their formats, files and look, and what makes the exit code 1."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click
import msgspec

from claimcheck import __version__
from claimcheck.cli.failures import FAILED, FOUND
from claimcheck.cli.outputs import Output, colour
from claimcheck.config import Config
from claimcheck.finding import SEVERITIES, Severity
from claimcheck.report import formats
from claimcheck.report.parts.run import Run, Tally
from claimcheck.rules import Rule

Command = Callable[..., Any]
WIDTH = 120
"""Cells of a line where no terminal sets it."""


class Verdict(msgspec.Struct, frozen=True):
    """What makes a command fail: findings at or above a level, unless it is told that none does."""

    level: Severity = "error"
    exit_zero: bool = False

    def code(self, tally: Tally) -> int:
        """The exit code; what could not be read or checked fails in any case."""
        if tally.failures:
            return FAILED
        return FOUND if tally.at_least(self.level) and not self.exit_zero else 0


def format_options(further: str = "A further report, in a file. Repeatable.") -> Callable[[Command], Command]:
    """Adds the options on the report's format (`style`) and on reports in files (`files`)."""
    style = click.option(
        "--format", "style", type=click.Choice(formats()), default="text", show_default=True, help="The report."
    )
    files = click.option("--output", "files", type=Output(), multiple=True, metavar="FORMAT=FILE", help=further)
    return lambda command: style(files(command))


def look_options(quiet: str = "Only findings: no summary.") -> Callable[[Command], Command]:
    """Adds the options on what a report for people looks like."""
    wish = click.option(
        "--color", "wish", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour in text."
    )
    silence = click.option("-q", "--quiet", is_flag=True, help=quiet)
    return lambda command: wish(silence(command))


def level_option(what: str = "severity") -> Callable[[Command], Command]:
    """Adds the option on how grave a finding must be to make the exit code 1."""
    told = f"Mildest {what} that makes the exit code 1. [default: error]"
    return click.option("--fail-on", type=click.Choice(SEVERITIES), help=told)


def verdict_options(what: str = "severity", found: str = "something is found") -> Callable[[Command], Command]:
    """Adds that option, and the one by which nothing found makes it 1."""
    zero = click.option("--exit-zero", is_flag=True, help=f"Exit with 0 even where {found}.")
    level = level_option(what)
    return lambda command: level(zero(command))


def verdict(config: Config, options: dict[str, Any]) -> Verdict:
    """Takes the options on the exit code out of a command's; the level given replaces the configuration's."""
    return Verdict(options.pop("fail_on") or config.fail_on, options.pop("exit_zero", False))


def run_of(rules: tuple[Rule, ...], level: Severity, options: dict[str, Any]) -> Run:
    """Takes the options on the look out of a command's: how the report is to look."""
    return Run(
        version=__version__,
        rules=rules,
        fail_on=level,
        colour=colour(options.pop("wish")),
        width=_width(),
        quiet=options.pop("quiet"),
        verbose=options.pop("verbose", False),
    )


def _width() -> int:
    """Cells of a line of the terminal."""
    if not sys.stdout.isatty():
        return WIDTH
    import shutil  # takes 4 ms

    return shutil.get_terminal_size((WIDTH, 0)).columns
