"""Claims, findings and changes as records: plain values under the names of the schema."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from claimcheck.changes.model import Change
from claimcheck.claims.model import Claim, Part, Per, inside_quotes
from claimcheck.claims.phrases import links_in
from claimcheck.finding import Finding, Mark
from claimcheck.source import Source, Span
from claimcheck.values.when import When, iso_day

Record = dict[str, Any]

SENTENCE = 1000
"""Characters of a sentence that are kept."""
_FAR = 2**62
"""Day numbers beyond it are not kept."""


def claim_record(claim: Claim, ordinal: int, title: str | None) -> Record:
    """A claim as a row of its article; `title` is the article's."""
    line, column = claim.source.position(claim.start)
    amount, when, subject, section = claim.amount, claim.when, claim.subject, claim.passage.section
    interval = amount.interval if amount else None
    shown = _shown(claim.sentence, claim.visible.start)
    return {
        "claim": ordinal,
        "kind": claim.kind,
        "text": clean(claim.text),
        "start": claim.start,
        "end": claim.end,
        "line": line,
        "column": column,
        "status": claim.status,
        "form": claim.form,
        "value": real(amount.value) if amount else None,
        "low": real(interval.low) if interval else None,
        "high": real(interval.high) if interval else None,
        "low_closed": interval.low_closed if interval else None,
        "high_closed": interval.high_closed if interval else None,
        "hedge": claim.hedge,
        "unit": claim.unit,
        "per": _per(claim.per),
        "counted": clean(claim.counted),
        "measure": claim.measure,
        "event": claim.event,
        "edtf": when.edtf if when else None,
        "earliest": iso_day(when.earliest) if when else None,
        "latest": iso_day(when.latest) if when else None,
        "first_day": _day(when.earliest) if when else None,
        "last_day": _day(when.latest) if when else None,
        "readings": [reading.edtf for reading in claim.readings],
        **_time(claim.time),
        "subject": {"text": clean(subject.text), "target": clean(subject.target)} if subject else None,
        "page_subject": subject is not None and title is not None and title in (subject.text, subject.target),
        "place": clean(claim.place),
        "qualifiers": [clean(word) for word in claim.qualifiers],
        "role": claim.role,
        "attribution": clean(claim.attribution),
        "context": claim.passage.context,
        "path": [clean(name) for name in (*section, *claim.passage.path)],
        "section": clean(section[-1]) if section else None,
        "citations": list(claim.citations),
        "recogniser": claim.recogniser,
        "parts": None if claim.parts is None else [_part(part) for part in claim.parts],
        "sentence": sentence(claim),
        "sentence_start": claim.visible.start - shown.start,
        # Not claim.quoted, which looks through the whole sentence: one may be megabytes long and full of figures.
        "quoted": claim.passage.context == "quote" or inside_quotes(claim.passage.text, claim.visible, shown),
        "links": [clean(link.target) for link in links_in(claim.passage.links, *shown)],
    }


def finding_record(finding: Finding, ordinal: int, state: str, known: Mapping[int, int]) -> Record:
    """A finding as a row of its article; `known` tells the number of a claim by its identity."""
    start, end = (finding.source.position(offset) for offset in (finding.primary.start, finding.primary.end))
    suggestion = finding.suggestion
    return {
        "finding": ordinal,
        "state": state,
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": clean(finding.message),
        "start": finding.primary.start,
        "end": finding.primary.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "related": [_mark(mark, finding.source) for mark in finding.related],
        "claims": [known[id(claim)] for claim in finding.claims if id(claim) in known],
        "suggestion": None
        if suggestion is None
        else {
            "start": suggestion.start,
            "end": suggestion.end,
            "replacement": clean(suggestion.replacement),
            "note": clean(suggestion.note),
        },
        "fingerprint": finding.fingerprint,
        "help_uri": finding.help_uri,
        "sentence": _told_in(finding),
    }


def change_record(
    before: Claim | None, after: Claim | None, known: Mapping[int, int], before_revision: int, change: Change | None
) -> Record:
    """What became of one claim; `change` tells how where it is there before and after."""
    return {
        "before_revision": before_revision,
        "change": "added" if before is None else "removed" if after is None else "changed",
        "ways": list(change.ways) if change else [],
        "factor": real(change.factor) if change else None,
        "citation_changed": change.recited if change else None,
        "claim": known.get(id(after)),
        **_side("before", before),
        **_side("after", after),
    }


def sentence(claim: Claim) -> str | None:
    """The sentence of a claim as a reader sees it, shortened around the claim where it is long."""
    first, last = _shown(claim.sentence, claim.visible.start)
    return clean(claim.passage.text[first:last])


def clean(text: str | None) -> str | None:
    """The text as UTF-8 can hold it: lone surrogates, which no wiki has but a file may, become question marks."""
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def real(value: Fraction | None) -> float | None:
    """The nearest float; None where there is none."""
    if value is None:
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _shown(at: Span, start: int) -> Span:
    """The part of a sentence that is kept."""
    if at.end - at.start <= SENTENCE:
        return at
    first = max(at.start, min(start - SENTENCE // 2, at.end - SENTENCE))
    return Span(first, first + SENTENCE)


def _told_in(finding: Finding) -> str | None:
    """The sentence of the claim that the finding marks, else of its first one."""
    mark = finding.primary
    marked = (claim for claim in finding.claims if mark.start <= claim.start < max(mark.end, mark.start + 1))
    claim = next(marked, finding.claims[0] if finding.claims else None)
    return sentence(claim) if claim else None


def _side(side: str, claim: Claim | None) -> Record:
    values: tuple[Any, ...] = (None,) * 7
    if claim is not None:
        value = real(claim.amount.value) if claim.amount else None
        edtf = claim.when.edtf if claim.when else None
        values = (clean(claim.text), claim.start, claim.end, value, claim.unit, edtf, sentence(claim))
    names = ("text", "start", "end", "value", "unit", "edtf", "sentence")
    return {f"{side}_{name}": found for name, found in zip(names, values, strict=True)}


def _time(time: When | None) -> Record:
    return {
        "time": time.edtf if time else None,
        "time_first": _day(time.earliest) if time else None,
        "time_last": _day(time.latest) if time else None,
    }


def _day(number: int | None) -> int | None:
    return number if number is not None and -_FAR < number < _FAR else None


def _per(per: Per | None) -> Record | None:
    return None if per is None else {"amount": real(per.amount), "unit": per.unit, "counted": clean(per.counted)}


def _part(part: Part) -> Record:
    return {
        "start": part.start,
        "end": part.end,
        "text": clean(part.text),
        "value": real(part.value),
        "edtf": part.when.edtf if part.when else None,
    }


def _mark(mark: Mark, source: Source) -> Record:
    line, column = source.position(mark.start)
    return {"start": mark.start, "end": mark.end, "line": line, "column": column, "note": clean(mark.note)}
