"""What a figure is about: its time, role, measure and subject, from the words around it."""

import pytest

import claimcheck as cc


def figures(text, **kwargs):
    return {c.text: c for c in cc.extract(text, markup="plain", **kwargs) if c.kind != "date"}


TIMES = [
    ("Staff fell from 50,000 in 2015 to 28,000 in 2020.", {"50,000": "2015", "28,000": "2020"}),
    (
        "In 2007, the firm had 420 staff in 12 towns, of whom 300 were drivers.",
        {"420": "2007", "12": "2007", "300": "2007"},
    ),
    (
        "Infant mortality fell from 30.8 to 10.1 per 1,000 live births between 1998 and 2003.",
        {"30.8": "1998", "10.1 per 1,000 live births": "2003"},
    ),
    ("By 2017, more than 7000 drivers had joined.", {"7000": "2017"}),
    ("As of August 2007, they had done 750 operations.", {"750": "2007-08"}),
    ("It had 35 doctors in 1999, and later hired 40 nurses.", {"35": "1999", "40": None}),
    ("The river is 120 km long.", {"120 km": None}),
    ("The mill, which burned down in 1904, employed 40 people.", {"40": None}),
    ("The council spoke in November 2019 of around 300 nurses in 67 towns.", {"300": "2019-11", "67": "2019-11"}),
    ("The flood of 1999 left the town with only 35 houses.", {"35": "1999"}),
    ("Under a treaty in force since 1995, 80 nurses have come.", {"80": "1995/.."}),
    ("The school founded in 1950 has 300 pupils.", {"300": None}),
    ("In 2000 it had 34,919 souls (2006).", {"34,919": "2006"}),
    ("In 2000 it had 34,919 souls (2006 estimate: 56,108).", {"34,919": "2000", "56,108": "2006"}),
    ("The hall, which was used until 1950, seats 300 people.", {"300": None}),
    ("The club played in the league in 1950 and now has 300 members.", {"300": None}),
    ("The novel of 1950 sold well; the film cost 300 dollars.", {"300 dollars": None}),
    ("In 1950 it had 200 pupils; in 1960 it had 300 pupils.", {"200": "1950", "300": "1960"}),
]


@pytest.mark.parametrize(("text", "expected"), TIMES, ids=[t for t, _ in TIMES])
def test_time(text, expected):
    found = figures(text)
    assert {name: found[name].time.edtf if found[name].time else None for name in expected} == expected


ROLES = [
    ("The farm had 40 cows, more than 30 of them brown.", {"40": None}),
    ("The farm has 40 more than in 1950.", {"40": "additional"}),
    ("Output rose from 20 to 30 tonnes.", {"30 tonnes": "to"}),
    ("Output rose by 80%.", {"80%": "by"}),
    ("They were stopped by two soldiers.", {"two": None}),
    ("A total of 64 pupils came.", {"64": "total"}),
    ("The club has 64 members in total.", {"64": "total"}),
    ("It employs 500 people, including 113 engineers.", {"500": None, "113": "part"}),
    ("It employs 500 people, of whom 113 are engineers.", {"500": None, "113": "part"}),
    ("It sold an average of 350 bikes.", {"350": "average"}),
    ("They hired an additional 16 nurses.", {"16": "additional"}),
    ("The train runs from 5 stations.", {"5": None}),
]


@pytest.mark.parametrize(("text", "expected"), ROLES, ids=[t for t, _ in ROLES])
def test_role(text, expected):
    found = figures(text)
    assert {name: found[name].role for name in expected} == expected


def test_place_of_table_cells_gives_their_year():
    text = "{|\n! Town !! 1990 !! 2000\n|-\n| A || 500 || 700\n|}"
    claims = [c for c in cc.extract(text, markup="wikitext") if c.kind == "quantity"]
    assert [(c.text, c.time.edtf) for c in claims if c.time] == [("500", "1990"), ("700", "2000")]


@pytest.mark.parametrize("header", ["RD1503", "ISO 9660:1988", "2010s", "1990–95"])
def test_what_only_looks_like_a_year_dates_no_cell(header):
    claims = cc.extract(f"{{|\n! Town !! {header}\n|-\n| A || 500\n|}}", markup="wikitext")
    assert [c.time for c in claims if c.text == "500"] == [None]


def test_the_infobox_says_of_which_year_its_figures_are():
    text = "{{Infobox town|population_total=5,400|population_as_of=2011|area_total_km2=12}}"
    times = {
        c.text: c.time.edtf if c.time else None for c in cc.extract(text, markup="wikitext") if c.kind == "quantity"
    }
    assert times["5,400"] == "2011"
    assert times["12"] is None


SUBJECTS = [
    ("Oslo has 700,000 inhabitants.", "Oslo"),
    ("It has 700,000 inhabitants.", "Oslo"),
    ("The university has 700 students.", "university"),
    ("There were 700 students.", None),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_subject(text, subject):
    (claim,) = figures(text, title="Oslo").values()
    assert (claim.subject.text if claim.subject else None) == subject


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the estimate of the board will 512 people come.", "the estimate of the board"),
        ("The town had 512 residents, according to the census bureau.", "the census bureau"),
        ("The town had 512 residents.", None),
    ],
)
def test_attribution_ends_where_the_clause_goes_on(text, source):
    assert figures(text)["512"].attribution == source


def test_attribution():
    (claim,) = figures("According to the census bureau, the town had 512 residents.").values()
    assert claim.attribution == "the census bureau"
