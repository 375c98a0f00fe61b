"""Playing times of infoboxes: minutes and seconds, with hours or without; everywhere else they stay unread."""

from fractions import Fraction

import pytest

import claimcheck as cc

TIMES = [
    ("length = 42:15", "42:15", Fraction(169, 4)),
    ("length = 42 : 15", "42 : 15", Fraction(169, 4)),
    ("length = 1:01:06", "1:01:06", Fraction(611, 10)),
    ("runtime = 3:30", "3:30", Fraction(7, 2)),
    ("length = {{Duration|m=42|s=15}}", "42|s=15", Fraction(169, 4)),
    ("length = {{duration|h=1|m=01|s=06}}", "1|m=01|s=06", Fraction(611, 10)),
]


@pytest.mark.parametrize(("parameter", "span", "minutes"), TIMES)
def test_playing_time(parameter: str, span: str, minutes: Fraction) -> None:
    (claim,) = cc.extract(f"{{{{Infobox album\n| {parameter}\n}}}}", markup="wikitext")
    assert (claim.kind, claim.unit, claim.text) == ("duration", "minute", span)
    assert claim.amount is not None
    assert claim.amount.value == minutes


@pytest.mark.parametrize(
    "text",
    [
        "{{Infobox ship\n| ratio = 42:15\n}}",
        "{{Infobox album\n| length = 42:75\n}}",
        "{{Infobox person\n| verse = John 3:16\n}}",
        "The score was 42:15.",
    ],
)
def test_no_playing_time(text: str) -> None:
    assert [c for c in cc.extract(text, markup="wikitext") if c.recogniser == "playing time"] == []


def test_every_release_of_a_film_is_read() -> None:
    text = "{{Infobox film\n| released = {{Film date|2015|1|21|United Kingdom|2015|4|10|United States}}\n}}"
    found = [c.when.edtf for c in cc.extract(text, markup="wikitext") if c.when]
    assert found == ["2015-01-21", "2015-04-10"]
