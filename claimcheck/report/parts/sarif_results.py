"""One finding as a SARIF result."""

from __future__ import annotations

from typing import Any, Literal

from claimcheck.finding import Finding, Mark, Suggestion
from claimcheck.report.parts.places import uri
from claimcheck.report.parts.sarif_rules import message, sentence
from claimcheck.report.parts.words import told
from claimcheck.source import Source

AROUND = 120
"""Characters of context on both sides of a region; a paragraph of wikitext is one line."""
Json = dict[str, Any]


def result(finding: Finding, rule_index: int, suppressed: Literal["inSource", "external"] | None = None) -> Json:
    """The result, its message linked to the related locations; `suppressed` in the article or by what is known."""
    out: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.severity,
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _physical(finding.source, finding.primary)}],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }
    if finding.related:
        out["relatedLocations"] = [
            _related(finding.where(mark), mark, at) for at, mark in enumerate(finding.related, 1)
        ]
    if finding.suggestion:
        out["fixes"] = [_fix(finding.source, finding.suggestion)]
    if suppressed:
        out["suppressions"] = [{"kind": suppressed}]
    return out


def artifact(name: str, url: str = "") -> Json:
    """The location of an article: relative to the root of the run, or absolute where it lies elsewhere."""
    if url:
        return {"uri": url}
    where = uri(name)
    return {"uri": where} if where.startswith("file:") else {"uri": where, "uriBaseId": "SRCROOT"}


def _message(finding: Finding) -> str:
    """The finding's message as a sentence that stands alone, then a link for each related location."""
    links = (f"[{_link_text(told(mark))}]({at})" for at, mark in enumerate(finding.related, 1))
    text = message(sentence(finding.message)).replace("](", "] (")
    return " ".join((text, f"See {'; '.join(links)}.")) if finding.related else text


def _link_text(text: str) -> str:
    return message(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _physical(source: Source, mark: Mark | Suggestion) -> Json:
    first = source.line_starts[source.position(mark.start).line - 1]
    last = source.position(mark.end).line
    stop = source.line_starts[last - 1] + len(source.line(last))
    start, end = max(first, mark.start - AROUND), max(min(stop, mark.end + AROUND), mark.end)
    place = {
        "artifactLocation": artifact(source.name, source.url),
        "region": region(source, mark.start, mark.end, snippet=True),
    }
    if (start, end) != (mark.start, mark.end):  # the format wants a context that is larger, or none
        place["contextRegion"] = region(source, start, end, snippet=True)
    return place


def region(source: Source, start: int, end: int, *, snippet: bool = False) -> Json:
    """A region by lines and columns in code points, end column exclusive, with its text where asked for."""
    first, last = source.position(start), source.position(end)
    numbers: Json = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }
    return numbers | {"snippet": {"text": source.text[start:end]}} if snippet else numbers


def _related(source: Source, mark: Mark, number: int) -> Json:
    return {
        "id": number,
        "physicalLocation": _physical(source, mark),
        "message": {"text": message(sentence(mark.note or "Compared with this"))},
    }


def _fix(source: Source, suggestion: Suggestion) -> Json:
    replacement = {
        "deletedRegion": region(source, suggestion.start, suggestion.end),
        "insertedContent": {"text": suggestion.replacement},
    }
    change = {"artifactLocation": artifact(source.name, source.url), "replacements": [replacement]}
    note = suggestion.note or f"Write “{suggestion.replacement}”"
    return {"description": {"text": message(sentence(note))}, "artifactChanges": [change]}
