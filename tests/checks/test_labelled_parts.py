"""Totals and their parts, averages and changes told beside their figures: what is accused, and the near misses."""

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

NAMES = (
    "scale/dropped-scale-word", "scale/sub-unit", "ratio/between-the-sexes", "total/male-and-female",
    "total/urban-and-rural", "ratio/between-urban-and-rural", "change/from-earlier", "table/league-balance",
)  # fmt: skip
RULES = [rule for rule in load_rules() if rule.id in NAMES]
WRONG = [
    ("It grew from 26 million to 31 in ten years.", "scale/dropped-scale-word"),
    ("They pay between $2 billion and $3 in all.", "scale/dropped-scale-word"),
    ("It cost $0.99 cents.", "scale/sub-unit"),
    ("It cost £1.20p.", "scale/sub-unit"),
    ("Median age: total: 45.1 years; male: 29.1 years; female: 31.2 years.", "ratio/between-the-sexes"),
    ("In 2010 life expectancy was 79.5 years (75.1 for males and 78.2 for females).", "ratio/between-the-sexes"),
    ("Literacy: male: 89.1%; female: 81.2%; total population: 79.5%.", "ratio/between-the-sexes"),
    ("Total: 9,123; Men: 4,061; Women: 5,012.", "total/male-and-female"),
    ("Total: 9,123; urban: 4,061; rural: 5,012.", "total/urban-and-rural"),
    ("It had 12,345 people, up 25% from 11,021 in 2001.", "change/from-earlier"),
    ("It sold 5,321 cars, a decrease of 5% on the 8,123 of the year before.", "change/from-earlier"),
]
RIGHT = {
    "the usual way": "It grew from 26 to 31 million in ten years.",
    "a fall": "It fell from 26 million to 12 in ten years.",
    "odds": "The odds are 14 million to 1.",
    "of other things": "They took from 2 million to 3 countries.",
    "of another unit": "It grew from $2 million to 3% of all sales.",
    "letters": "It grew from 32K to 64 in a year.",
    "cents alone": "It cost 99 cents, or $0.99.",
    "pounds and pence": "It cost £1 20p.",
    "a coin": "It has $5 and 5 cents on it.",
    "between": "Median age: total: 30.1 years; male: 29.1 years; female: 31.2 years.",
    "between, in a sentence": "In 2010 life expectancy was 76.5 years (75.1 for males and 78.2 for females).",
    "of something else before": "It fell by 3 years, to 75.1 for males and 78.2 for females.",
    "shares of all": "Smokers: total: 30.1%; male: 20.1%; female: 10%.",
    "of several years": "Total: 9,123 in 2001; male: 4,061 in 2011; female: 5,012 in 2011.",
    "rounded": "Total: 9,000; male: 4,061; female: 5,012.",
    "hedged": "Total: about 9,500; male: 4,061; female: 5,012.",
    "index of both": "Ratio: total: 1.02; male: 1.05; female: 1.01.",
    "another figure between": "Total: 9,123; rank: 12; male: 4,061; female: 5,012.",
    "no labels": "In all 9,123 came, 4,061 men and 5,012 women, and others.",
    "a change that is right": "It had 12,345 people, up 12% from 11,021 in 2001.",
    "a fall that is right": "It sold 5,321 cars, a decrease of 34.5% on the 8,123 of the year before.",
    "each year": "It had 12,345 people, an increase of 2% a year from 11,021 in 2001.",
    "of another thing": "It sold 5,321 cars, up 5% from 3% of the market.",
    "points": "It had 40.1%, up 5% from 35.1%.",
}


def rules(text: str, markup: str = "plain") -> list[str]:
    return [finding.rule for finding in lint(text, RULES, markup=markup, date="2026-01-01")]  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "rule"), WRONG)
def test_what_cannot_be(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_can_be(text: str) -> None:
    assert rules(text) == []


def league(goals: int) -> str:
    rows = [(4, 1, 1, goals, 5), (3, 1, 2, 10, 8), (3, 0, 3, 9, 7), (1, 0, 5, 4, 15)]
    clubs = "\n".join(
        f"{{{{fb cl team |t=Club {n} |w={w} |d={d} |l={lost} |gf={gf} |ga={ga}}}}}"
        for n, (w, d, lost, gf, ga) in enumerate(rows)
    )
    return f"{{{{fb cl header navbar}}}}\n{clubs}\n{{{{fb cl footer}}}}"


def test_a_league_club_by_club() -> None:
    assert rules(league(12), "wikitext") == []
    assert rules(league(13), "wikitext") == ["table/league-balance"]
