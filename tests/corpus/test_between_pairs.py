"""What two articles may say of one thing: what contradicts, and what only looks as if it did."""

from __future__ import annotations

import pytest

from claimcheck.corpus.between import between
from claimcheck.corpus.between.example import tables
from claimcheck.corpus.database import in_memory
from claimcheck.rules import load_rules

RULES = [rule for rule in load_rules() if rule.kind.corpus]
CITY = "'''Tarnstadt''' is a city of the valley. "
BOX = "{{{{Infobox settlement | name = Tarnstadt | population_total = {} | population_as_of = {} }}}}\n" + CITY
VALLEY = "The valley is long and green. "
POPULATION = "Tarnstadt had a population of 28,417 in 2011."
PAINTER = "'''Ada Corwell''' ({}) was a painter of the valley."
CLUB = "'''Tarn United''' is a club of the valley. "
LAKE = "'''Lake Tarn''' is a lake of the valley. "


SILENT = {
    "another place of the name": (
        CITY + POPULATION,
        "[[Tarnstadt (Moorland)|Tarnstadt]] had a population of 3,100 in 2011.",
    ),
    "another place, unlinked": (CITY + POPULATION, "In the moors, Tarnstadt had a population of 3,100 in 2011."),
    "city and metropolitan area": (
        CITY + POPULATION,
        "[[Tarnstadt]] had a population of 91,000 in its metropolitan area in 2011.",
    ),
    "city and its urban area": (
        CITY + POPULATION,
        "The urban area of [[Tarnstadt]] had a population of 91,000 in 2011.",
    ),
    "city and district": (CITY + POPULATION, "[[Tarnstadt District]] had a population of 120,400 in 2011."),
    "greater": (CITY + POPULATION, "[[Tarnstadt|Greater Tarnstadt]] had a population of 120,400 in 2011."),
    "another census": (CITY + POPULATION, "[[Tarnstadt]] had a population of 24,830 in 2001."),
    "no year": (CITY + POPULATION, "[[Tarnstadt]] has a population of 31,000."),
    "a decade": (CITY + POPULATION, "[[Tarnstadt]] had a population of 31,000 in the 2010s."),
    "months of one year": (
        CITY + "Tarnstadt had a population of 28,417 in March 2011.",
        "[[Tarnstadt]] had a population of 28,930 in November 2011.",
    ),
    "an estimate": (CITY + POPULATION, "[[Tarnstadt]] had an estimated population of 30,200 in 2011."),
    "a projection": (CITY + POPULATION, "[[Tarnstadt]] was projected to have a population of 33,000 in 2011."),
    "census and not": (CITY + POPULATION, "At the 2011 census, [[Tarnstadt]] had a population of 27,990."),
    "somebody's figure": (
        CITY + POPULATION,
        "According to the bishop, [[Tarnstadt]] had a population of 40,000 in 2011.",
    ),
    "rounded": (CITY + POPULATION, "[[Tarnstadt]] had a population of 28,000 in 2011."),
    "about": (CITY + POPULATION, "[[Tarnstadt]] had a population of about 30,000 in 2011."),
    "more than": (CITY + POPULATION, "[[Tarnstadt]] had a population of more than 25,000 in 2011."),
    "one of the sexes": (CITY + POPULATION, "[[Tarnstadt]] had a male population of 13,900 in 2011."),
    "a part of the people": (CITY + POPULATION, "[[Tarnstadt]] had a Catholic population of 9,100 in 2011."),
    "a quotation": (CITY + POPULATION, "The guide says: “[[Tarnstadt]] had a population of 82,417 in 2011.”"),
    "denied": (CITY + POPULATION, "[[Tarnstadt]] never had a population of 82,417 in 2011."),
    "disputed": (CITY + POPULATION, "[[Tarnstadt]] had a disputed population of 82,417 in 2011."),
    "after a change": (CITY + POPULATION, "[[Tarnstadt]]'s population rose from 28,417 to 31,004 in 2011."),
    "the other knows both": (
        CITY + POPULATION + " With its suburbs, Tarnstadt had a population of 82,417 in 2011.",
        "[[Tarnstadt]] had a population of 82,417 in 2011.",
    ),
    "the first knows both": (
        CITY + POPULATION,
        "[[Tarnstadt]] had a population of 82,417 in 2011. [[Tarnstadt]] had a population of 28,417 in 2011, alone.",
    ),
    "infobox of another year": (BOX.format(28417, 2001), "[[Tarnstadt]] had a population of 31,004 in 2011."),
    "a list of urban areas": (
        BOX.format(28417, 2011),
        "== Urban areas ==\n{|\n! City !! Population (2011)\n|-\n| [[Tarnstadt]] || 82,417\n|}",
    ),
    "a list of estimates": (
        BOX.format(28417, 2011),
        "{|\n! City !! Population (2011, estimate)\n|-\n| [[Tarnstadt]] || 29,417\n|-\n| [[Corby]] || 12,004\n|}",
    ),
    "two columns of years": (
        BOX.format(28417, 2011),
        "{|\n! City !! Population (2001) !! Population (2011)\n|-\n| [[Tarnstadt]] || 24,830 || 28,417\n|}",
    ),
    "mayors of the city": (
        BOX.format(28417, 2011),
        "{|\n! Mayor !! City !! Population of their village in 2011\n|-\n| [[Ada Corwell]] || [[Tarnstadt]] || 820\n|}",
    ),
    "land area": (CITY + "Tarnstadt has an area of 42 km2.", "[[Tarnstadt]] has a land area of 31 km2."),
    "area in other units": (
        CITY + "Tarnstadt has an area of 42 km2.",
        "[[Tarnstadt]] has an area of 16.2 square miles.",
    ),
    "area of old": (CITY + "Tarnstadt has an area of 42 km2.", "[[Tarnstadt]] formerly had an area of 12 km2."),
    "nearly the same area": (LAKE + "Lake Tarn has an area of 42 km2.", "[[Lake Tarn]] has an area of 44.9 km2."),
    "area and depth": (LAKE + "Lake Tarn has an area of 42 km2.", "[[Lake Tarn]] has a depth of 42 m."),
    "depth, greatest and mean": (
        LAKE + "Lake Tarn has a maximum depth of 80 m.",
        "[[Lake Tarn]] has an average depth of 22 m.",
    ),
    "gross and net": (
        "'''Orme Mills''' is a company. Orme Mills had a gross revenue of $52 million in 2011.",
        "[[Orme Mills]] had a revenue of $41 million in 2011.",
    ),
    "revised": (
        "'''Orme Mills''' is a company. Orme Mills had a revenue of $52 million in 2011.",
        "[[Orme Mills]] had a revised revenue of $41 million in 2011.",
    ),
    "other money": (
        "'''Orme Mills''' is a company. Orme Mills had a revenue of $52 million in 2011.",
        "[[Orme Mills]] had a revenue of €41 million in 2011.",
    ),
    "quarter and year": (
        "'''Orme Mills''' is a company. Orme Mills had a revenue of $52 million in 2011.",
        "[[Orme Mills]] had a revenue of $14 million in the first quarter of 2011.",
    ),
    "namesake with other dates": (
        PAINTER.format("5 May 1901 – 3 June 1980"),
        "* [[Ada Corwell (singer)|Ada Corwell]] (1910–1975), singer\n* [[Ben Orme]] (1890–1950), painter",
    ),
    "years that agree with days": (
        PAINTER.format("5 May 1901 – 3 June 1980"),
        "* [[Ada Corwell]] (1901–1980), painter\n* [[Ben Orme]] (1890–1950), painter",
    ),
    "years in office behind a name": (
        PAINTER.format("5 May 1901 – 3 June 1980"),
        "The heads of the school were [[Ada Corwell]] (1931–1938) and [[Ben Orme]] (1938–1950).",
    ),
    "circa": (PAINTER.format("5 May 1901 – 3 June 1980"), "* [[Ada Corwell]] (c. 1905 – 1980), painter"),
    "calendars": (
        "'''Ada Corwell''' was born on 25 April 1870 in the valley.",
        "The painter [[Ada Corwell]] was born on 7 May 1870.",
    ),
    "baptised": (
        "'''Ada Corwell''' was born on 5 May 1901 in the valley.",
        "[[Ada Corwell]] was born and baptised on 2 July 1901.",
    ),
    "a second founding": (CLUB + "Tarn United was founded in 1923.", "[[Tarn United]] was founded again in 1932."),
    "a women's team": (CLUB + "Tarn United was founded in 1923.", "[[Tarn United Women]] was founded in 1932."),
    "the stand of a ground": (
        "'''Tarn Park''' is a ground of the valley. Tarn Park was opened in 1923.",
        "The north stand of [[Tarn Park]] was opened in 1932.",
    ),
    "a league that it joined": (
        CLUB + "Tarn United was founded in 1923.",
        "[[Tarn United]] joined the league in 1932.",
    ),
    "a founder of two": (
        "'''Orme Mills''' is a company. Orme Mills was founded in 1923 by [[John Orme]].",
        "'''John Orme''' was a miller. He worked for [[Orme Mills]], and founded a brewery in 1932.",
    ),
    "a wedding and a divorce": (
        "'''Ada Corwell''' was a painter. She married [[Ben Orme]] in 1931.",
        "'''Ben Orme''' was a painter. He and [[Ada Corwell]], whom he had married, separated in 1938.",
    ),
    "the same sentence of two schools": (
        "'''Tarn School''' is a school. The school has 412 pupils and takes part in the Orme Games in Corby each year.",
        "'''Orme School''' is a school. The school has 380 pupils and takes part in the Orme Games in Corby each year.",
    ),
    "the same sentence of two years": (
        "In 1911 the Tarn Choir sang before 1,200 guests of the Orme Foundation at the Corby Hall of the Tarn Valley.",
        "In 1912 the Tarn Choir sang before 1,500 guests of the Orme Foundation at the Corby Hall of the Tarn Valley.",
    ),
    "a sentence brought up to a range": (
        "The Tarn Choir has sung for 1,200 guests of the Orme Foundation at the Corby Hall of the Tarn Valley.",
        "The Tarn Choir has sung for over 1,000 guests of the Orme Foundation at the Corby Hall of the Tarn Valley.",
    ),
}

