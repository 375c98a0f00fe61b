"""What a figure measures: by its counted noun, the nearest phrase before it, its infobox parameter or its header."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from claimcheck import overlay
from claimcheck.claims.model import Reading
from claimcheck.document.model import Passage
from claimcheck.patterns import lazy
from claimcheck.source import Span
from claimcheck.values.units import scale

_WORD = re.compile(r"[a-z]+(?:-[a-z\d]+)*", re.IGNORECASE)
_FAR = 80
"""Characters between a phrase and a figure without a unit, beyond which the phrase no longer names it."""
_FARTHEST = 160
"""Characters between a phrase and any figure, beyond which it no longer names it."""
_TURN = lazy(r"[;:]|\b(?:while|whereas|although|but|compared|unlike)\b")
_NUMBERED = ("number ", "no. ", "nos. ", "rank ", "ranked ", "chapter ", "grade ")
_AWAY = (
    "apart",
    "away",
    "north",
    "south",
    "east",
    "west",
    "up ",
    "off ",
    "downstream",
    "upstream",
    "closer",
    "farther",
)
_ASIDE = lazy(
    r"\sin (?:mil\.|mln|millions?|bn|billions?|thousands?)(?!\w).*|[\x0b\n:,]|\b\d[\d.,–/-]*\b|[^\x00-\x7f]", re.DOTALL
)
_LEFT_OUT = frozenset(
    ("census", "est.", "est", "estimate", "in", "as", "of", "total", "km", "mi", "sq", "ha", "m", "ft")
)
_CURRENCY = re.compile(r"[A-Z]{3}")


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of `data/measures.yaml`; the file says what each field means."""

    unit: str
    phrases: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    wikidata: str | None = None

    def fits(self, reading: Reading) -> bool:
        """True where the unit and denominator of a figure are of this measure's kind."""
        if self.per:
            below = reading.per
            return below is not None and (_head(below.counted) in self.per or below.unit in self.per)
        if reading.per is not None and _head(reading.per.counted) not in self.counted:
            return False
        if self.unit == "count":
            return reading.unit is None and (reading.counted is None or _head(reading.counted) in self.counted)
        if reading.unit is None:
            return False
        if self.unit == "money":
            return _CURRENCY.fullmatch(reading.unit) is not None
        return reading.unit == self.unit or _dimension(reading.unit) == _dimension(self.unit)


class Index(msgspec.Struct, frozen=True):
    """Measures by the words that name them."""

    measures: dict[str, Measure]
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
    """First word → (all words, measures), longest first."""
    parameters: dict[str, tuple[str, ...]]
    headers: dict[str, tuple[str, ...]]
    counted: dict[str, str]
    """Counted nouns that say by themselves what is measured."""


@cache
def index() -> Index:
    """The measures that claimcheck knows; read on first need."""
    measures = msgspec.convert(overlay.tree("measures.yaml"), dict[str, Measure])
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, names in _several((m.phrases, name) for name, m in measures.items()).items():
        words = tuple(_WORD.findall(phrase))
        phrases.setdefault(words[0], []).append((words, names))
    for known in phrases.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return Index(
        measures,
        phrases,
        _several((measure.parameters, name) for name, measure in measures.items()),
        _several((measure.headers, name) for name, measure in measures.items()),
        {noun: name for name, measure in measures.items() for noun in measure.counted if noun in measure.phrases},
    )


def _several(entries: Iterable[tuple[tuple[str, ...], str]]) -> dict[str, tuple[str, ...]]:
    """The measures that each word may mean, in the order of the file; the unit of a figure decides."""
    out: dict[str, tuple[str, ...]] = {}
    for words, name in entries:
        for word in words:
            out[word] = (*out.get(word, ()), name)
    return out


