"""Findings that an article suppresses: ignore comments with a reason, and what it marks as sic."""

from __future__ import annotations

import pytest

import claimcheck as cc

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


def test_a_comment_that_is_not_ours_does_nothing() -> None:
    assert len(report(f"{BAD} <!-- ignore={RULE} please -->").findings) == 1
