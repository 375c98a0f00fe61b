"""Sentences of one article that tell one fact with two figures: an index of words, then the weighing of signs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from math import log

import msgspec

from claimcheck.checks.matching.apart import named_apart, owners_apart, told_apart
from claimcheck.checks.matching.counted import noun
from claimcheck.checks.matching.elsewhere import elsewhere
from claimcheck.checks.matching.evidence import loose, odds, signs
from claimcheck.checks.matching.rivals import accord, meant
from claimcheck.checks.matching.tellings import Statement, Telling, canonical, statements, tellings
from claimcheck.checks.matching.words import PLACES, words_of
from claimcheck.checks.view import View, once

OFTEN = 40
"""Sentences beyond which a word is too common in an article to bring two of them together."""
LEAST = 0.2
"""Share of the weight of the shorter sentence's words that the other must have to be looked at."""
MOST = 50_000
"""Pairs of sentences, and pairs of their figures, that are looked at; an article that repeats itself more is a list."""


PASSAGE = 4
"""Sentences with figures up to which a text is a passage, which speaks of one or two things."""
SERIES = 1.0
"""How much less likely (as a logarithm) a third figure may be to show that several figures are told of a series."""


class Rivals(msgspec.Struct, frozen=True, eq=False):
    """Two figures that cannot meet, of sentences that share words, with what speaks for one fact and against it."""

    first: Statement
    second: Statement
    signs: dict[str, float]
    odds: float
    """The logarithm of the odds for one fact, less what is asked for."""


class Opposed(msgspec.Struct, frozen=True, eq=False):
    """Two figures that cannot meet, of sentences that share words."""

    first: Statement
    second: Statement
    mutual: bool
    """Whether each is the other's nearest rival."""


class Restatements:
    """Pairs of sentences of one article that share words, and their figures that contradict each other."""

    def __init__(self, view: View) -> None:
        title = frozenset(map(canonical, words_of(view.document.title or ""))) - {""}
        told = (claim for claim in view.claims if claim.passage.context in PLACES)
        self.tellings = tellings(told, title)
        often = Counter(word for telling in self.tellings for word in telling.words)
        many = len(self.tellings) + 10
        self._weights = {word: log(many / (1 + count)) for word, count in often.items()}
        self._unseen = log(many)
        self._figures = Counter(family(s) for telling in self.tellings for s in statements(telling))

    def weigh(self, words: Iterable[str]) -> float:
        """The weight of words: that of rare ones is up to some six times that of the commonest."""
        weights, unseen = self._weights, self._unseen
        return sum([weights.get(word, unseen) for word in words])

    @cached_property
    def pairs(self) -> tuple[tuple[Telling, Telling], ...]:
        """Sentences of which the shorter shares enough of its words with the other, rare ones among them."""
        return tuple(self._pairs())

    def _pairs(self) -> Iterator[tuple[Telling, Telling]]:
        told, found = self.tellings, 0
        weights = [self.weigh(telling.words) for telling in told]
        for (a, b), common in self._common().items():
            if common >= LEAST * min(weights[a], weights[b]):
                found += len(told[a].claims) * len(told[b].claims)
                if found > MOST:
                    return
                yield told[a], told[b]

    def _common(self) -> dict[tuple[int, int], float]:
        """The weight of the words that each pair of sentences shares, by their numbers."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, telling in enumerate(self.tellings):
            for word in telling.words:
                places[word].append(number)
        shared: defaultdict[tuple[int, int], float] = defaultdict(float)
        for word, numbers in places.items():
            if 1 < len(numbers) <= OFTEN:
                weight = self._weights[word]
                for pair in combinations(numbers, 2):
                    shared[pair] += weight
                if len(shared) > MOST:
                    break
        return shared

    @cached_property
    def conflicts(self) -> list[Rivals]:
        """Rivals that are of one fact beyond doubt; none where a third figure would fit nearly as well."""
        found = [rivals for rivals in self.rivals() if rivals.odds >= -SERIES]
        of_claim: defaultdict[int, list[Rivals]] = defaultdict(list)
        for rivals in found:
            of_claim[id(rivals.first.claim)].append(rivals)
            of_claim[id(rivals.second.claim)].append(rivals)
        return [rivals for rivals in found if rivals.odds >= 0 and not _in_series(rivals, of_claim)]

    @cached_property
    def opposed(self) -> tuple[Opposed, ...]:
        """Figures of two sentences that cannot meet, though each is the one that the other may restate."""
        return tuple(found for first, second in self.pairs for found in _opposed(first, second))

    def rivals(self) -> Iterator[Rivals]:
        """Figures of two sentences that may be of one fact and cannot meet."""
        for found in self.opposed:
            first, second = found.first, found.second
            if not _share_more(first, second) or told_apart(first, second) or elsewhere(first.claim, second.claim):
                continue
            seen = self.signs(first, second)
            # Owners last: who owns a figure is worked out only where it is asked for.
            chance = odds(seen)
            if loose(seen) or chance < -SERIES or owners_apart(first, second):
                continue
            if not (first.telling.title and named_apart(first, second)):
                yield Rivals(first, second, seen, chance)

    def signs(self, first: Statement, second: Statement) -> dict[str, float]:
        """What speaks for one fact and against it, with how many figures of the kind the article has."""
        many = max(self._figures[family(first)], self._figures[family(second)])
        places = {first.claim.passage.context, second.claim.passage.context}
        figures = log(max(2, many) / 2)
        lead = float("lead" in places and len(places) > 1)
        return signs(first, second, self.weigh) | {
            "figures": figures,
            "lead and body": lead,
            "article": float(len(self.tellings) > PASSAGE),
        }


def _opposed(first: Telling, second: Telling) -> Iterator[Opposed]:
    ours, theirs = statements(first), statements(second)
    for statement in theirs:
        other = meant(statement, ours)
        back = meant(other, theirs) if other is not None else None
        if other is not None and back is not None:
            yield Opposed(other, statement, back is statement)


def _share_more(first: Statement, second: Statement) -> bool:
    """True where the sentences share more than what is counted: "5 million people" live there, or speak a language."""
    a, b = first.telling, second.telling
    counted = {noun(first.claim), noun(second.claim)}
    return bool(a.about & b.about) or any(word in b.words for word in a.words if word not in counted)


@once
def restatements(view: View) -> Restatements:
    """Those of an article: several checks ask, and each is answered from one index."""
    return Restatements(view)


def _in_series(rivals: Rivals, of_claim: Mapping[int, Sequence[Rivals]]) -> bool:
    """True where one of the two figures is told apart from a third in the same words: each is of something else."""
    first, second = rivals.first.claim, rivals.second.claim
    for other in (*of_claim[id(first)][:OFTEN], *of_claim[id(second)][:OFTEN]):
        a, b = other.first.claim, other.second.claim
        if other is rivals or other.odds < rivals.odds - SERIES or len({id(first), id(second)} & {id(a), id(b)}) != 1:
            continue
        third, kept = (b, a) if a is first or a is second else (a, b)
        if accord(third, second if kept is first else first) != "equal":
            return True
    return False


def family(statement: Statement) -> str:
    """What kind of figure it is."""
    claim = statement.claim
    if claim.kind != "quantity":
        return claim.kind
    return claim.unit or ("count" if claim.counted else "bare")
