"""`claimcheck watch`: a stream of edits, and what each of them broke."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.choice import choice_options, here, selection
from claimcheck.cli.failures import FAILED, FOUND, hush, say
from claimcheck.cli.interrupt import Interrupt
from claimcheck.cli.outputs import standard_output
from claimcheck.cli.reporting import level_option, verdict
from claimcheck.cli.wiki import Access, access, access_options
from claimcheck.finding import SEVERITIES
from claimcheck.report.parts import public
from claimcheck.report.parts.words import count
from claimcheck.selection import Selection
from claimcheck.source import SourceError

if TYPE_CHECKING:
    from claimcheck.sources.mediawiki import Wiki
    from claimcheck.sources.stream import Event, Stream
    from claimcheck.watch import Change, Filter, Judged, State

WIKIMEDIA = "https://stream.wikimedia.org/v2/stream/recentchange"
"""All changes of Wikimedia's wikis: https://wikitech.wikimedia.org/wiki/Event_Platform/EventStreams."""


@click.command("watch", short_help="Follow a stream of edits and report what they break.")
@access_options
@click.option("--stream", metavar="URL", help="Recent changes as server-sent events. [default: Wikimedia's]")
@click.option("--page", multiple=True, metavar="GLOB", help="Only pages with such a title. Repeatable.")
@click.option(
    "--namespace", type=int, multiple=True, metavar="N", help="Only pages of this namespace. Repeatable. [default: 0]"
)
@click.option("--no-bots", is_flag=True, help="Leave out edits that are marked as a bot's.")
@click.option("--state", metavar="FILE", help="Keep here how far the stream was followed, and go on from there.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="End after so many edits. [default: never]")
@choice_options
@level_option()
def command(stream: str | None, state: str | None, limit: int | None, **options: Any) -> int:
    """Follow a stream of edits and print the new findings of each as a line of JSON.

    Both revisions of an edit are read from the wiki that --wiki names and compared. A lost connection is taken up
    after the last edit that was dealt with; with --state a new run goes on there too. Ends on SIGINT (Ctrl-C) or
    SIGTERM: exit code 1 where something was found at or above --fail-on, else 0.
    """
    way = access(options)
    if way is None:
        raise click.UsageError("Missing option '--wiki'")
    looks = {name: options.pop(name) for name in ("page", "namespace", "no_bots")}
    config = here(options)
    level = verdict(config, options).level
    rules = selection(config, options)
    rules.rules()  # a rule that there is not is told before anything is followed
    for fault in rules.broken():
        say(str(fault))
    watcher = _Watcher(rules, SEVERITIES.index(level), limit)
    try:
        with way.open() as wiki, Interrupt() as interrupt:
            source = _source(way, wiki, stream, state)
            watcher.follow(wiki, _filter(wiki, looks), source, interrupt)
    except KeyboardInterrupt:
        pass
    except BrokenPipeError:
        hush()
    say(f"{count(watcher.edits, 'edit')} compared, {count(watcher.findings, 'new finding')}")
    return FAILED if watcher.crashed or rules.broken() else FOUND if watcher.grave else 0


class _Watcher:
    """What was done so far."""

    def __init__(self, rules: Selection, level: int, limit: int | None) -> None:
        self.rules, self.level, self.limit = rules, level, limit
        self.edits = self.findings = 0
        self.grave = self.crashed = False
        self.write = standard_output("jsonl")

    def follow(self, wiki: Wiki, wanted: Filter, source: tuple[Stream, State], interrupt: Interrupt) -> None:
        """Deal with one event after the other; each is written down when it is dealt with."""
        stream, state = source
        try:
            for event in stream.events():
                change = _change(stream, event)
                if change is None or not wanted.takes(change) or state.knows(change.key):
                    state.passed(event.id)
                    continue
                judged = self._judged(wiki, change)
                with interrupt.shielded():
                    self._tell(judged)
                    state.passed(event.id, change.key)
                if self.edits == self.limit:
                    return
        finally:
            state.write()

    def _judged(self, wiki: Wiki, change: Change) -> Judged | None:
        from claimcheck.watch import judge

        found = judge(wiki, change, self.rules.rules_for(change.title))
        if isinstance(found, SourceError):
            say(f"{found}; passed over")
            return None
        return found

    def _tell(self, judged: Judged | None) -> None:
        """Print the new findings of an edit, a line each."""
        self.edits += 1
        if judged is None:
            return
        for error in judged.errors:
            say(f"{judged.after.title}: {error}")
        self.crashed |= bool(judged.errors)
        self.findings += len(judged.findings)
        self.grave |= any(SEVERITIES.index(finding.severity) >= self.level for finding in judged.findings)
        for line in judged.lines():
            self.write(public.dump({"version": public.VERSION, **line}) + "\n")
        sys.stdout.flush()


def _change(stream: Stream, event: Event) -> Change | None:
    """The change that an event tells; an event that tells none is said."""
    from claimcheck.watch import read_change

    change = read_change(event)
    if change is None:
        say(f"{stream.url}: an event that is no change of a wiki, passed over: {event.data[:80]!r}")
    return change


def _filter(wiki: Wiki, looks: dict[str, Any]) -> Filter:
    from claimcheck.watch import Filter

    return Filter(wiki.site, frozenset(looks["namespace"] or (0,)), looks["page"], not looks["no_bots"])


def _source(way: Access, wiki: Wiki, url: str | None, state: str | None) -> tuple[Stream, State]:
    """The stream, taken up where the state file says."""
    from claimcheck.sources.mediawiki import Patience
    from claimcheck.sources.mediawiki.operator import is_wikimedia, user_agent
    from claimcheck.sources.stream import Stream, host
    from claimcheck.watch import State

    if url is None:
        if not is_wikimedia(wiki.api.host):
            raise click.UsageError("Missing option '--stream': only Wikimedia's wikis have one that is known")
        url = WIKIMEDIA
    kept = State(url, Path(state) if state else None)
    agent = user_agent(host(url), way.contact)
    return Stream(url, agent, kept.last_id, Patience(way.wait), say=say), kept
