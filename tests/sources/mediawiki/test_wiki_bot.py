"""The bot of examples/ on a real MediaWiki: what it writes, what it leaves alone, and what others write meanwhile."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from server import BOT, BOT_SECRET, MediaWiki

from claimcheck.sources.mediawiki import Wiki

Write = Callable[..., int]
PROGRAM = Path(__file__).resolve().parents[3] / "examples" / "talk_page_bot.py"
FLAWED = "The agency employed 7000 thousand nurses in that year, ''as [[Ann|]] <!-- x --> said''."
LIST = "Project:Numbers/Pages"


@pytest.fixture(scope="session")
def example() -> ModuleType:
    """The program as a module."""
    spec = importlib.util.spec_from_file_location("talk_page_bot", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def program(mediawiki: MediaWiki) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the program with the bot's credentials."""

    def call(*arguments: str, user: str = BOT) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", str(PROGRAM), mediawiki.url, LIST, "--pause", "0", *arguments],
            capture_output=True,
            encoding="utf-8",
            env={
                **os.environ,
                "PYTHONUTF8": "1",
                "CLAIMCHECK_WIKI_USER": user,
                "CLAIMCHECK_WIKI_PASSWORD": BOT_SECRET if user else "",
            },
            check=False,
        )

    return call


Program = Callable[..., subprocess.CompletedProcess[str]]


def test_a_report_comes_stays_and_goes(program: Program, wiki: Wiki, write: Write) -> None:
    number = write("Bot page", FLAWED)
    write("Not listed", FLAWED)
    write("Talk:Bot page", "== Hello ==\nFive people, see below.")
    write(LIST, "Pages to look at:\n* [[Bot page]]\n*[[No such page]] (soon)\nNot this one: [[Not listed]]")

    shown = program()
    assert shown.returncode == 1
    assert shown.stderr == "127.0.0.1: No such page: no such page\n"
    assert shown.stdout.startswith("--- Talk:Bot page\n+++ Talk:Bot page (not written)\n")
    assert wiki.page("Talk:Bot page").text == "== Hello ==\nFive people, see below."

    written = program("--post")
    assert (written.returncode, written.stdout) == (1, "Talk:Bot page: written\n")
    talk = wiki.page("Talk:Bot page")
    assert talk.text.startswith("== Hello ==\nFive people, see below.\n\n<!-- claimcheck report: begin -->\n")
    assert f"[[Special:PermanentLink/{number}|this revision]]" in talk.text
    assert "* '''error''': <nowiki>7000 thousand</nowiki>: <nowiki>7000 thousand means 7,000,000" in talk.text
    assert "[[User:Admin|Admin]]" in talk.text
    assert len(list(wiki.pages(["Talk:Not listed"]))) == 1
    with pytest.raises(Exception, match="Talk:Not listed: no such page"):
        wiki.page("Talk:Not listed")

    assert program("--post").stdout == ""
    assert wiki.page("Talk:Bot page").id == talk.id

    write("Bot page", "The agency employed 7,000 nurses in that year.")
    assert program("--post").stdout == "Talk:Bot page: written\n"
    assert wiki.page("Talk:Bot page").text == "== Hello ==\nFive people, see below."


def test_a_talk_page_that_wants_no_bots(program: Program, wiki: Wiki, write: Write) -> None:
    write("Quiet page", FLAWED)
    number = write("Talk:Quiet page", "{{nobots}}\nQuiet, please.")
    write(LIST, "* [[Quiet page]]")
    done = program("--post")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Talk:Quiet page: left alone, as it asks bots to\n"
    assert wiki.page("Talk:Quiet page").id == number


def test_a_talk_page_that_is_missing_is_made(program: Program, wiki: Wiki, write: Write) -> None:
    write("Project:Page of the project", FLAWED)
    write(LIST, "* [[Project:Page of the project]]")
    done = program("--post")
    assert done.returncode == 0, done.stderr
    assert "7000 thousand" in wiki.page("Project talk:Page of the project").text


@pytest.mark.parametrize("talk", [None, "First line.\n"])
def test_what_somebody_else_writes_meanwhile_stays(
    example: ModuleType, wiki: Wiki, bot: Wiki, write: Write, monkeypatch: pytest.MonkeyPatch, talk: str | None
) -> None:
    """The other edit is made after the bot has read the talk page, and in the same place."""
    title = f"Contested {talk is None}"
    write(title, FLAWED)
    if talk:
        write(f"Talk:{title}", talk)
    codes = []
    real = bot.act

    def act(action: str, **parameters: object) -> object:
        if not codes:
            wiki.act("edit", title=f"Talk:{title}", text=f"{talk or ''}\nI disagree.")
        try:
            answer = real(action, **parameters)
        except Exception as error:
            codes.append(error.code)  # type: ignore[attr-defined]
            raise
        codes.append("")
        return answer

    monkeypatch.setattr(bot, "act", act)
    assert example.keep_report(bot, wiki.page(title), "Admin", post=True)
    assert codes == ["editconflict" if talk else "articleexists", ""]
    found = wiki.page(f"Talk:{title}").text
    assert "I disagree." in found
    assert found.count("7000 thousand means") == 1


def test_nobody_posts_without_a_name(program: Program, write: Write) -> None:
    write(LIST, "* [[Bot page]]")
    done = program("--post", user="")
    assert done.returncode == 1
    assert done.stderr.startswith("--post needs CLAIMCHECK_WIKI_USER")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Nothing about bots.", True),
        ("{{nobots}}", False),
        ("{{ Nobots }}", False),
        ("{{bots}}", True),
        ("{{bots|deny=all}}", False),
        ("{{bots|deny=OtherBot, Ann Bot}}", False),
        ("{{bots|deny=OtherBot}}", True),
        ("{{bots|deny=none}}", True),
        ("{{bots|allow=none}}", False),
        ("{{bots|allow=OtherBot}}", False),
        ("{{bots|allow=OtherBot,Ann Bot}}", True),
        ("{{bots|allow=all}}", True),
        ("{{nobots|allow=Ann Bot}}", True),
        ("<nowiki>{{nobots}}</nowiki>", True),
        ("<!-- {{nobots}} -->", True),
    ],
)
def test_what_a_page_allows(example: ModuleType, text: str, allowed: bool) -> None:
    assert example.may_edit(text, "Ann Bot") is allowed
