"""A scan on one machine: a source's pages to rows, rows to parts, parts to the manifest; it can be gone on with."""

from __future__ import annotations

import datetime
import hashlib
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, Protocol

import msgspec

from claimcheck import __version__, overlay
from claimcheck.corpus.doubled import once
from claimcheck.corpus.earlier import Earlier
from claimcheck.corpus.extra import need
from claimcheck.corpus.feed import Feed, Planned, Read
from claimcheck.corpus.pool import Pool
from claimcheck.corpus.previous import previous
from claimcheck.corpus.saved import forget
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.source import Source, Unit
from claimcheck.corpus.store import Header, Manifest, Store, StoreError, differences, read_manifest, store
from claimcheck.corpus.tasks import Done
from claimcheck.corpus.worker import Post

TIME_LIMIT = 60.0
"""Seconds for one page."""
MEMORY_LIMIT = 4_000_000_000
"""Bytes for one worker."""


class Plan(msgspec.Struct, frozen=True):
    """How a scan is done; none of it changes its rows."""

    jobs: int = 1
    """Worker processes."""
    time_limit: float = TIME_LIMIT
    """Seconds for one page; then its worker is ended."""
    memory_limit: int = MEMORY_LIMIT
    """Bytes that a worker may allocate, 0 for as many as there are."""
    resume: bool = False
    """Go on with what is in the output directory, if there is something."""
    previous: Path | None = None
    """The directory of an earlier scan, from which the rows of pages that have not changed are taken."""


class Progress(msgspec.Struct, frozen=True):
    """How far a scan is, in bytes of text."""

    done: float
    total: int
    before: float = 0
    """How much of it was done by scans that this one resumes."""
    articles: int = 0


class Workers(Protocol):
    """What does the tasks of a feed, anywhere: gives results as they come, and None now and then."""

    def __iter__(self) -> Iterator[Done | None]:
        """The results."""

    def characters(self) -> float:
        """Characters that are done of tasks that are not."""

    def close(self) -> None:
        """End all that was started."""


Hire = Callable[[Feed, Post, float], Workers]


def scan(
    source: Source, settings: Settings, directory: Path, plan: Plan, hire: Hire | None = None
) -> Iterator[Progress | Done]:
    """Do it, with processes of this machine unless others are hired.

    It tells how far it is now and then, and gives an entry for each task that is finished. StoreError where the
    output cannot be used, SourceError where the source or the previous scan cannot; what was finished stays usable.
    """
    need("pyarrow.parquet")
    settings.rules.rules()
    units = source.units()
    today = settings.today or datetime.date.today()
    header = Header(_plain(source.describe()), described(settings), today.isoformat(), __version__)
    known = _previous(plan, directory, header)
    with store(directory) as target:
        manifest = _opened(target, header, resume=plan.resume)
        settings = msgspec.structs.replace(settings, today=datetime.date.fromisoformat(manifest.header.today))
        run = _Run(units, manifest)
        yield run.progress()
        if manifest.finished and len(manifest.whole) == len(manifest.entries):
            return
        forget(directory)
        post = Post(source, settings, target.folder.absolute(), plan.memory_limit, known)
        yield from run.work(target, post, plan, hire or partial(_processes, plan.jobs))
        once(target, manifest)
        target.finish(manifest)


def outcome(directory: Path) -> Manifest:
    """What a scan left; StoreError where there was none."""
    found = read_manifest(directory)
    if found is None:
        raise StoreError(f"{directory}: no scan was written here")
    return found


class _Run:
    """One go at a scan."""

    def __init__(self, units: Sequence[Unit], manifest: Manifest) -> None:
        self._units, self._manifest = units, manifest
        self._total = sum(unit.size for unit in units)
        self._finished = manifest.whole
        self._pool: Workers | None = None

    def work(self, target: Store, post: Post, plan: Plan, hire: Hire) -> Iterator[Progress | Done]:
        """Do all tasks that are not finished."""
        feed: Feed
        if post.source.sequential:
            feed = Read(_context(), post.source, self._units, self._finished)
        else:
            feed = Planned(self._units, self._finished)
        self._pool = hire(feed, post, plan.time_limit)
        for done in self._pool:
            if done is not None:
                entry = target.take(done)
                self._manifest.entries[entry.number] = entry
                yield entry
            yield self.progress()

    def progress(self) -> Progress:
        """How far it is."""
        entries = self._manifest.entries
        before = sum(entries[number].size for number in self._finished)
        done = sum(entry.size for entry in entries.values())
        now = self._pool.characters() if self._pool else 0
        articles = sum(entry.tally.articles for entry in entries.values())
        return Progress(min(done + now, self._total), self._total, before, articles)


def _processes(jobs: int, feed: Feed, post: Post, limit: float) -> Workers:
    return Pool(_context(), feed, post, jobs, limit)


def _context() -> BaseContext:
    """How processes are started: copies of this one where that is safe, since they start at once."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _previous(plan: Plan, directory: Path, header: Header) -> Earlier | None:
    if plan.previous is None:
        return None
    if plan.previous.resolve() == directory.resolve():
        raise StoreError(f"{directory}: cannot be the earlier scan and the new one; name another directory")
    return previous(plan.previous, header)


def _opened(target: Store, header: Header, *, resume: bool) -> Manifest:
    """The manifest to go on with, which knows the day of the first go, or a new one."""
    directory = target.directory
    manifest = read_manifest(directory)
    if manifest is None:
        target.begin(header)
        manifest = Manifest(header, {})
    elif not resume:
        raise StoreError(f"{directory}: there is a scan already; go on with it by --resume, or name another directory")
    elif other := differences(manifest.header, header):
        raise StoreError(f"{directory}: cannot be resumed, it is a scan with another {', '.join(other)}")
    target.clear()
    target.drop(manifest)
    return manifest


def described(settings: Settings) -> dict[str, Any]:
    """Settings as plain values that are the same exactly where rows would be: long ones as digests."""
    rules = settings.rules.rules()
    return {
        "rules": {rule.id: _digest(msgspec.to_builtins((rule.file, rule.options), enc_hook=str)) for rule in rules},
        "per_path": _plain(settings.rules.per_path),
        "claims": settings.claims,
        "date": settings.date.isoformat() if settings.date else None,
        "markup": settings.markup,
        "lists": {name: _digest(sorted(titles)) for name, titles in settings.lists.items()},
        "data": overlay.digest(),
    }


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """As JSON gives it back."""
    return msgspec.json.decode(msgspec.json.encode(value))
