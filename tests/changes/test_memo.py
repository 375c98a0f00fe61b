"""Revision after revision by a memo is what each is by itself: claims, findings, places; and only changes are read."""

from __future__ import annotations

import json
import pathlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.checks.protocol import kinds
from claimcheck.checks.scopes import BLOCK, CITATION
from claimcheck.finding import Report

REVISIONS = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
FILLER = "The mill on the river was burned and built again by the same family, who kept it for a long time. " * 7
PARTS = [
    "'''Elbing''' is a town of 48,212 people since 1237.<ref name=a>{{cite web|title=Count|date=31 June 2001}}</ref>",
    "{{Use mdy dates}}\n{{Infobox town|people=48,212|area=12 km2}}",
    "== 1914 ==\nOn 5 May the mill burned. Two weeks later it rained. On 05/06/1914 it was sold.<ref name=a />",
    "The sample had 27 animals: 8 cats, 6 dogs, and 12 rabbits.",
    "{| class=wikitext\n! Year !! Loaves\n|-\n| 1990 || 512\n|-\n| 1991 || 530\n|}",
    "In 1923 it rose from 50 to 40 loaves. By July it was 31 February.",
    "=== Later ===\nIn August 12 boats left.<ref>{{cite book|title=Boats|isbn=0306406153}}</ref>",
    "<ref name=a>{{cite web|title=Another|date=1 May 2003|access-date=1 May 1999}}</ref> The town has 51,340 people.",
    "<!-- claimcheck: ignore=total/listed-parts-miss-total known -->",
]


def said(report: Report) -> dict[str, Any]:
    """All that a report says."""
    return {
        "findings": [finding.to_dict() for finding in report.findings],
        "suppressed": [finding.to_dict() for finding in report.suppressed],
        "claims": [(claim.to_dict(), claim.anchor) for claim in report.claims],
        "notes": (report.notes, report.errors, report.remarks),
    }


def same(memo: cc.Memo, text: str, date: str = "2020-05-01") -> bool:
    return said(memo.examine(text, date)) == said(cc.examine(text, memo.rules, memo.markup, memo.title, date=date))


@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=7), min_size=2, max_size=4))
@settings(max_examples=25, deadline=None)
def test_any_history_is_reported_revision_by_revision(history: list[list[str]]) -> None:
    memo = cc.Memo(markup="wikitext", title="Elbing in 1914")
    for parts in history:
        assert same(memo, "\n\n".join(f"{part}\n\n{FILLER}" for part in parts))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("48,212 people.", "51,340 people."),
        ("== 1914 ==", "== 1915 =="),
        ("{{Use mdy dates}}\n", "{{Use dmy dates}}\n"),
        ("On 5 May", "On 5 May 1913"),
        ("In 1923", "In 1933"),
        ("<ref name=a>", "<ref>First.</ref><ref name=a>"),
        ("8 cats", "9 cats"),
        ("'''Elbing'''", "{{'''Elbing'''"),
        ("=== Later ===\n", ""),
    ],
)
def test_what_an_edit_changes_further_down_is_seen(old: str, new: str) -> None:
    page = "\n\n".join(f"{part}\n\n{FILLER}" for part in PARTS)
    memo = cc.Memo(markup="wikitext", title="Elbing")
    assert same(memo, page)
    assert same(memo, page.replace(old, new))
    assert same(memo, page)


def test_the_day_of_reading_counts() -> None:
    memo = cc.Memo(markup="wikitext")
    cited = "The bridge was closed from 2019 to 2015.<ref>{{cite web|title=x|access-date=1 May 2030}}</ref>"
    page = f"{PARTS[6]}\n\n{FILLER}\n\n{cited}"
    for date in ("2020-05-01", "2035-05-01", "2020-06-01"):
        assert same(memo, page, date)


def test_plain_text_and_changes_of_markup() -> None:
    memo = cc.Memo()
    for text in ("It has 5 mills.", "It has 5 [[mill]]s.", "It has 6 mills.", ""):
        assert same(memo, text)


def test_blocks_that_did_not_change_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "\n\n".join(f"{part}\n\n{FILLER}" for part in PARTS)
    memo = cc.Memo(markup="wikitext")
    memo.examine(page)
    read: list[str] = []
    import claimcheck.document.blocks as blocks

    def counting(text: str, *args: Any, **named: Any) -> Any:
        read.append(text)
        return whole(text, *args, **named)

    whole = blocks.read_block
    monkeypatch.setattr(blocks, "read_block", counting)
    memo.examine(page.replace("12 boats", "13 boats"))
    assert len(read) == 1
    assert len(read[0]) < len(page) / 4


def test_scopes_name_kinds_that_there_are() -> None:
    assert set(kinds()) >= BLOCK | CITATION
    assert not BLOCK & CITATION


def histories() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    rows = defaultdict(list)
    for line in (REVISIONS / "revisions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["title"]].append(row)
    for title, found in rows.items():
        found.sort(key=lambda row: int(row["n"]))
        texts = [(REVISIONS / row["file"]).read_text(encoding="utf-8") for row in found[:4]]
        yield title, [(text, (row["timestamp"] or "2020-01-01")[:10]) for text, row in zip(texts, found, strict=False)]


@pytest.mark.skipif(not REVISIONS.is_dir(), reason="the corpus of real revisions is not beside the project")
def test_real_histories_are_reported_revision_by_revision() -> None:
    for title, revisions in histories():
        memo = cc.Memo(markup="wikitext", title=title)
        for text, date in revisions:
            assert same(memo, text, date), title
