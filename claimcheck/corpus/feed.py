"""Where tasks come from: planned ones, or runs of pages that one process reads from the beginning."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Collection, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any, Protocol

from claimcheck.corpus.orphan import end_with
from claimcheck.corpus.page import Item, Page
from claimcheck.corpus.source import Source, Unit
from claimcheck.corpus.tasks import Task, aimed, grouped
from claimcheck.corpus.worker import fault
from claimcheck.source import SourceError

RUN = 4_000_000
"""Characters of text in a run at most (but for a longer page): they pass through pipes and wait for a worker."""
WEIGHT = 200
"""What an item counts beside its text."""


class Feed(Protocol):
    """Tasks one after the other; the pool asks when it has a worker for one."""

    def take(self) -> Task | None:
        """The next task, None where it is not read yet; StopIteration where there is no more."""

    @property
    def waiting(self) -> Sequence[Any]:
        """What tells that a task may be there, for `multiprocessing.connection.wait`."""

    def close(self) -> None:
        """End what reads."""


class Planned:
    """Units that the workers read themselves."""

    waiting = ()

    def __init__(self, units: Sequence[Unit], finished: Collection[int]) -> None:
        self._tasks = (task for task in grouped(units) if task.number not in finished)

    def take(self) -> Task | None:
        """The next task."""
        return next(self._tasks)

    def close(self) -> None:
        """Nothing to end."""


class Read:
    """Runs of pages that a process of its own reads, never more of them than are asked for."""

    def __init__(
        self,
        context: BaseContext,
        source: Source,
        units: Sequence[Unit],
        finished: Collection[int],
    ) -> None:
        self._end: Exception | None = None
        self._connection, other = context.Pipe(duplex=False)
        size = aimed(units, RUN)
        self._process: Any = context.Process(  # type: ignore[attr-defined]
            target=_feed, args=(other, source, units, frozenset(finished), size, os.getpid()), daemon=True
        )
        self._process.start()
        other.close()

    @property
    def waiting(self) -> Sequence[Any]:
        """The pipe that runs come from."""
        return [self._connection]

    def take(self) -> Task | None:
        """The next run; SourceError where the process was ended before all was read."""
        if self._end is not None:
            raise self._end
        if self._connection.poll():
            try:
                task = self._connection.recv()
            except EOFError:
                self._process.join()
                self._end = SourceError(f"reading was ended from outside (exit code {self._process.exitcode})")
                raise self._end from None
            if task is None:
                self._end = StopIteration()
                raise self._end
            found: Task = task
            return found
        return None

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def _feed(
    connection: Connection, source: Source, units: Sequence[Unit], finished: frozenset[int], size: int, parent: int
) -> None:
    """Send runs that are not finished as tasks, and None at the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(parent)
    try:
        for number, (name, run, faults, weight) in enumerate(_runs(source, units, size)):
            if number not in finished:
                packed = pickle.dumps(run, pickle.HIGHEST_PROTOCOL)
                connection.send(Task(number, f"{name}, run {number}", weight, (), packed, faults))
        connection.send(None)
    except (BrokenPipeError, ConnectionResetError):
        pass


def _runs(source: Source, units: Sequence[Unit], size: int) -> Iterator[tuple[str, list[Item], tuple[str, ...], int]]:
    """Items of each unit in runs of about equal size, the same however often they are read."""
    for unit in units:
        run: list[Item] = []
        faults: list[str] = []
        weight = 0
        for item in _read(source, unit):
            if isinstance(item, SourceError):
                faults.append(fault(item))
                continue
            run.append(item)
            weight += WEIGHT + (len(item.text) if isinstance(item, Page) else 0)
            if weight >= size:
                yield unit.name, run, tuple(faults), weight
                run, faults, weight = [], [], 0
        if run or faults:
            yield unit.name, run, tuple(faults), weight


def _read(source: Source, unit: Unit) -> Iterator[Item | SourceError]:
    """As the source reads it, with whatever it raises in its place."""
    try:
        yield from source.read(unit)
    except GeneratorExit:
        raise
    except Exception as error:  # the next unit may be whole
        yield SourceError(fault(error))
