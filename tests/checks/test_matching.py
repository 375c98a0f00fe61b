"""Which figures are of one kind, which sentences tell one thing, and which are told apart."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.checks.matching.kinship import interval_as, key
from claimcheck.checks.matching.pairs import Matcher
from claimcheck.checks.matching.subject import is_about
from claimcheck.checks.matching.words import head, stem, stems
from claimcheck.checks.view import View
from claimcheck.claims.extract import extract_claims
from claimcheck.claims.model import Claim
from claimcheck.document.parse import parse


def view(text: str, title: str | None = None, markup: str = "plain") -> View:
    document = parse(text, markup, title)  # type: ignore[arg-type]
    return View(document, extract_claims(document), date(2026, 1, 1))


def figures(text: str) -> list[Claim]:
    return [claim for claim in view(text).claims if claim.amount is not None]


ALIKE = [
    ("7 miles of road", "11 km of road"),
    ("40 mountain huts", "52 huts"),
    ("5 per 1,000 people", "7 per 1,000 people"),
    ("$5 million", "$7 million"),
    ("two hours", "90 minutes"),
    ("12 cities", "one city"),
]
UNLIKE = [
    ("7 miles of road", "11 kg of bread"),
    ("40 huts", "52 bridges"),
    ("5 per 1,000 people", "7 per 100,000 people"),
    ("$5 million", "€7 million"),
    ("40 huts", "40 percent"),
    ("7 miles of road", "7 bridges"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_of_one_kind(one: str, other: str) -> None:
    a, b = figures(one)[0], figures(other)[0]
    assert key(a) is not None
    assert interval_as(a, b) is not None


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_of_different_kinds(one: str, other: str) -> None:
    a, b = figures(one)[0], figures(other)[0]
    assert key(a) != key(b) or interval_as(a, b) is None


def test_an_unknown_never_equals_an_unknown() -> None:
    bare = figures("It was 40, not 50.")
    assert [key(claim) for claim in bare] == [None, None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cities", "city"),
        ("houses", "house"),
        ("displaced", "displaces"),
        ("Cemeteries", "cemetery"),
        ("class", "class"),
    ],
)
def test_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("city", "citadel"), ("glass", "glade"), ("mass", "mast"), ("hut", "hull")])
def test_two_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_head_is_the_last_word() -> None:
    assert head("large mountain huts") == stem("hut")
    assert head(None) is None


def test_empty_words_are_no_content() -> None:
    assert stems("the of and which was in 1999") == frozenset()


ABOUT = [
    ("Tarnstadt", "Tarnstadt has 5 huts."),
    ("Tarnstadt (town)", "In 1990 Tarnstadt had 5 huts."),
    ("Jane Doe", "Doe won 5 prizes."),
    ("Jane Doe", "She won 5 prizes."),
    ("The Long Tarn", "The film took $5 million."),
]
NOT_ABOUT = [
    ("Tarnstadt", "The region has 5 huts."),
    ("Jane Doe", "Her brother won 5 prizes."),
    ("Jane Doe", "Janet won 5 prizes."),
    (None, "It has 5 huts."),
]


@pytest.mark.parametrize(("title", "text"), ABOUT)
def test_about_the_subject(title: str, text: str) -> None:
    assert is_about(view(text).sentences[0], title)


@pytest.mark.parametrize(("title", "text"), NOT_ABOUT)
def test_about_something_else(title: str | None, text: str) -> None:
    assert not is_about(view(text).sentences[0], title)


TWICE = [
    ("The league keeps 40 mountain huts for hikers.\n\nThe league keeps 52 mountain huts for hikers.", ("40", "52")),
    (
        "The mill makes 40 tons of flour daily.\n\nThe old saw told of it. The mill makes 52 tons of flour daily.",
        ("40", "52"),
    ),
    (
        "The Longhurst stand opened in 1990 at the harbour.\n\nThe Longhurst stand opened in 1991 at the harbour.",
        ("1990", "1991"),
    ),
]
APART = [
    "The league keeps 40 mountain huts for hikers.\n\nThe league keeps 40 mountain huts for hikers.",
    "The league keeps about 40 mountain huts for hikers.\n\nThe league keeps 42 mountain huts for hikers.",
    "The league kept 40 mountain huts for hikers in 1990.\n\nThe league kept 52 mountain huts for hikers in 1995.",
    "The league first kept 40 mountain huts for hikers.\n\nThe league later kept 52 mountain huts for hikers.",
    "The northern league keeps 40 mountain huts.\n\nThe southern league keeps 52 mountain huts.",
    "In the Alps the league keeps 40 mountain huts.\n\nIn the Tatras the league keeps 52 mountain huts.",
    "The hall is 40 m long and 20 m wide.\n\nThe hall is 52 m long and 30 m wide.",
    "The hut holds 40 hikers.\n\nThe hut holds 52 hikers.\n\nThe hut holds 60 hikers.",
    "The league keeps 40 huts, of which 52 % are open.\n\nThe farmers drove 52 cows home.",
    "The Longhurst stand opened in 1990 at the harbour.\n\nThe Longhurst stand opened on 5 May 1990 at the harbour.",
    "The league keeps 40 mountain huts, and 52 mountain huts in all.\n\nThe league keeps 52 mountain huts.",
]


@pytest.mark.parametrize(("text", "expected"), TWICE)
def test_told_twice(text: str, expected: tuple[str, str]) -> None:
    assert [(pair.first.text, pair.second.text) for pair in Matcher(view(text)).pairs()] == [expected]


@pytest.mark.parametrize("text", APART)
def test_told_apart(text: str) -> None:
    assert list(Matcher(view(text)).pairs()) == []


def test_a_pair_says_why() -> None:
    (pair,) = Matcher(view(TWICE[0][0])).pairs()
    assert pair.likeness == pytest.approx(1)
    assert {"leagu", "mountain"} <= set(pair.shared)
