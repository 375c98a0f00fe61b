"""reviewdog's diagnostic format: columns count bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.finding import Finding, Mark, Report, Suggestion
from claimcheck.report import report_format
from claimcheck.report.parts.places import relative
from claimcheck.report.parts.public import dump
from claimcheck.report.parts.run import Outcome, Run
from claimcheck.report.parts.words import told
from claimcheck.source import Source

SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
Json = dict[str, Any]


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:  # noqa: ARG001
    """One result with all findings; what could not be read has no place in it and is said on the error stream."""
    findings = (finding for outcome in outcomes if isinstance(outcome, Report) for finding in outcome.findings)
    diagnostics = [_diagnostic(finding) for finding in findings]
    yield dump({"source": {"name": "claimcheck"}, "diagnostics": diagnostics}, indent=1) + "\n"


def _diagnostic(finding: Finding) -> Json:
    source = finding.source
    code = {"value": finding.rule}
    if finding.help_uri.startswith("https://"):
        code["url"] = finding.help_uri
    suggestion = finding.suggestion
    return {
        "message": finding.message,
        "location": _location(source, finding.primary),
        "severity": SEVERITY[finding.severity],
        "code": code,
        "suggestions": [{"range": _range(source, suggestion), "text": suggestion.replacement}] if suggestion else [],
        "related_locations": [
            {"message": told(mark), "location": _location(finding.where(mark), mark)} for mark in finding.related
        ],
    }


def _location(source: Source, mark: Mark) -> Json:
    return {"path": relative(source.name), "range": _range(source, mark)}


def _range(source: Source, mark: Mark | Suggestion) -> Json:
    return {"start": position(source, mark.start), "end": position(source, mark.end)}


def position(source: Source, offset: int) -> dict[str, int]:
    """Line and column, both from 1, the column in bytes of the line in UTF-8."""
    line = source.position(offset).line
    before = source.text[source.line_starts[line - 1] : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
