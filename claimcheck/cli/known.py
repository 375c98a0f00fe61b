"""The options that leave known findings out: those in a baseline, those that a revision of the repository had."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec.structs import replace

from claimcheck.baseline import Baseline
from claimcheck.cli.failures import say
from claimcheck.cli.inputs import STDIN, Inputs
from claimcheck.config import Config
from claimcheck.document.model import Document
from claimcheck.document.parse import parse
from claimcheck.finding import Report
from claimcheck.lint import examine
from claimcheck.report.parts.run import Outcome, Tally
from claimcheck.rules import Rule
from claimcheck.sources import git

SHOWN = 10
"""Articles that are gone and told one by one."""


class Known(msgspec.Struct, frozen=True):
    """What is known already: the baseline, if any, and whether it is to be written anew."""

    accepted: Baseline | None = None
    renew: bool = False
    rules: frozenset[str] = frozenset()
    """Ids of the rules that run; entries of others are not judged."""

    def articles(self) -> set[str]:
        """Titles of the articles in which these rules had findings, by the baseline."""
        entries = self.accepted.entries if self.accepted else ()
        return {entry.article for entry in entries if entry.rule in self.rules}

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes with accepted findings among the known; a renewed baseline accepts all of them."""
        if self.accepted is None:
            yield from outcomes
        elif self.renew:
            yield from self._renewed(self.accepted, list(outcomes))
        else:
            yield from self._applied(self.accepted, outcomes)

    def _applied(self, accepted: Baseline, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        found: set[str] = set()
        for outcome in outcomes:
            told = accepted.apply(outcome, self.rules) if isinstance(outcome, Report) else outcome
            found.update(finding.fingerprint for finding in getattr(told, "known", ()))
            yield told
        orphans = accepted.orphans(found)
        for remark in orphans[:SHOWN]:
            say(remark)
        if len(orphans) > SHOWN:
            say(f"{accepted.path}: {len(orphans) - SHOWN:,} more articles are gone (--update-baseline takes them out)")

    def _renewed(self, accepted: Baseline, outcomes: list[Outcome]) -> Iterator[Outcome]:
        tally = Tally()
        for outcome in outcomes:
            tally.add(outcome)
        if tally.failures:
            say(f"{accepted.path}: left as it is, since not everything could be read and checked")
            yield from self._applied(accepted, outcomes)
            return
        fresh = accepted.renewed([outcome for outcome in outcomes if isinstance(outcome, Report)], self.rules)
        fresh.write()
        say(f"{fresh.path}: {len(fresh.entries):,} known findings, {len(accepted.entries):,} before")
        yield from self._applied(fresh, outcomes)


def known_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on what is known."""
    base = "Only what was brought since this revision of the git repository."
    return baseline_options(click.option("--base", metavar="REV", help=base)(command))


def baseline_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on what a baseline knows."""
    for add in (
        click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline."),
        click.option("--baseline", metavar="FILE", help="Leave out the known findings that stand in this file."),
    ):
        command = add(command)
    return command


def known(config: Config, rules: Iterable[Rule], options: dict[str, Any]) -> Known:
    """Takes the baseline's options out of a command's; the file given replaces the configuration's."""
    named, renew = options.pop("baseline") or config.baseline, options.pop("update_baseline")
    if renew and not named:
        raise click.UsageError("--update-baseline needs --baseline FILE, or `baseline` in the configuration")
    if not named:
        return Known()
    path = Path(named)
    accepted = Baseline(path) if renew and not path.exists() else Baseline.read(path)
    return Known(accepted, renew, frozenset(rule.id for rule in rules))


def since(what: Inputs, options: dict[str, Any]) -> Inputs:
    """Takes the revision out of a command's options: the inputs, to be compared with what they were there."""
    revision = options.pop("base")
    if revision is None:
        return what
    if options["update_baseline"]:
        raise click.UsageError("--base and --update-baseline exclude each other: a baseline holds all that is known")
    if STDIN in what.paths and not what.stdin_filename:
        raise click.UsageError("--base needs --stdin-filename to know which article standard input is")
    return replace(what, base=git.base(revision, what.ground()))


def examined(document: Document, what: Inputs, rules: Iterable[Rule], day: datetime.date | None) -> Report:
    """The report on an article; where it is compared with a base, what it had there is among the known.

    Then the rules on edits run as well: what a change brings is more than what is wrong now.
    """
    before = what.base.before(Path(document.source.name)) if what.base else None
    if before is None:
        return examine(document, rules, date=day)
    from claimcheck.compare import compare

    earlier = parse(before, document.markup, document.title, document.source.name)
    found = compare(earlier, document, rules, date=day)
    return replace(found.after, findings=tuple(found.new), known=tuple(found.kept))