TOLD = {
    "prose against prose": (CITY + POPULATION, "[[Tarnstadt]] had a population of 82,417 in 2011.", "82,417"),
    "prose against infobox": (BOX.format(28417, 2011), "[[Tarnstadt]] had a population of 82,417 in 2011.", "82,417"),
    "table against infobox": (
        BOX.format(28417, 2011),
        "{|\n! City !! Population (2011)\n|-\n| [[Tarnstadt]] || 82,417\n|-\n| [[Corby]] || 12,004\n|}",
        "82,417",
    ),
    "about, too far": (CITY + POPULATION, "[[Tarnstadt]] had a population of about 82,000 in 2011.", "82,000"),
    "at least, above": (CITY + POPULATION, "[[Tarnstadt]] had a population of more than 40,000 in 2011.", "40,000"),
    "area in other units": (
        CITY + "Tarnstadt has an area of 42 km2.",
        "[[Tarnstadt]] has an area of 162 square miles.",
        "162 square miles",
    ),
    "a life in a list": (
        PAINTER.format("5 May 1901 – 3 June 1980"),
        "* [[Ada Corwell]] (1910–1980), painter\n* [[Ben Orme]] (1890–1950), painter",
        "1910",
    ),
    "a birth in prose": (
        "'''Ada Corwell''' was born on 5 May 1901 in the valley.",
        "The valley had painters. [[Ada Corwell]] was born in 1910.",
        "1910",
    ),
    "a foundation": (CLUB + "Tarn United was founded in 1923.", "[[Tarn United]] was founded in 1932.", "1932"),
    "one sentence, drifted": (
        "The Tarn Choir has sung for 1,200 guests of the Orme Foundation at the Corby Hall of the Tarn Valley.",
        "The Tarn Choir has sung for 1,020 guests of the Orme Foundation at the Corby Hall of the Tarn Valley.",
        "1,020",
    ),
}


