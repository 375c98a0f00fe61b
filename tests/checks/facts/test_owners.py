"""Whose a figure is, told by names, kinds, pronouns, relative clauses and brackets; None rather than a guess."""

from __future__ import annotations

import pytest

import claimcheck as cc
from claimcheck.checks.matching.owners import TOPIC, owners
from claimcheck.checks.view import View
from claimcheck.claims.extract import extract_claims
from claimcheck.document.parse import parse

Cases = list[tuple[str, str, "str | None"]]
BRIDGE = "The Tarn Bridge is a road bridge in Wending. "
POET = "Poet Ada Kern (born 1931) wrote songs. "
OWNED: Cases = [
    (BRIDGE + "It was opened in 1936.", "1936", TOPIC),
    (BRIDGE + "The bridge was opened in 1936.", "1936", TOPIC),
    (BRIDGE + "Cast in iron, the Tarn Bridge was opened in 1936.", "1936", TOPIC),
    (BRIDGE + "It joined the Lake Road, which was opened in 1936.", "1936", None),
    (BRIDGE + "The Tarn Bridge, which was opened in 1936, is old.", "1936", TOPIC),
    (BRIDGE + "The Lake Tunnel was opened in 1936.", "1936", "Lake Tunnel"),
    (BRIDGE + "The tunnel was opened in 1936.", "1936", None),
    (BRIDGE + "A bridge was opened in 1936.", "1936", None),
    (BRIDGE + "Critics liked its look. Opened in 1936, it was the first.", "1936", TOPIC),
    (BRIDGE + "The Lake Tunnel is older. It was opened in 1936.", "1936", "Lake Tunnel"),
    (POET, "1931", TOPIC),
    (POET + "Kern married in 1955.", "1955", TOPIC),
    (POET + "She married in 1955.", "1955", TOPIC),
    (POET + "Her brother was born in 1935.", "1935", None),
    (POET + "She met the painter Tom Lang (born 1920).", "1920", "Tom Lang"),
    (POET + "She had two sons (born 1960).", "1960", None),
]


def owner(text: str, figure: str, title: str | None = None) -> str | None:
    document = parse(text, markup="plain", title=title)
    view = View(document, extract_claims(document))
    return owners(view).of(next(claim for claim in view.claims if claim.text == figure))


@pytest.mark.parametrize(("text", "figure", "whose"), OWNED)
def test_a_text_without_a_title_is_about_what_it_opens_with(text: str, figure: str, whose: str | None) -> None:
    assert owner(text, figure) == whose


@pytest.mark.parametrize(
    ("text", "figure", "title", "whose"),
    [
        (BRIDGE + "It was opened in 1936.", "1936", "Tarn Bridge", TOPIC),
        (BRIDGE + "The University of Tarn was founded in 1936.", "1936", "Tarn", "University of Tarn"),
        ("Tarn is a town. The District of Tarn was made in 1936.", "1936", "Tarn", "District of Tarn"),
        ("Tarn is a town. The town was founded in 1936.", "1936", "Tarn", TOPIC),
    ],
)
def test_an_article_is_about_its_title(text: str, figure: str, title: str, whose: str | None) -> None:
    assert owner(text, figure, title) == whose


def test_a_text_of_nothing_is_about_nothing() -> None:
    document = parse("In 1936.", markup="plain")
    view = View(document, extract_claims(document))
    assert owners(view).topic == ""
    assert cc.lint("In 1936.", markup="plain") == []
