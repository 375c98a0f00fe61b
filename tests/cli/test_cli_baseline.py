"""Known findings: accepted by what the claims say, reported when no longer needed, renewed in one step."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import FLAWED, Run

import claimcheck as cc

Write = Callable[..., Path]
WRONG = "The line is 266 miles (364 km) long.\n"
FILE = "known.json"


def lint(run: Run, *arguments: str, stdin: bytes = b"") -> Any:
    return run("lint", *arguments, "--baseline", FILE, stdin=stdin)


@pytest.fixture
def accepted(run: Run, write: Write, tmp_path: Path) -> Callable[[], dict[str, Any]]:
    """One article with one known error; gives what the baseline holds now."""
    write("towns/a.txt", FLAWED)
    assert lint(run, "towns", "--update-baseline").code == 0
    return lambda: json.loads((tmp_path / FILE).read_text())  # type: ignore[no-any-return]


def test_what_is_known_is_left_out(run: Run, accepted: Callable[[], Any]) -> None:
    assert run("lint", "towns").code == 1
    result = lint(run, "towns")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Nothing found in 1 article; 1 claim read; 1 known finding left out.\n"
    (entry,) = accepted()["findings"]
    assert (entry["file"], entry["article"], entry["rule"]) == ("towns/a.txt", "a", "scale/doubled-scale-word")


EDITS = {
    "lines moved": f"\n\nA church stands there.\n\n{FLAWED}",
    "edited beside it": f"A mill burnt down in 1931. {FLAWED.strip()} It closed.\n",
    "written otherwise": FLAWED.replace("7000", "7,000"),
    "line ends": f"\r\n{FLAWED.strip()}\r\n",
}


@pytest.mark.parametrize("text", EDITS.values(), ids=EDITS)
@pytest.mark.usefixtures("accepted")
def test_it_survives_edits(run: Run, write: Write, text: str) -> None:
    write("towns/a.txt", text)
    assert lint(run, "towns").code == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FLAWED + "\n" + WRONG, "364 km"),
        (FLAWED + "\n" + FLAWED, "7000 thousand"),
        (FLAWED.replace("7000", "8000"), "8000 thousand"),
        (FLAWED.replace("nurses", "doctors"), "7000 thousand"),
    ],
    ids=["another", "the same again", "another figure", "another thing counted"],
)
@pytest.mark.usefixtures("accepted")
def test_what_is_new_is_found(run: Run, write: Write, text: str, found: str) -> None:
    write("towns/a.txt", text)
    result = lint(run, "towns")
    assert result.code == 1
    assert result.out.count(" error ") == 1
    assert found in result.out


@pytest.mark.usefixtures("accepted")
def test_a_moved_article_keeps_its_entries_and_a_copy_gets_none(run: Run, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "towns", tmp_path / "copies")
    assert lint(run, "towns", "copies").code == 1
    shutil.rmtree(tmp_path / "towns")
    assert lint(run, "copies").code == 0


@pytest.mark.usefixtures("accepted")
def test_a_renamed_article_is_another_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "towns/a.txt").rename(tmp_path / "towns/b.txt")
    result = lint(run, "towns")
    assert result.code == 1
    assert result.err == f"claimcheck: {FILE}:4: towns/a.txt is gone; 1 entry is no longer needed\n"
    assert lint(run, "towns", "--title", "a").code == 0


def test_what_is_no_longer_found_is_told_and_renewed_away(
    run: Run, write: Write, accepted: Callable[[], Any], tmp_path: Path
) -> None:
    write("towns/a.txt", "Nothing.")
    result = lint(run, "towns")
    assert result.code == 0
    assert result.out.startswith(f"{FILE}:4: no longer found: towns/a.txt: 7000 thousand means")
    report = json.loads(lint(run, "towns", "--format", "json").out)["articles"][0]
    assert "no longer found" in report["notes"][0]
    assert lint(run, "towns", "--quiet").out == ""
    result = lint(run, "towns", "--update-baseline")
    assert (result.code, result.err) == (0, f"claimcheck: {FILE}: 0 known findings, 1 before\n")
    assert (tmp_path / FILE).read_text() == '{\n "version": 1,\n "findings": []\n}\n'
    assert accepted() == {"version": 1, "findings": []}


@pytest.mark.parametrize("options", [["--ignore", "scale"], ["--select", "total"]])
@pytest.mark.usefixtures("accepted")
def test_entries_of_rules_that_did_not_run_are_not_judged(run: Run, options: list[str], tmp_path: Path) -> None:
    before = (tmp_path / FILE).read_bytes()
    assert "no longer" not in lint(run, "towns", *options).out
    lint(run, "towns", "--update-baseline", *options)
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.usefixtures("accepted")
def test_entries_of_articles_that_were_not_read_are_not_judged(run: Run, write: Write, tmp_path: Path) -> None:
    write("other.txt", WRONG)
    assert lint(run, "other.txt", "--update-baseline").code == 0
    assert lint(run, "towns", "other.txt").code == 0
    assert [entry["file"] for entry in json.loads((tmp_path / FILE).read_text())["findings"]] == [
        "other.txt",
        "towns/a.txt",
    ]


def test_suppressed_findings_need_no_entry(run: Run, write: Write, accepted: Callable[[], Any]) -> None:
    write("towns/a.txt", FLAWED.strip() + " <!-- claimcheck: ignore=scale/doubled-scale-word as printed -->")
    assert "no longer found" in lint(run, "towns", "--markup", "wikitext").out
    lint(run, "towns", "--markup", "wikitext", "--update-baseline")
    assert accepted()["findings"] == []


def test_one_line_for_each_finding_in_a_fixed_order(run: Run, write: Write, tmp_path: Path) -> None:
    write("b.txt", f"{FLAWED}\n{WRONG}")
    write("a.txt", WRONG)
    lint(run, "b.txt", "a.txt", "--update-baseline")
    first = (tmp_path / FILE).read_text()
    lines = first.splitlines()
    assert lines[:3] == ["{", ' "version": 1,', ' "findings": [']
    assert [json.loads(line.strip().rstrip(","))["file"] for line in lines[3:-2]] == ["a.txt", "b.txt", "b.txt"]
    lint(run, "a.txt", "b.txt", "--update-baseline", "--jobs", "2")
    assert (tmp_path / FILE).read_text() == first
    write("a.txt", "Nothing.")
    lint(run, "a.txt", "b.txt", "--update-baseline")
    assert (tmp_path / FILE).read_text().splitlines() == [line for line in lines if "a.txt" not in line]


@pytest.mark.usefixtures("accepted")
def test_what_cannot_be_read_leaves_the_baseline_alone(run: Run, write: Write, tmp_path: Path) -> None:
    before = (tmp_path / FILE).read_bytes()
    write("towns/b.txt", b"\xff")
    result = lint(run, "towns", "--update-baseline")
    assert result.code == 2
    assert "left as it is, since not everything could be read" in result.err
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "known.json:1:1: not JSON"),
        ('{\n "version": 1,\n <<<<<<< HEAD\n', "known.json:3:2: not JSON"),
        ("[]", "known.json:1:1: expected `object`, got `array`"),
        ("[" * 100_000, "known.json:1:1: not JSON"),
        ('{"version": ' + "1" * 5000 + "}", "known.json:1:1: not JSON"),
        ('{"version": 2, "findings": {}}', "known.json:1:1: a baseline of version 2; this claimcheck reads 1"),
        ('{"version": 1}', "known.json:1:1: object missing required field `findings`"),
        ('{"version": 1, "findings": [], "x": 1}', "known.json:1:1: object contains unknown field `x`"),
        ('{"version": 1, "findings": 5}', "known.json:1:1: expected `array`, got `int`"),
        ('{"version": 1,\n"findings": [\n{},\n  5]}', "known.json:3:1: object missing required field `file`"),
        ('{"findings": [\n\n  5],\n"version": 1}', "known.json:3:3: expected `object`, got `int`"),
        (b"\xff\xfe", "known.json:1:1: not UTF-8"),
    ],
)
@pytest.mark.parametrize("renew", [False, True])
def test_a_malformed_baseline(run: Run, write: Write, text: str | bytes, told: str, renew: bool) -> None:
    write("a.txt", FLAWED)
    path = write(FILE, text)
    before = path.read_bytes()
    result = lint(run, "a.txt", *(["--update-baseline"] if renew else []))
    assert result.code == 2
    assert result.err.startswith(f"claimcheck: {told}")
    assert result.out == ""
    assert path.read_bytes() == before


def test_bad_usage(run: Run, write: Write) -> None:
    write("a.txt", FLAWED)
    assert run("lint", "a.txt", "--update-baseline").code == 2
    missing = lint(run, "a.txt")
    assert (missing.code, missing.err) == (2, f"claimcheck: {FILE}: no such baseline (--update-baseline writes one)\n")
    assert run("lint", "a.txt", "--baseline", "gone/known.json", "--update-baseline").code == 2
    assert run("lint", "a.txt", "--baseline", ".").code == 2


def test_the_configuration_names_it(run: Run, write: Write, tmp_path: Path) -> None:
    write("wiki/claimcheck.toml", f'baseline = "{FILE}"')
    write("wiki/a.txt", FLAWED)
    assert run("lint", "wiki").code == 2
    assert run("lint", "wiki", "--update-baseline").code == 0
    assert json.loads((tmp_path / "wiki" / FILE).read_text())["findings"][0]["file"] == "a.txt"
    assert run("lint", "wiki").code == 0
    assert run("lint", "wiki", "--no-config").code == 1
    assert run("lint", "wiki", "--baseline", "other.json").code == 2


def test_what_is_no_file_is_known_by_its_title(run: Run, write: Write, tmp_path: Path) -> None:
    def piped(name: str, text: str, *options: str) -> Any:
        return lint(run, "-", "--stdin-filename", name, *options, stdin=text.encode())

    assert piped("Kelby", FLAWED, "--update-baseline").code == 0
    assert piped("Norland", FLAWED, "--update-baseline").code == 0
    entries = json.loads((tmp_path / FILE).read_text())["findings"]
    assert [(entry["file"], entry["article"]) for entry in entries] == [("", "Kelby"), ("", "Norland")]
    for name in ("Kelby", "Norland"):
        known = piped(name, FLAWED)
        assert (known.code, known.err) == (0, "")
        assert "no longer found" not in known.out
    assert piped("Kelby", WRONG).out.count("no longer found: Kelby: 7000 thousand") == 1
    write("Kelby.txt", FLAWED)
    assert lint(run, "Kelby.txt").code == 0


@pytest.mark.usefixtures("accepted")
def test_reports_tell_what_is_known(run: Run) -> None:
    report = json.loads(lint(run, "towns", "--format", "json").out)
    assert report["articles"][0]["findings"] == []
    assert report["articles"][0]["known"][0]["rule"] == "scale/doubled-scale-word"
    assert (report["summary"]["errors"], report["summary"]["known"]) == (0, 1)
    (result,) = json.loads(lint(run, "towns", "--format", "sarif").out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external"}]
    lines = [json.loads(line)["type"] for line in lint(run, "towns", "--format", "jsonl").out.splitlines()]
    assert lines == ["known", "article", "summary"]
    assert json.loads(lint(run, "towns", "--format", "gitlab").out) == []
    assert lint(run, "towns", "--format", "github").out == ""


def test_the_library(write: Write, tmp_path: Path) -> None:
    path, text = tmp_path / FILE, write("a.txt", FLAWED).read_text()
    report = cc.examine(text, name=str(tmp_path / "a.txt"))
    cc.Baseline(path).renewed([report]).write()
    applied = cc.Baseline.read(path).apply(report)
    assert (applied.findings, applied.known, applied.remarks) == ((), report.findings, ())
    path.write_text("{")
    with pytest.raises(cc.BaselineError, match=r"known\.json:1:2: not JSON"):
        cc.Baseline.read(path)


def test_many_articles_that_are_gone_are_counted(run: Run, write: Write, tmp_path: Path) -> None:
    for number in range(15):
        write(f"towns/{number}.txt", FLAWED + "\n" + WRONG)
    lint(run, "towns", "--update-baseline")
    shutil.rmtree(tmp_path / "towns")
    write("a.txt", "Nothing.")
    told = lint(run, "a.txt").err.splitlines()
    assert len(told) == 11
    assert told[0] == f"claimcheck: {FILE}:4: towns/0.txt is gone; 2 entries are no longer needed"
    assert told[-1] == f"claimcheck: {FILE}: 5 more articles are gone (--update-baseline takes them out)"
    assert lint(run, "a.txt", "--update-baseline").err == f"claimcheck: {FILE}: 0 known findings, 30 before\n"
