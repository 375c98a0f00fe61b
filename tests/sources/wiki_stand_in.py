"""A real HTTP server on loopback for what no MediaWiki can be made to answer: overload, broken JSON, other hosts."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit


class Asked(NamedTuple):
    """A request: path, parameters of query and body together, headers."""

    method: str
    path: str
    parameters: dict[str, str]
    headers: dict[str, str]


class Answer(NamedTuple):
    """What is sent back; `cut` bytes of the announced body are kept back."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json; charset=utf-8"),)
    cut: int = 0


Script = Callable[[Asked], Answer]


def as_json(shape: object, status: int = 200, **headers: str) -> Answer:
    """An answer of the API, packed."""
    kind = {"Content-Type": "application/json; charset=utf-8", "Content-Encoding": "gzip", **headers}
    return Answer(gzip.compress(json.dumps(shape).encode()), status, tuple(kind.items()))


def revision(number: int, text: str | None = "Five trains.", **more: Any) -> dict[str, Any]:
    """A revision as the API has it."""
    slot = {"contentmodel": "wikitext", "contentformat": "text/x-wiki"} | ({} if text is None else {"content": text})
    shape = {"revid": number, "parentid": number - 1, "user": "Ann", "timestamp": "2024-05-06T07:08:09Z", "comment": ""}
    return shape | {"size": len(text or ""), "sha1": f"{number:040x}", "slots": {"main": slot}} | more


def page(title: str, *revisions: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A page as the API has it."""
    return {"pageid": 1, "ns": 0, "title": title} | ({"revisions": list(revisions)} if revisions else {}) | more


def pages(*found: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A whole answer."""
    return {"batchcomplete": True, "query": {"pages": list(found)}} | more


class StandIn:
    """A server that answers each request with what `script` says."""

    def __init__(self, script: Script) -> None:
        self.asked: list[Asked] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = -1  # headers and body in one packet

            def do_GET(self) -> None:
                outer.reply(self, "")

            def do_POST(self) -> None:
                outer.reply(self, self.rfile.read(int(self.headers["Content-Length"])).decode())

            def log_message(self, *_: object) -> None:
                pass

        self.script = script
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/w/api.php"

    def reply(self, handler: BaseHTTPRequestHandler, body: str) -> None:
        parts = urlsplit(handler.path)
        pairs = parse_qs(f"{parts.query}&{body}", keep_blank_values=True)
        asked = Asked(
            handler.command,
            parts.path,
            {name: values[0] for name, values in pairs.items()},
            {name.lower(): value for name, value in handler.headers.items()},
        )
        self.asked.append(asked)
        answer = self.script(asked)
        handler.send_response(answer.status)
        for name, value in answer.headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(answer.body)))
        handler.end_headers()
        handler.wfile.write(answer.body[: len(answer.body) - answer.cut])
        if answer.cut:
            handler.close_connection = True

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(10)
