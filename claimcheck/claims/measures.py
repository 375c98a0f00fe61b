"""What a figure measures: by its counted noun, the nearest phrase before it, its infobox parameter or its header."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

import msgspec

from claimcheck import overlay
from claimcheck.claims.model import Reading
from claimcheck.document.model import Passage
from claimcheck.source import Span
from claimcheck.values.units import scale

_WORD = re.compile(r"[a-z]+(?:-[a-z\d]+)*", re.IGNORECASE)
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
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    """First word → (all words, measure), longest first."""
    parameters: dict[str, str]
    headers: dict[str, str]
    counted: dict[str, str]
    """Counted nouns that say by themselves what is measured."""


@cache
def index() -> Index:
    """The measures that claimcheck knows; read on first need."""
    measures = msgspec.convert(overlay.tree("measures.yaml"), dict[str, Measure])
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, measure in measures.items():
        for phrase in measure.phrases:
            words = tuple(_WORD.findall(phrase))
            phrases.setdefault(words[0], []).append((words, name))
    for known in phrases.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return Index(
        measures,
        phrases,
        {parameter: name for name, measure in measures.items() for parameter in measure.parameters},
        {header: name for name, measure in measures.items() for header in measure.headers},
        {noun: name for name, measure in measures.items() for noun in measure.counted if noun in measure.phrases},
    )


def name_measures(passage: Passage, readings: list[Reading], sentence: Span) -> None:
    """Give each figure of one sentence the measure that the words around it name, where its unit fits."""
    known = index()
    figures = [reading for reading in readings if reading.amount is not None]
    fixed = _fixed(passage, known)
    if fixed is not None:
        for reading in figures:
            if known.measures[fixed].fits(reading):
                reading.measure = fixed
        return
    named = _named(passage.text, sentence, known)
    starts = [end for end, _ in named]
    for reading in figures:
        if named:
            before = named[: bisect_left(starts, reading.lead + 1)]
            reading.measure = next((name for _, name in reversed(before) if known.measures[name].fits(reading)), None)
        if reading.measure is None and reading.counted:
            name = known.counted.get(_head(reading.counted))
            if name is not None and known.measures[name].fits(reading):
                reading.measure = name


def _fixed(passage: Passage, known: Index) -> str | None:
    """The measure that an infobox parameter or a table header names for the whole passage."""
    if passage.context == "infobox" and passage.path:
        return known.parameters.get(passage.path[-1])
    if passage.context == "table":
        for header in reversed(passage.path):
            words = header.lower().partition("(")[0].strip()
            if words in known.headers:
                return known.headers[words]
    return None


def _named(text: str, sentence: Span, known: Index) -> list[tuple[int, str]]:
    """(end, measure) of each phrase in the sentence that names one, in order."""
    if known.phrases.keys().isdisjoint(_WORD.findall(text[sentence.start : sentence.end].lower())):
        return []
    words = [(m.group().lower(), m.end()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    out: list[tuple[int, str]] = []
    at = 0
    while at < len(words):
        for phrase, name in known.phrases.get(words[at][0], ()):
            if len(phrase) == 1 or tuple(word for word, _ in words[at : at + len(phrase)]) == phrase:
                at += len(phrase) - 1
                out.append((words[at][1], name))
                break
        at += 1
    return out


def _head(noun: str | None) -> str:
    return noun.rpartition(" ")[2].lower() if noun else ""


@cache
def _dimension(unit: str) -> tuple[tuple[str, int], ...] | None:
    known = scale(unit)
    return known.dimension if known else None
