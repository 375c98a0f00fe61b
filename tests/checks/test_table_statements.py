"""Sentences against the cells of the article's own tables: which name one cell, and which speak of something else."""

import time

import pytest

from claimcheck.checks.matching.table_sentences import told_of_tables
from claimcheck.checks.view import View
from claimcheck.claims.extract import extract_claims
from claimcheck.document.parse import parse
from claimcheck.lint import lint
from claimcheck.rules import load_rules

NAMES = ("conflict/table-statement", "conflict/table-extreme")
RULES = [rule for rule in load_rules() if rule.id in NAMES]


def table(caption: str, *rows: str) -> str:
    body = "\n|-\n".join(("! " if number == 0 else "| ") + row for number, row in enumerate(rows))
    return f'{{| class="wikitable"\n|+ {caption}\n{body}\n|}}\n'


CAREER = table(
    "", "Season !! Club !! Apps !! Goals",
    "2007–08 || Tarn United || 30 || 11", "2008–09 || Tarn United || 31 || 21",
    "2009–10 || Hill Town || 28 || 9", "2010–11 || Hill Town || 33 || 14", "Total || || 122 || 55",
)  # fmt: skip
MEDALS = table(
    "", "Rank !! Nation !! Gold !! Silver !! Bronze",
    "1 || [[Norway]] || 11 || 5 || 10", "2 || [[Germany]] || 10 || 6 || 5",
    "3 || [[Canada]] || 9 || 8 || 7", "4 || [[South Korea]] || 4 || 8 || 7",
)  # fmt: skip
SEASON = table(
    "", "Week !! Date !! Opponent !! Result !! Attendance",
    "1 || 5 May 1995 || Hill Town || 2–1 || 12,345", "2 || 12 May 1995 || Dale City || 0–1 || 10,211",
    "3 || 19 May 1995 || Lake Rovers || 1–1 || 15,870", "5 || 26 May 1995 || Moor Athletic || 3–0 || 9,004",
)  # fmt: skip
SERIES = table(
    "", "Title !! Director !! US viewers (millions)",
    "The Tarn || Jane Doe || 4.33", "The Moor || John Roe || 4.53", "The Weir || Jane Doe || 5.10",
    "The Ford || John Roe || 4.61", "The Mill || Max Doe || 3.98", "The Lake || Jane Doe || 4.11",
)  # fmt: skip
ARTICLES = {
    "player": (
        "John Tarn", "'''John Tarn''' (born 5 May 1985) is a footballer. He plays for Hill Town.\n\n", "Career", CAREER,
    ),
    "games": ("Tarn Games", "The '''Tarn Games''' were held in the valley.\n\n", "Medals", MEDALS),
    "season": ("1995 Tarn United season", "The '''1995 Tarn United season''' was short.\n\n", "Results", SEASON),
    "series": ("Tarn Street", "'''''Tarn Street''''' is a series about a street.\n\n", "Broadcast", SERIES),
}  # fmt: skip


def found(kind: str, sentence: str, heading: str = "", other: str = "") -> list[str]:
    title, lead, own, rows = ARTICLES[kind]
    text = f"{lead}== {heading or own} ==\n{sentence}\n\n== Statistics ==\n{other or rows}"
    findings = lint(text, RULES, "wikitext", title, "2026-06-15")
    return [text[f.primary.start : f.primary.end] for f in findings]


