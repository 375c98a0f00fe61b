"""One function over many articles, in one process or several, in the order of the articles whatever finishes first."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from claimcheck.cli.failures import internal
from claimcheck.cli.inputs import STDIN, Inputs
from claimcheck.cli.progress import progress
from claimcheck.report.parts.run import Unread
from claimcheck.source import SourceError
from claimcheck.sources.files import Article

Found = Path | SourceError
Result = TypeVar("Result")

AHEAD = 4
"""Articles for each process that are begun before the first of them is reported: bounds the memory of results."""
WORTH_A_POOL = 1_000_000
"""Bytes of articles from which several processes earn back the time that they take to start."""

jobs_option = click.option(
    "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Processes. [default: as is worth it]"
)
"""Adds the option that `each` takes."""


def each(inputs: Inputs, work: Callable[[Article], Result], jobs: int) -> Iterator[Result | Unread]:
    """`work` done on every article, failures in the place of their article; `work` must be picklable."""
    found = list(inputs.find())
    paths = [path for path in found if isinstance(path, Path)]
    jobs = min(jobs or _worthwhile(paths), len(paths))
    task = partial(attempt, inputs, work)
    if jobs < 2:
        yield from progress(map(task, found), len(found))
        return
    yield from progress(_pooled(task, found, jobs), len(found))


def _pooled(task: Callable[[Found], Result | Unread], found: list[Found], jobs: int) -> Iterator[Result | Unread]:
    """The tasks done in several processes, in order; none goes on where this one is left or interrupted."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    pool = ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)
    waiting: deque[Future[Result | Unread]] = deque()
    try:
        for item in found:
            waiting.append(pool.submit(task, item))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        pool.shutdown()
    except BrokenProcessPool as error:
        raise SourceError(f"a process was ended from outside; is there memory for {jobs} of them (--jobs)?") from error
    except BaseException:
        # Not cancelled first: the pool's own thread stumbles over cancelled tasks of processes that are gone.
        for child in active_children():
            child.terminate()
        pool.shutdown(wait=False)
        raise


def attempt(inputs: Inputs, work: Callable[[Article], Result], found: Found) -> Result | Unread:
    """`work` on the article at `found`, or why it could not be done; nothing gets out as an exception."""
    if isinstance(found, SourceError):
        return Unread(str(found))
    return done(lambda: work(inputs.read(found)), inputs.name(found))


def done(work: Callable[[], Result], name: str) -> Result | Unread:
    """What `work` on the article of that name gives, or why it could not be done."""
    try:
        return work()
    except SourceError as error:
        return Unread(str(error), name)
    except Exception as error:
        return Unread(f"{name}: {internal(error)}", name)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _worthwhile(paths: Iterable[Path]) -> int:
    """As many processes as there are processors, or one where the articles are soon done."""
    try:
        size = sum(path.stat().st_size for path in paths if str(path) != STDIN)
    except OSError:
        return 1
    return (os.cpu_count() or 1) if size >= WORTH_A_POOL else 1
