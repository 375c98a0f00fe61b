"""GitHub, GitLab, reviewdog, JUnit, Markdown and CSV: places as each counts them, nothing breaks out of its field."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from claimcheck.report import formats, github
from claimcheck.report.csv import cell
from claimcheck.report.markdown import code, plain
from claimcheck.report.parts.run import Unread

Make = Callable[..., Any]
Render = Callable[..., str]
FOUND = "Zürich 🚂 has ⟦20000 thousand⟧ people.\n⟨430,000⟩ in the census."
"""The finding begins at code point 14 and at byte 18 of its line."""
UNREAD = Unread("gone.txt: no such file or directory", "gone.txt")


def test_github_annotates(render: Render, flagged: Make) -> None:
    assert render("github", flagged(FOUND)) == (
        "::error file=towns/zürich.wikitext,line=1,endLine=1,col=14,endColumn=28,title=size/town::"
        "20000 thousand is too large%0A2: the census says this\n"
    )


def test_github_gives_no_columns_over_two_lines(render: Render, flagged: Make) -> None:
    out = render("github", flagged("⟦5\n6⟧", severity="note"))
    assert out.startswith("::notice file=towns/zürich.wikitext,line=1,endLine=2,title=size/town::")


def test_github_escapes(render: Render, flagged: Make) -> None:
    out = render("github", flagged("⟦5⟧", name="a,b:c%.txt", message="100%\r\n::error::x"))
    assert out == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=1,endColumn=2,title=size/town::100%25%0D%0A::error::x\n"
    )


@pytest.mark.parametrize(("warnings", "errors", "last"), [
    (9, 1, "::warning"),
    (10, 1, "::notice title=claimcheck::1 further finding"),
    (30, 0, "::notice title=claimcheck::20 further findings"),
])  # fmt: skip
def test_github_shows_the_gravest(render: Render, flagged: Make, warnings: int, errors: int, last: str) -> None:
    lines = render(
        "github", flagged("⟦5⟧ " * warnings, severity="warning"), *[flagged("⟦5⟧")] * errors
    ).splitlines()  # fmt: skip
    assert len([line for line in lines if not line.startswith("::notice")]) == github.SHOWN
    assert lines[0].startswith("::error" if errors else "::warning")
    assert lines[-1].startswith(last)


def test_github_counts_the_rest_within_the_cap_of_notices(render: Render, flagged: Make) -> None:
    lines = render("github", flagged("⟦5⟧ " * 12, severity="note")).splitlines()
    assert len(lines) == github.SHOWN
    assert lines[-1] == "::notice title=claimcheck::3 further findings"


def test_github_puts_everything_into_the_summary(
    render: Render, flagged: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    out = render("github", flagged("⟦5⟧ " * 50))
    assert out.splitlines()[-1] == "::notice title=claimcheck::40 further findings, all of them in the summary"
    assert path.read_text().startswith("before\n## Zürich")
    assert path.read_text().count("- [ ]") == 50
    monkeypatch.setattr(github, "ROOM", 3000)
    render("github", flagged("⟦5⟧ " * 50))
    assert path.stat().st_size > 3000  # it was fuller already; only that is said
    assert path.read_text().endswith("The summary has no room for more.\n")


def test_github_tells_failures_first(render: Render, flagged: Make) -> None:
    lines = render("github", flagged("⟦5⟧", errors=("rule x/y crashed",)), UNREAD).splitlines()
    assert lines[:2] == [
        "::error file=towns/zürich.wikitext,title=claimcheck::rule x/y crashed",
        "::error title=claimcheck::gone.txt: no such file or directory",
    ]


def test_gitlab(render: Render, flagged: Make) -> None:
    reports = [flagged(FOUND), flagged("⟦5⟧", severity="warning"), flagged("⟦5⟧", severity="note"), UNREAD]
    issues = json.loads(render("gitlab", *reports))
    assert issues[0] == {
        "description": "20000 thousand is too large",
        "check_name": "size/town",
        "fingerprint": "0" * 32,
        "severity": "major",
        "location": {
            "path": "towns/zürich.wikitext",
            "positions": {"begin": {"line": 1, "column": 14}, "end": {"line": 1, "column": 28}},
        },
    }
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_gitlab_paths_are_relative(render: Render, flagged: Make) -> None:
    (issue,) = json.loads(render("gitlab", flagged("⟦5⟧", name=str(Path.cwd() / "a" / "b.txt"))))
    assert issue["location"]["path"] == "a/b.txt"


def test_rdjson_counts_bytes(render: Render, flagged: Make) -> None:
    result = json.loads(render("rdjson", flagged(FOUND, replacement="20 thousand"), UNREAD))
    assert result["source"] == {"name": "claimcheck"}
    (diagnostic,) = result["diagnostics"]
    where = {"start": {"line": 1, "column": 18}, "end": {"line": 1, "column": 32}}
    assert diagnostic["location"] == {"path": "towns/zürich.wikitext", "range": where}
    assert diagnostic["severity"] == "ERROR"
    assert diagnostic["code"] == {"value": "size/town", "url": "https://example.org/rules/size/town"}
    assert diagnostic["suggestions"] == [{"range": where, "text": "20 thousand"}]
    assert diagnostic["related_locations"] == [
        {
            "message": "the census says this",
            "location": {
                "path": "towns/zürich.wikitext",
                "range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 8}},
            },
        }
    ]


def suites(out: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(out))  # noqa: S314 - our own output


def test_junit_has_a_suite_for_each_article(render: Render, flagged: Make) -> None:
    out = render("junit", flagged(FOUND), flagged("nothing", name="clean.txt"), flagged("⟦5⟧", severity="note"), UNREAD)
    found, clean, mild, unread = suites(out)
    assert dict(ElementTree.fromstring(out).attrib) == {  # noqa: S314
        "name": "claimcheck", "tests": "4", "failures": "1", "errors": "1", "skipped": "0", "time": "0"
    }  # fmt: skip
    (case,) = found
    assert (case.get("classname"), case.get("name")) == ("Zürich", "size/town")
    (failure,) = case
    assert failure.get("type") == "error"
    assert str(failure.text).splitlines() == [
        "towns/zürich.wikitext:1:14: error: 20000 thousand is too large",
        "towns/zürich.wikitext:2:1: the census says this",
    ]
    assert [list(case) for case in clean] == [[]]
    assert mild[0][0].tag == "system-out"
    assert unread[0][0].get("message") == "gone.txt: no such file or directory"


def test_junit_fails_what_fails_the_run(render: Render, flagged: Make) -> None:
    (suite,) = suites(render("junit", flagged("⟦5⟧ ⟦6⟧", severity="warning"), fail_on="warning"))
    assert [failure.tag for failure in suite[0]] == ["failure", "failure"]
    (suite,) = suites(render("junit", flagged("⟦5⟧", suppressed=True)))
    assert suite[0][0].text.startswith("suppressed: ")
    known = replace(report := flagged("⟦5⟧"), findings=(), known=report.findings)
    (suite,) = suites(render("junit", known))
    assert suite[0][0].text.startswith("known: ")
    (suite,) = suites(render("junit", flagged("", errors=("rule x/y crashed",))))
    assert suite[-1][0].tag == "error"


def test_markdown(render: Render, flagged: Make) -> None:
    assert render("markdown", flagged(FOUND), flagged("nothing"), UNREAD) == (
        "## Zürich\n\n`towns/zürich.wikitext`\n\n"
        "- [ ] ❌ **error**, line 1: 20000 thousand is too large ([`size/town`](https://example.org/rules/size/town))\n"
        "  - `Zürich 🚂 has` **`20000 thousand`** `people.`\n"
        "  - line 2, the census says this: **`430,000`** `in the census.`\n\n"
        "## Not read or not checked\n\n- gone\\.txt\\: no such file or directory\n\n"
        "1 error, 0 warnings, 0 notes in 2 articles; 1 claim read by claimcheck 1.2.3.\n"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "`a`"),
        ("", ""),
        (" ", ""),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("a ``` b", "````a ``` b````"),
        ("[[Town]] @user <b>", "`[[Town]] @user <b>`"),
        ("a\nb", "`a b`"),
    ],
)
def test_markdown_code(text: str, shown: str) -> None:
    assert code(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5 km", "5 km"),
        ("*a*", "\\*a\\*"),
        ("[x](y)", "\\[x\\]\\(y\\)"),
        ("<script>", "\\<script\\>"),
        ("@user #12", "@\u2060user #\u206012"),
        ("a\nb", "a b"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_markdown_text(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_csv(render: Render, flagged: Make) -> None:
    (row,) = csv.DictReader(io.StringIO(render("csv", flagged(FOUND, replacement="20 thousand"), UNREAD)))
    assert [row[key] for key in ("article", "file", "line", "column", "end_column", "severity", "rule", "text")] == [
        "Zürich", "towns/zürich.wikitext", "1", "14", "28", "error", "size/town", "20000 thousand"
    ]  # fmt: skip
    assert row["related"] == "2:1 the census says this"
    assert row["suggestion"] == "20 thousand"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|x", "'+cmd|x"), ("-cmd", "'-cmd"), ("\tx", "'\tx"),
        ("-5", "-5"), ("+5,000", "+5,000"), ("-5%", "-5%"), ("5", "5"), ("", ""), (None, ""), (5, "5"), (-0.5, "-0.5"),
    ],
)  # fmt: skip
def test_csv_cells_are_no_formulas(value: object, shown: str) -> None:
    assert cell(value) == shown


HOSTILE = st.text(alphabet="<>&'\"`*[](){}|@#!:,%=\\/\n\r\t\x00\x1b\x7f\x9b\u2028\u202e\ud800é🚂a5", max_size=30)


@pytest.mark.parametrize("style", formats())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE, HOSTILE, HOSTILE)
@example("", "", "/\ud800")
def test_nothing_breaks_a_format(style: str, render: Render, flagged: Make, text: str, message: str, name: str) -> None:
    marked = re.sub("[⟦⟧⟨⟩]", "", text)
    report = flagged(
        f"{marked}⟦5⟧{marked} ⟨6⟩", message=message, name=f"a{name}", note=text, notes=(text,), errors=(text,)
    )
    out = render(style, report, Unread(message, name))
    out = out.encode("utf-8", "backslashreplace").decode("utf-8")  # as it is written
    if style in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(out)
    elif style == "jsonl":
        assert [json.loads(line)["version"] for line in out.split("\n")[:-1]] == [1] * 4
    elif style == "junit":
        suites(out)
    elif style == "csv":
        assert len(list(csv.DictReader(io.StringIO(out, newline="")))) == 1
    elif style == "github":
        assert all(line.startswith("::error ") for line in out.split("\n")[:-1])
        assert len(out.split("\n")) == 4
    else:
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", out)
