"""A process that does not outlive the one that started it, however that one ends."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress

PAUSE = 0.5
"""Seconds between looks."""
_PR_SET_PDEATHSIG = 1
"""linux/prctl.h."""


def end_with(parent: int) -> None:
    """From now on this process ends as soon as `parent`, which started it, is gone."""
    if sys.platform == "linux":  # there the system does it, even while a library holds the interpreter
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os._exit(1)
