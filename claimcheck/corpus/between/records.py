"""Findings between articles as rows of the table `between`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.corpus.between.recall import Recalled
from claimcheck.corpus.schema import KEY
from claimcheck.finding import Finding, Report

Row = dict[str, Any]
_KEY = tuple(column.name for column in KEY)


def records(report: Report) -> Iterator[Row]:
    """The findings of a report that `between` made, those in a baseline too, in the order of the text."""
    told = [(finding, "stands") for finding in report.findings] + [(finding, "known") for finding in report.known]
    told.sort(key=lambda each: (each[0].primary.start, each[0].primary.end, each[0].rule))
    for number, (finding, state) in enumerate(told):
        yield _record(finding) | {"finding": number, "state": state}


def _record(finding: Finding) -> Row:
    first, second = (claim.scene.record for claim in finding.claims if isinstance(claim.scene, Recalled))
    mark, other = finding.primary, finding.related[0]
    place, there = finding.source.position(mark.start), finding.where(other).position(other.start)
    return {name: first[name] for name in _KEY} | {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "claim": first["claim"],
        "text": finding.source.text[mark.start : mark.end],
        "start": mark.start,
        "end": mark.end,
        "line": place.line,
        "column": place.column,
        "sentence": first["sentence"],
        **{f"other_{name}": second[name] for name in ("page", "revision", "title", "claim", "sentence")},
        "other_text": finding.where(other).text[other.start : other.end],
        "other_start": other.start,
        "other_end": other.end,
        "other_line": there.line,
        "other_column": there.column,
        "fingerprint": finding.fingerprint,
        "help_uri": finding.help_uri,
    }
