"""What a sentence tells around its figures: its words, the names among them, those beside each figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache

import msgspec
from msgspec.structs import replace

from claimcheck import overlay
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.words import content, stem
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT
from claimcheck.source import Span

MOST = 60
"""Figures beyond which a sentence is a list of them."""
LONGEST = 1_200
"""Characters beyond which a stretch without a full stop is no sentence."""
BESIDE = 60
"""Characters within which words stand beside a figure."""
OPENING = 16
"""Characters in which a sentence says when or of which it is going to speak."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERED = re.compile(
    rf"\b((?!{_MONTHS})[A-Z]\w*)[ -](\d{{1,3}}(?:\.\d{{1,3}})?)\b(?! ?%| (?:million|billion|thousand|percent))"
)
_DAY = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTHS})|({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?)\b")
_DIGITS = re.compile(r"(?<![\w.,/-])\d[\d.,/]*")
_CUT = re.compile(r"[,;:()—–]|\b(?:and|with|while|but|whereas|which|who)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


class Nearby(msgspec.Struct, frozen=True, eq=False, dict=True):
    """What stands near the figures of a sentence, each worked out when asked for: most sentences are like no other."""

    text: str
    at: Span
    figures: tuple[Span, ...]
    places: tuple[tuple[int, str], ...]
    """The stems of its words with where they begin."""
    names: frozenset[str]

    @cached_property
    def beside(self) -> tuple[frozenset[str], ...]:
        """By the place of a claim in `claims`: the stems near it, up to the next figures before and behind."""
        return tuple(self._between(*span) for span in self._spans)

    @cached_property
    def clauses(self) -> tuple[frozenset[str], ...]:
        """The same, up to the next comma, bracket or colon as well."""
        return tuple(self._between(*span) for span in self._within)

    @cached_property
    def leading(self) -> frozenset[str]:
        """The stems of the clause that leads to the first figure, which tell of what all of them are."""
        return self._between(self._within[0][0], self.figures[0].start)

    @cached_property
    def nearest(self) -> tuple[frozenset[str], ...]:
        """The two stems nearest to each claim, in its clause: mostly its verb, or what is counted."""
        return tuple(
            _nearest(figure, [place for place in self.places if low <= place[0] < high])
            for figure, (low, high) in zip(self.figures, self._within, strict=True)
        )

    @cached_property
    def led_by(self) -> tuple[frozenset[str], ...]:
        """By the place of a claim in `claims`: the names before it."""
        return tuple(
            frozenset(word for place, word in self.places if place < figure.start and word in self.names)
            for figure in self.figures
        )

    @cached_property
    def kinds(self) -> dict[str, frozenset[str]]:
        """For each stem those that stand right before it: "village" for the school of "village school"."""
        return _kinds(self.text, self.at, _taken(self.figures))

    @cached_property
    def numbered(self) -> frozenset[tuple[str, str]]:
        """Names with a number of their own: "EVA 2", "Maven 3.0"."""
        return frozenset((found[1], found[2]) for found in _NUMBERED.finditer(self.text, self.at.start, self.at.end))

    @cached_property
    def days(self) -> frozenset[tuple[str, str]]:
        """The days of the year that it names, by month and day: those without a year are no claims."""
        found = _DAY.findall(self.text, self.at.start, self.at.end)
        return frozenset((month or other, day or late) for day, month, other, late in found)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        bounds = sorted((*self.figures, *self._unread))
        return [_reach(self.at, figure, bounds) for figure in self.figures]

    @cached_property
    def _unread(self) -> list[Span]:
        """Figures that are no claims, "7.9/10": what stands beyond them is beside no other."""
        found = (Span(*match.span()) for match in _DIGITS.finditer(self.text, self.at.start, self.at.end))
        return [at for at in found if not any(at.overlaps(figure) for figure in self.figures)]

    @cached_property
    def _within(self) -> list[tuple[int, int]]:
        return [
            _within_clause(self.text, figure, *span) for figure, span in zip(self.figures, self._spans, strict=True)
        ]

    def _between(self, low: int, high: int) -> frozenset[str]:
        return frozenset(word for place, word in self.places if low <= place < high)


class Telling(msgspec.Struct, frozen=True, eq=False):
    """A sentence with figures: the stems of its words, which of them are names, and its claims in order."""

    words: dict[str, str]
    """As written, by stem; figures and words of the title are left out."""
    names: frozenset[str]
    claims: tuple[Claim, ...]
    about: frozenset[str]
    """The words of the article's title that the sentence has."""
    pronoun: bool
    """True where it opens with a pronoun, which stands for something that the sentence does not name."""
    opening: frozenset[str]
    """The stems of its first words: "Originally", "In the second half"."""
    title: frozenset[str]
    """The stems of the article's title."""
    nearby: Nearby

    @property
    def kinds(self) -> dict[str, frozenset[str]]:
        """As `Nearby.kinds`."""
        return self.nearby.kinds

    @property
    def numbered(self) -> frozenset[tuple[str, str]]:
        """As `Nearby.numbered`."""
        return self.nearby.numbered


class Statement(msgspec.Struct, frozen=True, eq=False):
    """One figure of a sentence with what the sentence tells of it."""

    claim: Claim
    telling: Telling
    place: int

    @property
    def beside(self) -> frozenset[str]:
        """The stems near the figure."""
        return self.telling.nearby.beside[self.place]

    @property
    def led_by(self) -> frozenset[str]:
        """The names before the figure: mostly of whom or what it is told."""
        return self.telling.nearby.led_by[self.place]

    @property
    def nearest(self) -> frozenset[str]:
        """The two stems nearest to the figure."""
        return self.telling.nearby.nearest[self.place]

    @property
    def clause(self) -> frozenset[str]:
        """The stems near the figure with no comma, bracket or colon between."""
        return self.telling.nearby.clauses[self.place]


def tellings(claims: Iterable[Claim], title: frozenset[str], *, hidden: bool = False) -> list[Telling]:
    """Every sentence among these claims that can be read, in order; with `hidden` also those with unknown templates."""
    groups: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[id(claim.passage), claim.sentence.start].append(claim)
    return [_telling(group, title) for group in groups.values() if _readable(group, hidden)]


def statements(telling: Telling) -> list[Statement]:
    """Its figures that say something certain."""
    return [Statement(claim, telling, place) for place, claim in enumerate(telling.claims) if claim.status == "ok"]


def _readable(group: list[Claim], hidden: bool) -> bool:
    at, text = group[0].sentence, group[0].passage.text
    if len(group) > MOST or at.end - at.start > LONGEST:
        return False
    return hidden or OBJECT not in text[at.start : at.end]


def _telling(group: list[Claim], title: frozenset[str]) -> Telling:
    visible = tuple(claim.visible for claim in group)
    return replace(_read(group[0].passage.text, group[0].sentence, visible, title), claims=tuple(group))


@lru_cache(maxsize=1 << 12)
def _read(text: str, at: Span, figures: tuple[Span, ...], title: frozenset[str]) -> Telling:
    """A telling without its claims, which stand at `figures`: revisions of an article repeat their sentences."""
    words: dict[str, str] = {}
    names: set[str] = set()
    places: list[tuple[int, str]] = []
    about: set[str] = set()
    pronoun = False
    taken = _taken(figures)
    for match in _WORD.finditer(text, at.start, at.end):
        if match.start() in taken:
            continue
        written = match.group()
        found = canonical(written)
        if not found:
            pronoun = pronoun or (match.start() <= at.start + 2 and written.lower() in _pronouns())
        elif found in title:
            about.add(found)
        else:
            words.setdefault(found, written)
            places.append((match.start(), found))
            if written[0].isupper() and match.start() > at.start + 1:
                names.add(found)
    opening = frozenset(word for place, word in places if place < at.start + OPENING)
    nearby = Nearby(text, at, figures, tuple(places), frozenset(names))
    return Telling(words, nearby.names, (), frozenset(about), pronoun, opening, title, nearby)


def _taken(figures: Iterable[Span]) -> set[int]:
    return {place for figure in figures for place in range(figure.start, figure.end)}


def _reach(at: Span, figure: Span, bounds: Sequence[Span]) -> tuple[int, int]:
    """From where to where words stand beside a figure: not beyond its neighbours, nor far away."""
    number = bisect_left(bounds, figure)
    low = bounds[number - 1].end if number else at.start
    high = bounds[number + 1].start if number + 1 < len(bounds) else at.end
    return max(low, figure.start - BESIDE), min(high, figure.end + BESIDE)


def _within_clause(text: str, figure: Span, low: int, high: int) -> tuple[int, int]:
    """The part of a stretch around a figure that no punctuation cuts off."""
    before = [low, *(match.end() for match in _CUT.finditer(text, low, figure.start))]
    behind = _CUT.search(text, figure.end, max(high, figure.end))
    return before[-1], behind.start() if behind else high


def _kinds(text: str, at: Span, taken: set[int]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    before, end = "", -1
    for match in _WORD.finditer(text, at.start, at.end):
        word = "" if match.start() in taken else canonical(match.group())
        if word and before and match.start() == end + 1:
            found[word].add(before)
        before, end = word, match.end()
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _nearest(at: Span, places: list[tuple[int, str]]) -> frozenset[str]:
    near = sorted(
        places, key=lambda place: at.start - place[0] - len(place[1]) if place[0] < at.start else place[0] - at.end
    )
    return frozenset(word for _, word in near[:2])


@lru_cache(maxsize=1 << 15)
def canonical(word: str) -> str:
    """The stem of a word that says something, of its synonyms' first; else an empty string."""
    found = content(word)
    return synonyms().get(found, found)


@cache
def synonyms() -> dict[str, str]:
    """For each stem of data/checks/synonyms.tsv that of its line's first word."""
    text = overlay.ours("checks/synonyms.tsv")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    found: dict[str, str] = {}
    for first, *others in rows:
        for other in (first, *others):
            found.setdefault(stem(other), stem(first))
    return found


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(phrases("pronouns"))
