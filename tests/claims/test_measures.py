"""Which measure a figure is of: named by words, parameters or headers, and only where its unit fits."""

import pytest

import claimcheck as cc
from claimcheck.claims.measures import index
from claimcheck.values.units import scale

MEASURED = [
    ("Maternal mortality was 540 per 100,000 live births.", "540 per 100,000 live births", "maternal-mortality-ratio"),
    ("Infant mortality fell to 12 per 1,000 births.", "12 per 1,000 births", "infant-mortality-rate"),
    ("The unemployment rate was 5.2 percent.", "5.2 percent", "unemployment-rate"),
    ("It covers an area of 120 km2.", "120 km2", "area"),
    ("The town has a population of 5,400.", "5,400", "population"),
    ("The town has 5,400 inhabitants.", "5,400", "population"),
    ("The peak has an elevation of 1,204 m.", "1,204 m", "elevation"),
    ("Life expectancy is 71 years.", "71 years", "life-expectancy"),
    ("Its revenue was $4.5 million.", "$4.5 million", "revenue"),
    # The unit, the denominator or the noun says that the figure is of something else.
    ("Maternal mortality fell by 40%.", "40%", None),
    ("Infant mortality was studied in 12 towns.", "12", None),
    ("The unemployment rate stayed high for 5 years.", "5 years", None),
    ("As the population grew, 12 factories opened.", "12", None),
    ("The flood killed 200 people.", "200", None),
    ("They planted 400 trees.", "400", None),
    ("The ballot cost was put at $119 million.", "$119 million", "cost"),
    ("A crowd of 25,500 came.", "25,500", "attendance"),
    ("The mine has a boiling point of 500 °C.", "500 °C", "boiling-point"),
    ("Public debt was a low 3.8% of income.", "3.8%", "public-debt-share"),
    ("Public debt was a low $3 million.", "$3 million", "public-debt"),
    ("The film has a running time of 95 minutes.", "95 minutes", "running-time"),
    ("The school has 40 faculty members.", "40", None),
    # A turn of the sentence, an order or a direction in between: the figure is of something else.
    ("The depth is great; the tower reaches 40 m.", "40 m", None),
    ("The revenue grew, while he lost $3 million.", "$3 million", None),
    ("At an altitude of 200 m it landed 60 m north of the rock.", "60 m", None),
    ("The turnout was told" + ", and told again" * 12 + ", and 40% came.", "40%", None),
]


@pytest.mark.parametrize(("text", "figure", "measure"), MEASURED, ids=[row[0] for row in MEASURED])
def test_prose(text, figure, measure):
    found = {c.text: c for c in cc.extract(text, markup="plain")}
    assert found[figure].measure == measure


def test_the_nearest_phrase_counts():
    text = "Infant mortality fell from 30 to 10 per 1,000 live births and maternal mortality to 22 per 100,000 births."
    assert [c.measure for c in cc.extract(text, markup="plain")] == [
        "infant-mortality-rate",
        "infant-mortality-rate",
        "maternal-mortality-ratio",
    ]


def test_infobox_parameters_and_table_headers():
    text = "{{Infobox town|population_total=5,400}}\n{|\n! Town !! Population\n|-\n| A || 500\n|}"
    assert {c.text: c.measure for c in cc.extract(text, markup="wikitext")} == {
        "5,400": "population",
        "500": "population",
    }


WRITTEN = {
    "count": "5,400",
    "money": "$5 million",
    "percent": "5%",
    "kilometer ** 2": "5 km2",
    "meter ** 2": "5 m2",
    "meter ** 3": "5 m3",
    "meter ** 3 / second": "5 m3/s",
    "meter": "5 m",
    "meter / second": "5 m/s",
    "kilogram": "5 kg",
    "kilogram / meter ** 3": "5 kg/m3",
    "gram / mole": "5 g/mol",
    "gram / liter": "5 g/L",
    "joule / kilogram": "5 J/kg",
    "kilometer / liter": "5 km/L",
    "byte / second": "5 GB/s",
    "bit / second": "5 Mbit/s",
    "kelvin": "5 K",
    "dalton": "5 Da",
    "hertz": "5 kHz",
    "pascal": "5 Pa",
}
"""A figure of each unit as text has it; others are written out: "5 years"."""


def figure(measure):
    if measure.per:
        return f"5 per 1,000 {measure.per[0]}" if " " not in measure.per[0] else "5/km2"
    return WRITTEN.get(measure.unit) or f"5 {measure.unit}s"


NAMED = [(name, phrase) for name, measure in index().measures.items() for phrase in measure.phrases]


@pytest.mark.parametrize(("name", "phrase"), NAMED, ids=[phrase for _, phrase in NAMED])
def test_every_phrase_names_its_measure(name, phrase):
    claims = cc.extract(f"The {phrase} came to {figure(index().measures[name])}.", markup="plain")
    assert claims[-1].measure == name


@pytest.mark.parametrize("name", [name for name, measure in index().measures.items() if measure.headers])
def test_every_header_names_its_measure(name):
    measure = index().measures[name]
    for header in measure.headers:
        text = f"{{|\n! Thing !! {header.capitalize()} (2010 est.)\n|-\n| A || {figure(measure)}\n|}}"
        claims = [c for c in cc.extract(text, markup="wikitext") if c.amount is not None]
        assert claims[-1].measure == name


@pytest.mark.parametrize("name", [name for name, measure in index().measures.items() if measure.parameters])
def test_every_parameter_names_its_measure(name):
    measure = index().measures[name]
    for parameter in measure.parameters:
        claims = cc.extract(f"{{{{Infobox thing|{parameter}={figure(measure)}}}}}", markup="wikitext")
        assert [c.measure for c in claims if c.amount is not None][:1] == [name]


HEADERS = [
    ("Population (2010 census)", "population"),
    ("Population 2010", "population"),
    ("Population census", "population"),
    ("Population of interest", None),
    ("Population in thousands", "population"),
    ("Population in minority", None),
    ("Aged population", None),
    ("2010 census", None),
]


@pytest.mark.parametrize(("header", "measure"), HEADERS, ids=[header for header, _ in HEADERS])
def test_headers_without_their_time_and_unit(header, measure):
    claims = cc.extract(f"{{|\n! Town !! {header}\n|-\n| A || 500\n|}}", markup="wikitext")
    assert claims[-1].measure == measure


def test_a_group_of_columns_names_the_measure_of_years_only():
    text = "{|\n! Card !! colspan=2 | Memory\n|-\n! Card !! %s !! Other\n|-\n| A || 500 MB || 7\n|}"
    found = [cc.extract(text % own, markup="wikitext")[-2].measure for own in ("2010", "Cache size")]
    assert found == ["memory", None]


def test_every_measure_is_sound():
    for name, measure in index().measures.items():
        assert measure.phrases, name
        assert all(phrase == phrase.lower() for phrase in measure.phrases), name
        assert measure.unit in ("count", "money") or scale(measure.unit) is not None, name