REDIRECTED = {
    "none": {},
    "one": {"Tarn town": "Tarnstadt"},
    "two": {"Tarn town": "tarn", "Tarn": "Tarnstadt#Name"},
    "a circle": {"Tarn town": "Tarn", "Tarn": "Tarn town"},
}
HOSTILE = ["It's; DROP TABLE claims--", 'A "quoted" title', "Zürich 🚂", "C\\D", "$measures", "X" * 70]


def titles(text: str, otherwise: str = "Tarn Choir") -> str:
    """What the article of a text is called: its words in bold."""
    return text.partition("'''")[2].partition("'''")[0] or otherwise


def pair(own: str, other: str) -> dict[str, str]:
    """Two articles by their titles."""
    second = other if other.startswith("'''") else f"{VALLEY}\n\n{other}"
    return {titles(own): own, titles(second, "Zeal of the valley"): second}


def wikis() -> dict[str, dict[str, str]]:
    """All cases, each as a wiki of its own: what stands in one says nothing of another."""
    out = {f"silent {name}": pair(*texts) for name, texts in SILENT.items()}
    out |= {f"told {name}": pair(own, other) for name, (own, other, _) in TOLD.items()}
    told = "[[Tarn town]] had a population of 82,417 in 2011."
    out |= {f"redirected {name}": pair(CITY + POPULATION, told) for name in REDIRECTED}
    for title in HOSTILE:
        row = f"{{|\n! City !! Population (2011)\n|-\n| [[{title}]] || 82,417\n|-\n| [[Corby]] || 12,004\n|}}"
        out[f"hostile {title}"] = {title: BOX.format(28417, 2011), "Zeal of the valley": row}
    return out


@pytest.fixture(scope="module")
def found() -> dict[str, list[tuple[str, str]]]:
    """Article and marked text of each finding, by its case."""
    sent = {f"redirected {name}": targets for name, targets in REDIRECTED.items()}
    out: dict[str, list[tuple[str, str]]] = {name: [] for name in wikis()}
    with in_memory(tables(wikis(), sent)) as connection:
        reports, errors = between(connection, RULES)
    assert errors == []
    for report in reports:
        case = report.source.name.removesuffix(f"/{report.article}")
        for one in report.findings:
            out[case].append((report.article, report.source.text[one.primary.start : one.primary.end]))
    return out


Found = dict[str, list[tuple[str, str]]]


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str, found: Found) -> None:
    assert found[f"silent {name}"] == []


@pytest.mark.parametrize("name", TOLD)
def test_told(name: str, found: Found) -> None:
    assert found[f"told {name}"] == [("Zeal of the valley", TOLD[name][2])]


def test_redirects_are_followed_twice_and_a_circle_leads_nowhere(found: Found) -> None:
    told = {name: len(found[f"redirected {name}"]) for name in REDIRECTED}
    assert told == {"none": 0, "one": 1, "two": 1, "a circle": 0}


@pytest.mark.parametrize("title", HOSTILE)
def test_titles_that_no_statement_may_trip_over(title: str, found: Found) -> None:
    assert found[f"hostile {title}"] == [("Zeal of the valley", "82,417")]
