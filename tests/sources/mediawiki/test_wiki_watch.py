"""`claimcheck watch` on the recent changes of a real MediaWiki, over connections that break off."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from relay import Relay
from server import MediaWiki

from claimcheck.sources.mediawiki import Wiki

Write = Callable[..., int]
SCHEMA = json.loads(files("claimcheck").joinpath("data/report.schema.json").read_text(encoding="utf-8"))
SOUND = "The agency employed 7,000 nurses in {}."


def flawed(number: int) -> str:
    """A text with an error of its own."""
    return f"The agency employed {7000 + number} thousand nurses in that year."


@pytest.fixture
def relay(feed: socket.socket, mediawiki: MediaWiki) -> Iterator[Relay]:  # noqa: ARG001
    """The wiki's changes as a stream."""
    with Relay(feed) as found:
        yield found


class Watch:
    """A running `claimcheck watch`."""

    def __init__(self, mediawiki: MediaWiki, relay: Relay, directory: Path, *arguments: str) -> None:
        self.directory = directory
        command = [sys.executable, "-c", "from claimcheck.cli import main; main()", "watch", "--wiki", mediawiki.url]
        with (directory / "out").open("ab") as out, (directory / "err").open("ab") as err:
            self.process = subprocess.Popen(
                [*command, "--stream", relay.url, "--wait", "20", *arguments],
                stdout=out,
                stderr=err,
                cwd=directory,
                env={**os.environ, "PYTHONUTF8": "1"},
            )

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.directory / "out").read_text().splitlines()]

    def wait_for(self, count: int) -> list[dict[str, Any]]:
        until = time.monotonic() + 60
        while len(self.lines()) < count:
            assert self.process.poll() is None, (self.directory / "err").read_text()
            assert time.monotonic() < until, (self.directory / "err").read_text()
            time.sleep(0.05)
        return self.lines()

    def end(self, number: int | None = signal.SIGINT) -> tuple[int, str]:
        """Ask it to end, or wait until it does by itself: exit code and what was said."""
        if number is not None:
            self.process.send_signal(number)
        code = self.process.wait(30)
        return code, (self.directory / "err").read_text()


