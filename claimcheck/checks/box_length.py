"""Ages and lengths of time that a sentence states against the dates of the infobox."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from claimcheck.checks.figures import ends
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.matching.boxes import BoxFact, box_facts, is_short
from claimcheck.checks.matching.subject import is_about, names_relative, stands_for_subject
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil, years_between
from claimcheck.values.interval import Interval

YEAR = {"year": Fraction(1), "decade": Fraction(10), "century": Fraction(100)}
_BARE = lazy(r"\b(?:was|were|aged?|(?:age|ago) of)\s*$", re.IGNORECASE)
_HE = lazy(r"\W*(He|She)\b")
_FOR = lazy(r"\b(?:for|span(?:ned|s|ning)|lasted|career of|been)\b[^,;]{0,40}$", re.IGNORECASE)


class BoxLengthOptions(Options, frozen=True):
    """Options of `box-length`."""


@check(
    "box-length",
    BoxLengthOptions,
    text="the length as the sentence states it",
    dates="the dates of the infobox",
    expected="the years that those make",
)
def against_dates(view: View, options: BoxLengthOptions) -> Iterator[Hit]:  # noqa: ARG001
    """An age at death or a length of activity that the dates of the infobox cannot make."""
    if not view.of_context("infobox") or not is_short(view):
        return
    told = {fact.fact.name: fact for fact in box_facts(view)}
    for sentence in view.sentences:
        if sentence.passage.context in ("lead", "prose"):
            for claim in sentence.claims:
                if claim.amount is not None and (claim.unit in YEAR or _bare_age(sentence, claim)):
                    yield from _judge(view, sentence, claim, told)


_RELATIVE = lazy(
    r"\b(?:his|her|their|whose|\w+['’]s) (?:[a-z]+[ -])?(?:\w*(?:father|mother)|parents?|sons?|daughters?|brothers?|"
    r"sisters?|wife|husband|widow\w*|child(?:ren)?|uncle|aunt|nephew|niece|cousin|twin|friend|partner)\b",
    re.IGNORECASE,
)
"""Somebody else whose age a sentence tells: "Her mother died aged 76"."""


def _bare_age(sentence: Sentence, claim: Claim) -> bool:
    """True for "until they were 100", "at the age of 72"."""
    bare = claim.unit is None and claim.counted is None and claim.per is None
    return bare and _BARE.search(sentence.before(claim)) is not None


def _judge(view: View, sentence: Sentence, claim: Claim, told: dict[str, BoxFact]) -> Iterator[Hit]:
    dates: Sequence[Claim] = ()
    years: tuple[int, int] | None = None
    if _RELATIVE.search(sentence.before(claim)):
        return
    if pattern("life_spent").search(sentence.text) and "birth" in told and "death" in told:
        if not _of_subject(view, sentence, claim):
            return
        dates = (*told["birth"].claims, *told["death"].claims)
        years = _age(told["birth"].claims, told["death"].claims)
    elif pattern("activity").search(sentence.text) and _FOR.search(sentence.before(claim)) and "activity" in told:
        dates = told["activity"].claims
        years = _activity(view, dates)
        years = (years[0] - 1, years[1] + 1) if years else None
    if years is None or claim.amount is None or pattern("not_a_length").search(sentence.text):
        return
    possible = Interval(Fraction(years[0]), Fraction(years[1]))
    if not (claim.amount.interval * YEAR[claim.unit or "year"]).meets(possible):
        words = {
            "text": claim.text,
            "dates": _told(dates),
            "expected": ends(Interval(Fraction(years[0]), Fraction(years[1]))),
        }
        related = tuple(Mark(date.start, date.end, "the infobox") for date in dates)
        yield Hit(Mark(claim.start, claim.end), (claim, *dates), words, related)


def _of_subject(view: View, sentence: Sentence, claim: Claim) -> bool:
    """True where the sentence tells of the article's subject and of no relative."""
    pronoun = _HE.match(sentence.text)
    about = stands_for_subject(pronoun[1], claim, view) if pronoun else is_about(sentence, view.document.title)
    return about and not names_relative(sentence.text)


def _told(dates: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(date.text for date in dates))


def _age(births: Sequence[Claim], deaths: Sequence[Claim]) -> tuple[int, int] | None:
    """Fewest and most whole years between any birth and any death that the box gives."""
    born = [c.when for c in births if c.when and not c.when.approximate]
    died = [c.when for c in deaths if c.when and not c.when.approximate]
    pairs = [
        (years_between(b.latest, d.earliest), years_between(b.earliest, d.latest))
        for b in born
        for d in died
        if None not in (b.earliest, b.latest, d.earliest, d.latest) and b.before(d)
        and b.latest is not None and d.earliest is not None and b.earliest is not None and d.latest is not None
    ]  # fmt: skip
    return (min(low for low, _ in pairs), max(high for _, high in pairs)) if pairs else None


def _activity(view: View, dates: Sequence[Claim]) -> tuple[int, int] | None:
    """Fewest and most years of activity: an open end reaches at least to the latest year that the box names."""
    spans = [c.when for c in dates if c.when and c.when.earliest is not None]
    if not spans or any(span.extent == "within" for span in spans):
        return None
    named = [c.when.latest for c in view.of_context("infobox") if c.when and c.when.latest is not None]
    latest = max((civil(day)[0] for day in named), default=0)
    low = sum(max(0, (_year(w.latest) or latest) - (_year(w.earliest) or latest)) for w in spans)
    start = min(_year(w.earliest) or 0 for w in spans)
    last = [_year(w.latest) for w in spans]
    most = view.today.year if None in last else max(year for year in last if year is not None)
    return low, most - start


def _year(day: int | None) -> int | None:
    return None if day is None else civil(day)[0]
