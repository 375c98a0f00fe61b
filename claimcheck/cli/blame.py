"""`claimcheck blame`: which version of an article brought each of its findings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from claimcheck import __version__
from claimcheck.blame import Blame, Origin, blame, day_of
from claimcheck.cli.choice import choice_options, configured, near, selection
from claimcheck.cli.failures import aloud, say
from claimcheck.cli.inputs import Inputs, input_options, inputs
from claimcheck.cli.notebook import Notebook
from claimcheck.cli.outputs import standard_output
from claimcheck.cli.progress import Status
from claimcheck.cli.reporting import verdict, verdict_options
from claimcheck.cli.wiki import access, access_options
from claimcheck.document.parse import Markup
from claimcheck.report.parts import public
from claimcheck.report.parts.excerpt import visible
from claimcheck.report.parts.run import Run, Tally, Unread
from claimcheck.report.parts.words import count
from claimcheck.rules import Rule
from claimcheck.sources import history
from claimcheck.sources.history import Past

if TYPE_CHECKING:
    from claimcheck.sources.mediawiki import Wiki


@click.command("blame", short_help="Which revision brought each finding.")
@click.argument("page", metavar="PAGE")
@input_options
@access_options
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The report."
)
@click.option("--state", metavar="FILE", help="Keep what was found here, and go on from it after an interruption.")
@choice_options
@verdict_options()
def command(page: str, style: str, state: str | None, **options: Any) -> int:
    """Say of each finding which revision brought it.

    PAGE is a page of the wiki that --wiki names, a file in a git repository, or a directory whose files are the
    versions of one article in the order of their names. Few of the revisions are linted: those between which a finding
    came are bisected. A finding that came and went is laid to the revision that brought it last.
    """
    way = access(options)
    if way is not None and (options["title"] or options["stdin_filename"]):
        raise click.UsageError("--title and --stdin-filename are for files, not for --wiki")
    what = inputs((page,) if way is None else (), options)
    config, path = configured(what, options)
    rules, judge = selection(config, options), verdict(config, options)
    with ExitStack() as stack:
        past = _of_files(page, what) if way is None else of_page(stack.enter_context(way.open()), page)
        markup: Markup = "wikitext" if way and what.markup == "auto" else what.markup
        found = _blame(
            past, rules.rules_for(near(page, path) if way is None else page), replace(what, markup=markup), state
        )
    for note in past.notes:
        say(f"{past.name}: {note}")
    faults = [Unread(str(fault), fault.path) for fault in rules.broken()]
    tally = Tally()
    list(aloud(tally.watch([*faults, found.report])))
    write = standard_output(style)
    for piece in _json(found) if style == "json" else _text(found):
        write(piece)
    return judge.code(tally)


def of_page(wiki: Wiki, title: str) -> Past:
    """The past of a page of a wiki."""
    from claimcheck.sources.mediawiki.past import of_page

    return of_page(wiki, title)


def _of_files(page: str, what: Inputs) -> Past:
    """The past of a file in git, or that which a directory holds; its title is that of the options, if any."""
    path = Path(page)
    past = history.of_directory(path) if path.is_dir() else history.of_file(path)
    return replace(past, title=what.title) if what.title else past


def _blame(past: Past, rules: tuple[Rule, ...], what: Inputs, state: str | None) -> Blame:
    """The blame, kept in a state file where one is named."""
    known = None
    if state is not None:
        known = Notebook(Path(state), _about(past, rules, what))
        if known.taken_up:
            say(f"{state}: {count(len(known), 'text')} known from before")
    with Status() as status:
        total = f"{len(past.versions):,} revisions linted"
        return blame(past, rules, what.markup, what.date, known, lambda linted: status.tell(f"{linted} of {total}"))


def _about(past: Past, rules: tuple[Rule, ...], what: Inputs) -> dict[str, str]:
    """What fingerprints depend on besides the text."""
    marks = blake2b(digest_size=16)
    for rule in rules:
        marks.update(f"{rule.id}\0{rule.options!r}\0".encode())
        marks.update(Path(rule.path).read_bytes() if Path(rule.path).is_file() else b"")
    day = day_of(past, what.date)
    return {
        "article": past.title,
        "version": __version__,
        "rules": marks.hexdigest(),
        "markup": what.markup,
        "day": day.isoformat() if day else "",
    }


def _json(found: Blame) -> Iterator[str]:
    shape = {
        "version": public.VERSION,
        "tool": public.tool(Run(__version__)),
        "article": found.report.article,
        "file": found.report.source.name,
        "url": found.report.source.url or None,
        "versions": found.versions,
        "linted": found.linted,
        "findings": [origin.to_dict() for origin in found.origins],
        "notes": [*found.notes, *found.report.notes],
        "errors": list(found.report.errors),
    }
    yield public.dump(shape, indent=1) + "\n"


def _text(found: Blame) -> Iterator[str]:
    for origin in found.origins:
        finding = origin.finding
        line, column = finding.source.position(finding.primary.start)
        yield f"{visible(finding.source.name)}:{line}:{column}: {finding.severity} {visible(finding.message)}"
        yield f" [{finding.rule}]\n"
        yield from (f"  {visible(told)}\n" for told in _told(origin))
        yield "\n"
    findings = count(len(found.origins), "finding")
    yield f"{findings}; {count(found.versions, 'revision')}, {found.linted:,} linted.\n"


def _told(origin: Origin) -> Iterator[str]:
    version = origin.version
    name = f"{version.id} of {version.time.date().isoformat()}" if version.time else version.id
    who = f" by {version.author}" if version.author else ""
    first = "there from the first, " if origin.before is None else "brought by "
    yield f"{first}{name}{who}" + (f": {version.comment}" if version.comment else "")
    if version.url:
        yield version.url
