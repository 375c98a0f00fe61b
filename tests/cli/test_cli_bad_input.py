"""Bad input: a clear message and exit code 2, or a finding-free report; never a traceback, a hang or a cut."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import FLAWED, Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.cli import cli, known
from claimcheck.cli.failures import guarded
from claimcheck.document.model import Document

Write = Callable[..., Path]
COMMANDS = ["lint", "extract"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Z\xfcrich has 5 gates", "bad.txt:1:2: not UTF-8: byte 0xfc at offset 1 (expected UTF-8 text)"),
        (b"\xed\xa0\x80", "bad.txt:1:1: a lone surrogate, which is no character (expected UTF-8 text)"),
        (b"\xff\xfe5\x00", "bad.txt:1:1: not UTF-8 but UTF-16 (expected UTF-8 text)"),
        (b"5\x00 km", "bad.txt:1:2: a NUL character (expected text, this looks like binary data)"),
        (bytes(range(1, 256)), "bad.txt:2:118: not UTF-8: byte 0x80 at offset 127 (expected UTF-8 text)"),
    ],
)
def test_what_is_no_text_is_told_and_the_rest_is_read(
    run: Run, write: Write, command: str, data: bytes, told: str
) -> None:
    write("a.txt", FLAWED)
    write("bad.txt", data)
    write("c.txt", FLAWED)
    result = run(command, "a.txt", "bad.txt", "c.txt", "--format", "json")
    assert result.code == 2
    assert f"claimcheck: {told}" in result.err
    report = json.loads(result.out)
    assert [article["file"] for article in report["articles"]] == ["a.txt", "c.txt"]
    assert [unread["file"] for unread in report["unread"]] == ["bad.txt"]


@pytest.mark.parametrize("command", COMMANDS)
def test_standard_input_that_is_no_text(run: Run, command: str) -> None:
    result = run(command, "-", stdin=b"\xff")
    assert (result.code, result.err) == (
        2,
        "claimcheck: <stdin>:1:1: not UTF-8: byte 0xff at offset 0 (expected UTF-8 text)\n",
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_directory_without_articles(run: Run, write: Write, command: str) -> None:
    write("empty/readme.md", "5 km")
    result = run(command, "empty")
    assert result.code == 2
    assert result.err == (
        "claimcheck: empty: no article in this directory (expected *.wikitext, *.wiki, *.mediawiki, *.txt)\n"
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("text", ["", "\n\n\n", " ", "\ufeff", "\r\n", "."])
def test_next_to_nothing(run: Run, write: Write, command: str, text: str) -> None:
    write("a.txt", text)
    assert run(command, "a.txt").code == 0


SECONDS = 30
"""Far more than the longest of these takes on a busy machine, far less than any quadratic one."""
LONG = {
    "digits": "9" * 200_000,
    "digits and commas": "1" + ",000" * 12_500,
    "digits and spaces": "9 " * 25_000,
    "points": "3." * 25_000,
    "hyphens": "5-" * 25_000,
    "en dashes": "5–" * 25_000,
    "slashes": "1/2/" * 12_500,
    "scale words": "million " * 7_500,
    "number words": "one hundred and " * 5_000,
    "currency signs": "$" * 50_000,
    "open braces": "{{" * 12_500,
    "open links": "[[" * 12_500,
    "open tables": "{|\n|-\n| 5\n" * 2_500,
    "open references": "<ref>5 " * 5_000,
    "open comment": "<!-- 5 km " + "x" * 50_000,
    "braces closed too often": "}}" * 12_500,
    "nested lists": "*" * 25_000 + " 5",
    "apostrophes": "'" * 25_000 + "5",
    "one word": "x" * 125_000,
    "brackets": "(" * 25_000 + "5" + ")" * 25_000,
    "spaces": "5" + " " * 75_000 + "km",
    "line ends": "5\n" * 25_000,
    "months": "May " * 12_500,
    "combining marks": "5" + "\u0301" * 50_000,
    "superscripts": "10" + "²" * 25_000,
    "fractions": "½" * 25_000,
    "exponents": "1e" * 25_000 + "9",
    "big exponent": "5 × 10^999999999 km",
}


@pytest.mark.parametrize("name", LONG)
def test_nothing_hangs(process: Run, write: Write, name: str) -> None:
    write("a.wikitext", LONG[name])
    before = time.monotonic()
    result = process("lint", "a.wikitext", "--format", "json")
    assert time.monotonic() - before < SECONDS
    assert result.code in (0, 1)
    assert json.loads(result.out)["articles"][0]["errors"] == []


def test_ten_megabytes_are_read_to_the_end(process: Run, write: Write) -> None:
    line = "The valley has a river, a mill and a road that leads over the hills to the town.\n\n"
    write("a.txt", line * (10_000_000 // len(line)) + FLAWED)
    result = process("lint", "a.txt")
    assert result.code == 1
    assert result.out.startswith(f"a.txt:{2 * (10_000_000 // len(line)) + 1}:21: error ")


@pytest.mark.parametrize(
    "markup",
    [
        "{{Infobox\n| a = 5",
        "[[File:x.jpg|5 km",
        "{|\n| 5",
        "<ref>5",
        "<nowiki>5",
        "'''''5",
        "== 5",
        "<!-- 5",
        "{{{5",
        "[http://x 5",
    ],
)
def test_unclosed_markup_hides_nothing_behind_it(run: Run, write: Write, markup: str) -> None:
    write("a.wikitext", f"{FLAWED}\n{markup}\n\n[[Town]]")
    assert run("lint", "a.wikitext").code == 1


CONFIGS = {
    "not TOML": ("select = [", "not TOML"),
    "unknown key": ('selct = ["scale"]', "unknown key `selct`; did you mean `select`?"),
    "wrong type": ("select = 5", "`select`: expected `array`, got `int`"),
    "wrong severity": ('[severity]\n"scale/doubled-scale-word" = "fatal"', "`severity`: invalid enum value 'fatal'"),
    "unknown rule": ('[severity]\n"scale/doubled" = "note"', "no rule `scale/doubled`"),
    "unknown selector": ('ignore = ["scal"]', "no rule, family or tag `scal`; did you mean `scale`?"),
    "unknown rule by path": ('[per-path-ignores]\n"a/*" = ["scal"]', "no rule, family or tag `scal`"),
    "unknown option": (
        '[options."scale/doubled-scale-word"]\nlimit = 5',
        "unknown key `limit`; did you mean `limits`?",
    ),
    "wrong option": (
        '[options."scale/doubled-scale-word"]\nlimits = 5',
        "options of `scale/doubled-scale-word`: expected",
    ),
    "rules that are not there": ('rules = ["gone"]', "no such directory"),
    "a very long number": (f"preview = {'9' * 5000}", "a.toml: "),
    "not UTF-8": (b"select = ['\xff']", "not TOML"),
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_configuration_that_cannot_be_used(run: Run, write: Write, name: str) -> None:
    content, told = CONFIGS[name]
    write("a.txt", FLAWED)
    write("a.toml", content)
    result = run("lint", "a.txt", "--config", "a.toml")
    assert result.code == 2
    assert told in result.err


@pytest.mark.parametrize(
    "arguments", [["lint", "a.txt"], ["extract", "a.txt"], ["extract", "a.txt", "--format", "jsonl"]]
)
def test_a_reader_that_stops_reading(write: Write, tmp_path: Path, arguments: list[str]) -> None:
    write("a.txt", FLAWED * 1_500)
    command = f"{sys.executable} -c 'from claimcheck.cli import main; main()' {' '.join(arguments)} | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, cwd=tmp_path, check=False, timeout=60)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told(process: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", FLAWED)
    result = process("lint", "a.txt", "--output", "json=/dev/full")
    assert result.code == 2
    assert "No space left on device" in result.err
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-c", "from claimcheck.cli import main; main()", "lint", "a.txt"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
@pytest.mark.parametrize("style", ["text", "json", "jsonl", "sarif"])
def test_a_file_name_that_is_no_text(process: Run, tmp_path: Path, style: str) -> None:
    try:
        (tmp_path / os.fsdecode(b"Z\xfcrich.txt")).write_text(FLAWED)
    except OSError:
        pytest.skip("this file system takes no such name")
    result = process("lint", ".", "--format", style)
    assert result.code == 1
    assert "Z\\" in result.out or "Z%5C" in result.out


@pytest.mark.parametrize("style", ["text", "json"])
def test_a_terminal_that_cannot_show_the_text(process: Run, write: Write, style: str) -> None:
    write("a.txt", "Zürich 🚂 " + FLAWED)
    result = process(
        "lint", "a.txt", "--title", "Zürich 🚂", "--format", style, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C"
    )
    assert result.code == 1
    assert ("Zürich 🚂" in result.out) is (style == "json")


def test_a_crash_in_one_article_leaves_the_others(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = known.examine

    def crash(document: Document, *arguments: object, **named: object) -> object:
        if document.source.text.startswith("!"):
            raise RecursionError("too deep")
        return real(document, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(known, "examine", crash)
    write("a.txt", FLAWED)
    write("b.txt", "!")
    write("c.txt", FLAWED)
    monkeypatch.chdir(tmp_path)
    assert guarded(cli, ["lint", "a.txt", "b.txt", "c.txt", "--output", "json=out.json"]) == 2
    report = json.loads(Path("out.json").read_text())
    assert [article["file"] for article in report["articles"]] == ["a.txt", "c.txt"]
    assert "b.txt: internal error, please report it: RecursionError: too deep" in report["unread"][0]["message"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="0123456789,.–-%$€ km{}[]|'=<>ref/!\n½²°×million May", max_size=300))
def test_any_text_is_linted(run: Run, text: str) -> None:
    assert run("lint", "-", stdin=text.encode()).code in (0, 1)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_told(write: Write, tmp_path: Path, jobs: str) -> None:
    write("a.txt", FLAWED * 30_000)
    write("b.txt", FLAWED * 30_000)
    program = "from claimcheck.cli import main; print('ready', flush=True); main()"
    command = [sys.executable, "-c", program, "lint", ".", "--jobs", jobs]
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err.splitlines()[-1]) == (2, "claimcheck: interrupted")
    assert "Traceback" not in err
