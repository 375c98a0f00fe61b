"""Whose birth, death and deeds a sentence tells: a pronoun is the article's subject only where nobody else can be."""

from __future__ import annotations

import pytest

import claimcheck as cc

HEAD = (
    "{{Infobox person |name=John Kelby |birth_date=12 May 1820 |death_date=3 June 1880}}\n"
    "'''John Kelby''' (12 May 1820 – 3 June 1880) was a lawyer in the north. He was known for his bees.\n\n== Life ==\n"
)
BAD = [
    ("He died in Stone on ⟦3 July 1880⟧.", "conflict/death-date"),
    ("Kelby moved to Stone. He died there on ⟦3 July 1880⟧.", "conflict/death-date"),
    ("He studied at Stone College in the north. He was born on ⟦12 May 1821⟧.", "conflict/birth-date"),
    ("In ⟦1802⟧, he joined the Stone Guild.", "order/active-before-birth"),
    ("In 1850, at the age of ⟦40⟧, he married.", "elapsed/age-against-dates"),
]
GOOD = [
    "His first love was Ann Fleet of Stone. She died at the age of 22 on 25 August 1835, most likely of typhoid fever.",
    "She died on 25 August 1835.",
    "His second son followed. He died on 1 February 1850.",
    "The case was heard by Judge Adam Fleet. He died on 1 February 1850.",
    "The firm's founder was Adam Fleet. In 1802, he joined the Stone Guild.",
    "He learned the law from his uncle. He was born in 1790.",
    "His friend Adam Fleet opened the door to him. In 1802, he moved to Stone.",
    "In 1802, she joined the Stone Guild.",
    "Fleet died in 1875, aged 78.",
    "Kelby's friend died there at the age of 78.",
    "Adam Fleet taught there. In 1850, at the age of 50, he married.",
]


@pytest.mark.parametrize(("sentence", "rule"), BAD)
def test_told(sentence: str, rule: str) -> None:
    mark = sentence[sentence.index("⟦") + 1 : sentence.index("⟧")]
    text = HEAD + sentence.replace("⟦", "").replace("⟧", "")
    found = cc.lint(text, markup="wikitext", title="John Kelby", date="2024-06-01")
    assert [(finding.rule, text[finding.primary.start : finding.primary.end]) for finding in found] == [(rule, mark)]


@pytest.mark.parametrize("sentence", GOOD)
def test_left_alone(sentence: str) -> None:
    assert not cc.lint(HEAD + sentence, markup="wikitext", title="John Kelby", date="2024-06-01")
