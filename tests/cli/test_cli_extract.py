"""`claimcheck extract`: every number on its exact characters, as a table and as data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from command_line import Run

from claimcheck.cli.table import interval, per, plain

Write = Callable[..., Path]
TEXT = "Zürich 🚂 has 434,008 people, 12 districts and 9.5 km of walls.\nOn 5 May 2001 some 3–4 million trams ran.\n"
SCHEMA = json.loads(files("claimcheck").joinpath("data/report.schema.json").read_text(encoding="utf-8"))


def check(shape: object, part: str) -> None:
    jsonschema.Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}).validate(shape)


def test_json_is_valid_and_exact(run: Run, write: Write) -> None:
    write("a.txt", TEXT)
    result = run("extract", "a.txt", "gone.txt", "--format", "json")
    assert result.code == 2
    report = json.loads(result.out)
    check(report, "extract")
    claims = report["articles"][0]["claims"]
    assert "434,008" in [claim["text"] for claim in claims]
    assert all(TEXT[claim["start"] : claim["end"]] == claim["text"] for claim in claims)
    assert claims[0]["column"] == 14


def test_jsonl_has_a_line_for_each_claim(run: Run, write: Write) -> None:
    write("a.txt", TEXT)
    lines = [json.loads(line) for line in run("extract", "a.txt", "--format", "jsonl").out.splitlines()]
    for line in lines:
        check(line, "line")
    assert {(line["type"], line["article"], line["file"]) for line in lines} == {("claim", "a", "a.txt")}


def test_csv_has_a_row_for_each_claim(run: Run, write: Write) -> None:
    write("a.txt", TEXT)
    rows = list(csv.DictReader(io.StringIO(run("extract", "a.txt", "--format", "csv").out)))
    claims = json.loads(run("extract", "a.txt", "--format", "json").out)["articles"][0]["claims"]
    assert [row["text"] for row in rows] == [claim["text"] for claim in claims]
    assert rows[0]["value"] == "434008"
    assert rows[0]["file"] == "a.txt"


def test_the_table(run: Run, write: Write) -> None:
    write("a.txt", TEXT)
    lines = run("extract", "a.txt").out.splitlines()
    assert lines[0].startswith("a.txt: ")
    assert lines[1].split()[:3] == ["place", "text", "kind"]
    assert lines[2].split()[:4] == ["1:14", "434,008", "quantity", "434,008"]
    assert any("kilometer" in line for line in lines)


@pytest.mark.parametrize("style", ["table", "json", "jsonl", "csv"])
def test_an_article_without_numbers(run: Run, write: Write, style: str) -> None:
    write("a.txt", "Nothing here.")
    assert run("extract", "a.txt", "--format", style).code == 0


def test_the_table_cannot_drive_the_terminal(run: Run, write: Write) -> None:
    write("a.txt", "[red]9 km[/red] \x1b[31m5 km\x07 :smile: 7\u202e km")
    out = run("extract", "a.txt").out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "9 km" in out


def shape(
    low: float | None, high: float | None, low_closed: bool = True, high_closed: bool = True
) -> dict[str, object]:
    return {"kind": "quantity", "low": low, "high": high, "low_closed": low_closed, "high_closed": high_closed}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (shape(5, 5), ""),
        (shape(4, 6), "[4, 6]"),
        (shape(4, 6, False, False), "(4, 6)"),
        (shape(1000, None), "[1,000, ∞)"),
        (shape(None, 0, True, False), "(-∞, 0)"),
        (shape(None, None), ""),
        ({"kind": "date", "earliest": "2007-01-01", "latest": "2007-12-31"}, "2007-01-01 to 2007-12-31"),
        ({"kind": "date", "earliest": "2007-01-01", "latest": None}, "2007-01-01 to …"),
        ({"kind": "date", "earliest": None, "latest": None}, ""),
    ],
)
def test_intervals_as_shown(given: dict[str, object], shown: str) -> None:
    assert interval(given) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (None, ""), (0, "0"), (1234567, "1,234,567"), (-0.5, "-0.5"), (1e20, "1E+20"), (10**400, "1E+400"),
        (0.0000001, "1E-7"), (999_999_999_999_999, "999,999,999,999,999"),
    ],
)  # fmt: skip
def test_numbers_as_shown(given: float | None, shown: str) -> None:
    assert plain(given) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (None, ""),
        ({"amount": 1000, "unit": None, "counted": "live births"}, "per 1,000 live births"),
        ({"amount": 1, "unit": "day", "counted": None}, "per day"),
    ],
)
def test_rates_as_shown(given: dict[str, object] | None, shown: str) -> None:
    assert per(given) == shown


def test_verbose_tells_what_was_left_unread_and_why(run: Run, write: Write) -> None:
    write("a.txt", "The LGPL 2.1 has 26 sections.\nThey won 6–4 then.\n")
    assert "unread" not in run("extract", "a.txt").out
    for command in ("extract", "lint"):
        shown = run(command, "a.txt", "--verbose").out
        assert "2 numbers left unread:\n  1:10: 2.1: a version\n  2:10: 6–4: a score\n" in shown
