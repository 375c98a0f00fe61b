"""Server-sent events over connections that end, fail, say nothing or never were a stream."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimcheck.source import SourceError
from claimcheck.sources import stream as streams
from claimcheck.sources.mediawiki import Patience
from claimcheck.sources.stream import Stream, host

Reply = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers each connection with the next of its replies, the last one for ever."""

    def __init__(self, *replies: Reply) -> None:
        self.asked: list[dict[str, str]] = []
        left = list(replies)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append({name.lower(): value for name, value in self.headers.items()})
                (left.pop(0) if len(left) > 1 else left[0])(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/stream"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    running: list[Server] = []

    def start(*replies: Reply) -> Server:
        running.append(Server(*replies))
        return running[-1]

    yield start
    for each in running:
        each.server.shutdown()
        each.server.server_close()


def events(body: bytes, pause: float = 0) -> Reply:
    """A stream that ends after `body`."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream; charset=utf-8")
        handler.end_headers()
        handler.wfile.write(body)
        handler.wfile.flush()
        time.sleep(pause)

    return reply


def status(code: int, **headers: str) -> Reply:
    """An answer that is no stream."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()

    return reply


def first(stream: Stream, count: int) -> list[tuple[str, str]]:
    """The first events."""
    return [(event.id, event.data) for _, event in zip(range(count), stream.events(), strict=False)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"id: 1\ndata: a\n\nid: 2\ndata: b\n\n", [("1", "a"), ("2", "b")]),
        (b":ok\n\nid: 1\r\ndata: a\r\n\r\nid: 2\rdata: b\r\r", [("1", "a"), ("2", "b")]),
        (b"id: 1\ndata: a\ndata: b\n\nid:2\ndata:c\n\n", [("1", "a\nb"), ("2", "c")]),
        ("id: 1\ndata: Zürich\u2028🚂\n\ndata: b\n\n".encode(), [("1", "Zürich\u2028🚂"), ("1", "b")]),
        (
            b'id: [{"topic":"x","offset":5}]\ndata: a\n\nid: 7\n\ndata: b\n\n',
            [('[{"topic":"x","offset":5}]', "a"), ("7", "b")],
        ),
    ],
    ids=["plain", "line ends", "lines", "separators of lines inside", "ids"],
)
def test_events(serve: Callable[..., Server], body: bytes, found: list[tuple[str, str]]) -> None:
    assert first(Stream(serve(events(body)).url, "claimcheck/1"), 2) == found


def test_a_stream_is_taken_up_after_the_last_whole_event(serve: Callable[..., Server]) -> None:
    waits: list[float] = []
    server = serve(
        events(b"id: 1\ndata: a\n\nid: 2\nda"),
        status(503, Retry_After="3"),
        events(b"retry: 250\nid: 2\ndata: b\n\nid: 3\ndata: c"),
        events(b"id: 3\ndata: c\n\n"),
    )
    said: list[str] = []
    stream = Stream(server.url, "claimcheck/1", "0", sleep=waits.append, say=said.append)
    assert first(stream, 3) == [("1", "a"), ("2", "b"), ("3", "c")]
    assert [asked["last-event-id"] for asked in server.asked] == ["0", "1", "1", "2"]
    assert waits[1:] == [3, 0.25]
    assert len(said) == 3
    assert server.asked[0]["user-agent"] == "claimcheck/1"


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (status(404), "HTTP 404 (expected a stream of server-sent events)"),
        (status(204), "HTTP 204 (expected a stream of server-sent events)"),
        (status(200, Content_Type="text/html"), "text/html (expected text/event-stream)"),
        (status(200), "no type (expected text/event-stream)"),
        (
            status(302, Location="https://elsewhere.example/"),
            "redirects to https://elsewhere.example/ (expected a stream",
        ),
        (status(503), "HTTP 503; given up after"),
        (status(429, Retry_After="900"), "HTTP 429; it asks to wait 900 s; given up after 1 try"),
        (events(b""), "the connection was closed; given up after"),
    ],
)
def test_no_stream(serve: Callable[..., Server], reply: Reply, told: str) -> None:
    server = serve(reply)
    with pytest.raises(SourceError) as error:
        first(Stream(server.url, "claimcheck/1", patience=Patience(5), sleep=lambda _: None), 1)
    assert str(error.value).startswith(f"{server.url}: ")
    assert told in str(error.value)


def test_silence_is_a_lost_connection(serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SILENCE", 0.2)
    server = serve(events(b"id: 1\ndata: a\n\n", pause=2), events(b"id: 2\ndata: b\n\n"))
    assert first(Stream(server.url, "claimcheck/1", sleep=lambda _: None), 2) == [("1", "a"), ("2", "b")]


def test_a_quiet_stream_is_followed_for_ever(serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that ends each connection after a while, with nothing to tell, is no failure."""
    monkeypatch.setattr(streams, "LASTING", 0.02)
    quiet = [events(b":ok\n\n", pause=0.05)] * 20
    server = serve(*quiet, events(b"id: 1\ndata: a\n\n"))
    stream = Stream(server.url, "claimcheck/1", patience=Patience(3), sleep=lambda _: None)
    assert first(stream, 1) == [("1", "a")]


@pytest.mark.parametrize("url", ["", "stream", "ftp://x/y", "http://"])
def test_no_address_of_a_stream(url: str) -> None:
    with pytest.raises(SourceError, match="no address of a stream"):
        host(url)
