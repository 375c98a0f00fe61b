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


def test_every_measure_is_sound():
    for name, measure in index().measures.items():
        assert measure.phrases, name
        assert all(phrase == phrase.lower() for phrase in measure.phrases), name
        assert measure.unit in ("count", "money") or scale(measure.unit) is not None, name
