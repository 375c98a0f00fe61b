"""A small server of server-sent events on loopback that passes on what the wiki sends as datagrams.

It keeps what it has sent, as Wikimedia's does, so that a client can take up the stream after any event, and can be
told to break a connection off, in the middle of an event too.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class Relay:
    """`with Relay(socket) as relay`: the stream is at `relay.url`."""

    def __init__(self, feed: socket.socket) -> None:
        self.feed = feed
        self.records: list[bytes] = []
        self.asked: list[str] = []
        """The Last-Event-ID of each connection."""
        self.drop_after: list[int] = []
        """Of each connection to come: how many events it gives before it breaks off within the next one."""
        self.refuse = 0
        """How many connections are turned away."""
        self.repeat = 0
        """How many events before the one asked for are sent once more."""
        self.over = threading.Event()
        self.news = threading.Condition()
        relay = self

        class Handler(BaseHTTPRequestHandler):
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                with suppress(ConnectionError):  # of a client that has left
                    relay.serve(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v2/stream/recentchange"

    def __enter__(self) -> Self:
        self.feed.settimeout(0.1)
        while self._receive():  # what other tests have left
            self.records.clear()
        self.threads = [threading.Thread(target=run, daemon=True) for run in (self._listen, self._accept)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()
        for thread in self.threads:
            thread.join(10)

    def _accept(self) -> None:
        self.server.serve_forever(0.05)

    def _listen(self) -> None:
        while not self.over.is_set():
            self._receive()

    def _receive(self) -> bool:
        try:
            data = self.feed.recv(65_536)
        except TimeoutError:
            return False
        self.send(data)
        return True

    def send(self, data: bytes) -> None:
        """Pass a record on."""
        with self.news:
            self.records.append(data)
            self.news.notify_all()

    def add(self, **record: Any) -> None:
        """Pass on a record of our own making."""
        self.send(json.dumps(record).encode())

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        """One connection: a greeting, what was asked for, then whatever comes."""
        last = handler.headers.get("Last-Event-ID", "")
        self.asked.append(last)
        if self.refuse:
            self.refuse -= 1
            handler.send_response(503)
            handler.send_header("Retry-After", "0")
            handler.end_headers()
            return
        drop = self.drop_after.pop(0) if self.drop_after else None
        with self.news:
            at = max(0, int(last) - self.repeat) if last else len(self.records)
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream; charset=utf-8")
        handler.end_headers()
        handler.wfile.write(b":ok\n\nretry: 10\n\n")
        given = 0
        while not self.over.is_set():
            record = self._next(at)
            if record is None:
                continue
            at += 1
            whole = b"event: message\nid: %d\ndata: %b\n\n" % (at, record)
            if given == drop:
                handler.wfile.write(whole[: len(whole) // 2])
                return
            handler.wfile.write(whole)
            given += 1

    def _next(self, at: int) -> bytes | None:
        with self.news:
            if at >= len(self.records):
                self.news.wait(0.05)
            return self.records[at] if at < len(self.records) else None

    def connected(self, times: int = 1, seconds: float = 30) -> None:
        """Wait until so many connections were made."""
        until = time.monotonic() + seconds
        while len(self.asked) < times:
            assert time.monotonic() < until, f"{len(self.asked)} of {times} connections"
            time.sleep(0.02)
