"""Wikitext: a worklist for a talk page or the page of a WikiProject, with a template to paste for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.finding import Finding, Report
from claimcheck.report import report_format
from claimcheck.report.parts.excerpt import quoted, visible
from claimcheck.report.parts.run import Outcome, Run
from claimcheck.report.parts.words import told
from claimcheck.report.parts.worklist import worklist

AROUND = 60
"""Characters quoted on both sides of a figure."""
_MARKUP = re.compile(r"[&<>\[\]{}|'~#*:;=!_\"\\-]|//|__")
_NO_LINK = re.compile(r"[\[\]{}|<>#\x00-\x1f\x7f]|~~~|''|__")
"""What no title of a wiki holds, or what a wiki would follow even inside a link."""
_TEMPLATE = re.compile(r"[{}\[\]<>|~]|__+")
_ADDRESS = re.compile(r"https?://[\w./:?=&%~+,;@!$()-]+", re.ASCII)
AGAINST_EACH_OTHER = frozenset({"conflict", "total", "table", "change", "elapsed", "order", "ratio", "corpus"})
"""Families whose findings set figures of one article against each other; English Wikipedia has two templates."""


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """A section for each article in which something was found, then what could not be read, then the counts."""
    return worklist(outcomes, run, _article, _failed)


def _failed(failures: list[str]) -> str:
    return "== Not read or not checked ==\n" + "".join(f"* {plain(failure)}\n" for failure in failures) + "\n"


def _article(report: Report) -> Iterator[str]:
    yield f"== {link(report.article)} ==\n"
    if _ADDRESS.fullmatch(report.source.url):
        yield f"Read in [{report.source.url} this revision].\n"
    for finding in report.findings:
        yield from _finding(finding)
    yield "\n"


def _finding(finding: Finding) -> Iterator[str]:
    section = finding.claims[0].passage.section if finding.claims else ()
    where = f"section “{plain(section[-1])}”, " if section else ""
    line = finding.source.position(finding.primary.start).line
    yield f"* '''{finding.severity}''', {where}line {line}: {plain(finding.message)} ({plain(finding.rule)})\n"
    yield f"*: {_quotation(finding)}\n"
    for mark in finding.related:
        source = finding.where(mark)
        text = source.text[mark.start : mark.end]
        where = f"{link(mark.elsewhere.article)}, " if mark.elsewhere else ""
        line = source.position(mark.start).line
        yield f"*: {where}line {line}, {plain(told(mark))}: {plain(text[: 2 * AROUND])}\n"
    yield f"*: <code><nowiki>{template(finding)}</nowiki></code>\n"


def _quotation(finding: Finding) -> str:
    """The marked text in bold with some of its line on both sides; nothing in it is followed as markup."""
    parts = quoted(finding.source, finding.primary.start, finding.primary.end, AROUND)
    return f"{plain(parts.before)}'''{plain(parts.marked)}'''{plain(parts.after)}"


def template(finding: Finding) -> str:
    """The inline template that an editor may paste behind the figure, safe inside nowiki."""
    name = "Contradict-inline" if finding.rule.partition("/")[0] in AGAINST_EACH_OTHER else "Dubious"
    reason = _TEMPLATE.sub(" ", visible(finding.message)).replace("&", "and")
    return f"{{{{{name}|reason={' '.join(reason.split())}}}}}"


def link(title: str) -> str:
    """A link to an article, or its title as text where no wiki could have such a title."""
    return plain(title) if _NO_LINK.search(title) or not title.strip() else f"[[:{title}]]"


def plain(text: str) -> str:
    """The text with everything as an entity that a wiki would follow: markup, signatures, addresses, magic words."""
    return _MARKUP.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), visible(text))
