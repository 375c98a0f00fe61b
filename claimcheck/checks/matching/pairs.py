"""Pairs of figures in different sentences that speak of one fact and cannot both be right, with the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import combinations
from math import log

import msgspec

from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.elsewhere import of_relative
from claimcheck.checks.matching.kinship import Key, agree, key
from claimcheck.checks.matching.words import PLACES, Words, beside, stem, stems
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT

MOST = 60
"""Figures of one kind beyond which an article lists them rather than tells them twice."""
CLOSE = 40
"""Characters within which words stand right beside a figure."""
FEWEST = 4
"""Content words that two sentences must share."""


class Pair(msgspec.Struct, frozen=True, eq=False):
    """Two figures of one fact: how much of what is said around them is the same, and what that is.

    `likeness` is the share of the weight of all their words that both sentences have, `covered` of those of the
    sentence that says less; rare words weigh more.
    """

    first: Claim
    second: Claim
    likeness: float
    covered: float
    closely: float
    shared: tuple[str, ...]
    figures: int
    """Other figures that both sentences give."""


class Matcher:
    """Finds the pairs of one article; words are taken apart only where two figures are of one kind and differ."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._title = stems(view.document.title or "")
        self._words: dict[int, Words] = {}
        self._sentences_told: dict[tuple[int, int], frozenset[str]] = {}
        self._weights: Counter[str] = Counter()
        self._sentences = 1

    def pairs(self) -> Iterator[Pair]:
        """Every pair whose intervals cannot meet and whose sentences nothing tells apart, each figure in one only."""
        found = [pair for pair in (self._pair(a, b) for a, b in self._rivals()) if pair is not None]
        yield from (pair for pair in found if not _series(pair, found))

    def _rivals(self) -> Iterator[tuple[Claim, Claim]]:
        """Figures of one kind, told in different sentences, that cannot meet."""
        groups: defaultdict[Key, list[Claim]] = defaultdict(list)
        for claim in self._view.claims:
            if claim.passage.context in PLACES and not _obscure(claim) and (kind := key(claim)) is not None:
                groups[kind].append(claim)
        for group in groups.values():
            if 1 < len(group) <= MOST:
                yield from (pair for pair in combinations(group, 2) if self._alike(*pair) and _differ(*pair))

    def _alike(self, first: Claim, second: Claim) -> bool:
        """True where their sentences share words enough: most do not, and to ask for more costs more."""
        return len(self._told(first) & self._told(second)) >= FEWEST

    def _told(self, claim: Claim) -> frozenset[str]:
        """The content words of a claim's sentence, its own among them."""
        at = claim.sentence
        key = id(claim.passage), at.start
        if key not in self._sentences_told:
            self._sentences_told[key] = stems(claim.passage.text[at.start : at.end])
        return self._sentences_told[key]

    def _pair(self, first: Claim, second: Claim) -> Pair | None:
        a, b = self._around(first), self._around(second)
        shared = a.near.keys() & b.near.keys()
        if len(shared) < FEWEST or _told_apart(a, b) or _of_another(first, second) or _of_another(second, first):
            return None
        if of_relative(first, second):
            return None
        if self._borne_out(first, second) or self._borne_out(second, first):
            return None
        if not self._weights:
            self._weigh()
        common, all_a, all_b = self._weight(shared), self._weight(a.near), self._weight(b.near)
        likeness, covered = common / (all_a + all_b - common), common / min(all_a, all_b)
        return Pair(
            first, second, likeness, covered, self._closely(a, b), tuple(sorted(shared)), len(a.figures & b.figures)
        )

    def _closely(self, a: Words, b: Words) -> float:
        """The share of the words right beside the figures that both have."""
        near_a, near_b = a.within(CLOSE), b.within(CLOSE)
        return self._weight(near_a & near_b) / max(0.1, min(self._weight(near_a), self._weight(near_b)))

    def _borne_out(self, claim: Claim, other: Claim) -> bool:
        """True where the sentence of one figure also gives the other: then it knows both and means two things."""
        here = self._by_sentence.get((id(claim.passage), claim.sentence.start), ())
        return any(c is not claim and _agree(c, other) for c in here)

    @cached_property
    def _by_sentence(self) -> dict[tuple[int, int], tuple[Claim, ...]]:
        return {(id(s.passage), s.span.start): s.claims for s in self._view.sentences}

    def _around(self, claim: Claim) -> Words:
        if id(claim) not in self._words:
            self._words[id(claim)] = beside(claim, self._title)
        return self._words[id(claim)]

    def _weigh(self) -> None:
        """How many paragraphs of the article hold each word."""
        for passage in self._view.document.passages:
            if passage.context in PLACES:
                self._weights.update(stems(passage.text))
                self._sentences += 1

    def _weight(self, words: Iterable[str]) -> float:
        return sum(log(1 + self._sentences / (1 + self._weights[word])) for word in words)


def _obscure(claim: Claim) -> bool:
    """True in a sentence that hides something from us, which may be what it speaks of."""
    return OBJECT in claim.passage.text[claim.sentence.start : claim.sentence.end]


def _of_another(claim: Claim, other: Claim) -> bool:
    """True where the figure belongs to somebody whom the other sentence, of another owner, does not name."""
    owner, of = claim.subject, other.subject
    if owner is None or of is None or owner.text == of.text:
        return False
    if owner.text.startswith((f"{of.text}'s ", f"{of.text}’s ")):
        return True  # "Ada Kern's sister"
    text = other.passage.text[other.sentence.start : other.sentence.end]
    names = [word for word in owner.text.split() if word[:1].isupper()]
    return of.text not in owner.text and any(name not in text for name in names) and owner.text not in of.text


def _differ(first: Claim, second: Claim) -> bool:
    """True for figures of different sentences and compatible times that cannot meet."""
    if first.passage is second.passage and first.sentence == second.sentence:
        return False
    if "additional" in (first.role, second.role):
        return False
    if set(first.qualifiers) != set(second.qualifiers) or (
        first.time and second.time and not first.time.meets(second.time)
    ):
        return False
    if first.when and second.when:
        return not first.when.meets(second.when)
    return agree(first, second) is False


def _agree(one: Claim, other: Claim) -> bool:
    if one.when and other.when:
        return one.when.meets(other.when)
    return one.amount is not None and key(one) == key(other) and agree(one, other) is True


def _told_apart(a: Words, b: Words) -> bool:
    """True where each sentence has names, or figures, of its own: then they speak of two things."""
    if (a.near.keys() ^ b.near.keys()) & _contrasts():
        return True
    if a.names - b.near.keys() and b.names - a.near.keys():
        return True
    own = min(len(a.figures - b.figures), len(b.figures - a.figures))
    return own > 0 and own >= len(a.figures & b.figures)


@cache
def _contrasts() -> frozenset[str]:
    """Stems of the words that set one telling apart from another: "now", "second", "imports" against "exports"."""
    return frozenset(stem(word) for word in phrases("contrasts"))


def _series(pair: Pair, found: list[Pair]) -> bool:
    """True where a third figure fits nearly as well: "weighs 18 tons", "weighs 13 tons", each of something else."""
    own = {id(pair.first), id(pair.second)}
    return any(
        other is not pair and other.likeness >= pair.likeness * 0.6 and {id(other.first), id(other.second)} & own
        for other in found
    )
