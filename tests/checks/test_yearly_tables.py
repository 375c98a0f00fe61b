"""A measure of the article's subject in one year: told in the text, and in a table of years and measures."""

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

RULES = [rule for rule in load_rules() if rule.id == "conflict/same-measure"]
LEAD = "'''Tarn Steel''' is a maker of rails in the valley."
HEAD = ("Year", "Revenue<br>in mil. US$", "Net income<br>in mil. US$", "Employees")
ROWS = (
    ("2015", "81,741", "13,190", "377,757"),
    ("2016", "79,919", "11,872", "380,300"),
    ("2017", "79,139", "5,753", "366,600"),
)


def table(rows: tuple[tuple[str, ...], ...] = (HEAD, *ROWS), caption: str = "", heading: str = "Finances") -> str:
    first, *others = rows
    lines = ["! " + " !! ".join(first), *(f"|-\n| {' || '.join(row)}" for row in others)]
    return f'== {heading} ==\n{{| class="wikitable"\n|+ {caption}\n' + "\n".join(lines) + "\n|}\n"


def found(sentence: str, text: str) -> list[str]:
    article = f"{LEAD} {sentence}\n\n{text}"
    findings = lint(article, RULES, "wikitext", "Tarn Steel", "2026-06-15")
    return [article[f.primary.start : f.primary.end] for f in findings]


ACROSS = (
    ("", "2016", "2017", "2018"),
    ("Employees", "380,300", "366,600", "350,600"),
    ("Revenue ($ bn)", "79.9", "79.1", "79.6"),
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Tarn Steel had revenue of $79.4 billion in 2017.", "$79.4 billion"),
        ("In 2016, Tarn Steel had 308,300 employees.", "308,300"),
        ("The company had 356,600 employees in 2017.", "356,600"),
    ],
)
def test_text_against_a_year_and_a_measure(sentence: str, wrong: str) -> None:
    assert found(sentence, table()) == [wrong]
    assert found(sentence.replace("2016", "2011").replace("2017", "2012"), table()) == []


def test_years_over_the_columns() -> None:
    assert found("In 2016, Tarn Steel had 308,300 employees.", table(ACROSS)) == ["308,300"]
    assert found("In 2016, Tarn Steel had 380,300 employees.", table(ACROSS)) == []


WRONG = "In 2016, Tarn Steel had 308,300 employees."
OF_SOMETHING_ELSE = [
    table(
        (
            ("Year", "Works", "Employees"),
            ("2015", "Hill", "1,757"),
            ("2016", "Dale", "1,300"),
            ("2017", "Hill", "1,600"),
        )
    ),
    table(
        (("Year", "Employees"), ("2016", "380,300"), ("2017", "366,600"), ("2018", "350,600")), "Workers of Hill Iron"
    ),
    table((("Year", "Employees abroad"), ("2016", "380,300"), ("2017", "366,600"), ("2018", "350,600"))),
    table((("Year", "Male employees"), ("2016", "380,300"), ("2017", "366,600"), ("2018", "350,600"))),
    table(heading="Finances of Hill Iron"),
    table(heading="Freight"),
    table(caption="Figures of the passenger arm"),
    table((("2016", "2017"), ("380,300", "366,600"), ("380,300", "366,600"), ("380,300", "366,600"))),
]


@pytest.mark.parametrize("other", OF_SOMETHING_ELSE)
def test_table_of_something_else(other: str) -> None:
    assert found(WRONG, other) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarn Steel had revenue of $79.1 billion in 2017.",
        "Tarn Steel had revenue of about $79 billion in 2017.",
        "Tarn Steel had revenue of more than $79 billion in 2017.",
        "In 2016, Tarn Steel had over 380,000 employees.",
        "Tarn Steel's Hill arm had revenue of $9.4 billion in 2017.",
        "Hill Iron had revenue of $9.4 billion in 2017.",
        "Tarn Steel had revenue of $79.4 billion in the first three quarters of 2017.",
        "In 2016, Tarn Steel had 12,000 employees in Peru.",
        "Tarn Steel had 308,300 employees.",
    ],
)
def test_text_of_something_else(sentence: str) -> None:
    assert found(sentence, table()) == []


def test_no_census_of_people() -> None:
    rows = (("Year", "Population"), ("2015", "1,741"), ("2016", "1,919"), ("2017", "1,139"), ("2018", "1,139"))
    assert found("The population of Tarn Steel was 2,919 in 2016.", table(rows)) == []
