"""`claimcheck rules` and `claimcheck explain`: what a rule author and a puzzled editor ask."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from command_line import FLAWED, Run

Write = Callable[..., Path]
RULE = "scale/doubled-scale-word"


def test_list_names_the_rules_that_run(run: Run) -> None:
    result = run("rules", "list")
    assert result.code == 0
    (line,) = [line for line in result.out.splitlines() if line.startswith(RULE)]
    assert "error" in line
    assert "high" in line


def test_list_as_json(run: Run) -> None:
    rules = json.loads(run("rules", "list", "--all", "--format", "json").out)
    assert [rule["id"] for rule in rules] == sorted(rule["id"] for rule in rules)
    (rule,) = [rule for rule in rules if rule["id"] == RULE]
    assert (rule["check"], rule["severity"], rule["runs"]) == ("scale", "error", True)


@pytest.mark.parametrize(("options", "listed"), [(["--ignore", "scale"], False), (["--select", "scale"], True)])
def test_list_follows_the_selection(run: Run, options: list[str], listed: bool) -> None:
    assert (RULE in run("rules", "list", *options).out) is listed
    assert RULE in run("rules", "list", "--all", *options).out


def test_list_follows_the_configuration(run: Run, write: Write) -> None:
    write("claimcheck.toml", 'ignore = ["scale"]')
    assert RULE not in run("rules", "list").out
    assert RULE in run("rules", "list", "--no-config").out


def test_show_prints_the_file(run: Run) -> None:
    assert yaml.safe_load(run("rules", "show", RULE).out)["check"] == "scale"


def test_schema_is_a_schema_that_the_template_meets(run: Run) -> None:
    schema = json.loads(run("rules", "schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert run("rules", "new", "size/town").code == 0
    jsonschema.validate(yaml.safe_load(Path("rules/size/town.yaml").read_text()), schema)


def test_a_new_rule_passes_its_tests_and_is_not_overwritten(run: Run) -> None:
    created = run("rules", "new", "size/town", "--dir", "house")
    assert (created.code, Path("house/size/town.yaml").is_file()) == (0, True)
    tested = run("rules", "test", "house")
    assert (tested.code, tested.out) == (0, "1 rule, 3 examples: all hold\n")
    again = run("rules", "new", "size/town", "--dir", "house")
    assert (again.code, "File exists" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("⟦7000 million⟧ nurses", "7000 million nurses", "nothing is marked with ⟦⟧"),
        ("⟦7000 million⟧", "⟦7000⟧ million", "“7000” (20–24) is not flagged"),
        ("7 million", "7000 million", "“7000 million” (20–32) is flagged"),
    ],
)
def test_examples_that_do_not_hold(run: Run, before: str, after: str, told: str) -> None:
    run("rules", "new", "size/town", "--dir", "house")
    path = Path("house/size/town.yaml")
    path.write_text(path.read_text().replace(before, after))
    result = run("rules", "test", "house")
    assert result.code == 1
    assert told in result.out


def test_a_rule_that_cannot_be_loaded(run: Run, write: Write) -> None:
    write("house/size/town.yaml", "check: scale\n")
    result = run("rules", "test", "house")
    assert result.code == 2
    assert "house/size/town.yaml:1:1: missing" in result.err


def test_explain_a_rule(run: Run) -> None:
    out = run("explain", RULE).out
    assert out.startswith(f"{RULE}: ")
    for part in (
        "error, high confidence, stable",
        "What to do:",
        "Checked by `scale`",
        "⟦7000 thousand⟧",
        "Not flagged",
    ):
        assert part in out


@pytest.mark.parametrize("place", ["a.txt:1", "a.txt:1:21", "a.txt:1:33"])
def test_explain_a_place(run: Run, write: Write, place: str) -> None:
    write("a.txt", FLAWED)
    result = run("explain", place)
    assert result.code == 0
    assert "a.txt:1:21: 7000 thousand\n" in result.out
    for part in ("value:       7,000,000", "recogniser:", "found:       error: 7000 thousand", f"[{RULE}]"):
        assert part in result.out


@pytest.mark.parametrize("place", ["a.txt:1:1", "a.txt:1:20", "a.txt:2"])
def test_explain_a_place_without_a_number(run: Run, write: Write, place: str) -> None:
    write("a.txt", FLAWED)
    result = run("explain", place)
    assert result.code == 0
    assert "no number or date was read" in result.out


def test_explain_a_suppressed_finding(run: Run, write: Write) -> None:
    write("a.wikitext", f"'''Nurses'''\n\n{FLAWED.strip()} <!-- claimcheck: ignore={RULE} so it is printed -->\n")
    assert run("lint", "a.wikitext").code == 0
    assert "found:       error, suppressed: 7000 thousand" in run("explain", "a.wikitext:3").out


def test_explain_standard_input(run: Run) -> None:
    assert "7,000,000" in run("explain", "-:1", stdin=FLAWED.encode()).out
