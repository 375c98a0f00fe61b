"""What the infobox says against what the article's sentences say of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.checks.figures import ends
from claimcheck.checks.lexicon import any_of, pattern
from claimcheck.checks.lives import vitals
from claimcheck.checks.matching.boxes import BoxFact, Fact, box_facts, is_short
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.checks.matching.subject import is_about
from claimcheck.checks.matching.words import head, stems
from claimcheck.checks.patterns import lazy
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.source import Span
from claimcheck.values.calendar import civil
from claimcheck.values.when import When

REACH = 60
"""Characters between the words that name a fact and the figure or date that they name."""
_OWN_EVENTS = frozenset(("birth", "death", "release", "foundation", "marriage"))
"""Events by which a date speaks of that and of nothing else."""
_OFF = lazy(
    r"\b(?:more|less|fewer|longer|shorter|earlier|later)\b[^.]{0,40}\bthan (?:it|they|he|she|its|their)\b|"
    r"\bover an? \d",
    re.IGNORECASE,
)


class BoxOptions(Options, frozen=True):
    """Options of `box`."""

    facts: tuple[str, ...] = ()
    """Facts of data/checks/box_facts.tsv that are compared; all where none is named."""
    without: tuple[str, ...] = ()
    """Facts that are left to other rules."""
    anywhere: bool = False
    """Whether sentences after the lead are read too."""
    short: bool = False
    """Whether only articles of an infobox and a few sentences are read, in which every figure is about the subject."""


@check(
    "box",
    BoxOptions,
    text="what the sentence says",
    box="what the infobox says",
    fact="what both tell",
    means="what the sentence's figure means",
)
def against_sentences(view: View, options: BoxOptions) -> Iterator[Hit]:
    """A date or figure of a sentence that no value of the infobox for the same fact can meet."""
    if not view.of_context("infobox") or options.short != is_short(view):
        return
    told = [fact for fact in box_facts(view) if _wanted(fact.fact.name, options)]
    if not told:
        return
    places = ("lead", "prose") if options.anywhere or options.short else ("lead",)
    # Other rules compare births and deaths, but take a winter for a whole year.
    spoken_for = {id(vital.claim) for vital in vitals(view) if not _winter(vital.when)}
    for sentence in view.sentences:
        if sentence.passage.context in places and (options.short or is_about(sentence, view.document.title)):
            for fact in told:
                hits = _compare(sentence, fact, loose=options.short)
                yield from (hit for hit in hits if id(hit.claims[0]) not in spoken_for)


def _wanted(name: str, options: BoxOptions) -> bool:
    return name not in options.without and (not options.facts or name in options.facts)


def _compare(sentence: Sentence, told: BoxFact, *, loose: bool) -> Iterator[Hit]:
    found = told.fact.told.search(sentence.text)
    if (
        found is None
        or _else().search(sentence.text)
        or (not loose and pattern("loose_statements").search(sentence.text))
    ):
        return
    at = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
    claim = _nearest(sentence, at, dated=told.fact.kind != "figure")
    if claim is None or (told.fact.kind == "figure") == (claim.amount is None) or _OFF.search(sentence.text):
        return
    if claim.kind == "date" and claim.event in _OWN_EVENTS and claim.event != told.fact.name:
        return
    if told.fact.kind == "span" and (claim.when is None or claim.when.latest is not None):
        return  # only "since 1990" tells the same as the beginning of a span
    rivals = [rival for rival in told.claims if _alike(told.fact, claim, rival)]
    if rivals and not any(_agree(claim, rival) for rival in rivals):
        words = {
            "text": claim.text,
            "box": ", ".join(dict.fromkeys(rival.text for rival in rivals)),
            "fact": told.fact.name.replace("-", " "),
            "means": ends(claim.amount.interval) if claim.amount else claim.text,
        }
        related = tuple(Mark(rival.start, rival.end, "the infobox") for rival in rivals)
        yield Hit(Mark(claim.start, claim.end), (claim, *rivals), words, related)


def _nearest(sentence: Sentence, at: Span, *, dated: bool) -> Claim | None:
    """The date or figure closest to the words that name the fact, with no other between them."""
    claims = [c for c in sentence.claims if (c.kind == "date") == dated and c.status == "ok"]
    near = min(claims, key=lambda c: max(c.visible.start - at.end, at.start - c.visible.end), default=None)
    if near is None or max(near.visible.start - at.end, at.start - near.visible.end) > REACH:
        return None
    return near


def _alike(fact: Fact, claim: Claim, rival: Claim) -> bool:
    if claim.kind == "date" or rival.kind == "date":
        return claim.when is not None and rival.when is not None
    if claim.unit is None and claim.counted and head(claim.counted) not in _named(fact):
        return False
    return interval_as(rival, claim) is not None


@cache
def _else() -> re.Pattern[str]:
    """Somebody else: "his late father", "their children"."""
    return re.compile(rf"\b(?:his|her|their|its|whose)\s+(?:\w+\s+)?(?:{any_of('another_person')})\b", re.IGNORECASE)


@cache
def _named(fact: Fact) -> frozenset[str]:
    return stems(" ".join((*fact.parameters, *fact.words)))


def _agree(claim: Claim, rival: Claim) -> bool:
    if claim.when and rival.when:
        return claim.when.meets(rival.when) and not (_winter(claim.when) and _summer(rival.when))
    told = interval_as(rival, claim)
    return told is None or claim.amount is None or told.meets(claim.amount.interval)


def _winter(when: When) -> bool:
    return when.granularity == "season" and when.edtf.endswith("-24")


def _summer(when: When) -> bool:
    """True for a day or month from April to October, which no winter holds."""
    return when.granularity in ("day", "month") and when.earliest is not None and 4 <= civil(when.earliest)[1] <= 10
