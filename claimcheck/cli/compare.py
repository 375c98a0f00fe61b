"""`claimcheck compare`: what an edit changed in the numbers of an article, and what it broke."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.choice import choice_options, configured, near, selection
from claimcheck.cli.failures import aloud, hush
from claimcheck.cli.inputs import STDIN, Inputs, input_options, inputs
from claimcheck.cli.outputs import standard_output, write
from claimcheck.cli.reporting import format_options, look_options, run_of, verdict, verdict_options
from claimcheck.cli.wiki import access, access_options, markup_of, two_revisions
from claimcheck.compare import Comparison, between, examined
from claimcheck.report.parts import public
from claimcheck.report.parts.edits import edits
from claimcheck.report.parts.run import Outcome, Run, Tally, Unread
from claimcheck.rules import Rule
from claimcheck.sources.files import Article

Files = tuple[tuple[str, str], ...]


@click.command("compare", short_help="Show what an edit changed and what it broke.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@input_options
@access_options
@format_options("A further report on what is new, in a file. Repeatable.")
@choice_options
@verdict_options("new finding", "something new is found")
@look_options("Only new findings: no list of changes, no summary.")
def command(
    old: str,
    new: str,
    style: str,
    files: Files,
    **options: Any,
) -> int:
    """Show what an edit changed in the numbers of an article, and what it broke.

    OLD and NEW are two revisions of one article: files, - for standard input, or with --wiki the numbers of two
    revisions of a page. Edits of form alone change nothing.
    In the formats text, json and jsonl the changed figures come with the findings; all others report the new findings.

    Exit code: 0 where no new finding is at or above --fail-on, 1 where one is, 2 on bad usage, configuration or
    rules, on input that cannot be read, and on internal errors.
    """
    if old == new == STDIN:
        raise click.UsageError("only one of OLD and NEW can be standard input")
    way = access(options)
    what = inputs((old, new) if way is None else (), options)
    config, path = configured(what, options)
    rules = selection(config, options)
    before, after = (what.read(Path(name)) for name in (old, new)) if way is None else two_revisions(way, old, new)
    judge = verdict(config, options)
    run = run_of(rules.rules(), judge.level, options)
    found = _compare(what, before, after, rules.rules_for(near(after.name, path)))
    tally = Tally()
    faults = [Unread(str(fault), fault.path) for fault in rules.broken()]
    told = list(aloud(tally.watch([*faults, found.report])))
    try:
        _write(found, told, run, style, files)
    except BrokenPipeError:
        hush()
    return judge.code(tally)


def _compare(what: Inputs, before: Article, after: Article, rules: Iterable[Rule]) -> Comparison:
    """Both inputs, read under the title of the later one, on its day."""
    markup = markup_of(what, after)
    day, names = what.date or after.day, (before.name, after.name)
    chosen = tuple(rules)
    old, new = examined(before.text, after.text, chosen, markup, after.title, day, names)
    old.source.url, new.source.url = before.url, after.url
    return between(old, new, chosen, day)


def _write(found: Comparison, told: list[Outcome], run: Run, style: str, files: Files) -> None:
    """The comparison, or the report on what is new, on standard output, and reports in files."""
    if style == "text":
        sink = standard_output()
        for piece in () if run.quiet else edits(found, run):
            sink(piece)
        write(told, run, style, files)
        return
    whole = _WHOLE.get(style)
    if whole is not None:
        sink = standard_output(style)
        for piece in whole(found, run):
            sink(piece)
    write(told, run, None if whole else style, files)


def _json(found: Comparison, run: Run) -> Iterator[str]:
    shape = found.to_dict()
    yield public.dump({"version": shape.pop("version"), "tool": public.tool(run)} | shape, indent=2) + "\n"


def _jsonl(found: Comparison, run: Run) -> Iterator[str]:  # noqa: ARG001
    """A line for each changed pair, claim and finding, its kind under "type"."""
    shape = found.to_dict()
    for kind in ("changed", "added", "removed", "moved", "new", "fixed", "kept"):
        for item in shape[kind]:
            yield public.dump({"version": public.VERSION, "type": kind} | item) + "\n"


_WHOLE: dict[str, Callable[[Comparison, Run], Iterator[str]]] = {"json": _json, "jsonl": _jsonl}
"""Formats that hold the comparison itself."""
