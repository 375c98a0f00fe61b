"""Findings that an article suppresses: ignore comments with a reason, and what it marks as sic."""

from __future__ import annotations

import pytest

import claimcheck as cc
from claimcheck.rules.load import load_rules, shipped

BAD = "The line is 266 miles (364 km) long."
RULE = "conversion/unit-pair"


def report(text: str) -> cc.Report:
    return cc.examine(text, markup="wikitext", name="a.wiki")


@pytest.mark.parametrize(
    "text",
    [
        f"{BAD} <!-- claimcheck: ignore={RULE} so printed in the source -->",
        f"<!-- claimcheck: ignore={RULE} so printed in the source -->{BAD}",
        f"{BAD}<!--claimcheck:ignore={RULE},date/weekday as in the source-->",
        f"<!-- claimcheck: ignore-start={RULE} one survey -->\n{BAD}\n\n{BAD}\n<!-- claimcheck: ignore-end={RULE} -->",
        f"<!-- claimcheck: ignore-start={RULE} all from one survey -->\n{BAD}\n<!-- claimcheck: ignore-end -->",
        f"{{| class=wikitable\n| {BAD} <!-- claimcheck: ignore={RULE} as in the source --> || 5\n|}}",
        "The line is 266 miles (364 km{{sic}}) long.",
        "The line is 266 miles ({{sic|364 km}}) long.",
        "The line is 266 miles (364 km) [sic] long.",
    ],
)
def test_suppressed(text: str) -> None:
    got = report(text)
    assert [finding.rule for finding in got.findings] == []
    assert {finding.rule for finding in got.suppressed} == {RULE}
    assert got.remarks == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"{BAD} <!-- claimcheck: ignore={RULE} -->", "must give a reason"),
        (f"{BAD} <!-- claimcheck: ignore because -->", "must name its rules"),
        (
            f"{BAD} <!-- claimcheck: ignore=date/weekday another rule -->",
            "no finding of date/weekday is suppressed here",
        ),
        (
            f"{BAD}\n\nNext. <!-- claimcheck: ignore={RULE} the wrong paragraph -->",
            f"no finding of {RULE} is suppressed",
        ),
        (f"{BAD}\n\n<!-- claimcheck: ignore-start={RULE} too late -->\nAfter.", "ignore-start is never ended"),
    ],
)
def test_not_suppressed_and_told(text: str, note: str) -> None:
    got = report(text)
    assert [finding.rule for finding in got.findings] == [RULE]
    assert any(note in line for line in got.remarks)
    assert all(line.startswith("a.wiki:") for line in got.remarks)


@pytest.mark.parametrize(
    ("names", "select", "told"),
    [
        (RULE, [RULE], None),
        ("date/weekday", [RULE], None),
        ("revision/quotation", [RULE], None),
        ("revision/quotation", [RULE, "revision/quotation"], None),
        (f"{RULE},date/weekday", [RULE, "date/weekday"], None),
        ("corpus/listed-size", [RULE, "corpus/listed-size"], None),
        ("date/weekday", [RULE, "date/weekday"], "no finding of date/weekday is suppressed here"),
        ("conversion/unit-pears", [RULE], f"no rule `conversion/unit-pears` runs here; did you mean `{RULE}`?"),
        ("../x", [RULE], "must name its rules"),
        ("own/rule", [RULE], "no rule `own/rule` runs here"),
    ],
)
def test_only_rules_that_ran_are_judged(names: str, select: list[str], told: str | None) -> None:
    rules = [rule for rule in load_rules(shipped()) if rule.id in select]
    got = cc.examine(f"{BAD} <!-- claimcheck: ignore={names} as in the source -->", rules, "wikitext", name="a.wiki")
    assert [remark.partition(": ")[2] for remark in got.remarks] == ([told] if told else []) or told in got.remarks[0]


def test_a_comment_that_is_not_ours_does_nothing() -> None:
    assert len(report(f"{BAD} <!-- ignore={RULE} please -->").findings) == 1
