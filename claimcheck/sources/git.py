"""Articles as they were at a revision of their git repository, asked of `git` itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimcheck.source import SourceError
from claimcheck.sources.files import decode, printable

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git sets for its hooks, relative to a directory that need not be ours."""
_LINK = b"120000"
"""Mode of a symbolic link, whose content is a path and no article."""


class Base(msgspec.Struct, frozen=True, dict=True):
    """A commit that articles are compared with; plain values only, so that it can be handed to other processes."""

    top: str
    """The working tree's directory, free of symbolic links."""
    commit: str
    renamed: dict[str, str] = {}
    """Paths below `top` that were renamed since, each with its path at the commit."""

    def changed(self, path: Path) -> bool:
        """True when the file at `path` is not as it was at the commit; files that git does not know are changed."""
        inside = self._inside(path)
        return inside in self._differing or inside not in self._held

    def before(self, path: Path) -> str | None:
        """The text of the article at `path` as it was; None where there was none that can be read."""
        inside = self._inside(path)
        done = ask(self.top, "cat-file", "blob", f"{self.commit}:{self.renamed.get(inside, inside)}", check=False)
        if done.returncode:
            return None
        try:
            return decode(done.stdout, inside).text
        except SourceError:
            return None

    @cached_property
    def _differing(self) -> frozenset[str]:
        return frozenset(new for _, new in _differences(self.top, self.commit))

    @cached_property
    def _held(self) -> frozenset[str]:
        """Every file at the commit, symbolic links left out."""
        listed = ask(self.top, "ls-tree", "-r", "-z", "--full-tree", self.commit).stdout.split(b"\0")
        entries = (line.partition(b"\t") for line in listed if not line.startswith(_LINK))
        return frozenset(os.fsdecode(name) for _, _, name in entries if name)

    def _inside(self, path: Path) -> str:
        """The path below the working tree, as git writes it."""
        place = path.absolute().parent.resolve() / path.name
        if not place.is_relative_to(self.top):
            raise SourceError(f"{printable(path)}: not in the git repository {printable(self.top)}")
        return place.relative_to(self.top).as_posix()


def base(revision: str, ground: Path) -> Base:
    """Where what is checked out parted from `revision`: their best common ancestor in the repository around `ground`.

    SourceError where there is no repository, no such revision, or no common ancestor in what was fetched.
    """
    top = os.fsdecode(ask(ground, "rev-parse", "--show-toplevel").stdout.rstrip(b"\r\n"))
    named = ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
    if named.returncode:
        raise SourceError(f"{revision!r} is not a revision of {printable(top)}{_shallow(top)}")
    wanted = named.stdout.decode().strip()
    found = ask(top, "merge-base", wanted, "HEAD", check=False)
    if found.returncode:
        raise SourceError(f"{revision!r} and HEAD have no common ancestor in {printable(top)}{_shallow(top)}")
    commit = found.stdout.decode().strip()
    renamed = {new: old for old, new in _differences(top, commit) if old != new}
    return Base(str(Path(top).resolve()), commit, renamed)


def _shallow(top: str) -> str:
    """What to do where the repository is a shallow clone."""
    answer = ask(top, "rev-parse", "--is-shallow-repository", check=False).stdout.strip()
    hint = "; this is a shallow clone: fetch its history first (git fetch --unshallow, or fetch-depth: 0 in CI)"
    return hint if answer == b"true" else ""


def _differences(top: str, commit: str) -> Iterator[tuple[str, str]]:
    """Path then and path now of each file that the working tree has otherwise than the commit."""
    options = ("--name-status", "-z", "--find-renames", "--no-relative", "--no-ext-diff", "--ignore-submodules")
    fields = iter(ask(top, "diff", *options, commit, "--").stdout.split(b"\0"))
    for status in fields:
        if status[:1] in (b"R", b"C"):
            yield os.fsdecode(next(fields)), os.fsdecode(next(fields))
        elif status:
            name = os.fsdecode(next(fields))
            yield name, name


def ask(directory: str | Path, *arguments: str, check: bool = True) -> CompletedProcess[bytes]:
    """What git answers, in English; SourceError in its own words where it fails and that is not expected."""
    import subprocess

    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS} | {"LC_ALL": "C"}
    command = ["git", "-C", str(directory), "--no-optional-locks", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603
    except FileNotFoundError as error:
        raise SourceError("git is not installed (expected it on the path)") from error
    if check and done.returncode:
        told = done.stderr.decode("utf-8", "backslashreplace").strip().removeprefix("fatal: ").splitlines()
        raise SourceError(f"git: {told[0] if told else f'exit code {done.returncode}'} ({printable(directory)})")
    return done
