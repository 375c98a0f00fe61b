"""Populations at a census: in a sentence or the infobox, against the table of populations."""

import time

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

RULES = [rule for rule in load_rules() if rule.id == "conflict/census-population"]
LEAD = "'''Tarnford''' is a town in the hills above the lake, at the edge of the northern moor."
TEMPLATE = "{{US Census population\n|1990= 2,987\n|2000= 3,214\n|2010= 3,412\n|estimate= 3,500\n|estyear= 2018\n}}\n"
PAIRS = "{{Historical populations|align=right|1990|2987|[[2000 census|2000]]|3214|2010|3412<ref>a</ref>}}\n"


def table(caption: str, *rows: str) -> str:
    body = "\n|-\n".join(("! " if number == 0 else "| ") + row for number, row in enumerate(rows))
    return f'{{| class="wikitable"\n|+ {caption}\n{body}\n|}}\n'


GROWTH = ("Year !! Population !! Change", "1990 || 2,987 || ", "2000 || 3,214 || 227", "2010 || 3,412 || 198")
TABLE = table("Censuses", *GROWTH)


def found(text: str, title: str = "Tarnford") -> list[str]:
    return [text[f.primary.start : f.primary.end] for f in lint(text, RULES, "wikitext", title, "2026-06-15")]


def article(sentence: str, series: str = TEMPLATE) -> str:
    return f"{LEAD}\n\n== Demographics ==\n{series}\n{sentence}\n"


WRONG = [
    "The population was {} at the 2010 census.",
    "At the [[2010 United States Census|2010 census]], its population was {}.",
    "According to the 2010 United States Census, Tarnford has a population of {}.",
    "As of the 2010 census, the town had a total population of {}.",
    "The town had {} inhabitants at the 2010 census.",
    "In the 2010 census the population of the town of Tarnford was {}.",
    "The town's population was {} as of the 2010 census.",
    "The 2010 census counted {} people.",
    "As of the census of 2010, there were {} people, 1,204 households and 860 families residing in the town.",
    "The 2010 census recorded {} people residing in Tarnford.",
    "In the 2010 Census of Population conducted by Statistics Canada, Tarnford recorded a population of {}.",
    "As of 2010 India census, Tarnford had a population of {}.",
]
OTHER = [
    "As of the 2010 census, the population of the county was 3,421.",
    "The population of Tarnford Township was 3,421 at the 2010 census.",
    "In Milltown, the population was 3,421 at the 2010 census.",
    "Milltown is a village near the town. Its population at the 2010 census was 3,421.",
    "The urban population was 3,421 at the 2010 census.",
    "The rural population of the town was 3,421 at the 2010 census.",
    "The male population was 3,421 at the 2010 census.",
    "The population of the metropolitan area was 3,421 at the 2010 census.",
    "In the 2010 census, there were 3,421 people in Milltown.",
    "At the 2010 census, 3,421 people were of foreign descent.",
    "As of the 2010 census, there were 3,421 people living in households.",
    "At the 2010 census there were 3,421 adults.",
    "The population density was 3,421 per square mile at the 2010 census.",
    "The population was about 3,400 at the 2010 census.",
    "The population was more than 3,000 at the 2010 census.",
    "The population was 3,421 in 2010.",
    "The population was 3,421 at the 2020 census.",
    "The 2010 census gave a population of 3,412, up from 3,214 in 2000.",
    "The 2010 census put the town at 3,412 people, up from its 2000 population of 3,214.",
    "The population was 34,210 at the 2010 census.",
    "In 2018 the town, at the census of 2010 still smaller, had an estimated population of 3,500.",
]


@pytest.mark.parametrize("series", [TEMPLATE, PAIRS, TABLE], ids=["by name", "in turn", "table"])
@pytest.mark.parametrize("sentence", WRONG)
def test_figure_differs_from_the_series(sentence: str, series: str) -> None:
    assert found(article(sentence.format("3,421"), series)) == ["3,421"]


@pytest.mark.parametrize("series", [TEMPLATE, PAIRS, TABLE], ids=["by name", "in turn", "table"])
@pytest.mark.parametrize("sentence", WRONG)
def test_same_figure(sentence: str, series: str) -> None:
    assert found(article(sentence.format("3,412"), series)) == []


@pytest.mark.parametrize("sentence", OTHER)
def test_figure_of_something_else(sentence: str) -> None:
    assert found(article(sentence)) == []


WRONG_ONE = WRONG[0].format("3,421")
TOWNS = (
    "Year !! Town !! Population",
    "2000 || Milltown || 3,214",
    "2010 || Milltown || 3,412",
    "2010 || Corby || 3,300",
)
SEXES = ("Year !! Male population !! Female population", "2000 || 1,600 || 1,614", "2010 || 1,700 || 1,712")
SERIES_OF_ANOTHER = [
    "{{Historical populations|title=Population of Tarn County|1990|2987|2000|3214|2010|3412}}\n",
    table("Population by year", *GROWTH),  # no census: it may tell another source's estimates
    table("Censuses", *TOWNS),
    table("Censuses", *SEXES),
    "{{US Census population\n|2010= \n}}\n",
    "{{Historical populations|2010|unknown}}\n",
]


@pytest.mark.parametrize("series", SERIES_OF_ANOTHER)
def test_series_that_is_not_of_the_subject(series: str) -> None:
    assert found(article(WRONG_ONE, series)) == []


def test_one_of_two_series_bears_it_out() -> None:
    assert found(article(WRONG_ONE, TEMPLATE + PAIRS.replace("3412", "3421"))) == []


BOX = "{{{{Infobox settlement\n| name = Tarnford\n| population_as_of = {}\n| population_total = {}\n}}}}\n"


@pytest.mark.parametrize(
    ("as_of", "total", "expected"),
    [
        ("[[2010 United States census|2010]]", "3,421", ["3,421"]),
        ("2010 census", "3,421", ["3,421"]),
        ("2010 census", "3,412", []),
        ("2010", "3,421", []),
        ("2010 estimate", "3,421", []),
        ("2020 census", "3,421", []),
    ],
)
def test_infobox(as_of: str, total: str, expected: list[str]) -> None:
    assert found(BOX.format(as_of, total) + article("It lies on a lake.")) == expected


def test_no_title_names_the_subject() -> None:
    assert lint(article(WRONG_ONE), RULES, "wikitext") == []


HOSTILE = [
    "\n\n".join(WRONG[0].format(f"{number:,}") for number in range(4000, 5000)),
    " ".join(WRONG[0].format(f"{number:,}") for number in range(4000, 5000)),
    "A" * 100_000 + " census: " + WRONG[0].format("3,421"),
    "A. " * 30_000 + WRONG[0].format("3,421"),
    "the 2010 " * 10_000 + WRONG[0].format("3,421"),
]


@pytest.mark.parametrize("sentences", HOSTILE, ids=["paragraphs", "sentences", "one word", "letters", "words"])
def test_many_censuses_and_sentences_take_no_time(sentences: str) -> None:
    rows = "".join(f"|{1500 + year % 500}|{3000 + year}" for year in range(5000))
    start = time.process_time()
    found(article(sentences, f"{{{{Historical populations{rows}|2010|3412}}}}\n"))
    assert time.process_time() - start < 15