@pytest.fixture
def watch(mediawiki: MediaWiki, relay: Relay, tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    """`watch("--state", "s")` starts one that is surely ended."""
    running: list[Watch] = []

    def start(*arguments: str) -> Watch:
        before = len(relay.asked)
        running.append(Watch(mediawiki, relay, tmp_path, *arguments))
        relay.connected(before + 1)
        return running[-1]

    yield start
    for each in running:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait(30)


def test_what_an_edit_broke(watch: Callable[..., Watch], write: Write) -> None:
    old = write("Watched", flawed(1))
    running = watch()
    new = write("Watched", f"{flawed(1)}\n\n{flawed(2)}")
    (line,) = running.wait_for(1)
    assert [line[key] for key in ("type", "rule", "article", "line")] == [
        "finding",
        "scale/doubled-scale-word",
        "Watched",
        3,
    ]
    assert line["claims"][0]["text"] == "7002 thousand"
    edit = line["edit"]
    assert (edit["old"], edit["new"], edit["user"], edit["wiki"]) == (old, new, "Admin", "wiki")
    assert edit["diff"].endswith(f"/index.php?oldid={new}&diff=prev")
    jsonschema.validate(line, SCHEMA)
    code, err = running.end()
    assert code == 1
    assert err.endswith("claimcheck: 1 edit compared, 1 new finding\n")


def test_nothing_is_lost_or_doubled_over_drops(watch: Callable[..., Watch], relay: Relay, write: Write) -> None:
    """Broken off within the third event, within the next one, turned away twice, and old events sent again."""
    relay.drop_after[:] = [2, 0]
    relay.repeat = 3
    running = watch()
    for number in range(4):
        write(f"Dropped {number}", flawed(number))
    relay.connected(3)
    relay.refuse = 2
    for number in range(4, 8):
        write(f"Dropped {number}", flawed(number))
    found = running.wait_for(8)
    time.sleep(0.3)
    assert [line["article"] for line in running.lines()] == [f"Dropped {number}" for number in range(8)]
    assert len(found) == 8
    assert relay.asked[0] == ""
    assert all(relay.asked[1:])
    code, err = running.end(signal.SIGTERM)
    assert code == 1
    assert "connecting again" in err
    assert "Traceback" not in err


def test_a_new_run_goes_on_where_the_last_one_ended(watch: Callable[..., Watch], relay: Relay, write: Write) -> None:
    running = watch("--state", "state")
    write("Resumed 0", flawed(0))
    running.wait_for(1)
    assert running.end()[0] == 1
    for number in range(1, 4):
        write(f"Resumed {number}", flawed(number))
    time.sleep(0.3)
    again = watch("--state", "state", "--limit", "3")
    assert again.end(None)[0] == 1
    assert [line["article"] for line in again.lines()] == [f"Resumed {number}" for number in range(4)]
    assert relay.asked[-1] != ""


def test_one_that_was_killed_goes_on_too(watch: Callable[..., Watch], write: Write) -> None:
    running = watch("--state", "state")
    write("Killed 0", flawed(0))
    running.wait_for(1)
    time.sleep(0.3)
    running.end(signal.SIGKILL)
    write("Killed 1", flawed(1))
    time.sleep(0.3)
    again = watch("--state", "state", "--limit", "1")
    assert again.end(None)[0] == 1
    assert [line["article"] for line in again.lines()] == ["Killed 0", "Killed 1"]


def test_only_what_was_asked_for(watch: Callable[..., Watch], relay: Relay, bot: Wiki, write: Write) -> None:
    running = watch("--page", "Line *", "--page", "Wanted", "--no-bots")
    write("Unwanted", flawed(1))
    write("Talk:Line 1", flawed(2))
    bot.act("edit", title="Line 2", text=flawed(3), bot=True)
    relay.add(type="edit", title="Line 3", namespace=0, wiki="enwiki", server_name="x", id=1, revision={"new": 5})
    relay.add(type="categorize", title="Line 4", namespace=14, wiki="wiki", server_name="127.0.0.1", id=2)
    relay.send(b"no JSON at all")
    write("Line 5", SOUND.format(2001))
    write("Line 6", flawed(6))
    write("Wanted", flawed(7))
    found = running.wait_for(2)
    assert [line["article"] for line in found] == ["Line 6", "Wanted"]
    err = running.end()[1]
    assert "an event that is no change of a wiki, passed over: 'no JSON at all'" in err
    assert err.endswith("claimcheck: 3 edits compared, 2 new findings\n")


def test_an_edit_that_is_gone_is_passed_over(
    watch: Callable[..., Watch], bot: Wiki, relay: Relay, write: Write
) -> None:
    number = write("Gone", flawed(1))
    bot.act("delete", title="Gone")
    running = watch()
    relay.add(
        type="new", title="Gone", namespace=0, wiki="wiki", server_name="127.0.0.1", id=7, revision={"new": number}
    )
    write("Still there", flawed(2))
    assert [line["article"] for line in running.wait_for(1)] == ["Still there"]
    code, err = running.end()
    assert code == 1
    assert f"claimcheck: 127.0.0.1: revision {number}: no such revision (it may be deleted); passed over\n" in err


def test_nothing_found(watch: Callable[..., Watch], write: Write) -> None:
    running = watch("--limit", "1")
    write("Sound", SOUND.format(2001))
    assert running.end(None) == (0, "claimcheck: 1 edit compared, 0 new findings\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Missing option '--wiki'"),
        (("--wiki", "https://wiki.example"), "Missing option '--stream': only Wikimedia's wikis have one"),
        (("--wiki", "https://en.wikipedia.org"), "Wikimedia's wikis are only asked with a contact"),
        (("--wiki", "https://wiki.example", "--select", "scael"), "no rule, family or tag `scael`"),
    ],
)
def test_bad_usage(run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], told: str) -> None:
    code, _, err = run("watch", *arguments)
    assert code == 2
    assert told in err
