"""Document to claims: one scan over each passage, recognisers at every candidate, context where a claim is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import lru_cache

from claimcheck.claims import dates, quantities
from claimcheck.claims.candidates import DATE, QUANTITY, candidates
from claimcheck.claims.context import Linker
from claimcheck.claims.model import Claim, Part, Reading
from claimcheck.claims.playing_times import playing_times, plays
from claimcheck.claims.scene import Scene
from claimcheck.document.model import Document, Passage
from claimcheck.document.sentences import sentences
from claimcheck.source import Source, Span

_SHORT = 32
"""Characters of a text whose readings are remembered."""


def extract_claims(document: Document, today: date | None = None) -> tuple[Claim, ...]:
    """Every claim of the document in source order of its passages."""
    return tuple(follow(document, dates.Narrative(document, today), Scene(document)))


def follow(document: Document, narrative: dates.Narrative, scene: Scene) -> list[Claim]:
    """The claims of a document whose narrative may go on from another one."""
    linker = Linker(document)
    out: list[Claim] = []
    for passage in document.passages:
        readings = (playing_times(passage.text) if plays(passage) else []) or read(passage.text)
        if not readings:
            continue
        bounds = sentences(passage.text)
        narrative.resolve(passage, readings, bounds)
        linker.link(passage, readings, bounds)
        out.extend(settle(document.source, passage, readings, bounds, scene))
    return out


def read(text: str) -> list[Reading]:
    """What stands in `text`, left to right, without overlaps; dates before quantities at each place."""
    if len(text) > _SHORT:
        return _scan(text)
    known = _read_short(text)
    return [copy(reading) for reading in known] if known else []


@lru_cache(maxsize=1 << 14)
def _read_short(text: str) -> list[Reading]:
    """Table cells, parameters and citation dates repeat themselves; a recogniser sees nothing but the text."""
    return _scan(text)


def _scan(text: str) -> list[Reading]:
    out: list[Reading] = []
    end = 0
    for at, kinds in candidates(text):
        if at < end:
            continue
        reading = dates.recognise(text, at, end) if kinds & DATE else None
        if reading is None and kinds & QUANTITY:
            reading = quantities.recognise(text, at, end)
        if reading is not None:
            out.append(reading)
            end = max(reading.end, at + 1)
    return quantities.complete(text, out) if len(out) > 1 else out


def settle(
    source: Source, passage: Passage, readings: Iterable[Reading], bounds: list[Span], scene: Scene
) -> Iterable[Claim]:
    """Readings as claims, on their exact source spans."""
    starts = [bound.start for bound in bounds]
    anchors = passage.anchors
    for reading in readings:
        span = passage.span(reading.start, reading.end)
        sentence = bounds[bisect_right(starts, reading.start) - 1]
        parts = None if reading.parts is None else tuple(_place(source, passage, part) for part in reading.parts)
        cited = tuple([index for at, index in anchors if sentence.start < at <= sentence.end]) if anchors else ()
        # By place and in the order of the fields: with so many names msgspec takes three times as long.
        yield Claim(
            reading.kind, span.start, span.end, source.text[span.start : span.end], source, passage,
            Span(reading.start, reading.end), reading.lead, reading.tail, sentence, reading.recogniser, reading.form,
            reading.amount, reading.when, reading.readings, reading.status, reading.unit, reading.per, reading.counted,
            parts, reading.event, reading.measure, reading.time, reading.role, cited, reading.anchor, scene,
        )  # fmt: skip


def _place(source: Source, passage: Passage, part: Part) -> Part:
    span = passage.span(part.start, part.end)
    return Part(span.start, span.end, source.text[span.start : span.end], part.value, part.when)
