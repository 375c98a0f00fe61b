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
from claimcheck.values.amount import Amount
from claimcheck.values.when import When, iso_day

Record = dict[str, Any]

SENTENCE = 1000
"""Characters of a sentence that are kept."""
_FAR = 2**62
"""Day numbers beyond it are not kept."""
_NO_AMOUNT: Record = dict.fromkeys(("value", "low", "high", "low_closed", "high_closed")) | {"hedge": "exact"}
_NO_DATE: Record = dict.fromkeys(("edtf", "earliest", "latest", "first_day", "last_day"))


def claim_record(claim: Claim, ordinal: int, title: str | None) -> Record:
    """A claim as a row of its article; `title` is the article's."""
    passage, visible, time = claim.passage, claim.visible, claim.time
    line, column = claim.source.position(claim.start)
    subject = claim.subject
    shown = _shown(claim.sentence, visible.start)
    return {
        "claim": ordinal,
        "kind": claim.kind,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "line": line,
        "column": column,
        "status": claim.status,
        "form": claim.form,
        **(_NO_AMOUNT if claim.amount is None else _amount(claim.amount)),
        "unit": claim.unit,
        "per": _per(claim.per),
        "counted": claim.counted,
        "measure": claim.measure,
        "event": claim.event,
        **(_NO_DATE if claim.when is None else _date(claim.when)),
        "readings": [reading.edtf for reading in claim.readings],
        "time": time.edtf if time else None,
        "time_first": _day(time.earliest) if time else None,
        "time_last": _day(time.latest) if time else None,
        "subject": {"text": subject.text, "target": subject.target} if subject else None,
        "page_subject": subject is not None and title is not None and title in (subject.text, subject.target),
        "place": claim.place,
        "qualifiers": list(claim.qualifiers),
        "role": claim.role,
        "attribution": claim.attribution,
        "context": passage.context,
        "path": [*passage.section, *passage.path],
        "section": passage.section[-1] if passage.section else None,
        "citations": list(claim.citations),
        "recogniser": claim.recogniser,
        "parts": None if claim.parts is None else [_part(part) for part in claim.parts],
        "sentence": passage.text[shown.start : shown.end],
        "sentence_start": visible.start - shown.start,
        # Not claim.quoted, which looks through the whole sentence: one may be megabytes long and full of figures.
        "quoted": passage.context == "quote" or inside_quotes(passage.text, visible, shown),
        "links": [link.target for link in links_in(passage.links, *shown)] if passage.links else [],
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
        "message": finding.message,
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
            "replacement": suggestion.replacement,
            "note": suggestion.note,
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
    return claim.passage.text[first:last]


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
        values = (claim.text, claim.start, claim.end, value, claim.unit, edtf, sentence(claim))
    names = ("text", "start", "end", "value", "unit", "edtf", "sentence")
    return {f"{side}_{name}": found for name, found in zip(names, values, strict=True)}


def _amount(amount: Amount) -> Record:
    interval = amount.interval
    return {
        "value": real(amount.value),
        "low": real(interval.low),
        "high": real(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
        "hedge": amount.hedge,
    }


def _date(when: When) -> Record:
    first, last = when.earliest, when.latest
    return {
        "edtf": when.edtf,
        "earliest": iso_day(first),
        "latest": iso_day(last),
        "first_day": _day(first),
        "last_day": _day(last),
    }


def _day(number: int | None) -> int | None:
    return number if number is not None and -_FAR < number < _FAR else None


def _per(per: Per | None) -> Record | None:
    return None if per is None else {"amount": real(per.amount), "unit": per.unit, "counted": per.counted}


def _part(part: Part) -> Record:
    return {
        "start": part.start,
        "end": part.end,
        "text": part.text,
        "value": real(part.value),
        "edtf": part.when.edtf if part.when else None,
    }


def _mark(mark: Mark, source: Source) -> Record:
    line, column = source.position(mark.start)
    return {"start": mark.start, "end": mark.end, "line": line, "column": column, "note": mark.note}
