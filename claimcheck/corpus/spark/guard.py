"""Rows of pages one by one, each read in a process that the system ends when its time is over."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.resources import files
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from claimcheck.corpus.extra import need
from claimcheck.corpus.orphan import end_with
from claimcheck.corpus.page import Page
from claimcheck.corpus.pool import DEATHS, ENDED, TOO_LONG, how_ended
from claimcheck.corpus.rows import Reader, Row, failed
from claimcheck.corpus.schema import row_schema
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.worker import limit_memory

GRACE = 1.0
"""Seconds in which a process has to have ended after its time is over."""
FIRST = "first_page.wikitext"
"""An article of ours with something of everything, read before any process is forked."""


class Limits(msgspec.Struct, frozen=True):
    """What one page may cost."""

    seconds: float
    memory: int
    """Bytes that the process may allocate; 0 for as many as there are."""


def guarded(pages: Iterable[Page], settings: Settings, limits: Limits) -> Iterator[Any]:
    """A record batch of one row (`schema.row_schema()`) for each page, in order, whatever is wrong with a page."""
    warm(settings)
    guard = _Guard(settings, limits)
    try:
        for page in pages:
            yield guard.row(page)
    finally:
        guard.end()


class _Guard:
    """The process that reads, replaced where it was ended."""

    def __init__(self, settings: Settings, limits: Limits) -> None:
        self._settings, self._limits = settings, limits
        self._process: Any = None
        self._connection: Any = None
        self._late = False
        """Whether it did not end when its time was over."""

    def row(self, page: Page) -> Any:
        """The row of a page; of status "timeout" or "failed" where reading it ended the process."""
        pyarrow = need("pyarrow")
        for _ in range(DEATHS):
            answer = self._asked(page)
            if answer is not None:
                return pyarrow.ipc.read_record_batch(pyarrow.py_buffer(answer), row_schema())
            code = self._process.exitcode
            if self._late or code == -signal.SIGALRM:
                return _batch(failed(page, self._settings, "timeout", TOO_LONG.format(self._limits.seconds)))
        return _batch(failed(page, self._settings, "failed", ENDED.format(how_ended(code))))

    def end(self) -> None:
        """End the process at once."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._connection.close()

    def _asked(self, page: Page) -> bytes | None:
        """The process's answer; None where it ended instead."""
        if self._process is None or not self._process.is_alive():
            self._start()
        with suppress(EOFError, ConnectionError):
            self._connection.send(page)
            if self._connection.poll(self._limits.seconds + GRACE):
                return bytes(self._connection.recv_bytes())
            os.kill(self._process.pid, signal.SIGKILL)
            self._late = True
        self._process.join()
        return None

    def _start(self) -> None:
        self.end()
        self._late = False
        context = multiprocessing.get_context("fork")
        self._connection, other = context.Pipe()
        arguments = (other, self._connection, self._settings, self._limits, os.getpid())
        self._process = context.Process(target=_read, args=arguments, daemon=True)
        self._process.start()
        other.close()


def _read(connection: Connection, parents: Connection, settings: Settings, limits: Limits, parent: int) -> None:
    """Answer pages with their rows until nobody asks any more.

    The alarm is left to the system: it ends the process in the middle of C code, too, and whether or not the one that
    started it still lives.
    """
    parents.close()  # or the end of the parent would not show
    end_with(parent)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(limits.memory)
    reader = Reader(settings)
    with suppress(EOFError, ConnectionError):
        while True:
            page = connection.recv()
            signal.setitimer(signal.ITIMER_REAL, limits.seconds)
            answer = _batch(reader.row(page)).serialize()
            signal.setitimer(signal.ITIMER_REAL, 0)
            connection.send_bytes(answer)
    os._exit(0)


def _batch(row: Row) -> Any:
    return need("pyarrow").RecordBatch.from_pylist([row], row_schema())


def warm(settings: Settings) -> None:
    """Load what pages load on first need (parsers, patterns, units), so that forked processes have it.

    It takes half a second; without it each of them would take as long for its first pages.
    """
    text = files("claimcheck").joinpath("data", FIRST).read_text(encoding="utf-8")
    _batch(Reader(settings).row(Page("First", text)))
