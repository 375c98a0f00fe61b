"""Figures and dates told in several sentences, against what must hold between them."""

from __future__ import annotations

import time

import pytest

import claimcheck as cc
from claimcheck.rules import default_rules

RULES = frozenset(
    (
        "ratio/percent-told",
        "total/remaining",
        "total/games-played",
        "total/parts-of-cost",
        "total/verdicts",
        "total/stated-count",
        "elapsed/age-of-subject",
        "order/sailed-after-loss",
        "order/laid-down-launched",
        "order/used-before-opened",
        "order/built-after",
    )
)
LIFE = "Ada Reed (4 May 1950 – 3 June 2001) was a British painter of landscapes and of the sea.\n\n"
QUEEN = "Ida of Storn (4 October 1487 – 19 June 1541) was Queen of Vell and a patron of the arts.\n\n"


def _found(text: str) -> list[tuple[str, str]]:
    rules = [rule for rule in default_rules() if rule.id in RULES]
    return [(hit.rule, text[hit.primary.start : hit.primary.end]) for hit in cc.lint(text, rules=rules, markup="plain")]


@pytest.mark.parametrize(
    ("text", "rule", "marked"),
    [
        ("Of the 24 boats, 12, or 40 per cent, were lost.", "ratio/percent-told", "40 per cent"),
        ("It polled its 255 members in May. Just 204 of them, or 68%, replied.", "ratio/percent-told", "68%"),
        ("It has 80 beds, of which 20, or 35 per cent, are free.", "ratio/percent-told", "35 per cent"),
        ("Of the 36 cows, 20 were sold in May. The other 26 died.", "total/remaining", "26"),
        ("A grant of £9 million, of which £4 million is lent and the remaining £2 million given.",
         "total/remaining", "£2 million"),
        ("She played 50 matches, winning 30, drawing 10 and losing 8.", "total/games-played", "50"),
        ("It will cost $30 million. Of the cost, $12 million is lent and the other $15 million given.",
         "total/parts-of-cost", "$15 million"),
        ("Eight of the 11 sailors drowned and five were saved.", "total/verdicts", "five"),
        ("Its five mills are at Hull, York, Leith and Ayr; the Ayr mill is the oldest.", "total/stated-count", "five"),
        (LIFE + "Reed died at Bath at the age of 61.", "elapsed/age-of-subject", "61"),
        (QUEEN + "The wedding was on 22 May 1508, when Ida was sixteen.", "elapsed/age-of-subject", "sixteen"),
        ("Alma was a steamer. She sank off Wales on 6 May 1917. On her last trip she left Hull on 9 May 1917.",
         "order/sailed-after-loss", "9 May 1917"),
        ("Alma was a steamer. She was laid down in May 1912 and launched in 1910.", "order/laid-down-launched", "1910"),
        ("Alder Line is a railway. It was opened in 1890. The first train ran through the hills in 1885.",
         "order/used-before-opened", "1885"),
        ("Alder Fort is a fort. It was completed in 1790. It was built after the raid of 1801.",
         "order/built-after", "1801"),
    ],
)  # fmt: skip
def test_told_as_wrong(text: str, rule: str, marked: str) -> None:
    assert _found(text) == [(rule, marked)]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 24 boats, 12, or 50 per cent, were lost.",
        "It polled its 255 members in May. Just 204 of them, or 80%, replied.",
        "It has 80 beds and 40 cots. Some 20 of them, or half, are free.",
        "Ten of the 40 voted, or 35 per cent of the men.",
        "Of the 36 cows, 20 were sold in May. The other 16 died.",
        "Of the 36 cows, 20 were sold. Of those, 5 died and the other 15 live.",
        "Of the 36 cows, 20 were sold to the other 4 farms.",
        "A plan of £9 million, of which £4 million is lent; the other £20 million scheme was dropped.",
        "She played 50 matches, winning 30, drawing 10 and losing 8, with two abandoned.",
        "She played 50 matches, winning 30 and losing 8.",
        "It will cost $30 million. Of the cost of the road, $12 million is lent and the other $15 million given.",
        "Eight of the 11 sailors drowned. In another wreck five were saved.",
        "Eight of the 11 sailors drowned and five passengers were saved.",
        "Its five mills were busy. They are at Hull, York, Leith and Ayr.",
        "He beat three rivals, Moss and Lee in the heats.",
        LIFE + "Reed died at Bath at the age of 51.",
        LIFE + "Her daughter Ada Reed died at Bath at the age of 12.",
        LIFE + "Her teacher Karl Moss left in 1980, when he was 60.",
        QUEEN + "The wedding was on 22 May 1508, when Ida was twenty and the king was 38.",
        "The Reed Choir (1990–2005) was a choir from Leeds that sang in many towns.\n\nReed died at the age of 61.",
        "Alma was a steamer. She sank off Wales on 6 May 1917. On her last trip she left Hull on 2 May 1917.",
        "Alma was a steamer. She was laid down in May 1912 and launched in 1913.",
        "Alder Line is a railway. It was opened in 1890. The first train ran on a trial in 1885.",
        "Alder Fort is a fort. It was completed in 1790. A tower was built after the raid of 1801.",
    ],
)
def test_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "Of the 47 of the 40, 29 come and ",
        "of the cost, £2 million and the other ",
        "lost the remaining won ",
        "(12 of 40 or 5% ",
        "He died aged ",
        "four As, A",
    ],
)
def test_no_text_makes_it_slow(piece: str) -> None:
    started = time.perf_counter()
    _found(piece * (6_000 // len(piece)))
    assert time.perf_counter() - started < 10
