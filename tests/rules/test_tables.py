"""Tables of many shapes: what their total rows and columns prove, and what they leave open."""

from __future__ import annotations

import pytest

from claimcheck import lint
from claimcheck.checks.tables.cell import read_cell
from claimcheck.checks.tables.headers import roles, total_row
from claimcheck.rules import load_rules

TABLE_RULES = [rule for rule in load_rules() if rule.family == "table" and rule.enabled]

CELLS = [
    (" 1,234 ", 1234),
    ("−3", -3),
    ("+4", 4),
    ("12[a]", 12),
    ("12*", 12),
    ("$5,000", 5000),
    ("2,615,060 (1st)", 2615060),
    ("12,34,567", 1234567),
    ("\u20075", 5),
    ("12 345", 12345),
    ("12\n345", None),
    ("12\u00a0345", 12345),
    ("12,34", None),
    ("7–5", None),
    ("12 (3)", None),
    ("c. 40", None),
    ("40+", None),
    ("3rd", None),
    ("12 km", None),
    ("–", None),
    ("", None),
    ("9" * 60, None),
]


@pytest.mark.parametrize(("text", "value"), CELLS)
def test_cells(text: str, value: int | None) -> None:
    figure = read_cell(text)[1]
    assert (figure.value if figure else None) == value
    if figure:
        assert text[figure.span.start : figure.span.end].strip() == text[figure.span.start : figure.span.end]


@pytest.mark.parametrize("text", ["", " ", "–", "—", "-", "N/A", "n/a", "…", "nil"])
def test_nothing(text: str) -> None:
    assert read_cell(text)[0] == "nothing"


HEADERS = [
    ("Total", "total"),
    ("Pld", "played"),
    ("Points per game", "average"),
    ("% of votes", "percent"),
    ("Rank[a]", "rank"),
    ("Area (km2)", "area"),
    ("GF", "scored"),
    ("No.", "rank"),
]


@pytest.mark.parametrize(("text", "role"), HEADERS)
def test_headers(text: str, role: str) -> None:
    assert role in roles(text)


@pytest.mark.parametrize("text", ["Votes", "Town", "Passengers", "Totality", "Golden"])
def test_headers_without_a_role(text: str) -> None:
    assert not roles(text)


@pytest.mark.parametrize(
    "text", ["Total", "TOTALS", "Grand total", "Total (12 nations)", "Total:", "Sum", "Career total"]
)
def test_rows_that_are_totals(text: str) -> None:
    assert total_row(text)


@pytest.mark.parametrize(
    "text", ["Total War", "Sumatra", "Total valid votes cast", "Average", "Sub-total", "Overall best"]
)
def test_rows_that_are_no_totals(text: str) -> None:
    assert not total_row(text)


def findings(text: str) -> list[str]:
    return [text[f.primary.start : f.primary.end] for f in lint(text, TABLE_RULES, markup="wikitext")]


HEAD = '{| class="wikitable"\n'
WRONG = {
    "bold total, its label over two columns": (
        HEAD
        + "! Ward !! Side !! Houses !! Shops !! Inns\n|-\n| A || W || 410 || 31 || 4\n|-\n| B || E || 290 || 27 || 3\n"
        "|-\n| colspan=2 | '''Total''' || '''700''' || '''85''' || '''7'''\n|}",
        ["85"],
    ),
    "total at the top": (
        HEAD + "! Ward !! Houses !! Shops !! Inns\n|-\n| Total || 700 || 58 || 9\n|-\n| A || 410 || 31 || 4\n|-\n"
        "| B || 290 || 27 || 3\n|}",
        ["9"],
    ),
    "groups with their own totals and a grand total": (
        HEAD + "! Ward !! Houses !! Shops\n|-\n| A || 410 || 31\n|-\n| B || 290 || 27\n|-\n| Total || 700 || 58\n|-\n"
        "| C || 120 || 11\n|-\n| D || 130 || 12\n|-\n| Total || 250 || 23\n|-\n| Grand total || 950 || 91\n|}",
        ["91"],
    ),
    "first column shared by rows": (
        HEAD + "! Side !! Ward !! Houses !! Shops\n|-\n| rowspan=2 | West || A || 410 || 31\n|-\n| B || 290 || 27\n|-\n"
        "| East || C || 100 || 12\n|-\n! colspan=2 | Total !! 800 !! 71\n|}",
        ["71"],
    ),
    "dashes and blanks are nothing, footnotes no digits": (
        HEAD
        + "! Ward !! Houses !! Shops !! Inns\n|-\n| A || 410<ref>x</ref> || – || 4\n|-\n| B || 290 || 27 || 3\n|-\n"
        "| C || 100* || 12 || \n|-\n| Total || 800 || 39 || 8\n|}",
        ["8"],
    ),
    "decimals add up within their rounding": (
        HEAD + "! Ward !! Acres !! Rent !! Inns\n|-\n| A || 41.04 || 3.1 || 4\n|-\n| B || 29.03 || 2.2 || 3\n|-\n"
        "| Total || 70.1 || 5.3 || 9\n|}",
        ["9"],
    ),
}


