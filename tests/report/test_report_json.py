"""The public JSON: valid against the shipped schema, places counted in code points."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from claimcheck.claims.model import Claim
from claimcheck.finding import Finding
from claimcheck.report.parts.run import Unread

Make = Callable[..., Any]
Render = Callable[..., str]
SCHEMA = json.loads(files("claimcheck").joinpath("data/report.schema.json").read_text(encoding="utf-8"))


def check(shape: object, part: str) -> None:
    jsonschema.Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}).validate(shape)


@pytest.fixture
def outcomes(flagged: Make) -> list[Any]:
    return [
        flagged("Zürich 🚂 has ⟦20000 thousand⟧ people.\n⟨430,000⟩ in the census.", replacement="20 thousand"),
        flagged(
            "⟦5⟧ and ⟦6⟧", suppressed=True, notes=("a table is never closed",), errors=("rule x/y crashed: KeyError",)
        ),
        flagged("nothing"),
        Unread("gone.txt: no such file or directory", "gone.txt"),
        Unread("no article in this directory"),
    ]


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_run_is_valid(render: Render, outcomes: list[Any]) -> None:
    check(json.loads(render("json", *outcomes)), "lint")
    check(json.loads(render("json")), "lint")


def test_every_line_is_valid(render: Render, outcomes: list[Any]) -> None:
    lines = [json.loads(line) for line in render("jsonl", *outcomes).splitlines()]
    for line in lines:
        check(line, "line")
    kinds = [line["type"] for line in lines]
    assert kinds == [
        "finding",
        "article",
        "suppressed",
        "suppressed",
        "article",
        "article",
        "unread",
        "unread",
        "summary",
    ]


def test_places_count_code_points(render: Render, outcomes: list[Any]) -> None:
    finding = json.loads(render("json", *outcomes))["articles"][0]["findings"][0]
    assert {key: finding[key] for key in ("start", "end", "line", "column", "end_line", "end_column")} == {
        "start": 13, "end": 27, "line": 1, "column": 14, "end_line": 1, "end_column": 28
    }  # fmt: skip
    assert [finding["related"][0][key] for key in ("line", "column", "note")] == [2, 1, "the census says this"]


def test_summary_counts(render: Render, outcomes: list[Any]) -> None:
    assert json.loads(render("json", *outcomes))["summary"] == {
        "articles": 3, "claims": 3, "errors": 1, "warnings": 0, "notes": 0, "suppressed": 2, "known": 0, "failures": 3,
            "trend": None,
    }  # fmt: skip


@pytest.mark.parametrize("part", ["claim", "finding"])
def test_schema_names_every_key_and_no_other(part: str, flagged: Make) -> None:
    finding: Finding = flagged("⟦5⟧", replacement="6").findings[0]
    whole: Finding | Claim = finding if part == "finding" else finding.claims[0]
    shape = whole.to_dict()
    assert set(shape) == set(SCHEMA["$defs"][part]["required"]) == set(SCHEMA["$defs"][part]["properties"])


@pytest.mark.parametrize(
    ("key", "value"),
    [("severity", "fatal"), ("line", 0), ("start", -1), ("claims", None), ("fingerprint", ""), ("end", 1.5)],
)
def test_schema_refuses(key: str, value: object, flagged: Make) -> None:
    shape = flagged("⟦5⟧").findings[0].to_dict() | {key: value}
    with pytest.raises(jsonschema.ValidationError):
        check(shape, "finding")


@pytest.mark.parametrize("style", ["json", "jsonl"])
def test_hostile_text_stays_inside_strings(style: str, render: Render, flagged: Make) -> None:
    text = '"</script>\x1b\x7f\u2028\u202e🚂\r\n'
    out = render(style, flagged(f"{text}⟦5⟧", message=text, name=text))
    shapes = (
        [json.loads(line) for line in out.splitlines()]
        if style == "jsonl"
        else json.loads(out)["articles"][0]["findings"]
    )
    assert shapes[0]["message"] == text
