"""Markdown: a worklist for a talk page, a pull request or a step's summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from claimcheck.finding import Finding, Mark, Report
from claimcheck.report import report_format
from claimcheck.report.parts.excerpt import quoted, visible
from claimcheck.report.parts.run import Outcome, Run
from claimcheck.report.parts.words import told
from claimcheck.report.parts.worklist import worklist
from claimcheck.source import Source

AROUND = 60
"""Characters quoted on both sides of a figure."""
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()<>#+!|~=&$:.-]")
SAFE = "%/:?=&#~+,;@!$"
"""Characters of an address that stay as they are."""
_NAME = re.compile(r"([@#])(?=\w)")
SIGNS = {"error": "❌", "warning": "⚠️", "note": "💬"}


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """A section for each article in which something was found, then what could not be read, then the counts."""
    return worklist(outcomes, run, _article, _failed)


def _failed(failures: list[str]) -> str:
    return "## Not read or not checked\n\n" + "".join(f"- {plain(failure)}\n" for failure in failures) + "\n"


def _article(report: Report) -> Iterator[str]:
    title = plain(report.article)
    if report.source.url.startswith(("https://", "http://")):
        title = f"[{title}](<{quote(report.source.url, safe=SAFE)}>)"
    yield f"## {title}\n\n{code(report.source.name)}\n\n"
    for finding in report.findings:
        yield from _finding(finding)
    yield "\n"


def _finding(finding: Finding) -> Iterator[str]:
    rule = code(finding.rule)
    if finding.help_uri.startswith("https://"):
        rule = f"[{rule}]({finding.help_uri})"
    yield f"- [ ] {SIGNS[finding.severity]} **{finding.severity}**, line {_line(finding, finding.primary)}: "
    yield f"{plain(finding.message)} ({rule})\n"
    yield f"  - {quotation(finding.source, finding.primary)}\n"
    for mark in finding.related:
        where = f"{plain(mark.elsewhere.article)}, " if mark.elsewhere else ""
        quoted_text = quotation(finding.where(mark), mark)
        yield f"  - {where}line {_line(finding, mark)}, {plain(told(mark))}: {quoted_text}\n"


def _line(finding: Finding, mark: Mark) -> int:
    return finding.where(mark).position(mark.start).line


def quotation(source: Source, mark: Mark) -> str:
    """The marked text in bold with some of its line on both sides, all as code so that nothing in it is followed."""
    parts = quoted(source, mark.start, mark.end, AROUND)
    pieces = (code(parts.before), f"**{code(parts.marked)}**", code(parts.after))
    return " ".join(piece for piece in pieces if piece)


def code(text: str) -> str:
    """The text as a code span; nothing where it is blank."""
    text = visible(text).strip()
    if not text:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def plain(text: str) -> str:
    """The text with everything escaped that Markdown, HTML or a forge would follow."""
    named = _NAME.sub("\\1\u2060", visible(text).lstrip())
    escaped = _PUNCTUATION.sub(r"\\\g<0>", named)
    first = 2 if named.startswith("#") else 0  # a heading, where it opens an item; elsewhere # needs no escape
    return escaped[:first] + escaped[first:].replace("\\#", "#")
