"""`claimcheck scan`: whole corpora, with their claims and findings as tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.choice import choice_options, configured, selection
from claimcheck.cli.corpus_source import source_options, take_source
from claimcheck.cli.failures import FAILED, FOUND, say
from claimcheck.cli.inputs import Inputs, day
from claimcheck.cli.interrupt import Interrupt
from claimcheck.cli.own_data import data_option, lay
from claimcheck.cli.progress import Status
from claimcheck.cli.reporting import Verdict, verdict, verdict_options
from claimcheck.cli.scan_words import Faults, Pace, summary
from claimcheck.report.parts.words import count

if TYPE_CHECKING:
    from claimcheck.corpus.scan import Hire, Plan, Progress
    from claimcheck.corpus.store import Manifest
    from claimcheck.corpus.tasks import Done

MEGABYTE = 1_000_000


@click.command("scan", short_help="Check whole corpora; claims and findings become tables.")
@click.argument("paths", metavar="SOURCE…", nargs=-1)
@click.option("--output", required=True, metavar="DIR", help="Directory for the tables.")
@click.option("--resume", is_flag=True, help="Go on with what is in DIR, if there is something.")
@click.option(
    "--previous",
    metavar="DIR",
    help="An earlier scan by the same rules and settings: what has not changed since is taken from it.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes. [default: one for each core]")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    metavar="S",
    show_default=True,
    help="Seconds for one page.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(min=0),
    default=4000,
    metavar="MB",
    show_default=True,
    help="Megabytes for one process; 0 for no limit.",
)
@click.option(
    "--claims",
    "kept",
    type=click.Choice(["all", "measured", "none"]),
    default="all",
    show_default=True,
    help="Which claims become rows beside those of findings.",
)
@click.option("--date", metavar="DAY", callback=day, help="Day on which all is read. [default: each revision's own]")
@click.option(
    "--markup",
    type=click.Choice(["auto", "wikitext", "plain"]),
    default="auto",
    show_default=True,
    help="How the text is written.",
)
@source_options
@data_option
@choice_options
@click.option("--engine", type=click.Choice(["pool", "spark"]), default="pool", show_default=True, help="What works.")
@click.option("--master", metavar="URL", help="Where Spark is. [default: as its configuration says]")
@click.option("--conf", multiple=True, metavar="KEY=VALUE", help="A setting of Spark. Repeatable.")
@verdict_options()
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@click.option("-v", "--verbose", is_flag=True, help="Also a line for each piece of work that is finished.")
def command(paths: tuple[str, ...], output: str, *, quiet: bool, verbose: bool, **options: Any) -> int:
    """Check whole corpora: every claim and finding becomes a row of a Parquet table in DIR.

    SOURCE is a MediaWiki XML dump (plain, bz2, gz; multistream with its index), a directory of articles, or - for a
    dump on standard input; --wiki URL --titles FILE reads pages of a wiki instead. Killed at any moment, the same
    command with --resume goes on without a lost or doubled article. `claimcheck query DIR SQL` asks the tables.

    Exit code: 0 where nothing is found at or above --fail-on, 1 where something is, 2 on bad usage, configuration or
    rules, on pages or sources that cannot be read, on an output that cannot be written, and on internal errors.
    """
    from claimcheck.corpus.scan import outcome, scan
    from claimcheck.corpus.settings import Settings
    from claimcheck.corpus.store import of_history

    lay(options.pop("data"))
    config, _ = configured(Inputs(paths or ("-",)), options)
    rules = selection(config, options)
    level = verdict(config, options)
    source, lists = take_source(paths, options)
    settings = Settings(rules, options.pop("kept"), options.pop("date"), None, options.pop("markup"), lists)
    broken = rules.broken()
    for fault in broken:
        say(str(fault))
    directory = Path(output)
    pace = Pace("revision" if of_history(source.describe()) else "article")
    try:
        with Interrupt():
            read = _followed(scan(source, settings, directory, _plan(options), _hire(options)), pace, verbose=verbose)
    except KeyboardInterrupt:
        say(f"{output}: what was finished stays; --resume goes on with it")
        raise
    manifest = outcome(directory)
    if not quiet:
        click.echo(summary(manifest, pace.seconds, read, output), nl=False)
    return FAILED if broken else _code(manifest, level)


def _followed(steps: Iterator[Progress | Done], pace: Pace, *, verbose: bool) -> float:
    """Go through a scan, telling how far it is; bytes of text that it read."""
    from claimcheck.corpus.scan import Progress

    read, faults = 0.0, Faults()
    with closing(steps), Status() as status:  # type: ignore[type-var]
        for step in steps:
            if isinstance(step, Progress):
                read = step.done - step.before
                status.tell(pace.line(step))
                continue
            if verbose or step.faults or step.unread:
                status.hide()
            faults.tell(step)
            if verbose:
                say(f"{step.name}: {count(step.tally.articles, pace.what)}, {count(step.tally.claims, 'claim')}")
    return read


def _code(manifest: Manifest, level: Verdict) -> int:
    tally = manifest.tally()
    if tally.unread or any(entry.faults for entry in manifest.entries.values()):
        return FAILED
    severities = ("note", "warning", "error")
    found = any(getattr(tally, severity) for severity in severities[severities.index(level.level) :])
    return FOUND if found and not level.exit_zero else 0


def _plan(options: dict[str, Any]) -> Plan:
    from claimcheck.corpus.scan import Plan

    jobs = options.pop("jobs") or _cores()
    memory = options.pop("memory_limit") * MEGABYTE
    previous = options.pop("previous")
    resume = options.pop("resume")
    return Plan(jobs, options.pop("time_limit"), memory, resume, Path(previous) if previous is not None else None)


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _hire(options: dict[str, Any]) -> Hire | None:
    """Takes the options on engines out of a command's: who does the work; None for processes of this machine."""
    engine, master, conf = (options.pop(name) for name in ("engine", "master", "conf"))
    if engine == "pool":
        if master or conf:
            raise click.UsageError("--master and --conf need --engine spark")
        return None
    if faulty := next((setting for setting in conf if "=" not in setting), None):
        raise click.BadParameter(f"{faulty!r} is not KEY=VALUE", param_hint="--conf")
    from claimcheck.corpus.spark.engine import spark_pool

    return spark_pool(master, dict(setting.split("=", 1) for setting in conf))
