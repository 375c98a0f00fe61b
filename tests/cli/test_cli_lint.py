"""`claimcheck lint`: exit codes, what goes where, which rules run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import FLAWED, Run

Write = Callable[..., Path]
RULE = "scale/doubled-scale-word"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("Nothing here.", [], 0),
        (FLAWED, [], 1),
        (FLAWED, ["--exit-zero"], 0),
        (FLAWED, ["--fail-on", "error"], 1),
        (FLAWED, ["--fail-on", "note"], 1),
        (FLAWED, ["--ignore", RULE], 0),
        (FLAWED, ["--ignore", "scale"], 0),
        (FLAWED, ["--ignore", "sc*/doubled-*"], 0),
        (FLAWED, ["--ignore", "all"], 0),
        (FLAWED, ["--select", RULE], 1),
        (FLAWED, ["--select", "scale"], 1),
        (FLAWED, ["--select", "*/doubled-scale-word"], 1),
        (FLAWED, ["--select", f"{RULE},scale"], 1),
        (FLAWED, ["--select", "scale", "--ignore", RULE], 0),
        (FLAWED, ["--select", "s*"], 1),
        (FLAWED, ["--quiet"], 1),
        (FLAWED, ["--verbose"], 1),
    ],
)
def test_exit_codes(run: Run, write: Write, text: str, options: list[str], code: int) -> None:
    write("a.txt", text)
    assert run("lint", "a.txt", *options).code == code


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["lint"],
        ["lnt", "a.txt"],
        ["lint", "a.txt", "--format", "xml"],
        ["lint", "a.txt", "--bogus"],
        ["lint", "a.txt", "--date", "yesterday"],
        ["lint", "a.txt", "--date", "2024-02-30"],
        ["lint", "a.txt", "--markup", "html"],
        ["lint", "a.txt", "--fail-on", "fatal"],
        ["lint", "a.txt", "--jobs", "-1"],
        ["lint", "a.txt", "--jobs", "many"],
        ["lint", "a.txt", "--select", "scale/doubled-scale-wrd"],
        ["lint", "a.txt", "--ignore", "nothing/*"],
        ["lint", "a.txt", "--rules", "gone"],
        ["lint", "a.txt", "--output", "sarif"],
        ["lint", "a.txt", "--output", "xml=out.xml"],
        ["lint", "a.txt", "--output", "json=gone/out.json"],
        ["lint", "a.txt", "--config", "gone.toml"],
        ["lint", "a.txt", "--config", "a.txt", "--no-config"],
        ["lint", "gone.txt"],
        ["lint", "a.txt", "gone.txt"],
        ["lint", "."],
        ["extract", "gone.txt"],
        ["extract", "a.txt", "--format", "sarif"],
        ["explain", "scale/none"],
        ["explain", "gone.txt:1"],
        ["explain", "a.txt:99"],
        ["explain", "a.txt:1:99"],
        ["rules", "show", "scale/none"],
        ["rules", "test", "gone"],
        ["rules", "new", "NoFamily"],
        ["rules", "new", "family/rule-7"],
    ],
)
def test_bad_usage_is_2_with_a_word_on_stderr(run: Run, write: Write, arguments: list[str]) -> None:
    write("a.txt" if "." not in arguments else "a.md", "5 km\n")
    result = run(*arguments)
    assert result.code == 2
    assert result.err


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["lint", "--help"], ["rules", "--help"], ["-h"]])
def test_help_is_0(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.code == 0
    assert "claimcheck" in result.out
    assert not result.err


def test_reports_go_to_stdout_errors_to_stderr(run: Run, write: Write) -> None:
    write("a.txt", FLAWED)
    result = run("lint", "a.txt", "gone.txt")
    assert result.code == 2
    assert "a.txt:1:21: error " in result.out
    assert result.err == "claimcheck: gone.txt: no such file or directory\n"


def test_several_reports_of_one_run(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", FLAWED)
    result = run("lint", "a.txt", "--output", "json=a.json", "--output", "sarif=a.sarif", "--output", "jsonl=é.jsonl")
    assert result.code == 1
    assert f"[{RULE}]" in result.out
    assert json.loads((tmp_path / "a.json").read_text())["summary"]["errors"] == 1
    assert json.loads((tmp_path / "a.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == RULE
    assert json.loads((tmp_path / "é.jsonl").read_text().splitlines()[0])["rule"] == RULE


@pytest.mark.parametrize("style", ["json", "jsonl"])
def test_the_trend_since_an_earlier_report(run: Run, write: Write, style: str) -> None:
    write("a.txt", FLAWED)
    run("lint", "a.txt", "--output", f"{style}=before")
    write("a.txt", "It was opened on 31 June 1874.")
    result = run("lint", "a.txt", "--previous", "before")
    assert result.out.endswith("; since the earlier report 1 new, 0 kept, 1 fixed.\n")
    assert result.code == 1


def test_an_earlier_report_that_is_none(run: Run, write: Write) -> None:
    write("a.txt", FLAWED)
    result = run("lint", "a.txt", "--previous", "a.txt")
    assert result.code == 2
    assert result.err.startswith("claimcheck: a.txt: not a JSON report of claimcheck lint: ")


@pytest.mark.parametrize(
    ("options", "stdin_name", "title"),
    [
        ([], "<stdin>", "<stdin>"),
        (["--stdin-filename", "towns/Zürich.wiki"], "towns/Zürich.wiki", "Zürich"),
        (["--title", "Bern"], "<stdin>", "Bern"),
    ],
)
def test_standard_input(run: Run, options: list[str], stdin_name: str, title: str) -> None:
    result = run("lint", "-", "--format", "json", *options, stdin=FLAWED.encode())
    assert result.code == 1
    (article,) = json.loads(result.out)["articles"]
    assert (article["file"], article["article"]) == (stdin_name, title)


def test_columns_count_code_points(run: Run, write: Write) -> None:
    write("a.txt", "Zürich 🚂: " + FLAWED)
    assert run("lint", "a.txt").out.startswith("a.txt:1:31: error ")


def test_a_byte_order_mark_is_counted(run: Run, write: Write) -> None:
    write("a.txt", "\ufeff" + FLAWED)
    assert run("lint", "a.txt").out.startswith("a.txt:1:22: error ")


def test_line_ends_are_not_translated(run: Run, write: Write) -> None:
    write("a.txt", "One.\r\n\r\n" + FLAWED)
    (finding,) = json.loads(run("lint", "a.txt", "--format", "json").out)["articles"][0]["findings"]
    assert (finding["start"], finding["line"], finding["column"]) == (28, 3, 21)


def test_markup_is_as_told(run: Run, write: Write) -> None:
    write("a.txt", f"'''Nurses''' <!-- {FLAWED.strip()} -->")
    assert run("lint", "a.txt").code == 0
    assert run("lint", "a.txt", "--markup", "plain").code == 1


def test_several_processes_report_in_the_order_of_the_articles(process: Run, write: Write) -> None:
    for number in range(12):
        write(f"towns/{number:02}.txt", FLAWED * (12 - number))
    write("towns/05.txt", b"\xff")
    one = process("lint", "towns", "--jobs", "1")
    two = process("lint", "towns", "--jobs", "2")
    assert one == two
    assert one.code == 2
    assert one.err.count("not UTF-8") == 1


@pytest.mark.parametrize(("wish", "environment", "coloured"), [
    ("auto", {}, False),
    ("always", {}, True),
    ("always", {"NO_COLOR": "1"}, True),
    ("never", {}, False),
])  # fmt: skip
def test_colour(process: Run, write: Write, wish: str, environment: dict[str, str], coloured: bool) -> None:
    write("a.txt", FLAWED)
    assert ("\x1b[" in process("lint", "a.txt", "--color", wish, **environment).out) is coloured


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal(write: Write, tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    pty = pytest.importorskip("pty")
    write("a.txt", FLAWED)
    parent, child = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-c", "from claimcheck.cli import main; main()", "lint", "a.txt"]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=child, stderr=child, cwd=tmp_path, check=False,
        env={"TERM": "xterm", **kept, **environment},
    )  # fmt: skip
    out = os.read(parent, 100_000).decode()
    os.close(parent)
    os.close(child)
    assert done.returncode == 1
    assert ("\x1b[1;31merror" in out) is coloured


def test_other_rules_of_ones_own(run: Run, write: Write) -> None:
    write("house/size/town.yaml", _rule("A town has at most 1,000 people"))
    write("a.txt", "The town has 2 thousand people.\n")
    assert run("lint", "a.txt").code == 0
    result = run("lint", "a.txt", "--rules", "house")
    assert result.code == 1
    assert "[size/town]" in result.out


def test_a_malformed_rule_is_told_and_the_others_run(run: Run, write: Write) -> None:
    write("house/size/town.yaml", _rule("A town").replace("severity: error", "severity: fatal"))
    write("house/size/city.yaml", _rule("A city"))
    write("a.txt", "The town has 2 thousand people.\n")
    result = run("lint", "a.txt", "--rules", "house", "--format", "json")
    assert result.code == 2
    assert "claimcheck: house/size/town.yaml:3:11: `fatal` is not one of" in result.err
    report = json.loads(result.out)
    assert [finding["rule"] for finding in report["articles"][0]["findings"]] == ["size/city"]
    assert report["unread"][0]["file"] == "house/size/town.yaml"


def _rule(title: str) -> str:
    limits = "  limits: [{scale: thousand, least: 1}]"
    lines = [
        "check: scale",
        f"title: {title}",
        "severity: error",
        "since: 0.1.0",
        "options:",
        limits,
        'message: "{text}"',
    ]
    lines += ["why: So it is.", "examples:", '  bad: ["⟦2 thousand⟧"]', '  good: ["2", "3"]']
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore=date/weekday not needed", "a.wiki:1:56: no finding of date/weekday is suppressed here\n"),
        (f"ignore={RULE}", "a.wiki:1:56: an ignore comment must give a reason; this one is not followed\n"),
    ],
)
def test_suppressions_that_do_nothing_are_told(run: Run, write: Write, comment: str, told: str) -> None:
    write("a.wiki", f"{FLAWED.strip()} <!-- claimcheck: {comment} -->")
    result = run("lint", "a.wiki")
    assert result.code == 1
    assert told in result.out
    assert told not in run("lint", "a.wiki", "--quiet").out
    assert told.strip() in json.loads(run("lint", "a.wiki", "--format", "json").out)["articles"][0]["notes"]


@pytest.mark.parametrize("style", ["text", "json", "jsonl", "sarif"])
def test_the_same_call_gives_the_same_bytes(run: Run, write: Write, style: str) -> None:
    write("a.txt", FLAWED * 3)
    first: Any = run("lint", "a.txt", "--format", style)
    assert first == run("lint", "a.txt", "--format", style)
