"""Server-sent events, followed over lost connections: each is taken up after the last event that came whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import msgspec

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki.errors import BusyError
from claimcheck.sources.mediawiki.patience import Patience, Waits, retry_after

SILENCE = 120.0
"""Seconds without a byte, after which a connection counts as lost; streams send a sign of life every few seconds."""
LASTING = 10.0
"""Seconds after which a connection was a good one, even if no event came."""
TRANSIENT = (408, 425, 429, 500, 502, 503, 504)


class Event(msgspec.Struct, frozen=True):
    """One event: its data, and the id after which the stream can be taken up again."""

    id: str
    data: str


class Stream:
    """A stream of events. `last_id` is where it is taken up: a server sends what comes after the event of that id."""

    def __init__(
        self,
        url: str,
        agent: str,
        last_id: str = "",
        patience: Patience | None = None,
        *,
        sleep: Callable[[float], object] = time.sleep,
        say: Callable[[str], object] = lambda _: None,
    ) -> None:
        self.url, self.agent, self.last_id = url, agent, last_id
        self.patience, self.sleep, self.say = patience or Patience(), sleep, say
        self.retry: float | None = None
        """Seconds that the server asks to wait before it is connected again."""
        self.opened: float | None = None
        """When the connection was accepted."""

    def events(self) -> Iterator[Event]:
        """Events without end; SourceError where the server turns down the question or does not come back.

        An event that breaks off is not given, so that none is half; the server sends it again.
        """
        waits = Waits(self.patience, self.sleep)
        while True:
            self.opened = None
            try:
                for event in self._connected():
                    yield event
                    waits = Waits(self.patience, self.sleep)
            except BusyError as busy:
                if self.opened is not None and time.monotonic() - self.opened > LASTING:
                    waits = Waits(self.patience, self.sleep)  # nothing was wrong, nothing happened either
                self.say(f"{busy}; connecting again")
                waits.wait(busy)

    def _connected(self) -> Iterator[Event]:
        """The events of one connection; BusyError at its end, however it ends."""
        import httpx
        from httpx_sse import EventSource

        headers = {"User-Agent": self.agent, "Accept": "text/event-stream", "Cache-Control": "no-store"}
        if self.last_id:
            headers["Last-Event-ID"] = self.last_id
        try:
            with (
                httpx.Client(timeout=httpx.Timeout(30, read=SILENCE)) as client,
                client.stream("GET", self.url, headers=headers) as response,
            ):
                self._check(response.status_code, dict(response.headers.items()))
                self.opened = time.monotonic()
                for found in EventSource(response).iter_sse():
                    self.retry = found.retry / 1000 if found.retry is not None else self.retry
                    if found.data:
                        yield Event(found.id or self.last_id, found.data)
                    self.last_id = found.id or self.last_id
        except httpx.InvalidURL as error:
            raise SourceError(f"{self.url}: {error} (expected the address of a stream)") from error
        except httpx.HTTPError as error:
            raise BusyError(f"{self.url}: {error or type(error).__name__}", self.retry) from error
        raise BusyError(f"{self.url}: the connection was closed", self.retry)

    def _check(self, status: int, headers: dict[str, str]) -> None:
        if status in TRANSIENT:
            raise BusyError(f"{self.url}: HTTP {status}", retry_after(headers.get("retry-after")))
        if status in (301, 302, 303, 307, 308):
            raise SourceError(f"{self.url}: redirects to {headers.get('location')} (expected a stream; name that)")
        if status != 200:
            raise SourceError(f"{self.url}: HTTP {status} (expected a stream of server-sent events)")
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "text/event-stream":
            raise SourceError(f"{self.url}: {kind or 'no type'} (expected text/event-stream)")


def host(url: str) -> str:
    """The host of an address; SourceError where it is none."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceError(f"{url!r}: no address of a stream (expected https://…)")
    return parts.hostname
