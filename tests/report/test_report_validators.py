"""Every format through the programs and schemas that its readers use, on text that tries to break it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from msgspec.structs import replace

from claimcheck.report.parts.run import Unread
from claimcheck.rules.apply import documentation

Make = Callable[..., Any]
Render = Callable[..., str]
Published = Callable[..., None]
Need = Callable[[str, object, str], None]
MODULES = Path(__file__).resolve().parents[2] / "node_modules"
"""Where `npm install` of .ci/run puts them."""
MULTITOOL = MODULES / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
RDFORMAT = MODULES / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"
FOUND = "Zürich 🚂 has ⟦20000 thousand⟧ people.\n⟨430,000⟩ in the census.\r\n\r\nSo ⟦5\nto 6⟧ came."
HOSTILE = "a](http://x) {0} | `b` <b>&amp; \\ %0A \" ' \x1b[31m \u202e 🚂\r\n::error::x"


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Iterator[Published]:
    """`published("Documentation, https://…")` is what [project.urls] says from then on."""

    def publish(*urls: str) -> None:
        message = Message()
        for url in urls:
            message["Project-URL"] = url
        monkeypatch.setattr("importlib.metadata.metadata", lambda _name: message)
        documentation.cache_clear()

    yield publish
    documentation.cache_clear()


@pytest.fixture
def outcomes(flagged: Make) -> list[Any]:
    """Findings of all kinds: plain, with a suggestion, known, suppressed; hostile words; what was not read."""
    shown = flagged(FOUND, replacement="20 thousand")
    known = flagged("⟦5⟧ ⟦6⟧", name="b.txt", severity="warning")
    return [
        shown,
        replace(
            known, findings=known.findings[:1], known=known.findings[1:], remarks=("known.json:4: no longer found",)
        ),
        flagged("⟦7⟧", name="c d/ü#%.txt", severity="note", suppressed=True, notes=("cut short",), errors=("crashed",)),
        flagged(f"Zürich 🚂 {HOSTILE} ⟦8⟧ {HOSTILE} ⟨9⟩", message=HOSTILE, note=HOSTILE, name="hostile.txt"),
        Unread("gone.txt: no such file", "gone.txt"),
    ]


def test_sarif_by_microsoft(
    render: Render, outcomes: list[Any], need: Need, tmp_path: Path, published: Published
) -> None:
    need("multitool", MULTITOOL.exists(), "npm's @microsoft/sarif-multitool-linux is not installed (.ci/run does it)")
    published("Documentation, https://example.org/")
    log = tmp_path / "claimcheck.sarif"

    def told(text: str) -> list[str]:
        """Lines of the validator, which ends with 0 whatever it finds."""
        log.write_text(text, encoding="utf-8")
        environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        command = [str(MULTITOOL), "validate", str(log)]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert "Analysis completed successfully" in done.stdout, done.stdout + done.stderr
        return [line for line in done.stdout.splitlines() if re.search(r": (error|warning|note) [A-Z]", line)]

    good = render("sarif", *outcomes)
    assert told(good) == []
    broken = json.loads(good)
    broken["runs"][0]["results"][0]["ruleIndex"] = 99
    assert told(json.dumps(broken)), "the validator must be able to refuse"


def test_rdjson_by_a_validator_of_its_own(render: Render, outcomes: list[Any], need: Need, tmp_path: Path) -> None:
    found = which("node") and RDFORMAT.exists()
    need("rdformat", found, "npm's @umbrelladocs/rdformat-validator is not installed (.ci/run does it)")
    path = tmp_path / "claimcheck.rdjson"

    def accepts(text: str) -> bool:
        path.write_text(text, encoding="utf-8")
        return subprocess.run(["node", str(RDFORMAT), str(path)], capture_output=True, check=False).returncode == 0

    good = render("rdjson", *outcomes)
    assert accepts(good)
    assert not accepts(good.replace('"severity": "ERROR"', '"severity": "FATAL"'))


def test_rdjson_cuts_out_the_figures(render: Render, flagged: Make) -> None:
    """As reviewdog does: lines at LF, columns in bytes from 1, ends exclusive."""
    report = flagged(FOUND, replacement="20 thousand")
    lines = report.source.text.encode().split(b"\n")
    cut = []
    for diagnostic in json.loads(render("rdjson", report))["diagnostics"]:
        for place in (diagnostic["location"]["range"], diagnostic["suggestions"][0]["range"]):
            start, end = place["start"], place["end"]
            part = lines[start["line"] - 1 : end["line"]]
            part[-1] = part[-1][: end["column"] - 1]
            part[0] = part[0][start["column"] - 1 :]
            cut.append(b"\n".join(part).decode())
    assert cut == ["20000 thousand", "20000 thousand", "5\nto 6", "5\nto 6"]


def test_junit_by_a_reader(render: Render, outcomes: list[Any]) -> None:
    read = JUnitXml.fromstring(render("junit", *outcomes).encode())
    suites = list(read)
    assert (read.tests, read.failures, read.errors) == (6, 2, 2)
    assert [suite.name for suite in suites] == [
        "towns/zürich.wikitext", "b.txt", "c d/ü#%.txt", "hostile.txt", "gone.txt"
    ]  # fmt: skip
    for suite in suites:
        cases = list(suite)
        failed = [case for case in cases if any(type(result).__name__ == "Failure" for result in case.result)]
        assert (suite.tests, suite.failures) == (len(cases), len(failed))
    (case,) = list(suites[0])
    assert [result.message for result in case.result] == ["20000 thousand is too large"] * 2
    assert "towns/zürich.wikitext:1:14: error:" in case.result[0].text


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 8},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "positions"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": "^(?![./])"},
                    "positions": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {
                            key: {
                                "type": "object",
                                "required": ["line"],
                                "properties": {name: {"type": "integer", "minimum": 1} for name in ("line", "column")},
                            }
                            for key in ("begin", "end")
                        },
                    },
                },
            },
        },
    },
}
"""The fields that GitLab's documentation names (docs.gitlab.com/ci/testing/code_quality, the report format); it
publishes no schema."""


def test_gitlab_by_its_documented_fields(render: Render, outcomes: list[Any]) -> None:
    issues = json.loads(render("gitlab", *outcomes))
    jsonschema.Draft202012Validator(GITLAB).validate(issues)
    assert len(issues) == len({issue["fingerprint"] for issue in issues}) == 4
    assert issues[0]["location"]["positions"]["begin"] == {"line": 1, "column": 14}


def test_github_as_the_runner_reads_it(
    render: Render, outcomes: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A line is a command where it begins with ::; properties end at ::, are parted by commas, then unescaped."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    commands = []
    for line in io.StringIO(render("github", *outcomes)):
        head, _, data = line.removeprefix("::").rstrip("\n").partition("::")
        name, _, properties = head.partition(" ")
        fields = dict(item.split("=", 1) for item in properties.split(","))
        commands.append((name, {key: unquote(value) for key, value in fields.items()}, unquote(data)))
    assert [name for name, _, _ in commands] == ["error"] * 5 + ["warning"]
    found = next(fields for _, fields, _ in commands if "line" in fields)
    assert found == {
        "file": "towns/zürich.wikitext", "line": "1", "endLine": "1", "col": "14", "endColumn": "28",
        "title": "size/town",
    }  # fmt: skip
    hostile = next(data for _, fields, data in commands if fields.get("file") == "hostile.txt")
    assert hostile.startswith(HOSTILE)
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("## Zürich\n")


def test_markdown_by_a_parser(render: Render, outcomes: list[Any]) -> None:
    """Headings, items and quoted figures are what they are meant to be; no word of an article becomes markup."""
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(render("markdown", *outcomes))
    inline = [child for token in tokens if token.type == "inline" for child in token.children or ()]
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2"] * 4
    assert {child.type for child in inline} <= {"text", "strong_open", "strong_close", "code_inline", "link_open",
                                                "link_close", "softbreak", "text_special"}  # fmt: skip
    assert {child.attrs["href"] for child in inline if child.type == "link_open"} == {
        "https://example.org/rules/size/town"
    }
    quoted = [child.content for child in inline if child.type == "code_inline"]
    assert "20000 thousand" in quoted
    assert "Zürich 🚂 has" in quoted


@pytest.mark.parametrize(
    ("urls", "address"),
    [
        ([], ""),
        (["Homepage, https://example.org"], ""),
        (["Homepage, https://example.org", "Documentation, https://docs.example.org/"], "https://docs.example.org/"),
        (["documentation, https://docs.example.org/en"], "https://docs.example.org/en/"),
    ],
)
def test_help_addresses_come_from_the_metadata(urls: list[str], address: str, published: Published) -> None:
    published(*urls)
    assert documentation() == address
