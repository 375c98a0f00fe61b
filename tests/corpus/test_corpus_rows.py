"""What stands in the row of an article: claims kept, findings, what a revision changed, categories, lists."""

from __future__ import annotations

import datetime
import itertools

import pytest

import claimcheck as cc
from claimcheck.corpus.categories import categories
from claimcheck.corpus.page import Page
from claimcheck.corpus.rows import Row, lint_rows
from claimcheck.corpus.settings import Settings

DAY = datetime.date(2024, 1, 1)
SETTINGS = Settings(today=DAY)
DAYS = [datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (2018, 2021, 2021)]
TOWN = """'''Dunmore''' is a town. It was founded in 1850. As of 2011, its population was 12,345.
The mill has 17 floors. The war lasted from 1920 to 1918.
"""


def row(text: str, settings: Settings = SETTINGS, **page: object) -> Row:
    return next(lint_rows([Page("Dunmore", text, **page)], settings))  # type: ignore[arg-type]


def test_claims_are_those_of_extract_with_the_same_values() -> None:
    told = row(TOWN)["claims"]
    expected = [claim.to_dict() for claim in cc.extract(TOWN, title="Dunmore", date=DAY)]
    assert [claim["claim"] for claim in told] == list(range(len(expected)))
    for one in expected:
        one["parts"] = one["parts"] and [{"value": None, "edtf": None, **part} for part in one["parts"]]
    assert [{key: claim[key] for key in one} for claim, one in zip(told, expected, strict=True)] == expected


def test_day_numbers_stand_beside_days() -> None:
    founded = next(claim for claim in row(TOWN)["claims"] if claim["text"] == "1850")
    assert (founded["first_day"], founded["last_day"]) == (
        datetime.date(1850, 1, 1).toordinal(),
        datetime.date(1850, 12, 31).toordinal(),
    )
    people = next(claim for claim in row(TOWN)["claims"] if claim["text"] == "12,345")
    assert people["time_first"] == datetime.date(2011, 1, 1).toordinal()
    assert people["sentence"].strip() == "As of 2011, its population was 12,345."
    assert people["page_subject"]


def test_findings_name_their_claims() -> None:
    told = row(TOWN)
    assert told["finding_count"] == len(told["findings"]) > 0
    finding = told["findings"][0]
    assert finding["state"] == "stands"
    assert [told["claims"][number]["text"] for number in finding["claims"]] == ["from 1920 to 1918"] or finding[
        "claims"
    ]


@pytest.mark.parametrize("kept", ["measured", "none"])
def test_claims_that_findings_rest_on_are_always_kept(kept: str) -> None:
    told, everything = row(TOWN, Settings(today=DAY, claims=kept)), row(TOWN)  # type: ignore[arg-type]
    numbers = [claim["claim"] for claim in told["claims"]]
    assert {number for finding in told["findings"] for number in finding["claims"]} <= set(numbers)
    assert told["claims"] == [claim for claim in everything["claims"] if claim["claim"] in numbers]
    assert ("12,345" in [claim["text"] for claim in told["claims"]]) == (kept == "measured")
    assert "17" not in [claim["text"] for claim in told["claims"]]
    assert told["claim_count"] == everything["claim_count"]


def test_a_revision_tells_only_what_it_changed() -> None:
    later = TOWN.replace("12,345", "12,435").replace("The mill has 17 floors. ", "") + "\nIt has 5 schools.\n"
    told = row(later, before=TOWN, before_revision=7)
    assert [(one["change"], one["before_text"], one["after_text"]) for one in told["changes"]] == [
        ("changed", "12,345", "12,435"),
        ("added", None, "5"),
        ("removed", "17", None),
    ]
    assert [claim["text"] for claim in told["claims"]] == ["12,435", "5"]
    assert [one["claim"] for one in told["changes"]] == [*(claim["claim"] for claim in told["claims"]), None]
    assert told["findings"] == []
    assert told["changes"][0]["before_revision"] == 7


def test_a_revision_brings_and_fixes_findings() -> None:
    good = TOWN.replace("1918", "1922")
    assert {finding["state"] for finding in row(TOWN, before=good)["findings"]} == {"new"}
    fixed = row(good, before=TOWN)
    assert {finding["state"] for finding in fixed["findings"]} == {"fixed"}
    assert fixed["finding_count"] == 0


def test_revisions_in_a_row_give_what_each_pair_gives_alone() -> None:
    # Read in 2018, what was accessed in 2020 still lies ahead.
    town = TOWN + "{{cite web|url=a|access-date=3 March 2020}}"
    texts = [town, town.replace("17", "18"), town.replace("17", "18").replace("1850", "1580"), town]
    pages = [
        Page("Dunmore", after, page=5, revision=n, before=before, before_revision=n - 1, time=DAYS[n - 2])
        for n, (before, after) in enumerate(itertools.pairwise(texts), 2)
    ]
    together = list(lint_rows(pages, SETTINGS))
    assert together == [next(lint_rows([page], SETTINGS)) for page in pages]


def test_a_page_is_read_on_its_own_day_unless_another_is_asked_for() -> None:
    text, saved = "{{cite web|url=a|access-date=3 March 2020}}", datetime.datetime(2018, 1, 1, tzinfo=datetime.UTC)
    future = Settings(today=DAY)
    assert row(text, future, time=saved)["findings"]
    assert not row(text, future)["findings"]
    assert not row(text, Settings(date=DAY), time=saved)["findings"]


def test_lists_name_those_that_the_title_is_on() -> None:
    lists = {"WikiProject Ireland": frozenset({"Dunmore"}), "Bridges": frozenset({"Other"})}
    assert row(TOWN, Settings(today=DAY, lists=lists))["lists"] == ["WikiProject Ireland"]


def test_the_digest_is_the_one_that_wikis_give() -> None:
    assert row("")["digest"] == "da39a3ee5e6b4b0d3255bfef95601890afd80709"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Category:Towns]] [[Category:Mills|mill]]", ["Towns", "Mills"]),
        ("[[category : towns_in  Ireland ]]", ["Towns in Ireland"]),
        ("[[Category:Towns]] [[Category:Towns|*]]", ["Towns"]),
        ("[[:Category:Towns]]", []),
        ("[[Category:Towns", []),
        ("<!-- [[Category:Hidden]] --> [[Category:Shown]]", ["Shown"]),
        ("<nowiki>[[Category:Hidden]]</nowiki>[[Category:Shown]]", ["Shown"]),
        ("[[Category:Shown]] <!-- [[Category:Hidden]]", ["Shown"]),
        ("[[Category:{{PAGENAME}}]]", []),
        ("[[Category: ]] [[Category:]]", []),
        ("No category: none", []),
    ],
)
def test_categories(text: str, expected: list[str]) -> None:
    assert categories(text) == expected


@pytest.mark.parametrize("piece", ["<!--", "[[Category:", "[[", "<nowiki>", "[[ Category:a|", "<!-- -->"])
def test_categories_of_hostile_text_take_no_time(piece: str) -> None:
    assert categories(piece * 200_000) in ([], ["A"])
