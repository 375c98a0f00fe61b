"""Kinds of errors that turned up when real articles were read by eye: what is accused, and the near misses."""

import time

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

NAMES = (
    "change/to-later", "conversion/table-columns", "elapsed/infobox-duration", "total/infobox-shares",
    "total/part-exceeds-increase", "total/shares-over-100",
)  # fmt: skip
RULES = [rule for rule in load_rules() if rule.id in NAMES]


def rules(text: str, markup: str = "wikitext") -> list[str]:
    return [finding.rule for finding in lint(text, RULES, markup=markup, date="2026-01-01")]  # type: ignore[arg-type]


WENT_ON = [
    "In 1990 it had 300 members, but this had fallen to 420 members by 2001.",
    "In 1990 it had 4,200 pupils and has since grown to 3,100 pupils.",
    "It made 50 tonnes in May 2001, and production increased to 35 tonnes in 2004.",
    "The lake covered 90 ha in 1950 and had shrunk to 130 ha by 1990.",
    "It took 40 tonnes from Field 7 in 1999, but output had declined to 55 tonnes in 2003.",
]
WENT_ANYWHERE = {
    "as told": "In 1990 it had 420 members, but this had fallen to 300 members by 2001.",
    "somebody else": "In 1990 it had 300 members, but the rival club had fallen to 420 members by 2001.",
    "of other things": "In 1990 it had 300 members, but this had fallen to 420 voters by 2001.",
    "of another unit": "It made 50 tonnes in May 2001, and prices increased to 35 euros in 2004.",
    "backwards in time": "In 2001 it had 300 members, which had grown to 250 members by 1990.",
    "by how much": "In 1990 the club gained 30 members and grew to 25 members of the board.",
    "a loss": "In 1990 it lost 30 members and had fallen to 320 members by 2001.",
    "rounded": "In 1990 it had about 300 members, but this had fallen to 310 members by 2001.",
    "a place in a table": "In 1990 it had 12 points in the league table, and climbed to 9 points from the top.",
    "no time": "It had 300 members, but this had fallen to 420 members.",
    "a number of a name": "In 1990 Block 14 was opened, and output had fallen to 57 tonnes by 2007.",
    "two steps": "In 1990 it had 300 members; the rest had fallen to 420 members by 2001.",
    "a range": "In 1990 it had 300 to 400 members, but this had grown to 350 members by 2001.",
    "denied": "In 1990 it had 300 members, but this had not fallen to 420 members by 2001.",
}


@pytest.mark.parametrize("text", WENT_ON)
def test_a_figure_that_went_the_other_way(text: str) -> None:
    assert rules(text, "plain") == ["change/to-later"]


@pytest.mark.parametrize("text", WENT_ANYWHERE.values(), ids=list(WENT_ANYWHERE))
def test_a_figure_that_may_have_gone_there(text: str) -> None:
    assert rules(text, "plain") == []


PEAKS = [("Ash Fell", "812", "2,664"), ("Birk Fell", "764", "2,507"), ("Crag End", "731", "2,398")]
PEAKS += [("Dun Pike", "690", "2,264"), ("Elm How", "645", "2,116"), ("Far Fell", "602", "1,975")]


def table(first: str, second: str, rows: list[tuple[str, str, str]]) -> str:
    lines = [f"|-\n| {name} || {one} || {other}" for name, one, other in rows]
    return f'{{| class="wikitable"\n! Peak !! {first} !! {second}\n' + "\n".join(lines) + "\n|}"


def changed(row: int, other: str) -> list[tuple[str, str, str]]:
    return [(name, one, other if at == row else told) for at, (name, one, told) in enumerate(PEAKS)]


@pytest.mark.parametrize(("row", "other"), [(0, "2,646"), (2, "2,983"), (3, "2,464"), (5, "1,795"), (1, "764")])
@pytest.mark.parametrize("heads", [("Height (m)", "Height (ft)"), ("Height in m", "Height (ft)"), ("Height (m)", "ft")])
def test_a_row_that_does_not_convert(row: int, other: str, heads: tuple[str, str]) -> None:
    assert rules(table(*heads, changed(row, other))) == ["conversion/table-columns"]


@pytest.mark.parametrize(
    "text",
    [
        table("Height (m)", "Height (ft)", PEAKS),
        table("Height (m)", "Height (ft)", changed(0, "2,670")),
        table("Height (m)", "Drop (ft)", changed(0, "2,946")),
        table("Height (m)", "Height (kg)", changed(0, "2,946")),
        table("Height (m)", "Height (ft)", [(n, o, str(int(o) * 2)) for n, o, _ in PEAKS]),
        table("Height (m)", "Height (ft)", changed(0, "2,946")[:4]),
        table("Height", "Height (ft)", changed(0, "2,946")),
        table("Price (US$)", "Price (€)", changed(0, "2,946")),
        table("Height (m)", "Height (ft)", changed(0, "?")),
    ],
    ids=["right", "rounded", "other measures", "no conversion", "none holds", "too few", "no unit", "money", "unknown"],
)
def test_columns_that_are_left_alone(text: str) -> None:
    assert rules(text) == []


