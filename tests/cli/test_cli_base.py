"""`--base REV`: only what a change brought, in real git repositories."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import FLAWED, Run

Write = Callable[..., Path]
WRONG = "The line is 266 miles (364 km) long.\n"
LONG = "".join(f"The {name} stands by the river, and nobody knows who built it.\n" for name in ("mill", "inn", "barn"))


@pytest.fixture(autouse=True)
def identity(monkeypatch: pytest.MonkeyPatch) -> None:
    """A git without the settings of whoever runs the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Tester")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "tester@example.org")


def git(*arguments: str, cwd: Path | None = None) -> str:
    done = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True, cwd=cwd)
    return done.stdout.strip()


def commit(message: str) -> str:
    git("add", "-A")
    git("commit", "-q", "-m", message)
    return git("rev-parse", "HEAD")


@pytest.fixture
def repository(run: Run, write: Write) -> Run:
    """A repository in the working directory: an article with a flaw, one without, one in a folder."""
    git("init", "-q", "-b", "main")
    write("old.txt", LONG + FLAWED)
    write("clean.txt", "Nothing.\n")
    write("towns/Zürich.txt", LONG + WRONG)
    commit("first")
    return run


def found(run: Run, *arguments: str, stdin: bytes = b"") -> list[tuple[str, list[str]]]:
    """The articles that were linted, each with the text of what was found in it."""
    result = run("lint", *(arguments or (".",)), "--base", "main", "--format", "json", stdin=stdin)
    assert result.code in (0, 1), result.err
    articles = json.loads(result.out)["articles"]
    return [(each["file"], [finding["message"].split(" ")[0] for finding in each["findings"]]) for each in articles]


def test_nothing_changed(repository: Run) -> None:
    assert found(repository) == []
    result = repository("lint", ".", "--base", "HEAD")
    assert (result.code, result.out) == (0, "Nothing found in 0 articles; 0 claims read.\n")


def test_only_what_the_change_brought(repository: Run, write: Write) -> None:
    write("old.txt", f"New first line.\n{LONG}A word more. {FLAWED}{WRONG}")
    assert found(repository) == [("old.txt", ["266"])]
    commit("change")
    assert found(repository, "old.txt", "clean.txt", "towns") == []
    assert [name for name, _ in found_since(repository, "HEAD~1")] == ["old.txt"]


def found_since(run: Run, revision: str) -> Iterator[tuple[str, int]]:
    for article in json.loads(run("lint", ".", "--base", revision, "--format", "json").out)["articles"]:
        yield article["file"], len(article["findings"])


def test_new_articles_are_read_in_full(repository: Run, write: Write) -> None:
    write("new.txt", FLAWED)
    write("towns/untracked and new.txt", WRONG)
    git("add", "new.txt")
    assert found(repository) == [("new.txt", ["7000"]), ("towns/untracked and new.txt", ["266"])]


