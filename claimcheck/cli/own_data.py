"""`--data DIR`: a user's own units, measures and templates, checked and then laid over those of the package."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from claimcheck import overlay
from claimcheck.source import Error


class DataError(Error):
    """Data files that cannot be used: every fault of them as file:line:column, one a line."""


class Program:
    """Whether this process is the program itself, so that it may begin anew."""

    may_restart = False


def data_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the option on data of one's own."""
    return click.option(
        "--data", multiple=True, metavar="DIR", help="Directory of further units, measures, templates. Repeatable."
    )(command)


def lay(directories: Iterable[str]) -> None:
    """Lay directories over the package's data.

    Vocabulary is read while modules are imported, so the program begins anew with the directories in its environment;
    then they stand there already, and nothing is left to do.
    """
    laid = [str(path) for path in overlay.directories()]
    wanted = dict.fromkeys([*laid, *(str(Path(name).absolute()) for name in directories)])
    if list(wanted) == laid:
        return
    from claimcheck.cli.data_faults import faults

    found = [str(fault) for fault in faults([Path(name) for name in wanted])]
    if found:
        raise DataError("\n".join(found))
    if not Program.may_restart:
        raise DataError(f"data is laid over when claimcheck is imported: set {overlay.VARIABLE} before that")
    _restart({**os.environ, overlay.VARIABLE: os.pathsep.join(wanted)})


def _restart(environment: dict[str, str]) -> None:
    """Become the same command with another environment."""
    command = [sys.executable, *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":  # there a process cannot become another one
        import subprocess

        sys.exit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603
    os.execve(sys.executable, command, environment)  # noqa: S606
