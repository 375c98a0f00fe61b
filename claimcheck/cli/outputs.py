"""Where reports go: one to standard output, any number to files."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import click
import msgspec

from claimcheck.report import formats, load
from claimcheck.report.parts.run import Outcome, Run
from claimcheck.source import SourceError
from claimcheck.sources.files import printable


class Output(click.ParamType[tuple[str, str]]):
    """`FORMAT=FILE` as a pair."""

    name = "output"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The format, which must be known, and the file."""
        style, sign, file = str(value).partition("=")
        if style not in formats() or not sign or not file:
            self.fail(f"{value!r} is not FORMAT=FILE (formats: {', '.join(formats())})", param, ctx)
        return style, file


def write(outcomes: Iterable[Outcome], run: Run, style: str | None, files: Iterable[tuple[str, str]]) -> None:
    """The report on standard output (in no `style`, none) and in files; a single one does not wait for the last
    article."""
    with ExitStack() as stack:
        plain = msgspec.structs.replace(run, colour=False)
        sinks: list[tuple[str, Run, Callable[[str], object]]] = [
            (name, plain, stack.enter_context(_create(file)).write) for name, file in files
        ]
        if style is not None:
            sinks.append((style, run, standard_output(style)))
        held = outcomes if len(sinks) == 1 else list(outcomes)
        for name, look, sink in sinks:
            for piece in load(name)(held, look):
                sink(piece)
        sys.stdout.flush()


def standard_output(style: str = "text") -> Callable[[str], object]:
    """Writes to standard output: text for people in the terminal's encoding, all else in UTF-8."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if style == "text":
            sys.stdout.reconfigure(errors="backslashreplace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return sys.stdout.write


def _create(file: str) -> IO[str]:
    try:
        return Path(file).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise SourceError(f"{printable(file)}: cannot be written: {error.strerror}") from error


def colour(wish: str) -> bool:
    """Whether to use colour: always, never, or on a terminal where NO_COLOR is not set."""
    if wish != "auto":
        return wish == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
