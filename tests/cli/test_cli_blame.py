"""`claimcheck blame` on a directory of versions and on the commits of a file."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from command_line import FLAWED, Run

from claimcheck import examine as really
from claimcheck.blame import origins

Write = Callable[..., Path]
SOUND = "The agency employed 7,000 nurses in that year.\n"
DOUBLED = "7000 thousand means 7,000,000: the number is already written out, and the scale word multiplies it once more"
IMPOSSIBLE = "It was opened on 31 June 1874.\n"


@pytest.fixture
def versions(write: Write) -> Callable[[Sequence[str]], None]:
    """Writes versions into a directory."""

    def put(texts: Sequence[str]) -> None:
        for number, text in enumerate(texts):
            write(f"Agency/{number:05}.wikitext", text)

    return put


@pytest.fixture
def commit(write: Write, tmp_path: Path) -> Callable[..., None]:
    """Commits a file with a text."""

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True, capture_output=True)

    def put(name: str, text: str, message: str, renamed: str | None = None) -> None:
        if not (tmp_path / ".git").exists():
            git("init", "--quiet")
            git("config", "user.name", "Ann Ä")
            git("config", "user.email", "ann@example.org")
        if renamed:
            git("mv", renamed, name)
        write(name, text)
        git("add", "--all")
        git("commit", "--quiet", "--message", message)

    return put


def test_a_directory_of_versions(run: Run, versions: Callable[[Sequence[str]], None]) -> None:
    versions([SOUND, SOUND + IMPOSSIBLE, FLAWED + IMPOSSIBLE, FLAWED + IMPOSSIBLE + "\n"])
    result = run("blame", "Agency")
    assert result.code == 1
    assert result.out.splitlines() == [
        f"Agency/00003.wikitext:1:21: error {DOUBLED} [scale/doubled-scale-word]",
        "  brought by 00002.wikitext",
        "",
        "Agency/00003.wikitext:2:18: error 31 June 1874: June has no day 31 [date/impossible-date]",
        "  brought by 00001.wikitext",
        "",
        "2 findings; 4 revisions, 4 linted.",
    ]


def test_few_of_many_versions_are_linted(
    run: Run, versions: Callable[[Sequence[str]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    linted = []
    monkeypatch.setattr(origins, "examine", lambda *a, **k: linted.append(1) or really(*a, **k))
    versions([f"{FLAWED if n >= 411 else SOUND}{IMPOSSIBLE if n >= 77 else ''}Edit {n}.\n" for n in range(1000)])
    shape = json.loads(run("blame", "Agency", "--format", "json").out)
    brought = {each["rule"]: each["introduced"]["version"] for each in shape["findings"]}
    assert brought == {"scale/doubled-scale-word": "00411.wikitext", "date/impossible-date": "00077.wikitext"}
    assert (shape["versions"], shape["linted"]) == (1000, len(linted))
    assert len(linted) <= 30


def test_from_the_start(run: Run, versions: Callable[[Sequence[str]], None]) -> None:
    versions([IMPOSSIBLE, IMPOSSIBLE + SOUND])
    (finding,) = json.loads(run("blame", "Agency", "--format", "json").out)["findings"]
    assert (finding["introduced"]["version"], finding["introduced"]["before"]) == ("00000.wikitext", None)
    assert "  there from the first, 00000.wikitext\n" in run("blame", "Agency").out


@pytest.mark.parametrize(
    ("texts", "brought", "before"),
    [
        ([SOUND, FLAWED, SOUND, FLAWED + "\n"], 3, 2),
        ([SOUND, FLAWED, SOUND, FLAWED], 1, 0),
        ([SOUND, FLAWED, "", FLAWED, FLAWED + "\n"], 1, 0),
        ([SOUND, FLAWED, FLAWED + "Buy!", FLAWED, SOUND, FLAWED + "\n"], 5, 4),
        ([FLAWED, SOUND, FLAWED, SOUND, FLAWED], 0, None),
    ],
    ids=["came, went and came", "restored", "blanked and restored", "restored and mended by restoring", "an edit war"],
)
def test_one_that_comes_and_goes(
    run: Run,
    versions: Callable[[Sequence[str]], None],
    texts: Sequence[str],
    brought: int,
    before: int | None,
) -> None:
    """The last edit that brought it; one that restores an earlier text brings nothing."""
    versions(texts)
    (finding,) = json.loads(run("blame", "Agency", "--format", "json").out)["findings"]
    names = [None if number is None else f"{number:05}.wikitext" for number in (brought, before)]
    assert [finding["introduced"]["version"], finding["introduced"]["before"]] == names


def test_a_version_that_cannot_be_read_is_passed_over(run: Run, write: Write) -> None:
    for number, data in enumerate([SOUND.encode(), b"\xff", b"\xfe", FLAWED.encode()]):
        write(f"Agency/{number}.wikitext", data)
    result = run("blame", "Agency")
    assert "brought by 3.wikitext" in result.out


def test_commits_of_a_file(run: Run, commit: Callable[..., None], write: Write) -> None:
    commit("first.wikitext", SOUND * 9, "Begin")
    commit("Agency ä.wikitext", SOUND * 9 + FLAWED, "Nurses: a  figure", renamed="first.wikitext")
    commit("Agency ä.wikitext", SOUND * 9 + FLAWED + "\nMore.\n", "More")
    shape = json.loads(run("blame", "Agency ä.wikitext", "--select", "scale", "--format", "json").out)
    (finding,) = shape["findings"]
    assert (finding["article"], finding["introduced"]["author"]) == ("Agency ä", "Ann Ä")
    assert finding["introduced"]["comment"] == "Nurses: a  figure"
    assert len(finding["introduced"]["version"]) == 40
    assert shape["versions"] == 3
    write("Agency ä.wikitext", SOUND * 9 + FLAWED + IMPOSSIBLE)
    told = run("blame", "Agency ä.wikitext").out
    assert "  brought by not committed\n" in told
    assert " by Ann Ä: Nurses: a  figure\n" in told


def test_a_file_that_git_does_not_know(run: Run, commit: Callable[..., None], write: Write) -> None:
    commit("a.txt", SOUND, "Begin")
    write("b.txt", FLAWED)
    result = run("blame", "b.txt")
    assert result.code == 2
    assert result.err == (
        "claimcheck: b.txt: git knows no commit of it (expected a file with a history, or a directory)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("missing.txt",), "missing.txt: no such file or directory"),
        (("empty",), "empty: no article in this directory"),
        ((), "Missing argument 'PAGE'"),
        (("Agency", "--wait", "x"), "Invalid value for '--wait'"),
    ],
)
def test_bad_usage(run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    (tmp_path / "empty").mkdir()
    result = run("blame", *arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_an_interrupted_search_is_taken_up(
    run: Run, versions: Callable[[Sequence[str]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    versions([f"{FLAWED if n >= 411 else SOUND}Edit {n}.\n" for n in range(1000)])
    whole = json.loads(run("blame", "Agency", "--format", "json").out)
    left = [7]

    def examine(*arguments: object, **options: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return really(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(origins, "examine", examine)
    assert run("blame", "Agency", "--state", "state.jsonl").err.strip() == "claimcheck: interrupted"
    left[0] = 1000
    again = run("blame", "Agency", "--state", "state.jsonl", "--format", "json")
    assert again.err == "claimcheck: state.jsonl: 7 texts known from before\n"
    shape = json.loads(again.out)
    assert shape["findings"] == whole["findings"]
    assert shape["linted"] == whole["linted"] - 6  # the newest is linted anew, for its findings are shown


def test_a_state_file_cut_short_or_about_something_else(
    run: Run, versions: Callable[[Sequence[str]], None], tmp_path: Path
) -> None:
    versions([SOUND, FLAWED, FLAWED + "\n"])
    state = tmp_path / "state.jsonl"
    whole = run("blame", "Agency", "--state", "state.jsonl").out
    state.write_text(state.read_text()[:-20])
    assert "2 texts known from before" in (again := run("blame", "Agency", "--state", "state.jsonl")).err
    assert again.out.replace("2 linted", "3 linted") == whole
    assert run("blame", "Agency", "--state", "state.jsonl", "--select", "date").err == ""
    state.write_text("[section]\n")
    result = run("blame", "Agency", "--state", "state.jsonl")
    assert result.code == 2
    assert "state.jsonl: not a state file of claimcheck blame" in result.err
    assert state.read_text() == "[section]\n"


def test_rules_ignored_by_path_are_ignored_here_too(run: Run, write: Write, commit: Callable[..., None]) -> None:
    commit("towns/a.txt", FLAWED, "first")
    assert run("blame", "towns/a.txt").code == 1
    write("claimcheck.toml", '[per-path-ignores]\n"towns/*" = ["scale"]')
    assert run("blame", "towns/a.txt").code == 0
