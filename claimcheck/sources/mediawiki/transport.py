"""One question to a wiki's API and its answer: retries, waits, redirects, sizes; all below MediaWiki's own words."""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

import httpx
import msgspec

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki.errors import BusyError
from claimcheck.sources.mediawiki.patience import Patience, Waits, retry_after

MOST = 64 * 1024 * 1024
"""Bytes of an answer, unpacked. MediaWiki keeps its own below 8 MiB and a page below 2 MiB as it is set up."""
LONG_QUERY = 4000
"""Characters of parameters from which a question is posted: servers refuse addresses of more than about 8,000."""
SECONDS = 30.0
"""Without a byte, after which a connection counts as lost."""
TRANSIENT = (408, 425, 429, 500, 502, 503, 504)
HOPS = 5
"""Redirects of one question."""
GARBLED = 3
"""Tries where an answer comes but cannot be read."""

Json = dict[str, Any]
_TITLE = re.compile(rb"<title[^>]*>([^<]{0,200})", re.IGNORECASE)


class Transport:
    """Asks one address, one question at a time."""

    def __init__(
        self,
        agent: str,
        patience: Patience,
        *,
        sleep: Callable[[float], object] = time.sleep,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.patience, self.sleep = patience, sleep
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip"}
        limits = httpx.Limits(max_connections=1)
        self.client = httpx.Client(headers=headers, timeout=SECONDS, limits=limits, transport=transport)

    def ask(
        self, address: str, parameters: Mapping[str, str], *, writes: bool, check: Callable[[Json, float | None], None]
    ) -> Json:
        """The object that the API answers with; `check` raises what MediaWiki itself says is wrong with it.

        A question that `writes` is asked again only where it is sure that the wiki has not carried it out.
        """
        waits = Waits(self.patience, self.sleep)
        while True:
            try:
                answer, after = self._once(address, parameters, writes=writes)
                check(answer, after)
            except BusyError as busy:
                waits.wait(busy)
            else:
                return answer

    def page(self, address: str) -> tuple[str, bytes]:
        """A web page: the address at which it is in the end, and what it holds, be it only that it is missing."""
        waits = Waits(self.patience, self.sleep)
        while True:
            try:
                response, body = self._send(self.client.build_request("GET", address), writes=False)
                if response.status_code in TRANSIENT:
                    _refuse(response, body, permanent_only=False)
            except BusyError as busy:
                waits.wait(busy)
            else:
                return str(response.url), body

    def _once(self, address: str, parameters: Mapping[str, str], *, writes: bool) -> tuple[Json, float | None]:
        request = self._request(address, parameters, writes=writes)
        response, body = self._send(request, writes=writes)
        _refuse(response, body, permanent_only=writes and response.status_code not in (429, 503))
        return _decoded(response, body, writes=writes), retry_after(response.headers.get("Retry-After"))

    def _request(self, address: str, parameters: Mapping[str, str], *, writes: bool) -> httpx.Request:
        """A GET, or a POST for what changes something or is long."""
        if writes:
            return self.client.build_request("POST", address, data=dict(parameters))
        if sum(len(value) + len(name) for name, value in parameters.items()) < LONG_QUERY:
            return self.client.build_request("GET", address, params=dict(parameters))
        # The header lets the wiki answer a POST that only reads from a replica of its database.
        return self.client.build_request(
            "POST", address, data=dict(parameters), headers={"Promise-Non-Write-API-Action": "true"}
        )

    def _send(self, request: httpx.Request, *, writes: bool) -> tuple[httpx.Response, bytes]:
        """The answer, read whole; redirects are followed on the same host only."""
        for _ in range(HOPS):
            try:
                response = self.client.send(request, stream=True)
                try:
                    body = _body(response)
                finally:
                    response.close()
            except httpx.HTTPError as error:
                raise _lost(request, error, writes=writes) from error
            if not response.has_redirect_location:
                return response, body
            request = self._redirected(request, response)
        raise SourceError(f"{request.url.copy_with(query=None)}: more than {HOPS} redirects (expected an answer)")

    def _redirected(self, request: httpx.Request, response: httpx.Response) -> httpx.Request:
        here, there = request.url, request.url.join(response.headers["Location"])
        if there.host != here.host or (here.scheme, there.scheme) == ("https", "http"):
            raise SourceError(
                f"{_plain(here)}: redirects to {_plain(there)}, another host (expected an answer; if that is the "
                "wiki, name it)"
            )
        if request.method != "GET" and response.status_code not in (307, 308):
            raise SourceError(f"{_plain(here)}: has moved to {_plain(there)} (expected the address of its API)")
        content = request.read() if request.method != "GET" else None
        dropped = ("host", "content-length", "cookie")
        headers = {name: value for name, value in request.headers.items() if name not in dropped}
        return self.client.build_request(request.method, there, content=content, headers=headers)

    def close(self) -> None:
        """Close the connection."""
        self.client.close()


def _body(response: httpx.Response) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > MOST:
            raise SourceError(f"{_plain(response.url)}: an answer of more than {MOST} bytes (expected at most that)")
    return b"".join(parts)


def _refuse(response: httpx.Response, body: bytes, *, permanent_only: bool) -> None:
    """Raises what the HTTP status says is wrong; BusyError where it may go away by itself."""
    status = response.status_code
    if status == 200:
        return
    told = f"{_plain(response.url)}: HTTP {status} {response.reason_phrase}".rstrip() + _quoted(body)
    if status in TRANSIENT and not permanent_only:
        raise BusyError(told, retry_after(response.headers.get("Retry-After")))
    raise SourceError(f"{told} (expected an answer of MediaWiki's API)")


def _decoded(response: httpx.Response, body: bytes, *, writes: bool) -> Json:
    try:
        answer = msgspec.json.decode(body)
    except msgspec.DecodeError as error:
        return _undecodable(response, body, error, writes=writes)
    if not isinstance(answer, dict):
        raise SourceError(f"{_plain(response.url)}: JSON that is no object (expected an answer of MediaWiki's API)")
    return answer


def _undecodable(response: httpx.Response, body: bytes, error: Exception, *, writes: bool) -> Json:
    """A web page is another address than meant; JSON that breaks off may come whole the next time."""
    address, kind = _plain(response.url), response.headers.get("Content-Type", "").partition(";")[0]
    if kind == "text/html" or body.lstrip()[:1] == b"<":
        raise SourceError(f"{address}: a web page{_quoted(body)} (expected JSON of MediaWiki's API)")
    told = f"{address}: JSON that cannot be read, of {len(body)} bytes: {error} (expected an answer of MediaWiki's API)"
    if writes:
        raise SourceError(f"{told}; what was asked may have been carried out") from error
    raise BusyError(told, tries=GARBLED) from error


def _lost(request: httpx.Request, error: httpx.HTTPError, *, writes: bool) -> SourceError:
    """A failed connection: BusyError where asking again may help and can do no harm."""
    told = f"{_plain(request.url)}: {_reason(error)}"
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        return SourceError(f"{told} (expected a certificate that this machine trusts)")
    if any(isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_NONAME for cause in _causes(error)):
        return SourceError(f"{told} (expected the address of a wiki)")
    if isinstance(error, httpx.UnsupportedProtocol | httpx.LocalProtocolError):
        return SourceError(f"{told} (expected an http or https address)")
    if isinstance(error, httpx.DecodingError):
        return BusyError(f"{told} (expected gzip)", tries=GARBLED)
    unsent = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
    if writes and not unsent:
        return SourceError(f"{told}; what was asked may have been carried out (expected an answer)")
    return BusyError(f"{told} (expected an answer)")


def _reason(error: httpx.HTTPError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return f"no answer for {SECONDS:g} s"
    return str(error) or type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _quoted(body: bytes) -> str:
    """The title of a web page, to tell which one it is."""
    found = _TITLE.search(body[:20_000])
    title = " ".join(unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    return f" “{title}”" if title else ""


def _plain(url: httpx.URL) -> str:
    """An address without its query, which may hold a token, and without a password."""
    return str(url.copy_with(query=None, userinfo=None, fragment=None))