def test_moved_and_renamed_articles_are_compared_with_what_they_were(repository: Run, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    git("mv", "old.txt", "archive/renamed.txt")
    git("mv", "towns/Zürich.txt", "Zürich.txt")
    assert found(repository) == [("Zürich.txt", []), ("archive/renamed.txt", [])]
    with (tmp_path / "archive/renamed.txt").open("a") as file:
        file.write(WRONG)
    assert found(repository) == [("Zürich.txt", []), ("archive/renamed.txt", ["266"])]


def test_a_branch_answers_for_its_own_changes_only(repository: Run, write: Write) -> None:
    git("checkout", "-q", "-b", "branch")
    write("branch.txt", FLAWED)
    commit("on the branch")
    git("checkout", "-q", "main")
    write("clean.txt", WRONG)
    commit("meanwhile on main")
    git("checkout", "-q", "branch")
    assert found(repository) == [("branch.txt", ["7000"])]


def test_known_findings_are_told_apart(repository: Run, write: Write) -> None:
    write("old.txt", LONG + FLAWED + WRONG)
    result = repository("lint", "old.txt", "--base", "main")
    assert result.code == 1
    assert result.out.endswith("1 error, 0 warnings, 0 notes in 1 article; 3 claims read; 1 known finding left out.\n")
    results = json.loads(repository("lint", "old.txt", "--base", "main", "--format", "sarif").out)["runs"][0]["results"]
    assert [each.get("suppressions") for each in results] == [None, [{"kind": "external"}]]


def test_a_suppression_taken_away_is_new(repository: Run, write: Write) -> None:
    comment = " <!-- claimcheck: ignore=scale/doubled-scale-word as printed -->"
    write("a.wiki", FLAWED.strip() + comment)
    commit("suppressed")
    write("a.wiki", FLAWED)
    assert found(repository, "a.wiki") == [("a.wiki", ["7000"])]


def test_rules_on_edits_run_too(repository: Run, write: Write) -> None:
    text = (
        "The town has {} inhabitants.<ref>{{{{cite web |title=Census |date=4 May 2011}}}}</ref> It lies in a valley.\n"
    )
    write("a.wiki", text.format("4,300"))
    commit("before")
    write("a.wiki", text.format("43,000"))
    found = json.loads(repository("lint", "a.wiki", "--base", "main", "--format", "json").out)["articles"][0][
        "findings"
    ]
    assert "revision/order-of-magnitude" in {finding["rule"] for finding in found}
    assert repository("lint", "a.wiki").out.startswith("Nothing found")


def test_what_was_no_text_was_no_article(repository: Run, write: Write) -> None:
    write("old.txt", b"\xff\xfe")
    commit("broken")
    write("old.txt", FLAWED)
    assert found(repository) == [("old.txt", ["7000"])]


def test_several_processes(repository: Run, write: Write, process: Run) -> None:
    for number in range(6):
        write(f"many/{number}.txt", LONG + FLAWED)
    commit("many")
    for number in range(6):
        write(f"many/{number}.txt", LONG + FLAWED + WRONG)
    one, two = (process("lint", ".", "--base", "main", "--jobs", jobs) for jobs in "12")
    assert one == two
    assert one.out.count("[conversion/unit-pair]") == 6
    assert "doubled-scale-word" not in one.out
    assert repository("lint", "many", "--base", "main").out.count("error") == 7


def test_from_a_folder_of_the_repository(
    repository: Run, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("towns/Zürich.txt", LONG + WRONG + FLAWED)
    monkeypatch.chdir(tmp_path / "towns")
    assert found(repository) == [("Zürich.txt", ["7000"])]
    monkeypatch.setenv("GIT_DIR", ".git")  # as in a hook
    assert found(repository) == [("Zürich.txt", ["7000"])]


def test_standard_input_has_the_place_of_its_name(repository: Run) -> None:
    text = (LONG + FLAWED + WRONG).encode()
    assert found(repository, "-", "--stdin-filename", "old.txt", stdin=text) == [("old.txt", ["266"])]
    assert found(repository, "-", "--stdin-filename", "new.txt", stdin=text) == [("new.txt", ["7000", "266"])]
    assert repository("lint", "-", "--base", "main", stdin=text).code == 2


def test_settings_of_the_user_change_nothing(repository: Run, write: Write) -> None:
    for name, value in [("diff.relative", "true"), ("diff.renames", "false"), ("diff.external", "false"),
                        ("core.quotePath", "true"), ("color.ui", "always"), ("diff.noprefix", "true")]:  # fmt: skip
        git("config", name, value)
    write("towns/Zürich.txt", LONG + WRONG + FLAWED)
    git("mv", "old.txt", "renamed.txt")
    assert found(repository) == [("renamed.txt", []), ("towns/Zürich.txt", ["7000"])]


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("gone", "'gone' is not a revision of "),
        ("--all", "'--all' is not a revision of "),
        ("", "'' is not a revision of "),
        ("main:old.txt", "'main:old.txt' is not a revision of "),
        ("orphan", "'orphan' and HEAD have no common ancestor in "),
    ],
)
def test_unusable_revisions(repository: Run, revision: str, told: str) -> None:
    git("checkout", "-q", "--orphan", "orphan")
    git("commit", "-q", "-m", "unrelated")
    git("checkout", "-q", "main")
    result = repository("lint", ".", f"--base={revision}")
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_no_repository(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", FLAWED)
    result = run("lint", "a.txt", "--base", "HEAD")
    assert result.code == 2
    assert result.err == (
        f"claimcheck: git: not a git repository (or any of the parent directories): .git ({tmp_path})\n"
    )


def test_no_commit_yet(run: Run, write: Write) -> None:
    git("init", "-q")
    write("a.txt", FLAWED)
    result = run("lint", "a.txt", "--base", "HEAD")
    assert (result.code, "'HEAD' is not a revision of " in result.err) == (2, True)


def test_a_shallow_clone_says_what_to_fetch(repository: Run, write: Write, tmp_path: Path) -> None:
    git("checkout", "-q", "-b", "branch")
    write("branch.txt", FLAWED)
    commit("on the branch")
    git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{tmp_path}", "shallow")
    for revision, told in [("origin/main", "no common ancestor"), ("HEAD~1", "is not a revision of ")]:
        result = repository("lint", "shallow", "--base", revision)
        assert result.code == 2
        assert told in result.err
        assert "this is a shallow clone: fetch its history first" in result.err
    git("fetch", "-q", "--unshallow", cwd=tmp_path / "shallow")
    assert repository("lint", "shallow", "--base", "origin/main").out.count("[scale/doubled-scale-word]") == 1


def test_an_article_outside_the_repository(repository: Run, write: Write, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    git("init", "-q", cwd=inner)
    git("commit", "-q", "--allow-empty", "-m", "first", cwd=inner)
    write("inner/a.txt", FLAWED)
    assert found_in(repository, "inner") == ["inner/a.txt"]


def found_in(run: Run, path: str) -> list[Any]:
    return [
        each["file"] for each in json.loads(run("lint", path, "--base", "HEAD", "--format", "json").out)["articles"]
    ]


def test_git_is_not_installed(repository: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    result = repository("lint", ".", "--base", "main")
    assert (result.code, result.err) == (2, "claimcheck: git is not installed (expected it on the path)\n")


def test_not_together_with_a_new_baseline(repository: Run) -> None:
    assert repository("lint", ".", "--base", "main", "--baseline", "b.json", "--update-baseline").code == 2
