"""What the driver of a scan on Spark does with tasks, on a cluster made of nothing that does each of them twice."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")

from made import SETTINGS, Made, tables
from msgspec.structs import replace

from claimcheck.corpus.pool import PoolError
from claimcheck.corpus.scan import Plan, outcome, scan
from claimcheck.corpus.spark.engine import SparkPool, cause

TRACE = """An error occurred while calling z:org.apache.spark.api.python.PythonRDD.collectAndServe.
: org.apache.spark.SparkException: Job aborted due to stage failure: Task 0 in stage 0.0 failed 4 times
org.apache.spark.api.python.PythonException: Traceback (most recent call last):
  File "worker.py", line 830, in main
    func = read_command(pickleSer, infile)
ModuleNotFoundError: No module named 'claimcheck'

\tat org.apache.spark.api.python.BasePythonRunner$ReaderIterator.handlePythonException(PythonRunner.scala:572)
"""


AT_WORK = threading.Lock()
"""Executors have processes of their own; here they would fork at any moment of each other's."""


class Box:
    """A broadcast variable."""

    def __init__(self, value: Any) -> None:
        self.value = value


class Rdd:
    def __init__(self, tasks: list[Any], torn: bool) -> None:
        self._tasks, self._torn = tasks, torn
        self._do: Callable[[Iterator[Any]], Iterator[Any]] = iter

    def mapPartitions(self, do: Callable[[Iterator[Any]], Iterator[Any]]) -> Rdd:  # noqa: N802 - as Spark calls it
        self._do = pickle.loads(pickle.dumps(do))  # noqa: S301 - our own
        return self

    def collect(self) -> list[Any]:
        assert threading.current_thread() is not threading.main_thread()
        if self._torn:
            raise RuntimeError(TRACE)
        with AT_WORK:
            for task in self._tasks:
                list(self._do(iter([task])))  # its executor is lost before anybody hears
            return [done for task in self._tasks for done in self._do(iter([task]))]


class Cluster:
    """A session and its context."""

    def __init__(self, cores: int = 2, torn: bool = False) -> None:
        self.sparkContext, self.defaultParallelism = self, cores
        self.jobs: list[int] = []
        self.cancelled = self.stopped = 0
        self._torn = torn

    def parallelize(self, tasks: list[Any], partitions: int) -> Rdd:
        assert partitions == len(tasks)
        self.jobs.append(partitions)
        return Rdd(pickle.loads(pickle.dumps(tasks)), self._torn)  # noqa: S301 - our own

    def broadcast(self, value: Any) -> Box:
        return Box(value)

    def setJobGroup(self, *_: object) -> None:  # noqa: N802 - as Spark calls it
        pass

    def cancelJobGroup(self, _: str) -> None:  # noqa: N802 - as Spark calls it
        self.cancelled += 1

    def stop(self) -> None:
        self.stopped += 1


def run(cluster: Cluster, source: Made, directory: Path, own: bool = False) -> None:
    list(scan(source, SETTINGS, directory, Plan(), lambda *post: SparkPool(cluster, *post, own=own)))


@pytest.mark.parametrize("sequential", [False, True])
def test_what_is_done_twice_is_written_once(tmp_path: Path, sequential: bool) -> None:
    source = Made(size=3, sequential=sequential)
    list(scan(source, SETTINGS, tmp_path / "pool", Plan()))
    run(Cluster(), source, tmp_path / "spark")
    assert tables(tmp_path / "spark") == tables(tmp_path / "pool")
    assert outcome(tmp_path / "spark").tally() == outcome(tmp_path / "pool").tally()
    assert not (tmp_path / "spark" / "tmp").exists()


def test_large_clusters_get_jobs_of_several_tasks(tmp_path: Path) -> None:
    cluster = Cluster(cores=128)
    run(cluster, Made(size=9, pages=1), tmp_path)
    assert cluster.jobs == [4, 4, 1]
    assert len(tables(tmp_path)["articles"]) == 9


@pytest.mark.parametrize("own", [False, True])
def test_only_a_session_of_its_own_is_ended(tmp_path: Path, own: bool) -> None:
    cluster = Cluster()
    run(cluster, Made(size=1), tmp_path, own)
    assert cluster.stopped == own
    assert not cluster.cancelled


def test_what_spark_says_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(PoolError, match=r"^Spark could not do a task: ModuleNotFoundError: No module named 'claimch"):
        run(Cluster(torn=True), Made(), tmp_path)
    assert cause(RuntimeError("")) == "RuntimeError"
    assert cause(RuntimeError("Could not parse Master URL: 'x'\n\tat org.apache")) == "Could not parse Master URL: 'x'"


def test_executors_that_do_not_see_the_output(tmp_path: Path) -> None:

    class Blind(Cluster):
        def broadcast(self, value: Any) -> Box:
            post, limit, directory = value
            return Box((replace(post, folder=tmp_path / "elsewhere" / "tmp"), limit, directory))

    with pytest.raises(PoolError, match=r"elsewhere: not there on .* \(all machines have to see it under one path\)$"):
        run(Blind(), Made(), tmp_path / "out")
