"""One real MediaWiki for all tests of this folder; without PHP they skip, but not where CLAIMCHECK_REQUIRE names it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest
from server import BOT, BOT_SECRET, MediaWiki, missing

from claimcheck.sources.mediawiki import Credentials, Patience, Wiki


@pytest.fixture(scope="session")
def feed() -> Iterator[socket.socket]:
    """The socket to which the wiki sends each change as a datagram."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as found:
        found.bind(("127.0.0.1", 0))
        found.settimeout(20)
        yield found


@pytest.fixture(scope="session")
def mediawiki(tmp_path_factory: pytest.TempPathFactory, feed: socket.socket) -> Iterator[MediaWiki]:
    """The server."""
    if reason := missing():
        if "mediawiki" in os.environ.get("CLAIMCHECK_REQUIRE", ""):
            pytest.fail(f"CLAIMCHECK_REQUIRE asks for it: {reason}")
        pytest.skip(reason)
    with MediaWiki(tmp_path_factory.mktemp("mediawiki"), feed.getsockname()[1]) as found:
        yield found


@pytest.fixture(scope="session")
def bot(mediawiki: MediaWiki) -> Iterator[Wiki]:
    """The wiki as its bot sees it, with the rights to edit, delete and protect."""
    with Wiki(mediawiki.url, credentials=Credentials(user=BOT, password=BOT_SECRET), patience=Patience(20)) as found:
        yield found


@pytest.fixture
def wiki(mediawiki: MediaWiki) -> Iterator[Wiki]:
    """The wiki as anybody sees it."""
    with Wiki(mediawiki.url, "tests@example.org", patience=Patience(20)) as found:
        yield found
