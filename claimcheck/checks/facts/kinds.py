"""The kinds of facts of data/checks/facts, with the ways in which they are told as patterns over masked sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Literal

import msgspec

from claimcheck import overlay
from claimcheck.patterns import lazy

Formula = Literal[
    "is", "over", "under", "no-more", "since", "exact", "more", "loss", "feet", "aged", "nth-year", "turned",
    "anniversary", "ahead", "span", "begins", "ends", "margin", "rest", "remaining",
]  # fmt: skip
"""How the value of a fact follows from the figures of its telling (`claimcheck.checks.facts.formulas`)."""
Whose = Literal["subject", "event", "key"]
FILES = ("people", "organisations", "events", "works", "things", "places", "animals", "health")
"""Files of data/checks/facts; a kind stands in one of them."""
FIGURES, DATES = "[\ue400-\ue7ff]", "[\ue000-\ue3ff]"
"""What stands for figures and for dates in a masked sentence: the first of a block and a claim's place in it."""
_BEASTS = (
    "cattle|livestock|sheep|pigs?|cows?|horses?|ponies|dogs?|cats?|birds?|fish|animals?|chickens?|whales?|elephants?|"
    "trees|houses|homes|buildings|ships|vessels|aircraft|planes|tanks|guns|cars|jobs|years|days|hours|times|points|"
    "seats|votes|acres|hectares|villages|towns|cities|families|bodies|nations|countries|teams|clubs|boats|parties"
)
"""What may be killed, lost or destroyed as well, and is not counted among people."""
_COUNT = (
    "(?<!all but )(?<!first )(?<!last )(?<!other )(?<!further )(?<!another )(?<!remaining )(?<!more )(?<!than )"
    f"(?P<c>)(?P<n>{FIGURES})(?! of (?:them|these|those|whom|which|us)\\b)(?! (?:more|others?|further)\\b)"
    f"(?! (?:[\\w-]+ ){{0,2}}(?:{_BEASTS})\\b)"
    f"(?: of (?:the|its|their|his|her|those)(?: [\\w-]+['’]s?)?(?: {FIGURES})?)?"
)
"""A count of people from its beginning, "22 of the 30": not "all but 30" nor "30 of them".

Where the empty group c has matched, "the 30" behind "of" is not read either."""
_PEOPLE = (
    r"(?: (?!(?:and|or|but|who|which|that|while|when|after|where)\b)[^\W\d_][\w'’-]*){0,4}?"
    r"(?: and (?:boys|women|children|girls|crew|officers|sailors)(?: [^\W\d_][\w'’-]*)?)?"
)
"""Who is counted: "miners from the village", "men and boys"."""
_BARELY = r"(?:(?:a mere|a total of|a full|barely|hardly|scarcely|just|only|no fewer than|fully) )?"
_N = rf"(?:between )?(?P<n>{FIGURES})(?:,? (?:\({FIGURES}[^()]{{0,12}}\)|or {FIGURES}))?"
"""A figure with what it is in another unit."""
_MACROS = {
    "n": rf"{_BARELY}{_N}",
    "r": rf"{_BARELY}(?:(?P<m>{FIGURES}) (?:to|or|and) )?{_N}",
    "c": _COUNT,
    "ppl": _PEOPLE,
    "whom": r"(?P<whom>(?-i:[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,3}))",
    "pre": r"(?: (?:the|all of))?(?-i: (?!(?:by|from|an?)\b)[a-z][\w-]*){0,2}",
    "d": f"(?P<d>{DATES})",
    "d2": f"(?P<d2>{DATES})",
    "n2": f"(?P<n2>{FIGURES})",
    "x": r"[^,;.()\ue000-\ue7ff]",
    "he": r"(?P<own>he|she|(?-i:[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}))",
    "whose": r"(?:its|their|his|her|(?P<own>the [a-z]+|(?-i:[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+){0,2}))['’]s?)",
    "old": r"(?: years?)?(?: old| of age)?",
    "low": r"(?-i:(?: [a-z-]+){0,4})",
    "y": r"[^,;\ue000-\ue7ff]",
    "figure": FIGURES,
    "date": DATES,
    "w": r"(?: [^\W\d_][\w'’.-]*){0,3}",
    "the": r"(?:(?:the|this|its|his|her) |(?:is|was|remains|,) (?:now )?an? |^\W*an? )(?:[a-z-]+ ){0,2}?",
    "who": r"(?: [^\W\d_][\w'’-]*){0,3}",
    "of": r"(?: (?:the|a|an|this|that|its|his|her|their|these|those))?",
    "be": r"(?:is|are|was|were|be|been|being)",
    "have": r"(?:has|have|had)",
    "name": r"(?-i:[A-ZÀ-Þ][\w'’.-]*(?: (?:(?:of|de|von|van|du|der|di) )?[A-ZÀ-Þ][\w'’.-]*){0,3})",
    "o": r"(?P<o>\d{1,4}(?:st|nd|rd|th)|(?:(?:one )?hundred and )?(?:[a-z]+-)?[a-z]+(?:st|nd|rd|th|ial|ary))",
    "person": r"(?-i:(?:[A-ZÀ-Þ][\w'’.-]* (?:(?:of|de|von|van|du|der|di) )?){0,3}(?P<key>[A-ZÀ-Þ][\w’-]*))",
    "key": r"(?P<key>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,3})",
}
"""Short forms in patterns; {o} is an ordinal in words or digits, which is no claim; what {key} matches must be the same
in two tellings that are compared, as must any group of that name."""


