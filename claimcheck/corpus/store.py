"""The directory of a scan: parts of tables, the manifest that says which are finished, a lock for one writer."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.corpus.schema import TABLES
from claimcheck.corpus.tasks import Done, Part, Tally
from claimcheck.corpus.worker import told
from claimcheck.source import Error

MANIFEST, LOCK, TEMPORARY = "manifest.jsonl", "lock", "tmp"
PATIENCE = 2.0
"""Seconds in which the workers of a scan that was killed, which hold its lock as well, are surely gone."""
VERSION = 1
"""Of the manifest and the tables: raised when a column is removed or changes its meaning."""


class StoreError(Error):
    """The output cannot be written, belongs to another scan, or another one is writing it."""


class Header(msgspec.Struct, frozen=True):
    """What a scan is of: it is resumed only where all of it but `program` is the same."""

    source: dict[str, Any]
    settings: dict[str, Any]
    today: str
    """The day on which pages of unknown time are read; kept by those who resume."""
    program: str
    version: int = VERSION


class Manifest(msgspec.Struct, frozen=True):
    """What is known of a scan: its header, its finished tasks by number, whether it came to its end."""

    header: Header
    entries: dict[int, Done]
    """By the numbers of their tasks; a later line of one stands in its place."""
    finished: bool = False

    @property
    def history(self) -> bool:
        """Whether it is of all revisions of each page."""
        return of_history(self.header.source)

    @property
    def whole(self) -> frozenset[int]:
        """Numbers of the tasks that need not be done again: a fault of the source may be mended since."""
        return frozenset(number for number, entry in self.entries.items() if not entry.faults)

    def tally(self) -> Tally:
        """What was counted in all finished tasks."""
        return sum((entry.tally for entry in self.entries.values()), Tally())

    def parts(self, table: str) -> list[str]:
        """Names of the finished files of a table, in the order of the corpus."""
        return [entry.parts[table].file for _, entry in sorted(self.entries.items()) if table in entry.parts]


def of_history(source: dict[str, Any]) -> bool:
    """Whether a source, as it describes itself, gives all revisions of each page."""
    return bool(source.get("history")) or any(map(of_history, source.get("parts", ())))


def read_manifest(directory: Path) -> Manifest | None:
    """The manifest of a scan; None where there is none. A last line that was cut off is left out."""
    try:
        content = (directory / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    lines = content.splitlines(keepends=True)
    lines = [line for line in lines if line.endswith(b"\n")]
    try:
        if not lines:
            return None
        header = msgspec.json.decode(lines[0], type=Header)
        finished = False
        entries: dict[int, Done] = {}
        for line in lines[1:]:
            if line.startswith(b'{"finished"'):
                finished = True
            else:
                finished = False
                entry = msgspec.json.decode(line, type=Done)
                entries[entry.number] = entry
    except msgspec.DecodeError as error:
        raise StoreError(f"{directory / MANIFEST}: not a manifest of claimcheck: {error}") from error
    return Manifest(header, entries, finished)


class Store:
    """A scan being written. Whatever ends it, what its manifest names is complete."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.folder = directory / TEMPORARY

    def begin(self, header: Header) -> None:
        """Start the manifest. StoreError where there are tables of which none tells: they may be anybody's."""
        if any(True for table in TABLES for _ in (self.directory / table).glob("*.parquet")):
            raise StoreError(f"{self.directory}: there are tables of which no manifest tells; name another directory")
        self._append(header)

    def take(self, done: Done, stem: str = "") -> Done:
        """Give the parts of a task their names, then name them in the manifest; the task as it stands there."""
        name = f"{stem or _stem(done.number)}.parquet"
        parts: dict[str, Part] = {}
        for table, part in done.parts.items():
            (self.directory / table).mkdir(exist_ok=True)
            (self.folder / part.file).replace(self.directory / table / name)
            parts[table] = msgspec.structs.replace(part, file=name)
            _sync(self.directory / table)
        entry = msgspec.structs.replace(done, parts=parts)
        self._append(entry)
        for table in TABLES:  # what an earlier try of this task left
            for path in (self.directory / table).glob(f"{_stem(done.number)}*.parquet"):
                if table not in parts or path.name != name:
                    path.unlink()
        return entry

    def replace(self, done: Done, before: Done) -> Done:
        """Take the parts of a task in the place of those `before`: what the manifest names is whole at any moment."""
        stems = (Path(part.file).stem for part in before.parts.values())
        return self.take(done, max(stems, key=len, default=_stem(done.number)) + "a")

    def finish(self, manifest: Manifest) -> None:
        """Say that all is done, and remove what only a scan at work needs."""
        self._append({"finished": msgspec.to_builtins(manifest.tally())})
        self.clear()
        with suppress(OSError):
            self.folder.rmdir()

    def clear(self) -> None:
        """Remove temporary files of tasks that were not finished."""
        for path in self.folder.glob("*.parquet"):
            path.unlink(missing_ok=True)

    def drop(self, manifest: Manifest) -> None:
        """Remove parts that a scan finished and could not name any more: they are written again."""
        for table in TABLES:
            named = set(manifest.parts(table))
            for path in (self.directory / table).glob("part-*.parquet"):
                if path.name not in named:
                    path.unlink()

    def _append(self, line: object) -> None:
        path = self.directory / MANIFEST
        with path.open("ab+") as file:
            size = file.seek(0, os.SEEK_END)
            if size:
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    self._mend(path)
            file.write(msgspec.json.encode(line) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _mend(self, path: Path) -> None:
        """Cut off a last line that was not written to its end."""
        content = path.read_bytes()
        os.truncate(path, content.rfind(b"\n") + 1)


def _stem(number: int) -> str:
    return f"part-{number:06d}"


@contextmanager
def store(directory: Path) -> Iterator[Store]:
    """The directory, made where it is not there, and locked; StoreError where it can't be written."""
    found = Store(directory)
    try:
        found.folder.mkdir(parents=True, exist_ok=True)
        with locked(directory):
            yield found
    except (FileExistsError, NotADirectoryError):
        raise StoreError(f"{directory}: not a directory") from None
    except OSError as error:
        raise StoreError(told(error, directory)) from error


def differences(before: Header, now: Header) -> list[str]:
    """In which points two headers speak of different scans."""
    out = [] if before.version == now.version else ["the version of claimcheck's tables"]
    for what, old, new in (("source", before.source, now.source), ("setting", before.settings, now.settings)):
        old, new = (json.loads(msgspec.json.encode(one)) for one in (old, new))
        out += [f"{what} `{key}`" for key in {**old, **new} if old.get(key) != new.get(key)]
    return out


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold the lock of the directory; the system gives it up with the process, however that ends.

    StoreError where another process holds it.
    """
    path = directory / LOCK
    with path.open("a+", encoding="ascii") as file:
        until = time.monotonic() + PATIENCE
        while not _taken(file.fileno()):
            if time.monotonic() > until:
                file.seek(0)
                holder = file.read().strip() or "unknown"
                raise StoreError(f"{directory}: another scan is writing here (process {holder})")
            time.sleep(0.05)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _taken(descriptor: int) -> bool:
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sync(directory: Path) -> None:
    """Make new names in a directory safe."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
