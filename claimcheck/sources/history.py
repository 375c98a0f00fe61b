"""An article's past: its versions, oldest first, and the text of each; from a directory of files or from git."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha1
from pathlib import Path
from secrets import token_hex
from typing import Protocol

import msgspec

from claimcheck.source import SourceError
from claimcheck.sources import git
from claimcheck.sources.files import decode, find, printable, read, title


class Version(msgspec.Struct, frozen=True):
    """One version of an article."""

    id: str
    """A revision's number, a commit, a file's name."""
    digest: str
    """Equal for equal texts, and only for those."""
    time: datetime | None = None
    author: str = ""
    comment: str = ""
    url: str = ""


class UnreadableError(SourceError):
    """One version that cannot be read, where others still can."""


class Past(Protocol):
    """All versions of one article; at least one."""

    @property
    def title(self) -> str:
        """The article's title."""

    @property
    def name(self) -> str:
        """What the newest version is reported under."""

    @property
    def versions(self) -> tuple[Version, ...]:
        """Oldest first."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is left out, and why."""

    def text(self, version: Version) -> str:
        """The text of one of the versions; UnreadableError where this one cannot be read."""


class Files(msgspec.Struct, frozen=True):
    """The files of a directory as versions of one article, in the order of their names."""

    title: str
    name: str
    paths: dict[str, Path]
    versions: tuple[Version, ...]
    notes: tuple[str, ...] = ()

    def text(self, version: Version) -> str:
        """The text of the file."""
        return _one(lambda: read(self.paths[version.id]).text)


def _one(text: Callable[[], str]) -> str:
    try:
        return text()
    except SourceError as error:
        raise UnreadableError(str(error)) from error


def of_directory(directory: Path) -> Files:
    """The articles of a directory as versions of one, which has the directory's name as its title."""
    paths: dict[str, Path] = {}
    for found in find([directory]):
        if isinstance(found, SourceError):
            raise found
        paths[found.relative_to(directory).as_posix()] = found
    versions = tuple(Version(name, sha1(path.read_bytes()).hexdigest()) for name, path in paths.items())  # noqa: S324
    last = printable(list(paths.values())[-1])
    return Files(directory.absolute().name, last, paths, versions)


class Committed(msgspec.Struct, frozen=True):
    """The commits that changed a file, followed through renames, and the file as it lies there now."""

    title: str
    name: str
    path: Path
    versions: tuple[Version, ...]
    notes: tuple[str, ...] = ()

    def text(self, version: Version) -> str:
        """The text at a commit, or of the file itself."""
        if not version.time:
            return read(self.path).text
        data = git.ask(self.path.absolute().parent, "cat-file", "blob", version.digest).stdout
        return _one(lambda: decode(data, f"{self.name} at {version.id[:12]}").text)


def of_file(path: Path) -> Committed:
    """What git knows of a file; SourceError where it is in no repository."""
    article = read(path)
    name = printable(path)
    versions = list(_commits(path))[::-1]
    data = path.read_bytes()
    digest = sha1(b"blob %d\0%b" % (len(data), data)).hexdigest()  # noqa: S324 - as git names contents
    if not versions:
        raise SourceError(f"{name}: git knows no commit of it (expected a file with a history, or a directory)")
    if versions[-1].digest != digest:
        versions.append(Version("not committed", digest))
    return Committed(title(article.name), name, path, tuple(versions))


def _commits(path: Path) -> Iterator[Version]:
    """The commits that changed the contents of a file, newest first."""
    mark = token_hex(16)  # nothing that a commit message holds
    form = f"--format={mark}%H%x00%aI%x00%an%x00%s%x00"
    options = ("--follow", "--raw", "--no-abbrev", "-z", "--no-show-signature", form)
    out = git.ask(path.absolute().parent, "log", *options, "--", path.name).stdout
    for entry in out.split(mark.encode())[1:]:
        commit, time, author, comment, *changed = entry.split(b"\0")
        fields = next((part.split() for part in map(bytes.lstrip, changed) if part.startswith(b":")), None)
        if fields and set(fields[3]) != {ord("0")}:
            told = (part.decode("utf-8", "replace") for part in (author, comment))
            yield Version(os.fsdecode(commit), os.fsdecode(fields[3]), datetime.fromisoformat(time.decode()), *told)