def flight(length: str, first: str = "3 May 1969, 10:20:00 UTC", last: str = "9 May 1969, 12:21:30 UTC") -> str:
    told = {"mission_duration": length, "launch_date": first, "landing_date": last}
    return "{{Infobox spaceflight\n" + "".join(f"| {name} = {value}\n" for name, value in told.items()) + "}}"


@pytest.mark.parametrize(
    "length", ["6 days, 21 hours", "6 days, 2 hours, 12 minutes", "146 hours, 12 minutes", "5 days, 2 hours, 1 minute"]
)
def test_a_flight_that_took_another_time(length: str) -> None:
    assert rules(flight(length)) == ["elapsed/infobox-duration"]


@pytest.mark.parametrize(
    "length",
    [
        "6 days, 2 hours", "6 days, 2 hours, 1 minute", "6 days, 2 hours, 1 minute, 30 seconds", "146 hours, 1 minute",
        "6 days, 2 hours, 2 minutes", "7 days", "planned: 8 days, 2 hours", "6 days, 2 hours (of 8 days)", "6 orbits",
        "",
    ],
)  # fmt: skip
def test_a_flight_of_that_time(length: str) -> None:
    assert rules(flight(length)) == []


def test_a_flight_whose_times_leave_a_day_open() -> None:
    assert rules(flight("6 days, 20 hours", last="9 May 1969")) == []
    assert rules(flight("6 days, 8 hours", first="3 May 1969, 10:20 EDT")) == []
    assert rules(flight("9 days, 8 hours", last="9 May 1969")) == ["elapsed/infobox-duration"]


def country(groups: str) -> str:
    return f"{{{{Infobox country\n| common_name = Arva\n| ethnic_groups = {groups}\n}}}}"


@pytest.mark.parametrize(
    "groups", ["62% Arvan, 31% Belm, 18% Cor", "{{plainlist|\n* 62% Arvan\n* 31% Belm\n* 18% Cor\n}}"]
)
def test_shares_of_more_than_all(groups: str) -> None:
    assert rules(country(groups)) == ["total/infobox-shares"]


@pytest.mark.parametrize(
    "groups",
    [
        "62% Arvan, 31% Belm, 7% Cor", "62% Arvan, 31% Belm, 8% Cor", "62.4% Arvan, 31.3% Belm, 6.4% Cor",
        "62% Arvan, 31% Belm, 18% of Arvan descent", "60% Arvan, 35% upper Arvan, 25% lower Arvan, 40% Belm",
        "62% Arvan, 38% Belm (2001), 55% Arvan, 45% Belm (2011)", "up to 62% Arvan, 31–35% Belm, 18% Cor",
        "62% Arvan (31% of them Cor), 38% Belm, 20% mixed", "62% Arvan, 58% Belm",
    ],
)  # fmt: skip
def test_shares_that_may_be_right(groups: str) -> None:
    assert rules(country(groups)) == []


def test_shares_told_with_asides() -> None:
    told = (
        "The island is made up of Arvans (language Arvic) 47%, Belms 25% and {}% others as well as about 2% settlers."
    )
    assert rules(told.format("31"), "plain") == ["total/shares-over-100"]
    assert rules(told.format("26"), "plain") == []
    assert rules(told.format("31").replace("language Arvic", "12% of them deaf"), "plain") == []


@pytest.mark.parametrize(
    "text",
    [
        flight("6 days" + " " * 200_000 + "x"),
        country("6%, 7%, 8% (" + "1" * 200_000),
        country("6%, 7%, 8% " + "(1" * 100_000),
        "It is made up of 6%, 7% and 8% (" + "a (" * 50_000,
        "In 1990 it had 300 members, but " + "this " * 40_000 + "had fallen to 420 members by 2001.",
    ],
    ids=["blanks", "digits", "brackets", "open brackets", "words"],
)
def test_nothing_takes_long(text: str) -> None:
    start = time.process_time()
    rules(text)
    assert time.process_time() - start < 5


GREW = "In 2015 it had 48,590 people, an increase of 792, or 1.66%, since 2010. "


@pytest.mark.parametrize(
    "text",
    [
        GREW + "This includes a natural increase of 1,211 people and net migration of 1,049 people.",
        GREW + "This increase includes a gain of 793 people by births.",
        "Sales made an increase of 300 cars in 2001. This included an increase of 410 vans.",
    ],
)
def test_a_gain_above_its_increase(text: str) -> None:
    assert rules(text, "plain") == ["total/part-exceeds-increase"]


@pytest.mark.parametrize(
    "text",
    [
        GREW + "This includes a natural increase of 600 people and net migration of 192 people.",
        GREW + "This includes a natural increase of 1,211 people and a decrease of 419 people by migration.",
        GREW + "This includes a natural increase of 1,211 people, offset by migration.",
        GREW + "This includes a natural increase of about 850 people.",
        GREW + "This includes a natural increase of 3% for 1,211 towns.",
        GREW + "It was the highest. This includes a natural increase of 1,211 people.",
        GREW + "\n\nThis includes a natural increase of 1,211 people.",
        "In 2015 it had an increase of 1.66%. This includes a natural increase of 1,211 people.",
        "It had a decrease of 792 people. This includes a natural increase of 1,211 people.",
    ],
)
def test_a_gain_that_may_be_of_its_increase(text: str) -> None:
    assert rules(text, "plain") == []
