"""The options that say which pages of a corpus are read, and the source that they name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.inputs import day
from claimcheck.cli.wiki import access, access_options

if TYPE_CHECKING:
    from claimcheck.corpus.source import Source

Command = Callable[..., Any]


class Named(click.ParamType[tuple[str, str]]):
    """`NAME=FILE`."""

    name = "NAME=FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The two parts."""
        name, equals, file = str(value).partition("=")
        if not (equals and name.strip() and file):
            self.fail(f"{value!r} is not NAME=FILE", param, ctx)
        return name.strip(), file


def source_options(command: Command) -> Command:
    """Adds the options on sources and filters."""
    for add in (
        click.option("--since", metavar="DAY", callback=day, help="Only revisions of this day or later."),
        click.option("--only-listed", is_flag=True, help="Only pages that are on a --list."),
        click.option(
            "--list",
            "lists",
            type=Named(),
            multiple=True,
            metavar="NAME=FILE",
            help="Titles, one a line, of a list (a WikiProject's, say) that articles are marked with. Repeatable.",
        ),
        click.option("--category", multiple=True, metavar="NAME", help="Only pages in this category. Repeatable."),
        click.option(
            "--title", multiple=True, metavar="GLOB", help="Only titles that match (“List of *”). Repeatable."
        ),
        click.option(
            "--namespace",
            multiple=True,
            metavar="N",
            help="Only pages of this namespace; `all` for every one. Repeatable. [default: 0]",
        ),
        click.option("--index", metavar="FILE", help="Index of a multistream dump. [default: the file beside it]"),
        click.option("--history", is_flag=True, help="Every revision: what each one changed."),
        click.option("--titles", metavar="FILE", help="Titles to read from --wiki, one a line."),
    ):
        command = add(command)
    return access_options(command)


def take_source(paths: tuple[str, ...], options: dict[str, Any]) -> tuple[Source, dict[str, frozenset[str]]]:
    """Takes what `source_options` added out of a command's options: the source, and the titles on each list."""
    from claimcheck.corpus.pages import Keep, open_source, open_titles
    from claimcheck.corpus.pages.lists import read_list

    way, titles = access(options), options.pop("titles")
    history, index = options.pop("history"), options.pop("index")
    lists = {name: read_list(Path(file)) for name, file in options.pop("lists")}
    only = options.pop("only_listed")
    if only and not lists:
        raise click.UsageError("--only-listed needs --list NAME=FILE")
    keep = Keep(
        namespaces=_namespaces(options.pop("namespace")),
        titles=options.pop("title"),
        categories=options.pop("category"),
        listed=frozenset().union(*lists.values()) if only else None,
        since=options.pop("since"),
    )
    if way is None:
        if titles:
            raise click.UsageError("--titles needs --wiki URL")
        if not paths:
            raise click.UsageError("Missing argument 'SOURCE…' (or --wiki URL --titles FILE)")
        return open_source(paths, history=history, index=index, keep=keep), lists
    if paths or not titles:
        raise click.UsageError("--wiki needs --titles FILE, and no SOURCE")
    if history or index:
        raise click.UsageError("--history and --index are for dumps, not for --wiki")
    return open_titles(way.url, titles, way.contact, keep=keep, wait=way.wait), lists


def _namespaces(values: tuple[str, ...]) -> frozenset[int] | None:
    if "all" in values:
        return None
    if faulty := next((value for value in values if not value.lstrip("-").isdecimal()), None):
        raise click.BadParameter(f"{faulty!r} is not the number of a namespace, nor `all`", param_hint="--namespace")
    return frozenset(map(int, values)) or frozenset({0})
