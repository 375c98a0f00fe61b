"""One figure told twice in the article, the second time with another digit."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

from claimcheck.checks.box import BoxOptions, against_sentences
from claimcheck.checks.lexicon import any_of
from claimcheck.checks.lives import vitals
from claimcheck.checks.matching.apart import told_apart
from claimcheck.checks.matching.counted import noun
from claimcheck.checks.matching.evidence import other_figures
from claimcheck.checks.matching.kinship import same_kind
from claimcheck.checks.matching.restatements import restatements
from claimcheck.checks.matching.rivals import accord
from claimcheck.checks.matching.same_figures import contradict
from claimcheck.checks.matching.slips import Printed, printed, sentence_of, slips
from claimcheck.checks.matching.tellings import Statement, Telling, canonical, statements, tellings
from claimcheck.checks.matching.words import words_of
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.repeated import told_nearly_alike
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Context
from claimcheck.finding import Hit, Mark

PLACES: tuple[Context, ...] = ("lead", "prose", "caption", "infobox")
"""Where an article tells things of its own, tables and lists aside."""
_NEEDED = {2: 4, 3: 2, 4: 1}
"""Signs of one fact (see `_signs`) that are asked for by the digits that agree: of more digits, one is enough."""
_SIBLINGS, _LONG_SIBLINGS, _OPENING = 5, 2, 1
"""What is asked for besides of two sections, each of which may speak of something else (less of figures of four digits
and more), and where a sentence opens with the date on which its story happens."""
_COVERED = 0.7
"""Share of the words of the shorter sentence by which it says nothing else."""
_FEW, _MANY = 3, 4
"""Digits that agree of figures that are compared across sections, and of figures that may be of two owners."""
_EARLY = 6
"""Characters in which a sentence opens with a date: "On"."""
_TOLD = 6
"""Shared words that a message shows."""


@check(
    "slip",
    Options,
    text="the figure told later",
    other="the figure told first",
    why="what speaks for one fact: shared words, measure",
)
def one_digit_apart(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Two figures of one unit, or two days, that differ by one slip and stand among the same words."""
    told = [
        (claim, what)
        for place in PLACES
        for claim in view.of_context(place)
        if (what := printed(claim)) is not None and not claim.quoted
    ]
    often = Counter((what, claim.unit) for claim, what in told)
    pairs = [(a, b, what) for a, b, what in slips(told) if _once(often, a, b) and _alike(a, b)]
    read = _statements(view, {sentence_of(claim) for pair in pairs for claim in pair[:2]}) if pairs else {}
    taken: set[int] = set()
    spoken = _Spoken(view)
    for a, b, what in pairs:
        if {id(a), id(b)} <= read.keys() and not {id(a), id(b)} & taken:
            why = _reasons(read[id(a)], read[id(b)], what)
            if why:
                taken |= {id(a), id(b)}
                if not spoken.of(a, b):
                    yield _hit(a, b, why)


def _once(often: Counter[tuple[Printed, str | None]], a: Claim, b: Claim) -> bool:
    """True where one of the two figures stands in one place only: two that both come again are two facts."""
    return min(often[what, claim.unit] for claim in (a, b) if (what := printed(claim))) == 1


def _statements(view: View, wanted: set[tuple[int, int]]) -> dict[int, Statement]:
    """The figures of these sentences with what the sentences tell, by their claims."""
    title = frozenset(map(canonical, words_of(view.document.title or ""))) - {""}
    claims = (claim for place in PLACES for claim in view.of_context(place) if sentence_of(claim) in wanted)
    return {id(s.claim): s for telling in tellings(claims, title, hidden=True) for s in statements(telling)}