@pytest.mark.parametrize(("text", "wrong"), WRONG.values(), ids=list(WRONG))
def test_wrong_totals(text: str, wrong: list[str]) -> None:
    assert findings(text) == wrong


RIGHT = {
    "only the largest are listed": HEAD + "! Ward !! Houses !! Shops\n|-\n| A || 410 || 31\n|-\n| B || 290 || 27\n|-\n"
    "| C || 120 || 12\n|-\n| Total || 1,930 || 174\n|}",
    "a word hides a figure": HEAD + "! Ward !! Houses !! Shops !! Inns\n|-\n| A || 410 || 31 || 4\n|-\n"
    "| B || 290 || some || 3\n|-\n| Total || 700 || 58 || 7\n|}",
    "a cell shared by two rows": HEAD + "! Ward !! Houses !! Shops !! Inns\n|-\n| A || 410 || rowspan=2 | 58 || 4\n|-\n"
    "| B || 290 || 3\n|-\n| C || 100 || 2 || 1\n|-\n| Total || 800 || 60 || 8\n|}",
    "mean and best beside sums": HEAD + "! Player !! Games !! Goals !! Average !! Best\n|-\n"
    "| A || 10 || 5 || 0.5 || 2\n|-\n| B || 20 || 30 || 1.5 || 4\n|-\n| Total || 30 || 35 || 1.2 || 4\n|}",
    "row of averages between": HEAD + "! Ward !! Houses !! Shops !! Inns\n|-\n| A || 410 || 31 || 4\n|-\n"
    "| B || 290 || 27 || 2\n|-\n| Average || 350 || 29 || 3\n|-\n| Total || 700 || 58 || 6\n|}",
    "rounded total": HEAD + "! Ward !! Houses !! Value\n|-\n| A || 410 || 12,000\n|-\n| B || 290 || 17,000\n|-\n"
    "| Total || 700 || 30,000\n|}",
    "everything is the whole": HEAD + "! Party !! Seats !! Share\n|-\n| A || 20 || 39.2\n|-\n| B || 30 || 58.8\n|-\n"
    "| Total || 50 || 100\n|}",
    "years and ranks": HEAD + "! No. !! Ward !! Founded !! Houses !! Shops\n|-\n| 1 || A || 1901 || 410 || 31\n|-\n"
    "| 2 || B || 1902 || 290 || 27\n|-\n| 3 || Total || 1911 || 700 || 58\n|}",
    "penalties beside the points": HEAD + "! Club !! Home !! Away !! Penalty !! Total\n"
    + "".join(f"|-\n| {c} || {h} || {a} || {p} || {h + a - int(p or 0)}\n" for c, h, a, p in [
        ("A", 12, 7, ""), ("B", 11, 8, ""), ("C", 9, 5, "3"), ("D", 8, 5, ""), ("E", 6, 4, "")])
    + "|}",
    "best three of four": HEAD + "! Crew !! R1 !! R2 !! R3 !! R4 !! Total\n"
    + "".join(f"|-\n| {n} || {' || '.join(map(str, r))} || {sum(r) - max(r)}\n" for n, r in [
        ("A", (1, 2, 4, 3)), ("B", (5, 1, 2, 2)), ("C", (3, 3, 6, 4)), ("D", (2, 6, 5, 7)), ("E", (9, 8, 7, 6))])
    + "|}",
}  # fmt: skip


@pytest.mark.parametrize("text", RIGHT.values(), ids=list(RIGHT))
def test_right_totals(text: str) -> None:
    assert findings(text) == []


def test_a_hostile_table_is_left_alone() -> None:
    text = HEAD + "! A !! B\n" + "|-\n| colspan=1000 rowspan=1000 | 5 || 6 || 7\n" * 300 + "|}"
    assert findings(text) == []
