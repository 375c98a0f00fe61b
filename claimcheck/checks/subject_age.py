"""Ages of the article's subject, told in many ways and without a date at death, against the dates of its life."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from claimcheck.checks.age import behind_dates
from claimcheck.checks.lives import vitals
from claimcheck.checks.masked import ANY_DATE, Masked, compiled, figures, masked
from claimcheck.checks.matching.owners import TOPIC, owners
from claimcheck.checks.matching.subject import names_relative
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import years_between
from claimcheck.values.when import When

_WHO = r"(?P<who>[Hh]e|[Ss]he|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})"
_AGED = r"(?:at the age of|at age|aged)"
_GAP = "[^.;:!?()\ue000-\uebff]{0,60}"
_DATED = (
    rf"{{d}},? (?:when|while|at which time) {_WHO} was (?:only |just |still |already )?{{age}}",
    rf"(?:[Ww]hen|[Ww]hile) {_WHO} was (?:only |just |still |already )?{{age}},? (?:in|on) {{d}}",
    rf"(?:In|On) {{d}},? {_AGED} (?:only |just )?{{age}},? {_WHO} [a-z]+",
    rf"(?:At the age of|At age|At|Aged) (?:only |just )?{{age}},? (?:in|on) {{d}},? {_WHO} [a-z]+",
    rf"{_WHO} (?!was born)[a-z]+{_GAP}(?:in|on) {{d}}(?: (?:in|at) [A-ZÀ-Þ][\w-]+)?,? {_AGED} (?:only |just )?{{age}}",
    rf"{_WHO} (?!was born)[a-z]+{_GAP}{_AGED} (?:only |just )?{{age}},? (?:in|on) {{d}}",
)
_DIED = (rf"{_WHO} died{_GAP}{_AGED} (?:only |just )?{{age}}",)
_BORN = (
    rf"{_WHO} was born(?: [^\W\d_][\w.'’-]*,?){{0,4}} (?:in|on) {{d}}",
    r"\A\W*(?P<who>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}) is (?:an? )[^.;:()]{3,60} born (?:in|on) {d}",
    rf"Born(?: [^\W\d_][\w.'’-]*,?){{0,4}} (?:in|on) {{d}},? {_WHO}",
)
_LIFE = r"\A[\W]*[A-ZÀ-Þ][^()]{3,80} \((?:[^()\ue000-\uebff]{0,40}; )?{d}\),? (?:was|is)"
"""A life in brackets behind the name that opens a text."""
_LONE_DATE = lazy(ANY_DATE)
_YEAR = lazy(r"\d{3}")


class Aged(msgspec.Struct, frozen=True, eq=False):
    """An age and the claim that dates it; at death, where none does, the claim that tells the death."""

    age: Claim
    date: Claim
    when: When
    told: str


class End(msgspec.Struct, frozen=True, eq=False):
    """The birth or death of the article's subject."""

    event: str
    claim: Claim
    when: When
    text: str


