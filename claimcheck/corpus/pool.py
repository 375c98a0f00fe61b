"""Workers in processes of their own: any may be ended at any time, and only the page that it was at is given up."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Any

from claimcheck.corpus.feed import Feed
from claimcheck.corpus.tasks import Done, Halt, Passed, Task
from claimcheck.corpus.worker import CHARACTERS, INDEX, NO_MEMORY, PAGES, SLOT, STARTED, Post, work
from claimcheck.source import Error

TICK = 0.2
"""Seconds between looks at the clock."""
DEATHS = 2
"""Workers ended at one page, other than for its time, from which it is given up: one may be anybody's doing."""
NOWHERE = -1
TOO_LONG, ENDED, TOO_LARGE = "not read within {:g} s", "its process was ended ({})", "not enough memory for this page"


class Worker:
    """One process and the task it is at."""

    def __init__(self, context: BaseContext, post: Post) -> None:
        self.slot: Any = context.RawArray("d", SLOT)
        self.connection, other = context.Pipe()
        self.process: Any = context.Process(target=work, args=(other, self.slot, post, os.getpid()), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        other.close()
        self.task: Task | None = None

    def give(self, task: Task, passed: dict[int, Passed]) -> None:
        """Hand it a task; whether it still lives shows later."""
        self.task = task
        self.slot[INDEX], self.slot[STARTED] = NOWHERE, 0
        try:
            self.connection.send((task, passed))
        except OSError:
            self.process.kill()

    def overdue(self, limit: float) -> bool:
        """Whether it has been at one page for longer than `limit` seconds; if so, it is ended."""
        pages, started = self.slot[PAGES], self.slot[STARTED]
        if not started or time.monotonic() - started <= limit:
            return False
        self.end()
        # It may have come to the next page between the look and the end.
        return bool(self.slot[PAGES] == pages and self.slot[STARTED] == started)

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """Does the tasks of a feed with `workers` processes; restarts those that are ended."""

    def __init__(self, context: BaseContext, feed: Feed, post: Post, workers: int, limit: float) -> None:
        self._context, self._feed, self._post, self._limit = context, feed, post, limit
        self._free = workers
        """Processes that may be started yet."""
        self._workers: list[Worker] = []
        self._again: list[Task] = []
        self._passed: dict[int, dict[int, Passed]] = {}
        self._deaths: dict[tuple[int, int], int] = {}
        self._more = True

    def __iter__(self) -> Iterator[Done | None]:
        """Results as they come, and None now and then. Error where no worker can write."""
        try:
            while self._given():
                yield None
                for worker in self._ready():
                    done = self._heard(worker)
                    if done is not None:
                        yield done
        finally:
            self.close()

    def characters(self) -> float:
        """Characters that are done of tasks that are not."""
        return float(sum(worker.slot[CHARACTERS] for worker in self._workers if worker.task))

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.end()
        self._workers = []
        self._feed.close()

    def _given(self) -> bool:
        """Give each idle worker a task, starting those that are missing; False where all is done."""
        while (idle := self._idle()) is not None or self._free:
            task = self._next()
            if task is None:
                break
            if idle is None:
                idle = Worker(self._context, self._post)
                self._workers.append(idle)
                self._free -= 1
            idle.give(task, self._passed.get(task.number, {}))
        return self._more or bool(self._again) or any(worker.task for worker in self._workers)

    def _idle(self) -> Worker | None:
        return next((worker for worker in self._workers if worker.task is None), None)

    def _next(self) -> Task | None:
        if self._again:
            return self._again.pop()
        try:
            return self._feed.take() if self._more else None
        except StopIteration:
            self._more = False
            return None

    def _ready(self) -> Iterator[Worker]:
        """Workers that have answered or are dead, after waiting a little; the clock is looked at, too."""
        busy = [worker for worker in self._workers if worker.task]
        hungry = len(busy) < len(self._workers) + self._free and self._more
        wait([*(worker.connection for worker in busy), *(self._feed.waiting if hungry else ())], TICK)
        for worker in busy:
            if worker.connection.poll():
                yield worker
            elif worker.overdue(self._limit):
                self._pass(worker, "timeout", TOO_LONG.format(self._limit))
            elif not worker.process.is_alive():
                self._died(worker)

    def _heard(self, worker: Worker) -> Done | None:
        try:
            answer: Done | Halt = worker.connection.recv()
        except (EOFError, OSError):
            self._died(worker)
            return None
        if isinstance(answer, Halt):
            raise PoolError(answer.message)
        worker.task = None
        self._passed.pop(answer.number, None)
        return answer

    def _died(self, worker: Worker) -> None:
        """A worker was ended by something else than us: for want of memory, a fault of a library, by somebody."""
        worker.end()
        task, index = _task(worker), int(worker.slot[INDEX]) if worker.slot[STARTED] else NOWHERE
        self._deaths[task.number, index] = deaths = self._deaths.get((task.number, index), 0) + 1
        code = worker.process.exitcode
        if deaths < DEATHS:
            self._drop(worker)
        elif index == NOWHERE:
            raise PoolError(f"{task.name}: workers are ended ({how_ended(code)}) while they are at no page")
        elif code == NO_MEMORY:
            self._pass(worker, "memory", TOO_LARGE)
        else:
            self._pass(worker, "failed", ENDED.format(how_ended(code)))

    def _pass(self, worker: Worker, status: str, message: str) -> None:
        """Do the task again without the page that ended the worker."""
        index = int(worker.slot[INDEX])
        self._passed.setdefault(_task(worker).number, {})[index] = Passed(status, message)
        self._drop(worker)

    def _drop(self, worker: Worker) -> None:
        self._again.append(_task(worker))
        self._workers.remove(worker)
        self._free += 1


class PoolError(Error):
    """The workers cannot go on."""


def _task(worker: Worker) -> Task:
    assert worker.task is not None  # noqa: S101
    return worker.task


def how_ended(code: int | None) -> str:
    """The exit code of a process in words."""
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit code {code}"
