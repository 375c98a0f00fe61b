"""A stand-in for a wiki, and a wiki client that does not really wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from wiki_stand_in import Script, StandIn

from claimcheck.sources.mediawiki import Patience, Wiki


@pytest.fixture
def stand_in() -> Iterator[Callable[[Script], StandIn]]:
    """`stand_in(script)` is a server that answers with what the script says."""
    running: list[StandIn] = []

    def start(script: Script) -> StandIn:
        running.append(StandIn(script))
        return running[-1]

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def waits() -> list[float]:
    """The seconds that the client would have waited, one for each wait."""
    return []


@pytest.fixture
def ask(stand_in: Callable[[Script], StandIn], waits: list[float]) -> Iterator[Callable[..., tuple[Wiki, StandIn]]]:
    """`ask(script, …)` is a client of a stand-in, and the stand-in."""
    clients: list[Wiki] = []

    def start(script: Script, patience: Patience | None = None) -> tuple[Wiki, StandIn]:
        server = stand_in(script)
        clients.append(Wiki(server.url, patience=patience or Patience(100), sleep=waits.append))
        return clients[-1], server

    yield start
    for client in clients:
        client.close()
