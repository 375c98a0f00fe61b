"""What docs/mediawiki.md shows is run against a real wiki, with its own address, numbers and password put in."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from server import ADMIN, MediaWiki

import claimcheck as cc
from claimcheck.sources.mediawiki import Credentials, Wiki, WikiError

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., int]
PAGE = Path(__file__).parents[3] / "docs" / "mediawiki.md"
READER, READER_SECRET = f"{ADMIN}@reader", "vutsrqponmlkjihgfedcba9876543210"
RIGHT = "The line has 7,000 sleepers and [[File:X.png]] five stations."
WRONG = "The line has 7000 thousand sleepers and [[File:X.png]] five stations."


def blocks(language: str, heading: str) -> list[str]:
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


@pytest.fixture
def pages(write: Write) -> list[int]:
    """The pages that the examples name, and the numbers of two revisions of one."""
    for title in ("Tarawa", "Upper line", "Talk:Kiribati"):
        write(title, RIGHT)
    return [write("Kiribati", RIGHT + f" {len(RIGHT)}"), write("Kiribati", WRONG)]


@pytest.fixture
def example(run: Run, mediawiki: MediaWiki, pages: list[int], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Runs one line of a block; its exit code, nothing having gone wrong."""

    def call(line: str) -> int:
        for shown, real in (("https://en.wikipedia.org", mediawiki.url), ("https://wiki.example.org", mediawiki.url),
                            ("123456788", str(pages[0])), ("123456789", str(pages[1])), ("Ann@claimcheck", READER),
                            ("$(cat ~/.config/claimcheck-password)", READER_SECRET)):  # fmt: skip
            line = line.replace(shown, real)
        name, *arguments = shlex.split(line, comments=True)
        if name == "export":
            variable, _, value = arguments[0].partition("=")
            monkeypatch.setenv(variable, value)
            return 0
        assert name == "claimcheck", line
        code, _, err = run(*arguments)
        assert code in (0, 1), (line, err)
        assert not err, (line, err)
        return code

    return call


@pytest.mark.parametrize(("heading", "code"), [("Lint a page", 1), ("What an edit changed", 1)])
def test_commands(example: Callable[[str], int], heading: str, code: int) -> None:
    lines = [line for block in blocks("sh", heading) for line in block.splitlines()]
    assert [example(line) for line in lines][-1] == code


def test_blame_of_all_that_it_takes(example: Callable[[str], int], tmp_path: Path) -> None:
    for name in ("articles", "versions/Kiribati"):
        (tmp_path / name).mkdir(parents=True)
    git = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True)
    for number, text in enumerate((RIGHT, WRONG)):
        (tmp_path / "versions" / "Kiribati" / f"{number}.wikitext").write_text(text, encoding="utf-8")
        (tmp_path / "articles" / "Kiribati.wikitext").write_text(text, encoding="utf-8")
        subprocess.run([*git, "add", "articles"], cwd=tmp_path, check=True)
        subprocess.run([*git, "commit", "-q", "-m", f"{number}"], cwd=tmp_path, check=True)
    (block,) = blocks("sh", "Which revision brought a finding")
    assert [example(line) for line in block.splitlines()] == [1, 1, 1]


def test_a_private_wiki_is_read_with_basic_rights_alone(mediawiki: MediaWiki, example: Callable[[str], int]) -> None:
    mediawiki.maintenance("createBotPassword", "--appid", "reader", "--grants", "basic", ADMIN, READER_SECRET)
    (block,) = blocks("sh", "A private wiki")
    with mediawiki.private():
        assert [example(line) for line in block.splitlines()] == [0, 0, 0]
        reader = Credentials(user=READER, password=READER_SECRET)
        with Wiki(mediawiki.url, credentials=reader) as wiki:
            assert wiki.page("Upper line").text == RIGHT
            with pytest.raises(WikiError):
                wiki.act("edit", title="Upper line", text=WRONG)


def test_a_token_that_the_wiki_does_not_know_is_told(mediawiki: MediaWiki) -> None:
    with Wiki(mediawiki.url, credentials=Credentials(token="unknown")) as wiki, pytest.raises(cc.SourceError):
        wiki.page("Main Page")


def test_credentials_in_an_address_are_refused() -> None:
    with pytest.raises(cc.SourceError, match="expected them in the environment"):
        Wiki("https://ann:secret@wiki.example.org")


def test_an_authority_of_ones_own_is_trusted_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "gone.pem"))
    with pytest.raises(FileNotFoundError), Wiki("https://wiki.example.org", contact="tests@example.org") as wiki:
        wiki.page("Main Page")


def test_the_program(mediawiki: MediaWiki, pages: list[int], tmp_path: Path) -> None:
    (block,) = blocks("(?:text|py|python)", "From Python")
    bot = 'Wiki("https://en.wikipedia.org", contact="ann@example.org")'
    assert bot in block
    program = block.replace("https://en.wikipedia.org", mediawiki.url).replace("123456789", str(pages[1]))
    reading = "\n".join(line for line in program.splitlines() if "wiki.act(" not in line)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", reading], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [WRONG, RIGHT]