@check(
    "subject-age",
    Options,
    age="the age as printed",
    birth="the date of birth as printed",
    date="the date on which it is said to have been reached",
    expected="the age that the dates make",
)
def against_life(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An age of the article's subject that its dates do not make."""
    births = [end for end in _ends(view) if end.event == "birth"]
    if not births or not all(births[0].when.meets(other.when) for other in births):
        return
    birth = births[0]
    if view.pronoun is None and birth.when.earliest != birth.when.latest:
        return  # "The Choir (1990–2005)"
    seen = {id(told.age) for told in behind_dates(view)}  # elapsed/age-against-dates looks at these
    for aged in _ages(view):
        span = _years(birth.when, aged.when)
        value = aged.age.amount.value if aged.age.amount else None
        if span is None or value is None or aged.age.hedge != "exact" or id(aged.age) in seen:
            continue
        seen.add(id(aged.age))
        if not span[0] <= value <= span[1]:
            yield _hit(aged, birth, span)


@once
def _ends(view: View) -> list[End]:
    """Births and deaths that are told of it: as vitals, in brackets, and where it is named or stands as a pronoun."""
    told = [End(vital.event, vital.claim, vital.when, vital.text) for vital in vitals(view)]
    if not told and masked(view):
        told += _life(masked(view)[0])
    for match, paragraph in _matches(view, _BORN):
        claim = figures(match, paragraph)["d"]
        if claim.when is not None and claim.form == "single" and _of_subject(match["who"], claim, view):
            told.append(End("birth", claim, claim.when, claim.text))
    return told


def _life(opening: Masked) -> Iterator[End]:
    match = compiled(_LIFE).search(opening.text)
    claim = figures(match, opening)["d"] if match else None
    if claim is not None and claim.status == "ok" and claim.parts and len(claim.parts) == 2:
        for event, part in zip(("birth", "death"), claim.parts, strict=True):
            if part.when is not None:
                yield End(event, claim, part.when, part.text)


def _ages(view: View) -> Iterator[Aged]:
    for match, paragraph in _matches(view, _DATED):
        told = figures(match, paragraph)
        age, date = told["age"], told["d"]
        if date.when and date.form == "single" and _YEAR.search(date.text) and _of_subject(match["who"], age, view):
            yield Aged(age, date, date.when, date.text)
    deaths = [end for end in _ends(view) if end.event == "death"]
    if not deaths or not all(deaths[0].when.meets(other.when) for other in deaths):
        return
    for match, paragraph in _matches(view, _DIED):
        age = figures(match, paragraph)["age"]
        if not _LONE_DATE.search(match[0]) and _of_subject(match["who"], age, view):
            yield Aged(age, deaths[0].claim, deaths[0].when, deaths[0].text)


def _matches(view: View, patterns: tuple[str, ...]) -> Iterator[tuple[re.Match[str], Masked]]:
    for pattern in map(compiled, patterns):
        for paragraph in masked(view):
            if paragraph.passage.context in ("lead", "prose"):
                yield from ((match, paragraph) for match in pattern.finditer(paragraph.text))


def _of_subject(who: str, claim: Claim, view: View) -> bool:
    """True where it is the article's subject who is named, or whom a pronoun of a sentence without others means."""
    text = claim.passage.text
    if claim.quoted or claim.unit not in (None, "year") or (claim.counted and claim.unit is None):
        return False
    if names_relative(text[claim.sentence.start : claim.lead]):
        return False  # "Her daughter Ada died"
    if who.lower() not in ("he", "she"):
        return owners(view).of_name(who, claim.passage.text, claim.sentence) == TOPIC
    if who.lower() != view.pronoun or names_relative(text[claim.sentence.start : claim.sentence.end]):
        return False
    return owners(view).of(claim) == TOPIC


def _years(birth: When, date: When) -> tuple[int, int] | None:
    """Fewest and most whole years between the two; None where they are loose or out of order."""
    if birth.approximate or date.approximate or date.before(birth):
        return None
    if birth.earliest is None or birth.latest is None or date.earliest is None or date.latest is None:
        return None
    return years_between(birth.latest, date.earliest), years_between(birth.earliest, date.latest)


def _hit(aged: Aged, birth: End, span: tuple[int, int]) -> Hit:
    words = {
        "age": aged.age.text,
        "birth": birth.text,
        "date": aged.told,
        "expected": str(span[0]) if span[0] == span[1] else f"{span[0]} or {span[1]}",
    }
    marks = (Mark(birth.claim.start, birth.claim.end, "born"), Mark(aged.date.start, aged.date.end, "by then"))
    related = marks[:1] if aged.date is birth.claim else marks
    return Hit(
        Mark(aged.age.start, aged.age.end), tuple(dict.fromkeys((aged.age, birth.claim, aged.date))), words, related
    )
