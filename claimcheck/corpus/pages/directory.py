"""Directories of articles as a source: a file is a page, its name the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claimcheck.corpus.page import Item, Page, Redirect, Skip
from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.pages.lists import normal
from claimcheck.corpus.pages.redirect import redirect
from claimcheck.corpus.source import Unit
from claimcheck.source import SourceError
from claimcheck.sources import files


class FileUnit(Unit, frozen=True):
    """A file; its name is that of the unit, its path need not be printable."""

    path: str = ""


class Directory:
    """The articles of directories and files; the last change of a file counts as that of its page."""

    sequential = False

    def __init__(self, paths: Sequence[str], keep: Keep) -> None:
        self.paths, self.keep = tuple(paths), keep

    def units(self) -> Sequence[FileUnit]:
        """A unit for each file; SourceError where there is none, or a directory cannot be read."""
        return list(self._units())

    def _units(self) -> Iterator[FileUnit]:
        for path in files.find(self.paths):
            if isinstance(path, SourceError):
                raise path
            try:
                size = path.stat().st_size
            except OSError:
                size = 0  # what is wrong with it is told when it is read
            yield FileUnit(files.printable(path), size, str(path))

    def read(self, unit: Unit) -> Iterator[Item | SourceError]:
        """The page in a file, or what is wrong with it."""
        path = Path(unit.path if isinstance(unit, FileUnit) else unit.name)
        try:
            time = datetime.fromtimestamp(path.stat().st_mtime, UTC) if self.keep.since else None
            article = files.read(path)
        except SourceError as error:
            yield error
            return
        except OSError as error:
            yield SourceError(f"{unit.name}: cannot be read: {error.strerror}")
            return
        target, section = redirect(article.text)
        title = article.title
        if reason := self.keep.title(normal(title)) or self.keep.time(time):
            yield Skip(title, reason)
        elif target:
            yield Redirect(title, target, section)
        elif reason := self.keep.text(article.text):
            yield Skip(title, reason)
        else:
            yield Page(title, article.text, article.name)

    def describe(self) -> dict[str, Any]:
        """Which paths, and what is read of them."""
        return {"kind": "directory", "paths": [*map(files.printable, self.paths)], "keep": self.keep.plain()}
