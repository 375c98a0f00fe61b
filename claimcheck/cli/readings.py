"""How every number at a place was read: excerpt, reading, recogniser, and what was found with it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.model import Claim
from claimcheck.cli.table import interval, per, plain
from claimcheck.finding import Finding, Report
from claimcheck.report.parts.excerpt import excerpt, visible
from claimcheck.source import SourceError

WIDTH = 110


def readings(report: Report, line: int, column: int | None) -> Iterator[str]:
    """One block for each claim on the line, or on that column of it; a sentence where there is none."""
    source = report.source
    if line > len(source.line_starts):
        raise SourceError(f"{source.name}: line {line} is beyond the end, at line {len(source.line_starts)}")
    first = source.line_starts[line - 1]
    last = first + len(source.line(line))
    if column is not None:
        if first + column - 1 > last:
            raise SourceError(f"{source.name}:{line}: column {column} is beyond the end, at column {last - first + 1}")
        first = last = first + column - 1
    claims = [claim for claim in report.claims if claim.start <= last and claim.end > first]
    for claim in claims:
        yield "\n".join(_block(report, claim)) + "\n\n"
    if not claims:
        place = f"line {line}" if column is None else f"line {line}, column {column}"
        yield f"{visible(source.name)}: no number or date was read at {place}.\n"
        yield from (f"  {visible(note)}\n" for note in report.notes)


def _block(report: Report, claim: Claim) -> Iterator[str]:
    source = report.source
    line, column = source.position(claim.start)
    shown = excerpt(source, claim.start, claim.end, WIDTH)
    yield f"{visible(source.name)}:{line}:{column}: {visible(claim.text)}"
    yield f"  {shown.line}"
    yield f"  {' ' * shown.indent}{'^' * shown.width}"
    for name, value in _facts(claim):
        if value:
            yield f"  {name + ':':<13}{visible(value)}"
    for finding in report.findings + report.suppressed:
        if claim in finding.claims or (finding.primary.start < claim.end and claim.start < finding.primary.end):
            yield from _finding(finding, suppressed=finding in report.suppressed)


def _finding(finding: Finding, *, suppressed: bool) -> Iterator[str]:
    state = f"{finding.severity}, suppressed" if suppressed else finding.severity
    yield f"  {'found:':<13}{state}: {visible(finding.message)} [{finding.rule}]"
    for mark in finding.related:
        source = finding.where(mark)
        line, column = source.position(mark.start)
        note = mark.note or source.text[mark.start : mark.end]
        yield f"  {'':<13}compared with {line}:{column}: {visible(note)}"


def _facts(claim: Claim) -> Iterator[tuple[str, str]]:
    """Names and values of what was read, in the order in which a reader asks."""
    shape = claim.to_dict()
    yield (
        "read as",
        shape["kind"] if shape["form"] == "single" else f"{shape['kind']}, {shape['form'].replace('_', ' ')}",
    )
    yield "status", "" if shape["status"] == "ok" else " ".join((shape["status"], *shape["readings"]))
    yield "value", plain(shape["value"])
    yield "date", shape["edtf"] or ""
    yield "means", interval(shape)
    yield "hedge", "" if shape["hedge"] == "exact" else shape["hedge"].replace("_", " ")
    yield "unit", shape["unit"] or ""
    yield "rate", per(shape["per"])
    yield "counted", shape["counted"] or ""
    yield "measure", shape["measure"] or ""
    yield "event", shape["event"] or ""
    yield "time", shape["time"] or ""
    yield "subject", _subject(shape["subject"])
    yield "place", shape["place"] or ""
    yield "qualifiers", ", ".join(shape["qualifiers"])
    yield "role", shape["role"] or ""
    yield "according to", shape["attribution"] or ""
    yield "stands in", " › ".join((shape["context"], *shape["path"]))
    yield "recogniser", shape["recogniser"]


def _subject(subject: dict[str, str | None] | None) -> str:
    if subject is None:
        return ""
    return f"{subject['text']} → {subject['target']}" if subject["target"] else str(subject["text"])