WRONG = [
    ("player", "In 2008–09 he scored 23 goals in 31 games.", "23"),
    ("player", "In the 2008–09 season, he scored 23 goals in 31 appearances.", "23"),
    ("player", "Tarn scored 23 goals in the 2008–09 season.", "23"),
    ("player", "He made 31 appearances and scored 23 goals for Tarn United in 2008–09.", "23"),
    ("player", "In 2008–09 he scored more than 21 goals.", "21"),
    ("player", "He was praised at the club, and in 2008–09 he scored 23 goals.", "23"),
    ("games", "Norway won 12 gold medals.", "12"),
    ("games", "Norway won 12 gold, 5 silver and 10 bronze medals.", "12"),
    ("games", "Norway won 12 gold medals, while Germany won 10 gold medals.", "12"),
    ("games", "Norway won 11 gold medals, and Canada won 10 gold medals.", "10"),
    ("games", "South Korea won 5 gold medals.", "5"),
    ("season", "The game on 12 May 1995 against Dale City drew an attendance of 10,112.", "10,112"),
    ("season", "The attendance against Lake Rovers was 15,780.", "15,780"),
    ("season", "The attendance in week 2 was 10,121.", "10,121"),
    ("season", "The match against Moor Athletic was watched by 9,400 spectators.", "9,400"),
    ("series", "The Moor was watched by 4.35 million US viewers.", "4.35 million"),
    ("season", "The highest attendance was 14,870.", "14,870"),
    ("season", "The lowest attendance was 9,104.", "9,104"),
    ("season", "The largest attendance of the season was 12,345.", "12,345"),
]
SAME = [
    ("player", "In 2008–09 he scored 21 goals in 31 games."),
    ("player", "In 2008–09 he scored more than 20 goals."),
    ("player", "In 2008–09 he scored about 20 goals."),
    ("games", "Norway won 11 gold medals, while Germany won 10."),
    ("games", "Norway won at least 10 gold medals."),
    ("season", "The attendance against Lake Rovers was nearly 16,000."),
    ("season", "The attendance in week 2 was 10,211."),
    ("series", "The Moor was watched by 4.5 million US viewers."),
    ("season", "The highest attendance was 15,870."),
    ("season", "The lowest attendance was about 9,000."),
    ("season", "The highest attendance was 16,870."),  # the table need not be whole
]
OTHER = [
    ("player", "In 2008–09 he scored 23 league goals."),
    ("player", "In 2008–09 he scored 23 goals in all competitions."),
    ("player", "In 2008–09 he scored 23 goals, including two in the cup."),
    ("player", "In 2008–09 he scored 23 goals for Dale City."),
    ("player", "In 2008 he scored 23 goals."),
    ("player", "By January 2009 he had scored 23 goals."),
    ("player", "In 2008–09 he scored 15 goals at home."),
    ("player", "In 2008–09 he scored 15 goals from penalties."),
    ("player", "In 2008–09 his brother scored 23 goals."),
    ("player", "In 2008–09 he scored 5 goals in 8 games."),
    ("player", "In 2008–09 and 2009–10 he scored 32 goals."),
    ("player", "He had scored 75 goals in 150 games."),
    ("player", "When he left the club, in 2008–09, he had scored 32 goals."),
    ("player", "If he had stayed, in 2008–09 he would have scored 30 goals."),
    ("player", "In 2008–09 he did not score 30 goals."),
    ("player", "In 2008–09 he scored 23 goals, according to the club."),
    ("games", "Norway and Germany won 22 gold medals."),
    ("games", "North Korea won 3 gold medals."),
    ("games", "Norway won 12 gold medals in 1998."),
    ("games", "Norway's women won 5 gold medals."),
    ("games", "Norway had won 9 gold medals by the fifth day."),
    ("games", "Norway won 3 gold medals more than Germany."),
    ("games", "Norway won 9 gold medals in skiing."),
    ("games", "Norway and Germany won 11 and 12 gold medals respectively."),
    ("season", "The second highest attendance was 12,345."),
    ("season", "The highest attendance at home was 11,870."),
    ("season", "The highest attendance in the cup was 11,870."),
    ("season", "The highest attendance was 11,870 until 12 May 1995."),
    ("season", "The average attendance was 11,870."),
    ("season", "The highest attendance in 1994 was 11,870."),
    ("season", "On 3 June 1995 the attendance was 11,870. The attendance against Lake Rovers was 11,870."),
    ("series", "The Tarn and The Moor were watched by 4.35 million US viewers."),
]


@pytest.mark.parametrize(("kind", "sentence", "wrong"), WRONG)
def test_cell_has_another_figure(kind: str, sentence: str, wrong: str) -> None:
    assert found(kind, sentence) == [wrong]


@pytest.mark.parametrize(("kind", "sentence"), SAME)
def test_cell_bears_it_out(kind: str, sentence: str) -> None:
    assert found(kind, sentence) == []


@pytest.mark.parametrize(("kind", "sentence"), OTHER)
def test_sentence_says_something_else(kind: str, sentence: str) -> None:
    assert found(kind, sentence) == []


@pytest.mark.parametrize("heading", ["International career", "Dale City", "2009–10 season", "Loan to Moor Athletic"])
def test_heading_of_another_scope(heading: str) -> None:
    assert found("player", WRONG[0][1], heading) == []


AFTER = ("2009–10 || 3", "2010–11 || 5", "2011–12 || 7")
TABLES = [
    table("", "Season !! League goals !! Cup goals", "2007–08 || 11 || 1", "2008–09 || 21 || 3", "2009–10 || 9 || 4"),
    table("", "Season !! Club !! Goals", "2008–09 || Tarn United || 11", "2008–09 || Hill Town || 10", *AFTER),
    table("Goals of Max Roe in 1999", "Season !! Goals", "2006–07 || 4", "2007–08 || 11", "2008–09 || 21", *AFTER),
    table("", "Season !! Rank", "2006–07 || 4", "2007–08 || 11", "2008–09 || 21", *AFTER),
    table("", "Season !! Goals", "2006–07 || 4", "2007–08 || 11", "2008–09 || 23", *AFTER),
    table("", "Season !! Goals", "2006–07 || 14", "2007–08 || 11", "2008–09 || many", *AFTER),
    table("", "Season !! Goals", "2008–09 || 21"),
]


@pytest.mark.parametrize("rows", TABLES)
def test_no_one_cell(rows: str) -> None:
    assert found("player", "In 2008–09 he scored 23 goals.", other=rows) == []


def test_another_table_bears_it_out() -> None:
    other = CAREER + "\n" + table("", "Year !! Goals", "2007–08 || 12", "2008–09 || 23", "2009–10 || 10")
    assert found("player", "In 2008–09 he scored 23 goals.", other=other) == []


def told(text: str) -> int:
    document = parse(text, "wikitext", "Tarn Games")
    return len(told_of_tables(View(document, extract_claims(document, None))))


@pytest.mark.parametrize(
    "rows",
    [
        [f"Town {number} || {number * 7 % 997 + 1000}" for number in range(5000)],
        ["Norway || 11"] * 5000,
        ["Norway " * 8 + "|| 11"] * 2000,
        ["(" * 300 + f"|| {number}" for number in range(500)],
    ],
    ids=["5,000 names", "one name", "one long name", "brackets"],
)
def test_big_tables_and_many_sentences_take_no_time(rows: list[str]) -> None:
    text = table("", "Town !! Gold", *rows)
    sentences = "\n\n".join(
        f"Town {number} won {number % 9 + 2} gold medals. " + "Norway " * 80 for number in range(300)
    )
    start = time.process_time()
    told(f"{sentences}\n\n{text}")
    assert time.process_time() - start < 20
