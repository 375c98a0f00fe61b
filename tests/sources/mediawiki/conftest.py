"""One real MediaWiki for all tests of this folder; without PHP they skip, but not where CLAIMCHECK_REQUIRE names it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from server import BOT, BOT_SECRET, MediaWiki, missing

from claimcheck.cli import cli
from claimcheck.cli.failures import guarded
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


@pytest.fixture(scope="session")
def write(bot: Wiki) -> Callable[..., int]:
    """Writes a page and gives the number of its new revision."""

    def put(title: str, text: str, **more: object) -> int:
        answer = bot.act("edit", title=title, text=text, summary=f"{len(text)} characters", **more)
        return int(answer["edit"].get("newrevid") or bot.page(title).id)  # the text may be that already

    return put


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """`run("lint", "--wiki", url)` in an empty directory: exit code, output, errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = guarded(cli, list(arguments))
        out, err = (stream.decode("utf-8") for stream in capsysbinary.readouterr())
        assert "Traceback" not in out + err
        assert "internal error" not in err
        return code, out, err

    return call


@pytest.fixture
def as_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot's credentials in the environment."""
    monkeypatch.setenv("CLAIMCHECK_WIKI_USER", BOT)
    monkeypatch.setenv("CLAIMCHECK_WIKI_PASSWORD", BOT_SECRET)
