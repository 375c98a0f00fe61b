"""`claimcheck query`: SQL over a finished scan."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.failures import hush, say
from claimcheck.cli.outputs import standard_output
from claimcheck.source import SourceError

STYLES = ("text", "csv", "json", "jsonl", "parquet")


def limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on what a query may use."""
    for add in (
        click.option(
            "--threads", type=click.IntRange(min=1), metavar="N", help="Threads. [default: one for each core]"
        ),
        click.option("--spill-size", metavar="SIZE", help="Room in that directory."),
        click.option(
            "--spill", metavar="DIR", help="Where to put what memory cannot hold. [default: the system's place]"
        ),
        click.option("--memory", metavar="SIZE", help='Memory, like "2GB". [default: 80 % of the machine\'s]'),
    ):
        command = add(command)
    return command


@click.command("query", short_help="SQL over the output of a scan.")
@click.argument("directory", metavar="DIR")
@click.argument("sql", required=False)
@click.option("--file", "file", metavar="FILE", help="Read the statement from a file, - for standard input.")
@click.option("--format", "style", type=click.Choice(STYLES), default="text", show_default=True, help="The answer.")
@click.option("--output", metavar="FILE", help="Write the answer to a file. Needed for parquet.")
@limit_options
@click.option("--allow", multiple=True, metavar="DIR", help="Directory whose files the statement may read. Repeatable.")
def command(directory: str, sql: str | None, file: str | None, style: str, output: str | None, **options: Any) -> int:
    """Ask the output of `claimcheck scan` in DIR with one SQL statement.

    Its tables are articles, claims, findings, changes, redirects and skipped; views sum them up by rule, article,
    list, category and measure. Without SQL, all of them are listed with their columns. Statements only read, and only
    what stands in DIR.
    """
    from claimcheck.corpus.database import database
    from claimcheck.corpus.kept import kept

    if sql and file:
        raise click.UsageError("SQL and --file exclude each other")
    if style == "parquet" and not output:
        raise click.UsageError("--format parquet needs --output FILE")
    if not kept(directory).finished:
        say(f"{directory}: the scan has not come to its end; this is what it has finished so far")
    if not sql and not file:
        standard_output()(_listed())
        return 0
    with database(directory, limits(options)) as connection:
        _write(connection, sql or _statement(str(file)), style, output)
    return 0


def limits(options: dict[str, Any]) -> Any:
    """Takes the options of `limit_options`, and `allow`, out of a command's."""
    from claimcheck.corpus.database import Limits

    return Limits(
        memory=options.pop("memory") or "",
        threads=options.pop("threads") or 0,
        spill=options.pop("spill") or "",
        spill_size=options.pop("spill_size") or "",
        reads=options.pop("allow", ()),
    )


def _statement(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{file}: cannot be read: {error}") from error


def _write(connection: Any, sql: str, style: str, output: str | None) -> None:
    from claimcheck.cli import answer
    from claimcheck.corpus.query import ask, batches

    reader = ask(connection, sql)
    if style == "parquet":
        answer.parquet(reader.schema, batches(reader), str(output))
        return
    pieces = answer.STYLES[style](reader.schema.names, batches(reader))
    try:
        if output:
            with Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as sink:
                sink.writelines(pieces)
        else:
            write = standard_output(style)
            for piece in pieces:
                write(piece)
            sys.stdout.flush()
    except BrokenPipeError:
        hush()


def _listed() -> str:
    """Every table and view with its columns and what they hold."""
    from claimcheck.corpus.schema import COLUMNS
    from claimcheck.corpus.views import SUMMARIES

    tables = {name: ("", {column.name: column.doc for column in columns}) for name, columns in COLUMNS.items()}
    tables |= {view.name: (f": {view.doc}", view.columns) for view in SUMMARIES}
    return "\n".join(
        f"{name}{doc}\n" + "".join(f"  {column:<18} {told}\n" for column, told in columns.items())
        for name, (doc, columns) in tables.items()
    )
