"""A process of the pool: it takes tasks from a pipe, reads their pages one by one and writes their parts."""

from __future__ import annotations

import errno
import os
import pickle
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.corpus.earlier import Earlier, Shelf
from claimcheck.corpus.orphan import end_with
from claimcheck.corpus.page import DUPLICATE, Item, Page, Redirect, Skip
from claimcheck.corpus.parts import Parts
from claimcheck.corpus.rows import Reader, failed
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.source import Source
from claimcheck.corpus.tasks import Done, Halt, Passed, Task
from claimcheck.source import Error, SourceError

PAGES, STARTED, INDEX, CHARACTERS = range(4)
"""Places of a worker's slot, memory that the pool sees without being told: pages begun in all; when the page was that
it is at (0 while it is at none); the number of that page in its task; characters of the task that are done."""
SLOT = 4
NO_MEMORY = 77
"""Exit code of a worker that could not keep what it had read."""


class Post(msgspec.Struct, frozen=True):
    """Where a worker stands: all that it needs beside its tasks."""

    source: Source
    settings: Settings
    folder: Path
    """For files with temporary names."""
    memory: int
    """Bytes that it may allocate; 0 for as many as there are."""
    earlier: Earlier | None = None
    """A scan from which the rows of pages that have not changed are taken."""


def work(connection: Connection, slot: Any, post: Post, parent: int) -> None:
    """Do one task after the other until the pool is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the pool ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with(parent)
    limit_memory(post.memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            task, passed = connection.recv()
            connection.send(_answer(task, passed, slot, post))


def _answer(task: Task, passed: dict[int, Passed], slot: Any, post: Post) -> Done | Halt:
    try:
        return _done(task, passed, slot, post)
    except OSError as error:
        return Halt(told(error, post.folder.parent))
    except Error as error:  # a library is missing, a rule cannot be loaded
        return Halt(str(error))
    except MemoryError:
        os._exit(NO_MEMORY)  # what else is in it may be broken
    except Exception as error:  # ours: it would meet the other tasks as well
        return Halt(f"{task.name}: internal error, please report it: {type(error).__name__}: {error}")


def _done(task: Task, passed: dict[int, Passed], slot: Any, post: Post) -> Done:
    reader, parts, faults = Reader(post.settings), Parts(post.folder), list(task.faults)
    shelf = Shelf(post.earlier, post.settings) if post.earlier else None
    slot[CHARACTERS] = 0
    seen: set[tuple[str, int, int]] = set()
    for index, item in enumerate(_items(task, post.source, faults)):
        if _doubled(item, seen):
            parts.skip(Skip(item.title, DUPLICATE, item.wiki, item.page, item.revision))
        elif isinstance(item, Page) and shelf is not None and (taken := shelf.find(item)) is not None:
            parts.take(taken)
            slot[CHARACTERS] += len(item.text)
        elif isinstance(item, Page):
            slot[INDEX] = index
            slot[PAGES] += 1
            slot[STARTED] = time.monotonic()
            if index in passed:
                row = failed(item, post.settings, passed[index].status, passed[index].message)
            else:
                row = reader.row(item)
            parts.row(row)
            slot[STARTED] = 0
            slot[CHARACTERS] += len(item.text)
        elif isinstance(item, Redirect):
            parts.redirect(item)
        else:
            parts.skip(item)
    return Done(task.number, task.name, task.size, parts.close(), parts.tally, tuple(faults), tuple(parts.unread))


def _doubled(item: Item, seen: set[tuple[str, int, int]]) -> bool:
    """Whether a revision of a page came in this task before; from now on it did. 0 is no number."""
    key = item.wiki, item.page, item.revision
    if isinstance(item, Skip) or not item.page:
        return False
    before = key in seen
    seen.add(key)
    return before


def _items(task: Task, source: Source, faults: list[str]) -> Iterator[Item]:
    """What is in the task; where a unit of the source breaks off, why is noted and the next one follows."""
    if task.run:
        yield from pickle.loads(task.run)  # noqa: S301 - from the process beside this one
    for unit in task.units:
        try:
            for item in source.read(unit):
                if isinstance(item, SourceError):
                    faults.append(fault(item))
                else:
                    yield item
        except GeneratorExit:
            raise
        except Exception as error:  # others can be read
            faults.append(fault(error))


def fault(error: Exception) -> str:
    """What is wrong with a source, in words."""
    return str(error) if isinstance(error, Error) else f"{type(error).__name__}: {error}"


def told(error: OSError, directory: Path) -> str:
    """Why nothing can be written to the output, in words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        why = "no room left" if error.errno != errno.EFBIG else "a file would grow larger than is allowed"
        return f"{directory}: {why}; what was finished stays, --resume goes on when there is room"
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"{directory}: cannot be written to ({os.strerror(error.errno)})"
    return f"{directory}: cannot be written to ({error})"


def limit_memory(memory: int) -> None:
    """Let allocations beyond `memory` fail, so that only the page at hand is lost; where the system can."""
    if not memory:
        return
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # others reserve more than they use
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.getrlimit(resource.RLIMIT_DATA)[1]))
