"""GitHub workflow commands: an annotation for each of the gravest findings, all of them in the step's summary."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.finding import SEVERITIES, Finding, Mark, Report
from claimcheck.report import report_format
from claimcheck.report.markdown import render as markdown
from claimcheck.report.parts.places import relative
from claimcheck.report.parts.run import Outcome, Run, Unread
from claimcheck.report.parts.words import count, told

SHOWN = 10
"""Annotations of one kind that GitHub shows of a step."""
ROOM = 1_048_576
"""Bytes that a step's summary may have."""
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """The gravest findings first; where not all are shown, the last annotation counts the rest."""
    held = list(outcomes)
    failures = [line for outcome in held for line in _failures(outcome)]
    findings = [finding for outcome in held if isinstance(outcome, Report) for finding in outcome.findings]
    findings.sort(key=lambda finding: -SEVERITIES.index(finding.severity))
    lines = failures + [_annotation(finding) for finding in findings]
    shown = lines[:SHOWN]
    if len(lines) > SHOWN and all(line.startswith("::notice") for line in shown):
        shown.pop()  # the notice that counts the rest takes its place
    yield from shown
    if len(lines) > len(shown):
        where = ", all of them in the summary" if os.environ.get("GITHUB_STEP_SUMMARY") else ""
        yield f"::notice title=claimcheck::{count(len(lines) - len(shown), 'further finding')}{where}\n"
    _summarise(held, run)


def _failures(outcome: Outcome) -> Iterator[str]:
    if isinstance(outcome, Unread):
        yield f"::error title=claimcheck::{_data(outcome.message)}\n"
        return
    for error in outcome.errors:
        yield f"::error file={_property(relative(outcome.source.name))},title=claimcheck::{_data(error)}\n"


def _annotation(finding: Finding) -> str:
    source = finding.source
    start, end = source.position(finding.primary.start), source.position(finding.primary.end)
    place = {"file": relative(source.name), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub takes columns on one line only
        place |= {"col": start.column, "endColumn": end.column}
    place["title"] = finding.rule
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    related = [_related(finding, mark) for mark in finding.related]
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(chr(10).join([finding.message, *related]))}\n"


def _related(finding: Finding, mark: Mark) -> str:
    """Line and note of a mark, the file where it stands in another article."""
    source = finding.where(mark)
    where = f"{relative(source.name)}:" if mark.elsewhere else ""
    return f"{where}{source.position(mark.start).line}: {told(mark)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summarise(outcomes: list[Outcome], run: Run) -> None:
    """Add the whole list to the summary of the step, as far as it has room."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    data = "".join(markdown(outcomes, run)).encode("utf-8")
    left = ROOM - (Path(path).stat().st_size if Path(path).exists() else 0)
    if len(data) > left:
        data = data[: max(left - 100, 0)].rpartition(b"\n")[0] + b"\n\nThe summary has no room for more.\n"
    with Path(path).open("ab") as file:
        file.write(data)