class Way(msgspec.Struct, frozen=True, eq=False):
    """One way to tell a fact: a pattern over a masked sentence, and how the value follows from its figures."""

    formula: Formula
    pattern: re.Pattern[str]
    figured: bool = True
    dated: bool = False
    """Whether it needs a figure, and a date: sentences without are not searched."""


class FactKind(msgspec.Struct, frozen=True, eq=False):
    """What facts of one kind have in common."""

    name: str
    """As messages say it: "people killed"."""
    words: frozenset[str]
    """Of which a sentence must have one; what the owner has that tells the fact, "its workforce", is among them."""
    whose: Whose
    varies: bool
    """Whether it changes in time, so that only figures of one time can contradict."""
    unique: bool
    """Whether there can be only one such value, at any time and place: a birth, the length of a bridge."""
    box: tuple[str, ...]
    """Facts of data/checks/box_facts.tsv that an infobox tells of the same."""
    about: tuple[str, ...]
    """What the article's subject must be, by the nouns of its first sentence or title; empty for anything."""
    parts: re.Pattern[str] | None
    """What of the owner may be the subject: "its mirror" for the width of a telescope's mirror; None for anything."""
    measures: frozenset[str]
    """What it is told in (`claimcheck.checks.facts.values.MEASURES`); empty for anything."""
    implied: frozenset[str]
    """Qualifiers that go without saying: "maximum" for a lake's depth."""
    slack: Fraction
    """By how much of itself each figure may be off without a contradiction."""
    ways: tuple[Way, ...]
    unless: re.Pattern[str] | None = None
    """Sentences that have it tell something else: "with his second wife" of somebody's children."""
    low: float | None = None
    high: float | None = None
    """Bounds, in base units, of what can be a value: people are no taller than three metres."""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: list[str]
    told: dict[Formula, list[str]]
    whose: Whose = "subject"
    varies: bool = False
    unique: bool = False
    box: list[str] = []
    about: list[str] = []
    unless: list[str] = []
    low: float | None = None
    high: float | None = None
    parts: list[str] | None = None
    measures: list[str] = []
    implied: list[str] = []
    slack: str = "0"


@cache
def fact_kinds() -> Mapping[str, FactKind]:
    """Every kind by its name."""
    return {name: _kind(name, entry) for name, entry in _entries().items()}


def _kind(name: str, entry: _Entry) -> FactKind:
    return FactKind(
        name=name,
        words=frozenset(entry.words),
        whose=entry.whose,
        varies=entry.varies,
        unique=entry.unique,
        box=tuple(entry.box),
        about=tuple(entry.about),
        parts=None if entry.parts is None else _parts(entry.parts),
        measures=frozenset(entry.measures),
        implied=frozenset(entry.implied),
        slack=Fraction(entry.slack),
        ways=tuple(_ways(entry)),
        unless=_compiled("|".join(entry.unless)) if entry.unless else None,
        low=entry.low,
        high=entry.high,
    )


def _parts(nouns: Sequence[str]) -> re.Pattern[str]:
    return lazy(rf"(?:{'|'.join(nouns)})" if nouns else r"(?!)", re.IGNORECASE)


@cache
def _entries() -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for name in FILES:
        more = msgspec.convert(overlay.our_tree(f"checks/facts/{name}.yaml"), dict[str, _Entry])
        if twice := found.keys() & more.keys():
            raise ValueError(f"checks/facts/{name}.yaml: {', '.join(sorted(twice))} stands in another file already")
        found |= more
    return found


def _ways(entry: _Entry) -> Iterator[Way]:
    for formula, patterns in entry.told.items():
        for pattern in patterns:
            yield Way(formula, _compiled(pattern), "{n}" in pattern, "{d}" in pattern)


def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(rf"(?<![\w-])(?:{_filled(pattern)})(?![\w-])", re.IGNORECASE)


def _filled(pattern: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda macro: _MACROS.get(macro[1], macro[0]), pattern)


def kinds_in(text: str) -> list[FactKind]:
    """The kinds of which a text in small letters has a word, in the order of their files."""
    words = frozenset(_TOKEN.findall(text))
    found = {name for word in words & _by_word().keys() for name in _by_word()[word]}
    for phrase, names in _phrases(words & _first_words().keys()):
        if phrase in text:
            found.update(names)
    known = fact_kinds()
    return [known[name] for name in sorted(found, key=_order().__getitem__)]


_TOKEN = re.compile(r"\w+")


@cache
def _by_word() -> dict[str, list[str]]:
    """The kinds of each single word."""
    found: dict[str, list[str]] = {}
    for name, entry in _entries().items():
        for word in filter(str.isalnum, entry.words):
            found.setdefault(word, []).append(name)
    return found


def _phrases(words: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Phrases that begin with one of these words, and signs, with their kinds."""
    for first in ("", *words):
        yield from _first_words().get(first, ())


@cache
def _first_words() -> dict[str, list[tuple[str, list[str]]]]:
    """By their first words all phrases with their kinds; by an empty one signs, "%"."""
    found: dict[str, list[str]] = {}
    for name, entry in _entries().items():
        for phrase in entry.words:
            if not phrase.isalnum():
                found.setdefault(phrase, []).append(name)
    by_first: dict[str, list[tuple[str, list[str]]]] = {}
    for phrase, names in found.items():
        first = _TOKEN.match(phrase)
        by_first.setdefault(first[0] if first else "", []).append((phrase, names))
    return by_first


@cache
def _order() -> Mapping[str, int]:
    return {name: place for place, name in enumerate(_entries())}
