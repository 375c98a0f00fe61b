"""What the article's subject did before being born, or after dying: "In 1954, he joined the club"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from claimcheck.checks.lexicon import any_of, pattern
from claimcheck.checks.lives import Vital, is_subject, vitals
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_YEAR = lazy(r"\d{4}")
_OPENS = lazy(rf"[\s{OBJECT}]*(?:In|On|By|During|Since)(?: early| late| mid-?)?(?: \w+)? ?$")
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}"
_CLAUSE = lazy(r"[^,;:()]{0,100}? (?:in|on)(?: early| late| mid-?)? $")
_KIN = lazy(
    r"\b(?:\w*father|\w*mother|parents?|brothers?|uncle|ancestors?|famil\w+|predecessors?|wife|husband|son|sons|daughter)\b",
    re.IGNORECASE,
)


class ActorOptions(Options, frozen=True):
    """Which end of the life is looked at."""

    outside: Literal["birth", "death"]
    """What was done before the birth, or, of what only the living do, after the death."""


@check(
    "actor",
    ActorOptions,
    text="the date as printed",
    who="who acts",
    date="the date of birth or death as printed",
)
def outside_life(view: View, options: ActorOptions) -> Iterator[Hit]:
    """Something that the article's subject is said to have done before being born or after dying."""
    told = [vital for vital in vitals(view) if vital.event == options.outside]
    if not told or told[0].when.approximate or any(not told[0].when.meets(other.when) for other in told[1:]):
        return
    for sentence in view.with_dates(1):
        for claim in sentence.dates:
            who = acting(sentence, claim) if _lies(claim, told[0], options.outside) else None
            if who and is_subject(who, claim, view) and _plain(sentence, options.outside):
                yield _hit(claim, who, told[0])


def _lies(claim: Claim, vital: Vital, outside: str) -> bool:
    """True where the date lies wholly before the birth, or after the death, told with a year and not loosely."""
    when = claim.when
    if when is None or when.approximate or claim.status != "ok":
        return False
    return when.before(vital.when) if outside == "birth" else vital.when.before(when)


def _plain(sentence: Sentence, outside: str) -> bool:
    """After a death only what the living do counts, in sentences that speak of nothing posthumous."""
    if outside == "birth":
        return True
    return bool(pattern("needs_life").search(sentence.text)) and not pattern("afterlife").search(sentence.text)


def acting(sentence: Sentence, claim: Claim) -> str | None:
    """Who does something on a date of a sentence, where its order of words leaves no doubt; else None."""
    if sentence.passage.context not in ("lead", "prose") or claim.form != "single" or claim.event in ("birth", "life"):
        return None
    if not _YEAR.search(claim.text):
        return None  # a day without its year leans on a year that may have been read wrong
    before = sentence.before(claim)
    if claim is sentence.dates[0] and _OPENS.fullmatch(before):
        found = _acts().match(sentence.after(claim))
        return found["who"] if found else None
    starts = _starts().fullmatch(before) if claim is sentence.dates[0] else None
    if starts:
        return starts["who"] if not _other().search(starts["rest"]) else None
    return _in_clause(sentence, before)


def _in_clause(sentence: Sentence, before: str) -> str | None:
    """The pronoun of the last clause before a date: "After the war, she moved to Rome in 1890"."""
    if _KIN.search(sentence.text) or '"' in sentence.text or "“" in sentence.text:
        return None
    for found in _pronoun().finditer(before):
        rest = before[found.end() :]
        if _CLAUSE.fullmatch(rest) and not _other().search(rest):
            return found["who"]
    return None


def _hit(claim: Claim, who: str, vital: Vital) -> Hit:
    words = {"text": claim.text, "who": who, "date": vital.text}
    related = (Mark(vital.claim.start, vital.claim.end, "born" if vital.event == "birth" else "died"),)
    return Hit(Mark(claim.start, claim.end), (claim, vital.claim), words, related)


@cache
def _acts() -> re.Pattern[str]:
    """ "(In 1954), he joined", with an aside at most between."""
    return re.compile(rf"(?:,[^,.;:]{{3,60}},)?,? (?P<who>he|she|{_NAME}) (?:{any_of('deeds')}|[a-z]+ed)\b")


@cache
def _starts() -> re.Pattern[str]:
    """ "He joined the club in (1954)" from the beginning of the sentence."""
    opening = rf"[\s{OBJECT}]*(?P<who>He|She|{_NAME}) (?:{any_of('opening_deeds')})\b"
    return re.compile(rf"{opening}(?P<rest>[^,;:()]{{0,120}}) (?:in|on|since) $")


@cache
def _pronoun() -> re.Pattern[str]:
    """A pronoun at the head of a clause, with what it did."""
    return re.compile(rf"(?:^\s*|, |; )(?:and |but )?(?P<who>[Hh]e|[Ss]he) (?:{any_of('deeds')}|[a-z]+ed)\b")


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"\b(?:\w+ed|{any_of('other_deeds')})\b(?=[^,;:]{{0,20}}$)", re.IGNORECASE)
