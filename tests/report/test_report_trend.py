"""The trend: what is new, kept and fixed since an earlier report, in words, as JSON and on the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

import claimcheck as cc
from claimcheck.finding import Report
from claimcheck.report import load
from claimcheck.report.parts.past import PastError, read_past
from claimcheck.report.parts.run import Run, Unread
from claimcheck.rules import Rule

Make = Callable[..., Report]
BEFORE = "It has 5 miles (99 km) of road and 7000 thousand trees."
AFTER = "Of road it has 5 miles (99 km). It opened on 31 June 1874."


def report(text: str, title: str = "Tarn") -> Report:
    return cc.examine(text, title=title, name=f"{title}.txt")


def written(path: Path, *reports: Report | Unread, style: str = "json") -> Path:
    path.write_text("".join(load(style)(list(reports), Run("1.2.3"))), encoding="utf-8")
    return path


def rendered(style: str, past: Path, *reports: Report | Unread, rules: tuple[Rule, ...] = ()) -> str:
    return "".join(load(style)(list(reports), Run("1.2.3", rules, past=read_past(past))))


@pytest.mark.parametrize("style", ["json", "jsonl"])
def test_new_kept_and_fixed_are_counted(tmp_path: Path, style: str) -> None:
    past = written(tmp_path / "past", report(BEFORE), style=style)
    text = rendered("text", past, report(AFTER))
    assert text.endswith("claims read; since the earlier report 1 new, 1 kept, 1 fixed.\n")
    for worklist in ("markdown", "wikitext"):
        assert rendered(worklist, past, report(AFTER)).endswith(
            "1.2.3; since the earlier report 1 new, 1 kept, 1 fixed.\n"
        )


def test_json_names_what_is_gone(tmp_path: Path) -> None:
    past = written(tmp_path / "past.json", report(BEFORE))
    trend = json.loads(rendered("json", past, report(AFTER)))["summary"]["trend"]
    (gone,) = trend.pop("gone")
    assert trend == {"since": str(past), "new": 1, "kept": 1, "fixed": 1}
    assert (gone["article"], gone["rule"], gone["severity"]) == ("Tarn", "scale/doubled-scale-word", "error")


def test_without_an_earlier_report_there_is_no_trend() -> None:
    whole = json.loads("".join(load("json")([report(AFTER)], Run("1.2.3"))))
    assert whole["summary"]["trend"] is None
    assert "earlier report" not in "".join(load("html")([report(AFTER)], Run("1.2.3")))


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(report("All is well.", "Other"), id="an article that was not read"),
        pytest.param(Unread("Tarn.txt: no such file", "Tarn.txt"), id="an article that could not be read"),
        pytest.param(replace(report("All is well."), errors=("rule a/b crashed",)), id="a rule crashed"),
        pytest.param(report(BEFORE + " <!-- claimcheck: ignore=conversion/unit-pair,scale/doubled-scale-word told -->"),
                     id="suppressed"),
        pytest.param(replace(report(BEFORE), findings=(), known=report(BEFORE).findings), id="in the baseline"),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_is_not_fixed(tmp_path: Path, now: Report | Unread) -> None:
    past = written(tmp_path / "past.json", report(BEFORE))
    assert json.loads(rendered("json", past, now))["summary"]["trend"]["fixed"] == 0


def test_rules_that_did_not_run_are_not_judged(tmp_path: Path, rule: Rule) -> None:
    past = written(tmp_path / "past.json", report(BEFORE))
    now = report("All is well.")
    assert json.loads(rendered("json", past, now))["summary"]["trend"]["fixed"] == 2
    assert json.loads(rendered("json", past, now, rules=(rule,)))["summary"]["trend"]["fixed"] == 0


def test_the_page_has_the_trend_by_article_and_rule(tmp_path: Path) -> None:
    past = written(tmp_path / "past.json", report(BEFORE), report(BEFORE, "Fell"))
    root = html.document_fromstring(rendered("html", past, report(AFTER), report("All is well.", "Fell")))
    articles, rules = root.xpath("//table[@class='sortable']")
    heads = [cell.text for cell in articles.xpath("./thead/tr/th")]
    rows = [
        dict(zip(heads, [cell.text_content() for cell in row], strict=True)) for row in articles.xpath("./tbody/tr")
    ]
    assert [(row["article"], row["new"], row["fixed"]) for row in rows] == [("Tarn", "1", "1"), ("Fell", "0", "2")]
    told = {row.xpath(".//span")[0].text: [cell.text for cell in row[-2:]] for row in rules.xpath("./tbody/tr")}
    assert told == {
        "conversion/unit-pair": ["0", "1"],
        "date/impossible-date": ["1", "0"],
        "scale/doubled-scale-word": ["0", "2"],
    }
    assert "Since the earlier report 1 new, 1 kept, 3 fixed." in " ".join(root.text_content().split())
    assert [note.get("data-rule") for note in root.xpath("//article[@data-new]")] == ["date/impossible-date"]
    assert "Fell: 7000 thousand" in root.text_content()


def test_nothing_of_an_earlier_report_breaks_out_of_the_page(tmp_path: Path) -> None:
    line = {"article": "<script>", "rule": "<b>/x", "severity": "error", "message": "</ul><img onerror=x>\u202e",
            "fingerprint": "0", "version": 1, "type": "finding"}  # fmt: skip
    past = tmp_path / "past.jsonl"
    past.write_text(json.dumps(line) + '\n{"version": 1, "type": "summary"}\n', encoding="utf-8")
    root = html.document_fromstring(rendered("html", past, report(AFTER), report("All is well.", "<script>")))
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//img")
    assert "</ul><img onerror=x>\ufffd" in root.text_content()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "not a JSON report of claimcheck lint"),
        ("no JSON", "not a JSON report of claimcheck lint: JSON is malformed"),
        ("[]", "not a JSON report of claimcheck lint"),
        ('{"version": 1}', "not a JSON report of claimcheck lint"),
        ('{"version": 2, "articles": [], "summary": {}}', "a report of version 2; this claimcheck reads 1"),
        ('{"version": 1, "articles": [{"findings": [{}]}], "summary": {}}', "not a JSON report of claimcheck lint"),
        ('{"version": 1, "articles": [', "not a JSON report of claimcheck lint"),
        ('{"version": 1, "type": "finding"}', "past:1: not a line of a JSON report"),
        ('{"version": 1, "type": "article"}\n{', "past:2: not a line of a JSON report"),
        ('{"version": 2, "type": "article"}', "a report of version 2; this claimcheck reads 1"),
        ('{"version": 1, "type": "article"}', "the summary that closes it is missing"),
        ("[" * 100_000, "not a JSON report of claimcheck lint"),
        ("\x00\udcff", "not a JSON report of claimcheck lint"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "past"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(PastError) as error:
        read_past(path)
    assert told in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PastError, match="cannot be read: No such file"):
        read_past(tmp_path / "gone")
