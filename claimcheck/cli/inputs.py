"""The options that say what is read, shared by the commands, and the articles that they name."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from claimcheck.cli.own_data import data_option, lay
from claimcheck.document.parse import Markup
from claimcheck.source import SourceError
from claimcheck.sources import files
from claimcheck.sources.git import Base

STDIN = "-"


class Inputs(msgspec.Struct, frozen=True):
    """Which articles to read and how."""

    paths: tuple[str, ...]
    markup: Markup = "auto"
    title: str | None = None
    date: datetime.date | None = None
    stdin_filename: str | None = None
    base: Base | None = None
    """Only what changed since is read."""

    def find(self) -> Iterator[Path | SourceError]:
        """The files named, those in directories, `-` for standard input; a fault stands where its path stood."""
        for path in dict.fromkeys(self.paths):
            for found in [Path(STDIN)] if path == STDIN else files.find([path]):
                if not isinstance(found, Path) or path == STDIN or self.base is None or self.base.changed(found):
                    yield found

    def name(self, path: Path) -> str:
        """The name under which a path that `find` gave is reported."""
        return self.stdin_filename or "<stdin>" if str(path) == STDIN else files.printable(path)

    def read(self, path: Path) -> files.Article:
        """The article at a path that `find` gave."""
        article = files.decode(_stdin(), self.name(path)) if str(path) == STDIN else files.read(path)
        return msgspec.structs.replace(article, title=self.title) if self.title else article

    def ground(self) -> Path:
        """The directory that holds all inputs; the working directory where none is a file."""
        names = [self.stdin_filename or "." if path == STDIN else path for path in self.paths]
        ground = Path(os.path.commonpath([Path(name).absolute() for name in names or ["."]]))
        return ground if ground.is_dir() else ground.parent


def _stdin() -> bytes:
    return sys.stdin.buffer.read()


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime.date | None:
    """A day of the command line."""
    try:
        return None if value is None else datetime.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a day (expected one like 2024-05-31)") from error


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on how articles are read."""
    for add in (
        data_option,
        click.option("--stdin-filename", metavar="FILE", help="Name under which standard input is reported."),
        click.option("--title", metavar="TITLE", help="Title of the article, where it is not the name of its file."),
        click.option("--date", metavar="DAY", callback=day, help="Day on which the text is read. [default: today]"),
        click.option(
            "--markup",
            type=click.Choice(["auto", "wikitext", "plain"]),
            default="auto",
            show_default=True,
            help="How the text is written.",
        ),
    ):
        command = add(command)
    return command


def inputs(paths: tuple[str, ...], options: dict[str, Any]) -> Inputs:
    """Takes what `input_options` added out of a command's options; lays the user's data over ours."""
    lay(options.pop("data"))
    title, name = (options.pop(key) for key in ("title", "stdin_filename"))
    return Inputs(
        paths=paths,
        markup=options.pop("markup"),
        title=None if title is None else files.printable(title),
        date=options.pop("date"),
        stdin_filename=None if name is None else files.printable(name),
    )
