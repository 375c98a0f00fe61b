"""Where on earth a figure holds: a place that its clause, header, section or box names; nothing rather than a guess."""

import pytest

import claimcheck as cc
from claimcheck.claims.grammar import places


def where(text, title="Work", markup="wikitext"):
    """The place of the last figure of the text."""
    claims = [c for c in cc.extract(text, markup=markup, title=title) if c.amount is not None]
    return claims[-1].place


PROSE = [
    ("The firm has 35 clerks in Peru.", "Peru"),
    ("The firm has 35 clerks in the United States.", "United States"),
    ("In Peru, the firm has 35 clerks.", "Peru"),
    ("Across the Andean region the firm has 35 clerks.", "Andean region"),
    ("The firm has 35 clerks in Cook County.", "Cook County"),
    ("The firm has 35 clerks in the province of Lugo.", "Lugo"),
    ("The firm has 35 clerks in Erasbach, Bavaria.", "Erasbach"),
    ("The firm has 35 clerks in 7 towns in Peru.", "Peru"),
    ("Peru has 35 million inhabitants.", "Peru"),
    ("The population of Peru was 35 million.", "Peru"),
    ("Peru's population was 35 million.", "Peru"),
    ("The firm has 35 clerks in [[Lima, Ohio|Lima]].", "Lima"),
    # Another's place, several places, no place.
    ("The firm moved to Peru, and Jones had 35 clerks.", None),
    ("The firm of Jones, who was born in Peru, had 35 clerks.", None),
    ("The firm has 35 clerks in Peru, Chile and Cuba.", None),
    ("The firm has 35 clerks in Peru and Chile.", None),
    ("The wage is 35% higher than in Peru.", None),
    ("The firm paid 35 dollars in US dollars.", None),
    ("The firm has 35 pages in Paris Match.", None),
    ("The firm has 35 clerks in Latin.", None),
    ("The firm has 35 clerks in March.", None),
    ("The firm has 35 clerks in General Motors.", None),
    ("The firm has 35 clerks in total.", None),
    ("The firm has 35 clerks.", None),
]


@pytest.mark.parametrize(("text", "expected"), PROSE, ids=[text for text, _ in PROSE])
def test_prose(text, expected):
    assert where(text) == expected


WIDER = [
    ("== Peru ==\nThe firm has 35 clerks.", "Work", "Peru"),
    ("== Peru ==\nThe firm of Chile has 35 clerks.", "Work", None),
    ("== Staff ==\nThe firm has 35 clerks.", "Work", None),
    ("{{Infobox settlement|area_total_km2=35}}", "Lugo", "Lugo"),
    ("{{Infobox company|area=35 km2|country=Peru}}", "Acme", None),
    ("{{Infobox election|country=Peru|turnout=35%}}", "Election of 2010", "Peru"),
    ("{{Infobox economy|gdp=$35 billion}}", "Economy of Peru", "Peru"),
    ("{{Infobox company|revenue=$35 billion}}", "Bank of America", None),
    ("{{Infobox film|runtime=35 minutes}}", "Made in Japan", None),
    ("{|\n! Country !! Clerks\n|-\n| Peru || 35\n|}", "Work", "Peru"),
    ("{|\n! Country !! Clerks\n|-\n| Jones || 35\n|}", "Work", None),
    ("{|\n! From !! Peru\n|-\n| Chile || 35\n|}", "Work", None),
]


@pytest.mark.parametrize(("text", "title", "expected"), WIDER, ids=[text for text, _, _ in WIDER])
def test_headings_tables_and_boxes(text, title, expected):
    assert where(text, title) == expected


def test_the_list_of_places_holds_names():
    assert {"Peru", "United States", "Côte d'Ivoire", "Texas", "Lima", "Africa"} <= places()
    assert all((name == name.strip() and name[:1].isupper()) or not name[:1].isascii() for name in places())
    assert places().isdisjoint({"Nice", "Reading", "Man", "Java", "March"})
