"""How long a busy wiki is waited for: exponential back-off with a cap and a limit for all waits together."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki.errors import BusyError


class Patience(msgspec.Struct, frozen=True):
    """All in seconds. A server's own Retry-After is always obeyed; where that would take too long, it is given up."""

    limit: float = 300.0
    """For one question, all its tries and waits together."""
    first: float = 1.0
    """Before the second try; doubled from try to try."""
    cap: float = 60.0
    """Longest wait that the server has not asked for."""


class Waits:
    """The waits of one question."""

    def __init__(
        self,
        patience: Patience,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.patience, self.sleep, self.clock = patience, sleep, clock
        self.began = clock()
        self.waited = 0.0
        self.tries = 0

    def wait(self, busy: BusyError) -> None:
        """Wait before the next try; SourceError where that is longer than there is patience for."""
        self.tries += 1
        spent = max(self.clock() - self.began, self.waited)
        wait = busy.after if busy.after is not None else self._backoff()
        if busy.tries is not None and self.tries >= busy.tries:
            raise SourceError(f"{busy} ({self.tries} tries)") from busy
        if spent + wait > self.patience.limit:
            asked = f"; it asks to wait {busy.after:g} s" if busy.after is not None else ""
            tries = "1 try" if self.tries == 1 else f"{self.tries} tries"
            raise SourceError(
                f"{busy}{asked}; given up after {tries} in {spent:.0f} s (the limit is {self.patience.limit:g} s)"
            ) from busy
        self.sleep(wait)
        self.waited += wait

    def _backoff(self) -> float:
        """Doubled each time, less up to a quarter by chance, so that many clients do not come back at once."""
        wait = min(self.patience.first * 2.0 ** min(self.tries - 1, 30), self.patience.cap)
        return wait * random.uniform(0.75, 1)  # noqa: S311 - nothing secret


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds of a Retry-After header, which holds seconds or a date of HTTP; None where it holds neither."""
    if value is None:
        return None
    if value.strip().isdecimal() and len(value) < 10:
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
