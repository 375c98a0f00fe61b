"""Who or what owns a figure: the nearest noun phrase, found without a tagger, and nothing rather than a guess."""

import pickle
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck as cc


def owner(text, title="Oslo", markup="wikitext"):
    """The owner of the last figure of the text."""
    claims = [c for c in cc.extract(text, markup=markup, title=title) if c.amount is not None]
    return claims[-1].subject


PROSE = [
    # The grammatical subject of the figure's own clause, without its article.
    ("The university has 700 students.", "university"),
    ("Lima had 8 million inhabitants.", "Lima"),
    ("In 2007, the firm had 420 drivers.", "firm"),
    ("In 2007 the firm had 420 drivers.", "firm"),
    ("The city grew and had 500 shops.", "city"),
    ("The city grew and its port handled 500 ships.", "port"),
    ("The city grew, while the port of Callao had 500 cranes.", "port of Callao"),
    ("The hall, which was used until 1950, seats 300 people.", "hall"),
    ("The hall, built in 1950, has 300 seats.", "hall"),
    ("Founded in 1950, the club has 300 members.", "club"),
    ("Smith and Jones had 300 cows.", "Smith and Jones"),
    ("The mayor said that the school had 300 pupils.", "school"),
    ("The farm that he bought in 1950 had 300 cows.", "farm"),
    ("Grétry resided for 5 years in Rome.", "Grétry"),
    ("He died of fever at the age of 34 years.", "Oslo"),
    # The owner of an attribute.
    ("The population of Lima was 8 million.", "Lima"),
    ("Lima's population was 8 million.", "Lima"),
    ("The farm raised the village's population to 300.", "village"),
    ("Cuba's 25,000 doctors went abroad.", "Cuba"),
    ("The unemployment rate was 5%.", "Oslo"),
    # Nearer than the subject.
    ("He bought a farm with 300 cows.", "farm"),
    ("He moved to a village with a population of 300.", "village"),
    ("He made a three-volume treatise about bees.", "treatise"),
    ("She sold a 50 km road to the state.", "road"),
    ("Tourists come from Poland (15%).", "Poland"),
    ("Lima is a city with a population of 8 million.", "Lima"),
    # The article's own subject by its title, a pronoun, what it is.
    ("Oslo has 700,000 inhabitants.", "Oslo"),
    ("It has 700,000 inhabitants.", "Oslo"),
    ("Its 300 schools are old.", "Oslo"),
    ("Oslo is the capital and largest city of the country and is old. The city has 300 schools.", "Oslo"),
    # A pronoun means the subject of the sentence before, where it can.
    ("The museum opened in 1950. It has 300 paintings.", "museum"),
    ("Oslo is old. It has 300 schools.", "Oslo"),
    ("The museums opened. It has 300 paintings.", "Oslo"),
    # Nobody's, or not to be told.
    ("There are 300 schools.", None),
    ("300 people were killed.", None),
    ("About 40% of residents read.", None),
    ("Cuba, Peru and Chile had 300 schools.", None),
    ("Most had 300 schools.", None),
    ("They had 300 schools.", None),
    ("We had 300 schools.", None),
    ("To the north, 300 km away.", None),
]


@pytest.mark.parametrize(("text", "expected"), PROSE, ids=[text for text, _ in PROSE])
def test_prose(text, expected):
    found = owner(text)
    assert (found.text if found else None) == expected


def test_a_person_is_meant_by_the_pronoun_of_the_lead():
    text = "'''Anna Berg''' is a singer. She sold 300 records.\n\n== Life ==\nThe harbour grew. She had 7 boats."
    assert owner(text, title="Anna Berg").text == "Anna Berg"
    assert owner(text.replace("She had 7", "He had 7"), title="Anna Berg") is None


def test_an_attribute_alone_is_that_of_a_place_only():
    assert owner("The unemployment rate was 5%.", title="Work") is None


def test_a_list_is_nobody():
    assert owner("It has 300 schools.", title="List of cities in Norway") is None


LINKED = [
    ("The [[Mount Everest|mountain]] has a height of 8,848 m.", ("mountain", "Mount Everest")),
    ("[[Lima]] had 8 million inhabitants.", ("Lima", "Lima")),
    ("The mayor of [[Lima]] had 12 horses.", ("mayor of Lima", None)),
    ("* [[Lima]] – 8 million inhabitants", ("Lima", "Lima")),
    ("* '''Lima''': 8 million inhabitants", ("Lima", None)),
    ("* 8 million inhabitants in [[Lima]]", None),
]


@pytest.mark.parametrize(("text", "expected"), LINKED, ids=[text for text, _ in LINKED])
def test_links_and_list_items(text, expected):
    found = owner(text)
    assert ((found.text, found.target) if found else None) == expected


def cells(table):
    claims = [c for c in cc.extract("{|\n" + table + "\n|}", markup="wikitext") if c.kind == "quantity"]
    return {c.text: c.subject.text if c.subject else None for c in claims}


def test_the_row_of_a_table_owns_its_figures():
    table = "! Town !! Population\n|-\n| [[Lima, Ohio|Lima]] || 500\n|-\n| Total || 700"
    assert cells(table) == {"500": "Lima", "700": None}


def test_behind_a_rank_the_first_name_of_the_row():
    assert cells("! Rank !! Town !! Area\n|-\n| 1 || Lima || 500")["500"] == "Lima"


def test_the_column_owns_them_where_rows_say_what_is_told():
    assert cells("! Feature !! Alpha !! Beta\n|-\n| Weight || 500 || 700") == {"500": "Alpha", "700": "Beta"}


@pytest.mark.parametrize("row", ["1990", "1990–95", "May", "Total", "All"])
def test_a_year_or_a_total_owns_nothing(row):
    assert cells(f"! Row !! Area\n|-\n| {row} || 500")["500"] is None


def test_parameters_of_the_box_belong_to_the_title_those_of_a_later_box_to_its_name():
    text = "{{Infobox town|area=500 km2}}\n== Port ==\n{{Infobox port|name=Callao|area=7 km2}}"
    claims = cc.extract(text, markup="wikitext", title="Lima")
    assert [c.subject.text for c in claims if c.kind == "quantity"] == ["Lima", "Callao"]


def test_owners_are_told_in_another_process_as_well():
    claims = pickle.loads(pickle.dumps(cc.extract("It has 300 schools.", markup="plain", title="Oslo")))  # noqa: S301
    assert claims[0].subject.text == "Oslo"


@given(st.text(alphabet="ab ,.;:()–A1'\"the of and which", max_size=300))
def test_any_text_has_an_owner_or_none(text):
    for claim in cc.extract(text + " 300 km", markup="plain", title="Oslo"):
        owned = claim.subject
        assert owned is None or owned.text.strip()


HOSTILE = [
    "[[Lima]] had 3 horses and " * 400,
    "* '''Lima " + "3 km, " * 400,
    "Lima had 3 horses. It had 5 cows. " * 400,
    "(" * 4000 + "3 km",
    "that which who " * 300 + "3 km",
    "{|\n" + "! A\n" * 300 + "|-\n" + "| 7\n" * 300 + "|}",
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_time_grows_with_the_text(text):
    started = process_time()
    claims = cc.extract(text, markup="wikitext", title="Oslo")
    read = process_time() - started
    assert claims
    for claim in claims:
        assert claim.subject is None or claim.place is None or claim.subject.text
    assert process_time() - started < 8 * read + 3
