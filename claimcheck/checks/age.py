"""A stated age against the date of birth: of a person in one sentence, or of the article's subject anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from claimcheck.checks.lives import Vital, is_subject, lives, vitals
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import years_between
from claimcheck.values.when import When

_AGED = lazy(r"\W{0,3}(?:at )?(?:the )?(?:aged?|age of)\s*$", re.IGNORECASE)
_OPENS = lazy(rf"[\s{OBJECT}]*(?:In|On)(?: early| late)? $")
_ACTS = lazy(r"(?: years)?,? (?P<who>he|she|[A-ZÀ-Þ][\w'’-]+) [a-z]+")
_DIED = lazy(
    rf"[\s{OBJECT}]*(?P<who>He|She|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){{0,3}}) died "
    r"(?:[^,;:()]{0,100} )?(?:on|in) $"
)
_YEAR = lazy(r"\d{4}")


class Stated(msgspec.Struct, frozen=True, eq=False):
    """An age, the date on which it was reached, and the date of birth."""

    age: Claim
    date: Claim
    birth: Claim
    born: When
    born_text: str


@check(
    "age",
    Options,
    age="the age as printed",
    birth="the date of birth as printed",
    date="the date on which it is said to have been reached",
    expected="the age that the dates make",
)
def against_dates(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An age that the date of birth does not make."""
    for stated in behind_dates(view):
        span = _years(stated)
        if span is None or stated.age.amount is None or stated.age.amount.value is None:
            continue
        if stated.age.hedge == "exact" and not span[0] <= stated.age.amount.value <= span[1]:
            yield _hit(stated, span)


def behind_dates(view: View) -> Iterator[Stated]:
    """Ages that sentences tell right behind their date."""
    birth = _birth(view) if any(claim.unit == "year" for claim in view.quantities) else None
    for sentence in view.with_dates(1):
        ages = [claim for claim in sentence.claims if claim.kind == "duration" and claim.unit == "year"]
        if not ages:
            continue
        for life in lives(sentence):
            last = max(life.birth, life.death, key=lambda claim: claim.start)
            age = next((age for age in ages if _behind(last, age)), None)
            if age is not None and life.birth.when is not None:
                yield Stated(age, life.death, life.birth, life.birth.when, life.birth.text)
        if birth is not None:
            yield from _of_subject(sentence, ages, birth, view)


def _birth(view: View) -> Vital | None:
    """The birth of the article's subject, where all that tell it agree."""
    births = [vital for vital in vitals(view) if vital.event == "birth"]
    return births[0] if births and all(births[0].when.meets(other.when) for other in births) else None


def _of_subject(sentence: Sentence, ages: list[Claim], birth: Vital, view: View) -> Iterator[Stated]:
    """ "He died on 3 June 1950, aged 51"; "In 1950, at the age of 51, she moved"."""
    date = sentence.dates[0]
    age = next((age for age in ages if _behind(date, age)), None)
    if age is None or not _YEAR.search(date.text) or date.form != "single":
        return
    before = sentence.before(date)
    found = _DIED.fullmatch(before) or (_OPENS.fullmatch(before) and _ACTS.match(sentence.after(age)))
    if found and is_subject(found["who"], date, view):
        yield Stated(age, date, birth.claim, birth.when, birth.text)


def _behind(date: Claim, age: Claim) -> bool:
    """True for an age right behind a date: "on 3 June 1950, aged 51"."""
    return age.form == "single" and bool(_AGED.fullmatch(age.passage.text[date.visible.end : age.lead]))


def _years(stated: Stated) -> tuple[int, int] | None:
    """Fewest and most whole years between the two dates; None where they are loose or out of order."""
    birth, date = stated.born, stated.date.when
    if date is None or birth.approximate or date.approximate or date.before(birth):
        return None
    if birth.earliest is None or birth.latest is None or date.earliest is None or date.latest is None:
        return None
    return years_between(birth.latest, date.earliest), years_between(birth.earliest, date.latest)


def _hit(stated: Stated, span: tuple[int, int]) -> Hit:
    words = {
        "age": stated.age.text,
        "birth": stated.born_text,
        "date": stated.date.text,
        "expected": str(span[0]) if span[0] == span[1] else f"{span[0]} or {span[1]}",
    }
    related = (Mark(stated.birth.start, stated.birth.end, "born"), Mark(stated.date.start, stated.date.end, "by then"))
    claims = (stated.age, stated.birth, stated.date)
    return Hit(Mark(stated.age.start, stated.age.end), claims, words, related)
