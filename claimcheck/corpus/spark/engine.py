"""Spark as the engine of `claimcheck scan`: its executors do the tasks that else the processes of one machine do.

Executors read the source and write parts under temporary names by themselves, so that both have to stand where all of
them find them under one path. The driver names the parts. What a lost executor, a retry or a speculative copy of a task
leaves behind never gets a name, and is removed with the other temporary files.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import chdir, nullcontext
from functools import partial
from multiprocessing.connection import wait as ready
from pathlib import Path
from typing import Any

from claimcheck.corpus.extra import need
from claimcheck.corpus.feed import Feed
from claimcheck.corpus.pool import TICK, Pool, PoolError
from claimcheck.corpus.spark.guard import warm
from claimcheck.corpus.tasks import Done, Halt, Task
from claimcheck.corpus.worker import Post

JOBS = 64
"""Spark jobs in flight at most, each a thread of the driver."""
_RAISED = re.compile(r"(?!org\.|java\.|py4j\.|scala\.)[\w.]*(?:Error|Exception|Exit): ")
"""The line that ends the stack of an exception of Python."""
DEFAULTS = {
    "spark.app.name": "claimcheck scan",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.scheduler.mode": "FIFO",
}


def spark_pool(master: str | None, conf: dict[str, str]) -> Callable[[Feed, Post, float], SparkPool]:
    """What starts workers for a scan: a cluster at `master` (Spark's own configuration says which if it is None).

    A program that has a session already goes on with that.
    """

    def hire(feed: Feed, post: Post, limit: float) -> SparkPool:
        found = need("pyspark.sql").SparkSession.getActiveSession()
        return SparkPool(found or session(master, conf), feed, post, limit, own=found is None)

    return hire


def session(master: str | None, conf: dict[str, str]) -> Any:
    """A session of Spark; PoolError where it cannot be started."""
    builder = need("pyspark.sql").SparkSession.builder
    if master:
        builder = builder.master(master)
    # Spark reads it from the environment only, once a driver of Python has been started without spark-submit.
    here = (master or "local").startswith("local")
    python = conf.get("spark.pyspark.python") or (sys.executable if here else None)
    if python:
        os.environ.setdefault("PYSPARK_PYTHON", python)
    for name, value in (DEFAULTS | conf).items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except Exception as error:  # Java is missing, nobody answers at that address, a setting is unknown
        raise PoolError(f"Spark could not be started: {cause(error)}") from error


class SparkPool:
    """Does the tasks of a feed on a cluster: many small jobs, so that no core waits for the slowest of a large one."""

    def __init__(self, spark: Any, feed: Feed, post: Post, limit: float, *, own: bool = False) -> None:
        """`own`: whether the session ends with it."""
        self._spark, self._feed, self._own = spark, feed, own
        self._context = spark.sparkContext
        cores = max(2, self._context.defaultParallelism)
        self._width = -(-cores // (JOBS // 2))
        self._flight = min(JOBS, 2 * cores)
        self._threads = ThreadPoolExecutor(self._flight, "claimcheck-spark")
        self._job = self._context.broadcast((post, limit, str(Path.cwd())))
        self._pending: set[Future[list[Done | Halt]]] = set()
        self._group = f"claimcheck-{uuid.uuid4().hex}"
        self._more = True

    def __iter__(self) -> Iterator[Done | None]:
        """Results as they come, and None now and then. PoolError where the cluster cannot go on."""
        try:
            while self._filled():
                yield None
                if not self._pending:
                    ready(self._feed.waiting, TICK)
                waiting = wait(self._pending, TICK, FIRST_COMPLETED)
                self._pending = set(waiting.not_done)
                for future in waiting.done:
                    yield from self._results(future)
        finally:
            self.close()

    def characters(self) -> float:
        """Characters that are done of tasks that are not: executors do not tell."""
        return 0.0

    def close(self) -> None:
        """End what is running."""
        self._feed.close()
        self._more = False
        if self._pending:
            self._context.cancelJobGroup(self._group)
        self._threads.shutdown(cancel_futures=True)
        if self._own:
            self._spark.stop()

    def _filled(self) -> bool:
        """Keep as many jobs in flight as there should be; False where all is done."""
        while len(self._pending) < self._flight and (tasks := self._taken()):
            self._pending.add(self._threads.submit(self._run, tasks))
        return bool(self._pending) or self._more

    def _taken(self) -> list[Task]:
        """Tasks for one job; fewer or none where they are not read yet."""
        tasks: list[Task] = []
        try:
            while self._more and len(tasks) < self._width and (task := self._feed.take()) is not None:
                tasks.append(task)
        except StopIteration:
            self._more = False
        return tasks

    def _run(self, tasks: list[Task]) -> list[Done | Halt]:
        """Do some tasks as one job of Spark, each by itself; waits for it, in a thread."""
        self._context.setJobGroup(self._group, "claimcheck scan")
        found = self._context.parallelize(tasks, len(tasks)).mapPartitions(partial(_done, self._job)).collect()
        return list(found)

    def _results(self, future: Future[list[Done | Halt]]) -> Iterator[Done]:
        try:
            answers = future.result()
        except Exception as error:  # Spark has tried it several times
            raise PoolError(f"Spark could not do a task: {cause(error)}") from error
        for answer in answers:
            if isinstance(answer, Halt):
                raise PoolError(answer.message)
            yield answer


def _done(job: Any, tasks: Iterable[Task]) -> Iterator[Done | Halt]:
    """On an executor: a pool of one process does the tasks, with the same limits as on one machine."""
    post, limit, directory = job.value
    if not post.folder.is_dir():
        yield Halt(
            f"{post.folder.parent}: not there on {os.uname().nodename} (all machines have to see it under one path)"
        )
        return
    context = multiprocessing.get_context("fork")
    with chdir(directory) if Path(directory).is_dir() else nullcontext():  # paths may be relative to the driver's
        warm(post.settings)
        for task in tasks:
            try:
                yield from (done for done in Pool(context, _Only(task), post, 1, limit) if done is not None)
            except PoolError as error:
                yield Halt(str(error))


class _Only:
    """A feed of one task."""

    waiting = ()

    def __init__(self, task: Task) -> None:
        self._tasks = iter([task])

    def take(self) -> Task | None:
        """The task, then no more."""
        return next(self._tasks)

    def close(self) -> None:
        """Nothing to end."""


def cause(error: Exception) -> str:
    """What Spark says, without the stacks of Java and Python around it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = [line for line in lines if _RAISED.match(line)]
    what = told[-1] if told else next(iter(lines), type(error).__name__)
    if "No module named 'claimcheck" in what:
        what += " (the executors' Python needs claimcheck, too)"
    return what