def name_measures(passage: Passage, readings: list[Reading], sentence: Span) -> None:
    """Give each figure of one sentence the measure that the words around it name, where its unit fits."""
    known = index()
    figures = [reading for reading in readings if reading.amount is not None]
    fixed = _fixed(passage, known)
    if fixed:
        for reading in figures:
            reading.measure = _fitting(fixed, reading, known)
        return
    named = _named(passage.text, sentence, known)
    starts = [end for end, _ in named]
    for reading in figures:
        if named and not _of_another(passage.text, reading):
            before = named[: bisect_left(starts, reading.lead + 1)]
            reading.measure = _nearest(passage.text, reversed(before), reading, known)
        if reading.measure is None and reading.counted:
            name = known.counted.get(_head(reading.counted))
            if name is not None and known.measures[name].fits(reading):
                reading.measure = name


def _nearest(text: str, named: Iterable[tuple[int, tuple[str, ...]]], reading: Reading, known: Index) -> str | None:
    """The measure of the nearest phrase before a figure that its unit fits, where the clause has not turned."""
    reach = _FAR if reading.unit is None and reading.per is None else _FARTHEST
    for end, names in named:
        if reading.lead - end > reach or _TURN.search(text, end, reading.lead):
            return None
        found = _fitting(names, reading, known)
        if found is not None:
            return found
    return None


def _of_another(text: str, reading: Reading) -> bool:
    """True for "number 12" and "60 m west", which stand near a measure and are none of it."""
    return text[max(0, reading.lead - 8) : reading.lead].lower().endswith(_NUMBERED) or text[
        reading.tail : reading.tail + 12
    ].lower().lstrip().startswith(_AWAY)


def _fitting(names: Iterable[str], reading: Reading, known: Index) -> str | None:
    """The first of the measures that the unit of a figure fits."""
    for name in names:
        if known.measures[name].fits(reading):
            return name
    return None


def _fixed(passage: Passage, known: Index) -> tuple[str, ...]:
    """The measures that an infobox parameter or a table header may mean for the whole passage."""
    if passage.context == "infobox" and passage.path:
        name = _parameter(passage.path[-1])
        return known.parameters.get(name) or known.parameters.get(name.rstrip("0123456789").rstrip("_"), ())
    if passage.context == "table" and passage.path:
        *above, own = map(_header, passage.path)
        names = known.headers.get(own)
        if names is None and above:
            names = known.headers.get(above[-1] if own in _LEFT_OUT or not own else above[0])
        return names or ()
    return ()


@lru_cache(maxsize=1 << 12)
def _parameter(name: str) -> str:
    """A parameter's name as the file writes it: "Ship length" is "ship_length"."""
    return name.lower().replace(" ", "_").replace("-", "_")


@lru_cache(maxsize=1 << 12)
def _header(text: str) -> str:
    """A header without its unit and its time: "Population 2010 census (est.)" is "population"."""
    words = _ASIDE.sub(" ", text.lower().partition("(")[0]).split()
    while words and words[-1] in _LEFT_OUT:
        words.pop()
    return " ".join(words)


def _named(text: str, sentence: Span, known: Index) -> list[tuple[int, tuple[str, ...]]]:
    """(end, measures) of each phrase in the sentence that names one, in order."""
    if known.phrases.keys().isdisjoint(_WORD.findall(text[sentence.start : sentence.end].lower())):
        return []
    words = [(m.group().lower(), m.end()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    out: list[tuple[int, tuple[str, ...]]] = []
    at = 0
    while at < len(words):
        for phrase, names in known.phrases.get(words[at][0], ()):
            if len(phrase) == 1 or tuple(word for word, _ in words[at : at + len(phrase)]) == phrase:
                at += len(phrase) - 1
                out.append((words[at][1], names))
                break
        at += 1
    return out


def _head(noun: str | None) -> str:
    return noun.rpartition(" ")[2].lower() if noun else ""


@cache
def _dimension(unit: str) -> tuple[tuple[str, int], ...] | None:
    known = scale(unit)
    return known.dimension if known else None
