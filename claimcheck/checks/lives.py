"""Births and deaths that one sentence tells of one person, which several kinds look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from claimcheck.checks.patterns import lazy
from claimcheck.checks.view import Sentence
from claimcheck.claims.model import Claim

_BORN = lazy(r"(?<!\w)(?:born|b\.)(?: [^.;()–—]{0,40}| [Cc]\.| ca\.)?$")
_DIED = lazy(r"(?<!\w)(?:died|passed away|d\.)(?: [^.;()–—]{0,40}| [Cc]\.| ca\.)?$")
_OTHER = lazy(
    r"\b(?:who|whom|whose|father|mother|parents|sons?|daughters?|brothers?|sisters?|wife|husband|widow|child|children|"
    r"his|her|their|named|called|when|after|before|since|to|uncle|aunt|nephew|niece|cousin|twin|married|grand\w+|"
    r"and(?! died\b| passed\b| d\.))\b",
    re.IGNORECASE,
)
REACH = 80
"""Characters between what is told of the birth and of the death of one person."""


class Life(msgspec.Struct, frozen=True, eq=False):
    """Two dates of one sentence that it calls the birth and the death of the same person."""

    sentence: Sentence
    birth: Claim
    death: Claim


def lives(sentence: Sentence) -> Iterator[Life]:
    """Births and deaths told side by side, with no other person between them."""
    told = [(claim, _told(sentence, index)) for index, claim in enumerate(sentence.dates)]
    for (first, one), (second, other) in pairwise(told):
        between = sentence.passage.text[first.visible.end : second.lead]
        if {one, other} != {"birth", "death"} or len(between) > REACH or _OTHER.search(between):
            continue
        yield Life(sentence, first, second) if one == "birth" else Life(sentence, second, first)


def _told(sentence: Sentence, index: int) -> str | None:
    """What the words between the date before and this one say of it."""
    claim = sentence.dates[index]
    start = sentence.dates[index - 1].visible.end if index else sentence.span.start
    before = sentence.passage.text[start : claim.lead]
    if claim.form != "single" or claim.when is None:
        return None
    return "birth" if _BORN.search(before) else "death" if _DIED.search(before) else None
