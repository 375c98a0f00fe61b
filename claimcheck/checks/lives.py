"""Births and deaths that one sentence tells of one person, which several kinds look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from claimcheck.checks.matching.subject import stands_for_subject
from claimcheck.checks.view import Sentence, View, once
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT
from claimcheck.patterns import lazy
from claimcheck.values.when import When

_BORN = lazy(r"(?<!\w)(?:born|b\.)(?: [^.;()–—]{0,40}| [Cc]\.| ca\.)?$")
_DIED = lazy(r"(?<!\w)(?:died|passed away|d\.)(?: [^.;()–—]{0,40}| [Cc]\.| ca\.)?$")
_OTHER = lazy(
    r"\b(?:who|whom|whose|father|mother|parents|sons?|daughters?|brothers?|sisters?|wife|husband|widow|child|children|"
    r"his|her|their|named|called|when|after|before|since|to|uncle|aunt|nephew|niece|cousin|twin|married|grand\w+|"
    r"and(?! died\b| passed\b| d\.))\b",
    re.IGNORECASE,
)
BLANK = f"{OBJECT} \n\t"
"""What may stand before the words of a sentence: what is left of an infobox."""
SHORTEST = 60
"""Characters of the paragraph that opens an article; what is shorter is a note above it."""
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


_YEAR = lazy(r"\d{3}")
_SUBJECT = lazy(r"(?P<who>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){0,4}?) (?:(?P<born>was born)|died)\b")
_PARAMETERS = {
    "birth_date": "birth",
    "birthdate": "birth",
    "born": "birth",
    "date of birth": "birth",
    "death_date": "death",
    "deathdate": "death",
    "died": "death",
    "date of death": "death",
}


class Vital(msgspec.Struct, frozen=True, eq=False):
    """A date of birth or death of the one whom the article is about; `when` is one end of a printed life."""

    event: str
    claim: Claim
    when: When
    text: str


@once
def vitals(view: View) -> list[Vital]:
    """Births and deaths of the article's subject, as its infobox and the first sentence of its lead tell them."""
    out: list[Vital] = []
    for claim in _opening(view):
        out += _vital(claim, claim.event)
    for claim in view.of_context("infobox"):
        if claim.kind == "date" and claim.passage.path and len(claim.passage.path) == 2:
            event = _PARAMETERS.get(claim.passage.path[1].lower())
            out += _vital(claim, claim.event or event)
    return out + [vital for sentence in view.with_dates(1) for vital in _narrated(sentence, view)]


def _opening(view: View) -> list[Claim]:
    """The dates of the sentence that opens the article, in its lead or, in plain text, in its first paragraph."""
    opening = next(
        (p for p in view.document.passages if p.context in ("lead", "prose") and len(p.text) > SHORTEST), None
    )
    first = next((sentence for sentence in view.sentences if sentence.passage is opening), None)
    return first.dates if first and first.span.start == 0 else []


def _narrated(sentence: Sentence, view: View) -> list[Vital]:
    """The birth or death that a sentence tells of the article's subject: "He was born on", "Jane Doe died in"."""
    if sentence.passage.context not in ("lead", "prose"):
        return []
    text, claim = sentence.text.lstrip(BLANK), sentence.dates[0]
    match = _SUBJECT.match(text)
    if match is None or not is_subject(match["who"], claim, view):
        return []
    start = sentence.span.start + len(sentence.text) - len(text) + match.end()
    between = sentence.passage.text[start : claim.lead]
    if len(between) > REACH or _OTHER.search(between) or "," in between or not _YEAR.search(claim.text):
        return []
    return _vital(claim, "birth" if match["born"] else "death")


def is_subject(who: str, claim: Claim, view: View) -> bool:
    """True where who acts on a date is the article's subject: by its title or the last word of that ("Doe" of "Jane
    Doe"), or by a pronoun that stands for nobody else."""
    plain = (view.document.title or "").partition(" (")[0]
    if who.lower() not in ("he", "she"):
        return " " in plain and who in (plain, plain.split()[-1]) and not _family(plain, claim, view)
    subject = claim.subject
    return (subject is None or subject.text == view.document.title) and stands_for_subject(who, claim, view)


def _family(title: str, claim: Claim, view: View) -> bool:
    """True where others bear the surname: "Sam Doe" in the same paragraph, "William Doe II", "Doe & Sons" anywhere."""
    surname = re.escape(title.split()[-1])
    given = "|".join(map(re.escape, title.split()[:-1]))
    other = rf"(?<=[a-z,;=] )(?!(?:{given}) )[A-ZÀ-Þ][a-zà-ÿ'’-]+(?: [A-Z]\.)? {surname}\b"
    more = rf"\b{surname}(?: (?:II|III|IV|Jr|Sr|family|sisters|brothers)\b|,? (?:&|and) (?:Sons?|Brothers|Co)\b)"
    told = (p.text for p in view.document.passages if p.context in ("lead", "prose"))
    return re.search(other, claim.passage.text) is not None or any(re.search(more, text) for text in told)


def _vital(claim: Claim, event: str | None) -> list[Vital]:
    if claim.status != "ok" or claim.when is None:
        return []
    if event == "life" and claim.parts and len(claim.parts) == 2:
        ends = zip(("birth", "death"), claim.parts, strict=True)
        return [Vital(name, claim, part.when, part.text) for name, part in ends if part.when]
    return (
        [Vital(event, claim, claim.when, claim.text)] if event in ("birth", "death") and claim.form == "single" else []
    )
