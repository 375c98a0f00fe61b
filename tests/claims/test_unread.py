"""Numbers that are left unread: which, and the reason that is given."""

from __future__ import annotations

import pytest

import claimcheck as cc
from claimcheck.claims.unread import UnreadNumber, unread


def left(text: str, markup: str = "plain") -> tuple[UnreadNumber, ...]:
    document = cc.parse(text, markup)  # type: ignore[arg-type]
    return unread(document, cc.extract(document))


REASONS = [
    ("It is under the LGPL 2.1 now.", "2.1", "a version"),
    ("Release 2.1.3 came out.", "2.1.3", "a version, an address or digits grouped in a way that cannot be read"),
    ("They won 6–4 then.", "6–4", "a score"),
    ("He came 21st in it.", "21", "an ordinal"),
    ("See page 12 of it.", "12", "a label after “page”"),
    ("A Boeing 747 landed.", "747", "a label after “Boeing”"),
    ("The Zorro 747 landed.", "747", "part of a name"),
    ("The F-16 flew.", "16", "part of a longer name, code or number"),
    ("He knows it (3) well.", "3", "the mark of a list or a note"),
    ("Agent knows 007 well.", "007", "an identifier"),
    ("It holds where T = 5 only.", "5", "part of a formula"),
    ("It has 9 961 of it.", "9", "one grouped number or two, nothing tells which"),
    ("The code is " + "7" * 50 + " there.", "7" * 50, "too long to be a figure"),
    ("Quarterly, 38 (1988): pp. 25", "38", "the volume of a publication"),
]


@pytest.mark.parametrize(("text", "number", "reason"), REASONS)
def test_reasons(text: str, number: str, reason: str) -> None:
    first = left(text)[0]
    assert (first.text, first.reason) == (number, reason)


@pytest.mark.parametrize(
    "text",
    [
        "It has 26 sections and 9.5 km of walls.",
        "On 5 May 2001 some 3–4 million came.",
        "It grounded two new 737 Max jets.",
        "It has no figure.",
        "",
    ],
)
def test_what_claims_cover_is_not_listed(text: str) -> None:
    assert left(text) == ()


def test_places_are_those_of_the_source() -> None:
    text = "'''Ellary''' is on [[Road 5|Route 12]].\n{{Infobox x|code = A1}}\n{{cite web|url=http://a.b/123}}"
    found = left(text, "wikitext")
    assert [text[number.start : number.end] for number in found] == [number.text for number in found] == ["12", "1"]


@pytest.mark.parametrize("text", ["1" * 200_000, "1,2" * 50_000, "1–" * 50_000, "9 961 " * 20_000, "½" * 10_000])
def test_hostile_texts_are_told_of_too(text: str) -> None:
    assert all(number.reason for number in left(text))