class _Spoken:
    """Pairs of figures of which another check speaks; each of those checks is asked once, and only if need be."""

    def __init__(self, view: View) -> None:
        self._view = view

    def of(self, a: Claim, b: Claim) -> bool:
        """True where another check speaks of the two."""
        pair = frozenset((id(a), id(b)))
        if pair <= self._vitals or told_nearly_alike(self._view, a, b) or contradict(self._view, a, b):
            return True
        return bool(self._boxes[id(a)] & self._boxes[id(b)]) or pair in self._conflicts

    @cached_property
    def _vitals(self) -> set[int]:
        return {id(vital.claim) for vital in vitals(self._view)}

    @cached_property
    def _boxes(self) -> defaultdict[int, set[int]]:
        """The numbers of the hits in which a claim is compared, by the claim."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for number, hit in enumerate(against_sentences(self._view, BoxOptions())):
            for claim in hit.claims:
                found[id(claim)].add(number)
        return found

    @cached_property
    def _conflicts(self) -> set[frozenset[int]]:
        conflicts = restatements(self._view).conflicts
        return {frozenset((id(rivals.first.claim), id(rivals.second.claim))) for rivals in conflicts}


def _often(often: Counter[tuple[Printed, str | None]], statement: Statement) -> int:
    what = printed(statement.claim)
    return often[what, statement.claim.unit] if what else 0


def _reasons(first: Statement, second: Statement, what: Printed) -> list[str]:
    """Why both are believed to be of one fact; empty where that is not clear."""
    a, b = first.claim, second.claim
    if a.passage.context == b.passage.context == "infobox" or accord(a, b) != "none":
        return []
    if _knows(first.telling, second) or _knows(second.telling, first) or told_apart(first, second):
        return []
    if _of_a_run(a) or _of_a_run(b) or _of_others(first, second, what) or (what.unlikely < _MANY and not _whose(a, b)):
        return []
    ours, theirs = _words(first), _words(second)
    shared = sorted(ours.keys() & theirs.keys(), key=len, reverse=True)
    box = "infobox" in (a.passage.context, b.passage.context)
    if not box and not first.beside & second.beside:
        return []
    signs = len(shared) + (len(shared) >= _COVERED * min(len(ours), len(theirs)) and bool(shared))
    if signs + _signs(first, second) < _NEEDED.get(what.unlikely, 1) + _doubts(a, b, what):
        return []
    return [ours[word] for word in shared[:_TOLD]] or ["the same " + (a.measure or a.event or "subject")]


def _of_others(first: Statement, second: Statement, what: Printed) -> bool:
    """True where other figures of the two sentences differ as well: one speaks of the first head, one of the ninth."""
    others = other_figures(first, second)
    if others["other figures differ"] > others["other figures agree"]:
        return True
    if others["other figures agree"] and what.unlikely >= _FEW:
        return False
    return _one_of_several(first) or _one_of_several(second)


def _one_of_several(statement: Statement) -> bool:
    """True for a figure beside another of its kind, which may be the one that is told twice."""
    claim = statement.claim
    if claim.amount is None or claim.passage.context == "infobox":
        return False
    return any(
        c is not claim and c.unit == claim.unit and same_kind(c, claim) and _alike(c, claim)
        for c in statement.telling.claims
    )


def _whose(a: Claim, b: Claim) -> bool:
    """True for figures of one owner, and for those of which one stands where an article tells what it is about."""
    if {a.passage.context, b.passage.context} & {"lead", "infobox"}:
        return True
    one, two = a.subject, b.subject
    if one is None or two is None:
        return False
    return one.text.lower() == two.text.lower() or (one.target is not None and one.target == two.target)


def _of_a_run(claim: Claim) -> bool:
    """True for "bringing the total to 3,649", and for the day of a birthday."""
    return _run().search(claim.passage.text, claim.sentence.start, claim.sentence.end) is not None


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('retold_apart')})\b", re.IGNORECASE)


def _signs(first: Statement, second: Statement) -> int:
    """What speaks for one fact besides words: a measure or an event that both name, other figures that are the same."""
    a, b = first.claim, second.claim
    told = 2 * bool(a.measure and a.measure == b.measure) + 2 * bool(a.event and a.event == b.event)
    others = [_value(claim) for claim in second.telling.claims if claim is not b]
    return told + 2 * any(_value(claim) in others for claim in first.telling.claims if claim is not a)


def _value(claim: Claim) -> tuple[object, ...]:
    """What makes two figures the same."""
    return claim.unit, claim.amount.value if claim.amount else None, claim.when.edtf if claim.when else None


def _doubts(a: Claim, b: Claim, what: Printed) -> int:
    """How much more is asked for."""
    sections = a.passage.section, b.passage.section
    opening = a.when is not None and any(claim.lead - claim.sentence.start < _EARLY for claim in (a, b))
    box = "infobox" in (a.passage.context, b.passage.context)
    apart = sections[0] != sections[1] and all(sections)
    more = _SIBLINGS if what.day or what.unlikely < _FEW else _LONG_SIBLINGS
    return more * apart + _OPENING * (opening and not box)


def _alike(a: Claim, b: Claim) -> bool:
    """True for two days of events that do not differ, two figures of one dimension, measure and noun."""
    if a.when is not None or b.when is not None:
        return a.when is not None and b.when is not None and not (a.event and b.event and a.event != b.event)
    if not same_kind(a, b) or (a.measure and b.measure and a.measure != b.measure):
        return False
    return not (noun(a) and noun(b) and noun(a) != noun(b))


def _knows(telling: Telling, other: Statement) -> bool:
    """True where a sentence gives the other's figure as well: then it means two things."""
    return any(printed(claim) == printed(other.claim) for claim in telling.claims)


def _words(statement: Statement) -> dict[str, str]:
    """What a sentence says as written, by stem; of an infobox with the words of the parameter's name."""
    claim, words = statement.claim, statement.telling.words
    if claim.passage.context != "infobox":
        return words
    return {canonical(word): word for word in claim.passage.path[-1].split("_") if canonical(word)} | words


def _hit(one: Claim, two: Claim, why: list[str]) -> Hit:
    first, second = sorted((one, two), key=lambda claim: claim.start)
    words = {"text": second.text, "other": first.text, "why": ", ".join(why)}
    return Hit(Mark(second.start, second.end), (second, first), words, (Mark(first.start, first.end, "told first"),))
