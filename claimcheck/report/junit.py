"""JUnit XML: a suite for each article, a case for each rule, passed ones too, so that clean articles show."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from claimcheck.finding import SEVERITIES, Finding, Report
from claimcheck.report import report_format
from claimcheck.report.parts.run import Outcome, Run, Unread
from claimcheck.report.parts.words import told

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """A case fails where a finding is grave enough to fail the run; milder and suppressed ones stand in its output."""
    suites: list[str] = []
    totals: Counter[str] = Counter()
    for outcome in outcomes:
        cases = _unread(outcome) if isinstance(outcome, Unread) else list(_cases(outcome, run))
        counts = Counter(kind for kind, _ in cases)
        totals.update(counts)
        name = (outcome.name or "input") if isinstance(outcome, Unread) else outcome.source.name
        body = "".join(text for _, text in cases)
        suites.append(f"<testsuite name={attribute(name)} {_counted(counts)}>\n{body}</testsuite>\n")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="claimcheck" {_counted(totals)}>\n'
    yield from suites
    yield "</testsuites>\n"


def _counted(counts: Counter[str]) -> str:
    numbers = f'tests="{counts.total()}" failures="{counts["failure"]}" errors="{counts["error"]}"'
    return f'{numbers} skipped="0" time="0"'


def _unread(outcome: Unread) -> list[tuple[str, str]]:
    body = f"<error message={attribute(outcome.message)}/>\n"
    return [("error", _case("input", "read", body))]


def _cases(report: Report, run: Run) -> Iterator[tuple[str, str]]:
    """Kind and XML of each case of an article: the rules that ran, those that found something else, crashes."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.rule].append(finding)
    for rule in dict.fromkeys(
        (*(rule.id for rule in run.rules), *found, *(each.rule for each in (*report.suppressed, *report.known)))
    ):
        grave = [each for each in found[rule] if SEVERITIES.index(each.severity) >= SEVERITIES.index(run.fail_on)]
        mild = [_told(each) for each in found[rule] if each not in grave]
        mild += [f"suppressed: {_told(each)}" for each in report.suppressed if each.rule == rule]
        mild += [f"known: {_told(each)}" for each in report.known if each.rule == rule]
        body = "".join(_failure(finding) for finding in grave)
        body += f"<system-out>{text(chr(10).join(mild))}</system-out>\n" if mild else ""
        yield "failure" if grave else "pass", _case(report.article, rule, body)
    for error in report.errors:
        yield "error", _case(report.article, "crash", f"<error message={attribute(error)}/>\n")


def _case(article: str, rule: str, body: str) -> str:
    head = f'<testcase classname={attribute(article)} name={attribute(rule)} time="0"'
    return f"{head}>\n{body}</testcase>\n" if body else f"{head}/>\n"


def _failure(finding: Finding) -> str:
    head = f"<failure message={attribute(finding.message)} type={attribute(finding.severity)}>"
    return f"{head}{text(_told(finding))}</failure>\n"


def _told(finding: Finding) -> str:
    """The finding as a compiler would write it, its related marks below."""
    said = [(finding.primary, f"{finding.severity}: {finding.message}")]
    said += [(mark, told(mark)) for mark in finding.related]
    lines = ((finding.where(mark), mark.start, words) for mark, words in said)
    places = ((source.name, source.position(start), words) for source, start, words in lines)
    return "\n".join(f"{name}:{place.line}:{place.column}: {words}" for name, place, words in places)


def text(words: str) -> str:
    """Words as XML text; what XML cannot hold becomes a replacement mark."""
    return escape(_NOT_XML.sub("\ufffd", words), quote=False)


def attribute(words: str) -> str:
    """Words as a quoted XML attribute, line ends kept."""
    return f'"{escape(_NOT_XML.sub(chr(0xFFFD), words)).replace(chr(10), "&#10;").replace(chr(13), "&#13;")}"'
