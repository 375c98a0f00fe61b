"""What the infobox says against what the article's sentences say of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from claimcheck.checks.figures import ends
from claimcheck.checks.lives import vitals
from claimcheck.checks.matching.boxes import BoxFact, Fact, box_facts
from claimcheck.checks.matching.kinship import agree, interval_as
from claimcheck.checks.matching.plain_statements import plain_claim
from claimcheck.checks.matching.words import head, stems
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.claims.playing_times import RECOGNISER
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert
from claimcheck.values.when import When

_OWN_EVENTS = frozenset(("birth", "death", "release", "foundation", "marriage"))
"""Events by which a date speaks of that and of nothing else."""
_OFTEN = frozenset(("release", "opening", "recording", "launch", "introduction", "completion"))
"""What can happen to one thing more than once, here and there."""
_ANEW = frozenset(("foundation", "opening", "creation", "introduction"))
_RENEWED = 20
"""Years between two foundations beyond which the later one is rather that of a successor."""
_NARROWED = lazy(
    r"\W*(?:in (?!the (?:spring|summer|fall|autumn|winter))(?:the )?[A-Z]|on |to |as |by |with |for |from |under |"
    r"through |via |worldwide|internationally|again|alongside|together|when |while |after |before |until |and |but )"
)
"""What behind a date says that it is of one country, one form or one occasion of several."""
_SOMEWHERE = lazy(r"\b(?:in|at|on) (?:the )?[A-Z][\w.'’&-]*(?:,? (?:and |the )?[A-Z][\w.'’&-]*){0,4},? (?:in|on)? ?$")
"""The same before the date: "was published in Germany in"."""


class BoxOptions(Options, frozen=True):
    """Options of `box`."""

    facts: tuple[str, ...] = ()
    """Facts of data/checks/box_facts.tsv that are compared; all where none is named."""
    without: tuple[str, ...] = ()
    """Facts that are left to other rules."""


@check(
    "box",
    BoxOptions,
    text="what the sentence says",
    box="what the infobox says",
    fact="what both tell",
    subject="of what both tell it",
    means="what the sentence's figure means",
)
def against_sentences(view: View, options: BoxOptions) -> Iterator[Hit]:
    """A date or figure that a plain sentence tells of the subject and that no value of its infobox for it can meet."""
    title = view.document.title
    if not title or not view.of_context("infobox"):
        return
    told = [fact for fact in box_facts(view) if _wanted(fact.fact.name, options)]
    if not told:
        return
    # Other rules compare births and deaths, but take a winter for a whole year.
    spoken_for = {
        id(vital.claim)
        for vital in vitals(view)
        if not _winter(vital.when) and vital.when.latest is not None and vital.when.earliest is not None
    }
    for sentence in view.sentences:
        if sentence.passage.context in ("lead", "prose"):
            for fact in told:
                claim = plain_claim(sentence, title, fact.fact.words)
                if claim is not None and id(claim) not in spoken_for and not _founded_anew(view, sentence, claim, fact):
                    yield from _compare(sentence, claim, fact, title)


def _founded_anew(view: View, sentence: Sentence, claim: Claim, told: BoxFact) -> bool:
    """True in a history that tells an earlier foundation, and of the time of the one in the infobox as well."""
    if claim.when is None or told.fact.name not in _ANEW or sentence.passage.context == "lead":
        return False
    dates = [rival.when for rival in told.claims if rival.when is not None]
    if not any(_years_apart(claim.when, when) > _RENEWED for when in dates):
        return False
    prose = (other.when for other in view.dates if other.passage.context in ("lead", "prose"))
    return any(other is not None and other.meets(when) for other in prose for when in dates)


def _years_apart(first: When, second: When) -> int:
    one, other = first.earliest, second.earliest
    return 0 if one is None or other is None else abs(civil(one)[0] - civil(other)[0])


def _wanted(name: str, options: BoxOptions) -> bool:
    return name not in options.without and (not options.facts or name in options.facts)


def _compare(sentence: Sentence, claim: Claim, told: BoxFact, title: str) -> Iterator[Hit]:
    if (told.fact.kind == "figure") == (claim.amount is None):
        return
    if claim.kind == "date" and claim.event in _OWN_EVENTS and claim.event != told.fact.name:
        return
    if told.fact.kind == "span" and (claim.when is None or claim.when.latest is not None):
        return  # only "since 1990" tells the same as the beginning of a span
    if told.fact.name in _OFTEN and _NARROWED.match(sentence.text, claim.tail - sentence.span.start):
        return
    if told.fact.name in _OFTEN and _SOMEWHERE.search(sentence.before(claim)):
        return
    rivals = [rival for rival in told.claims if _alike(told.fact, claim, rival)]
    if rivals and not any(_agree(claim, rival) for rival in rivals):
        words = {
            "text": claim.text,
            "box": ", ".join(dict.fromkeys(rival.text for rival in rivals)),
            "fact": told.fact.name.replace("-", " "),
            "subject": title,
            "means": ends(claim.amount.interval) if claim.amount else claim.text,
        }
        related = tuple(Mark(rival.start, rival.end, "the infobox") for rival in rivals)
        yield Hit(Mark(claim.start, claim.end), (claim, *rivals), words, related)


def _alike(fact: Fact, claim: Claim, rival: Claim) -> bool:
    if claim.kind == "date" or rival.kind == "date":
        return claim.when is not None and rival.when is not None
    if claim.unit is None and claim.counted and head(claim.counted) not in _named(fact):
        return False
    return interval_as(rival, claim) is not None


@cache
def _named(fact: Fact) -> frozenset[str]:
    return stems(" ".join((*fact.parameters, *fact.words)))


def _agree(claim: Claim, rival: Claim) -> bool:
    if claim.when and rival.when:
        return claim.when.meets(rival.when) and not (_winter(claim.when) and _summer(rival.when))
    if rival.recogniser == RECOGNISER:
        told = _in_minutes(rival, claim)
        return told is None or claim.amount is None or told.meets(claim.amount.interval)
    return agree(rival, claim) is not False


def _in_minutes(rival: Claim, claim: Claim) -> Interval | None:
    """A playing time in minutes and seconds, which a sentence rounds or cuts to minutes."""
    if rival.amount is None or not rival.unit or not claim.unit:
        return None
    return convert(rival.amount.interval + Interval(Fraction(-1), Fraction(1)), rival.unit, claim.unit)


def _winter(when: When) -> bool:
    return when.granularity == "season" and when.edtf.endswith("-24")


def _summer(when: When) -> bool:
    """True for a day or month from April to October, which no winter holds."""
    return when.granularity in ("day", "month") and when.earliest is not None and 4 <= civil(when.earliest)[1] <= 10
