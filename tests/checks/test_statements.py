"""Statements under the text, or the infobox, that they are drawn from; and everything else, which is left alone."""

from __future__ import annotations

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

RULES = [rule for rule in load_rules() if rule.id.endswith("statement")]
"""The rules of statements, those in preview too."""

EVIDENCE = "The harbour wall was built by 230 masons and cost $52.5 million when it was opened on 12 May 1931."
BOX = "{{Infobox band\n| name = The Tarns\n| years_active = 1965-1972\n| members = 5\n| founded = 3 May 1964\n}}\n"


def rules(text: str, title: str | None = None, markup: str = "plain") -> list[tuple[str, str]]:
    found = lint(text, RULES, markup=markup, title=title, date="2026-01-01")  # type: ignore[arg-type]
    return [(finding.rule, text[finding.primary.start : finding.primary.end]) for finding in found]


WRONG = [
    ("The wall was built by more than 240 masons.", "240"),
    ("The wall was built by fewer than 220 masons.", "220"),
    ("The wall cost under $50 million.", "$50 million"),
    ("The wall cost $60 million.", "$60 million"),
    ("The wall was opened after May 1931.", "May 1931"),
    ("The wall was opened in 1932.", "1932"),
]
RIGHT = [
    "The wall was built by more than 200 masons.",
    "The wall was built by about 240 masons.",
    "The wall cost over $50 million.",
    "The wall cost €60 million.",
    "The wall was opened in 1931.",
    "The wall was opened before 1932.",
    "The wall is 60 metres long.",
    "Nothing in this has a figure.",
]


@pytest.mark.parametrize(("statement", "marked"), WRONG)
def test_a_statement_that_the_text_does_not_bear_out(statement: str, marked: str) -> None:
    found = rules(f"{EVIDENCE}\n{statement}")
    # What a kind of facts knows is left to it.
    assert found == [("conflict/statement", marked)] or (found == [] and told(f"{EVIDENCE}\n{statement}") == [marked])


def told(text: str) -> list[str]:
    found = lint(text, [rule for rule in load_rules() if rule.id == "conflict/told-fact"], markup="plain")
    return [text[finding.primary.start : finding.primary.end] for finding in found]


@pytest.mark.parametrize("statement", RIGHT)
def test_a_statement_that_the_text_bears_out(statement: str) -> None:
    assert rules(f"{EVIDENCE}\n{statement}") == []


APART = {
    "another noun and no shared word": "The orchard has 300 trees.",
    "a subject of another kind": "The garden wall was built by 300 masons.",
    "one who came later": "Later the wall was built up by another 300 masons.",
    "denied": "The wall was not built by 300 masons.",
    "supposed": "If the wall had been built by 300 masons, it would stand.",
    "of another year": "In 1950, the wall was painted by 300 masons.",
    "as of a day": "As of 1932, the wall was open.",
}


@pytest.mark.parametrize("other", APART.values(), ids=APART.keys())
def test_sentences_that_are_told_apart(other: str) -> None:
    assert rules(f"{EVIDENCE}\n\n{other}") == []


def test_names_with_a_number_are_told_apart() -> None:
    assert rules("Pier 2 was built by 230 masons in spring.\nPier 3 was built by 300 masons in spring.") == []


@pytest.mark.parametrize("between", ["\n", " ", "\n\n", "\n\nIt rained.\n\n"])
def test_where_the_two_sentences_stand_does_not_matter(between: str) -> None:
    assert rules(f"{EVIDENCE}{between}The wall was built by 300 masons.") == [("conflict/statement", "300")]


def test_an_article_must_share_more_than_a_passage_does() -> None:
    """What is enough beside one other sentence with figures is not among many."""
    others = "\n\n".join(f"The pier of {place} has {n} lamps of 1{n}0 volts." for n, place in enumerate(PLACES, 31))
    assert rules(f"{EVIDENCE}\n\n{others}\n\nThe wall was built by 300 masons.") == []


PLACES = ("Ambleby", "Borrow", "Caldwick", "Dunmore", "Eskdale", "Fellside", "Grange", "Hawes")


def test_the_message_says_why() -> None:
    (finding,) = lint(f"{EVIDENCE}\nThe wall was built by more than 240 masons.", RULES)
    assert "more than 240" in finding.message
    assert "masons" in finding.message
    assert "100 % of the words" in finding.message


def test_a_text_of_many_alike_sentences_is_read_in_time() -> None:
    text = "\n\n".join(
        f"The harbour wall of the old town was built by {n} masons in spring." for n in range(100, 2_100)
    )
    assert rules(text) == []


@pytest.mark.parametrize(
    ("sentence", "rule", "marked"),
    [
        ("The Tarns were founded in 1974.", "conflict/infobox-statement", "1974"),
        ("The Tarns were active for over 10 years.", "elapsed/infobox-statement", "10 years"),
    ],
)
def test_a_sentence_that_the_infobox_does_not_bear_out(sentence: str, rule: str, marked: str) -> None:
    assert rules(BOX + sentence, "The Tarns", "wikitext") == [(rule, marked)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tarns were founded in the 1960s.",
        "The Tarns were founded in May 1964.",
        "The Tarns were active for seven years.",
        "The Tarns were active for over 5 years.",
        "The Tarns toured in 1974.",
        "The fan club of The Tarns was founded in 1974.",
        "In Japan, The Tarns were founded in 1974.",
        "The Tarns bought the house that was founded in 1974.",
        "The label was new. It was founded in 1974.",
        "The Tarns were founded again in 1974.",
    ],
)
def test_a_sentence_that_the_infobox_bears_out(sentence: str) -> None:
    assert rules(BOX + sentence, "The Tarns", "wikitext") == []


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("It was founded in 1974.", "1974"),
        ("The band was officially founded in 1974 by four friends.", "1974"),
        ("The Tarns were founded in Upper Tarn in 1974.", "1974"),
    ],
)
def test_how_a_sentence_may_say_it(sentence: str, marked: str) -> None:
    assert rules(BOX + sentence, "The Tarns", "wikitext") == [("conflict/infobox-statement", marked)]


def test_sections_may_speak_of_something_else() -> None:
    body = "\n\n== Label ==\nThe label of the band is small. It was founded in 1974."
    assert rules(f"{BOX}'''The Tarns''' are a band.{body}", "The Tarns", "wikitext") == []


def test_many_plain_words_do_not_hang() -> None:
    assert rules(BOX + "The Tarns " + "was in the " * 2_000 + "founded 1974.", "The Tarns", "wikitext") == []
