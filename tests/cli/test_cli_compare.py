"""`claimcheck compare`: the changed figures, what is new, formats, exit codes, bad input."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from command_line import Run

Write = Callable[..., Path]
OLD = "Elbing has 13,412 people. The sample had 26 animals: 8 cats, 6 dogs, and 12 rabbits.\n"
NEW = "Elbing has 14,210 people. The sample had 26 animals: 8 cats, 9 dogs, and 12 rabbits.\n"
SCHEMA = json.loads(files("claimcheck").joinpath("data/report.schema.json").read_text(encoding="utf-8"))


def check(shape: object, part: str) -> None:
    jsonschema.Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}).validate(shape)


@pytest.fixture
def edited(write: Write) -> None:
    write("old.txt", OLD)
    write("new.txt", NEW)


@pytest.mark.usefixtures("edited")
def test_text_shows_old_and_new_with_the_line(run: Run) -> None:
    result = run("compare", "old.txt", "new.txt")
    assert result.code == 0
    assert result.out.startswith("new.txt:1:12: 13,412 → 14,210  (× 1.06)\n")
    assert "2 figures changed, 0 added, 0 removed, 0 moved; 2 findings new, 0 fixed, 0 kept.\n" in result.out
    assert "[revision/identity-broken]" in result.out


@pytest.mark.usefixtures("edited")
def test_fixed_findings_are_told(run: Run) -> None:
    result = run("compare", "new.txt", "old.txt")
    assert "new.txt:1:42: fixed 8 + 9 + 12 = 29, not 26 [total/listed-parts-miss-total]\n" in result.out


@pytest.mark.usefixtures("edited")
@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "warning", "--exit-zero"), 0),
        (("--fail-on", "warning", "--ignore", "total,revision"), 0),
        (("--fail-on", "warning", "--select", "conversion"), 0),
        (("--select", "no/such"), 2),
        (("--date", "someday"), 2),
    ],
)
def test_exit_codes_look_at_new_findings(run: Run, options: tuple[str, ...], code: int) -> None:
    assert run("compare", "old.txt", "new.txt", *options).code == code


@pytest.mark.usefixtures("edited")
def test_kept_findings_fail_nothing(run: Run) -> None:
    assert run("compare", "new.txt", "new.txt", "--fail-on", "note").code == 0


@pytest.mark.usefixtures("edited")
def test_json_is_valid(run: Run) -> None:
    shape = json.loads(run("compare", "old.txt", "new.txt", "--format", "json").out)
    check(shape, "compare")
    assert [(pair["before"]["text"], pair["after"]["text"]) for pair in shape["changed"]] == [
        ("13,412", "14,210"),
        ("6", "9"),
    ]
    assert (shape["before"], shape["after"]) == ("old.txt", "new.txt")


@pytest.mark.usefixtures("edited")
def test_jsonl_has_a_line_for_each_thing(run: Run) -> None:
    lines = [json.loads(line) for line in run("compare", "old.txt", "new.txt", "--format", "jsonl").out.splitlines()]
    for line in lines:
        check(line, "edit")
    assert [line["type"] for line in lines] == ["changed", "changed", "new", "new"]


@pytest.mark.usefixtures("edited")
@pytest.mark.parametrize("style", ["github", "gitlab", "sarif", "junit", "markdown", "rdjson", "csv"])
def test_other_formats_report_what_is_new(run: Run, style: str) -> None:
    assert "revision/identity-broken" in run("compare", "old.txt", "new.txt", "--format", style).out


@pytest.mark.usefixtures("edited")
def test_output_in_files_beside(run: Run, tmp_path: Path) -> None:
    result = run("compare", "old.txt", "new.txt", "--format", "json", "--output", f"sarif={tmp_path / 'a.sarif'}")
    assert result.code == 0
    check(json.loads(result.out), "compare")
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-", "-"), "only one of OLD and NEW can be standard input"),
        (("gone.txt", "new.txt"), "gone.txt: no such file or directory"),
        (("old.txt",), "Missing argument"),
    ],
)
@pytest.mark.usefixtures("edited")
def test_bad_input_is_told(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("compare", *arguments)
    assert result.code == 2
    assert said in result.err
