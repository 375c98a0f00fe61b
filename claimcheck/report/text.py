"""Text for people: each finding with its source line and a caret under the exact span, then a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.finding import SEVERITIES, Finding, Mark, Report
from claimcheck.report import report_format
from claimcheck.report.parts.excerpt import excerpt, visible
from claimcheck.report.parts.left import left_unread
from claimcheck.report.parts.run import Outcome, Run, Tally, Unread
from claimcheck.report.parts.words import count, told

BOLD, DIM = "1", "2"
COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36"}
"""Parameters of the terminal's select-graphic-rendition sequence."""


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """Findings in the order of the text, article by article."""
    tally = Tally(run)
    for outcome in tally.watch(outcomes):
        if isinstance(outcome, Unread):
            continue  # said on the error stream
        for finding in outcome.findings:
            yield from _finding(finding, run)
        if run.verbose:
            yield from _coverage(outcome, run)
        if not run.quiet:
            yield from (f"{visible(remark)}\n" for remark in outcome.remarks)
    if not run.quiet:
        yield _summary(tally, run)


def _finding(finding: Finding, run: Run) -> Iterator[str]:
    colour = COLOURS[finding.severity]
    yield (
        f"{_place(finding, finding.primary, run)} {_paint(finding.severity, colour, run)} "
        f"{visible(finding.message)} {_paint(f'[{finding.rule}]', DIM, run)}\n"
    )
    yield from _excerpt(finding, finding.primary, colour, "^", run)
    for mark in finding.related:
        yield f"  {_place(finding, mark, run)} {visible(told(mark))}\n"
        yield from _excerpt(finding, mark, COLOURS["note"], "-", run)
    if finding.suggestion:
        note = finding.suggestion.note or "an editor may want to write"
        yield f"  {visible(note)}: {visible(finding.suggestion.replacement)}\n"
    yield "\n"


def _place(finding: Finding, mark: Mark, run: Run) -> str:
    source = finding.where(mark)
    line, column = source.position(mark.start)
    return _paint(f"{visible(source.name)}:{line}:{column}:", BOLD, run)


def _excerpt(finding: Finding, mark: Mark, colour: str, sign: str, run: Run) -> Iterator[str]:
    """The source line and the underline below it, after a margin with the line's number."""
    source = finding.where(mark)
    number = str(source.position(mark.start).line)
    margin = f"{number:>5} | "
    shown = excerpt(source, mark.start, mark.end, max(run.width - len(margin), 20))
    yield f"{_paint(margin, DIM, run)}{shown.line}\n"
    blank = f"{'':>5} | "
    yield f"{_paint(blank, DIM, run)}{' ' * shown.indent}{_paint(sign * shown.width, colour, run)}\n"


def _coverage(report: Report, run: Run) -> Iterator[str]:
    """What was read of an article, and what was not and why."""
    yield f"{_paint(visible(report.source.name) + ':', BOLD, run)} {count(len(report.claims), 'claim')} read"
    yield f", {count(len(report.suppressed), 'finding')} suppressed" if report.suppressed else ""
    yield f", {count(len(report.known), 'known finding')} left out\n" if report.known else "\n"
    for note in report.notes:
        yield f"  {visible(note)}\n"
    yield from left_unread(report)


def _summary(tally: Tally, run: Run) -> str:
    found = [count(tally.findings[severity], severity) for severity in reversed(SEVERITIES)]
    if any(tally.findings.values()):
        worst = next(severity for severity in reversed(SEVERITIES) if tally.findings[severity])
        head = _paint(", ".join(found), COLOURS[worst], run)
    else:
        head = "Nothing found"
    extra = [f"{count(tally.suppressed, 'finding')} suppressed"] if tally.suppressed else []
    if tally.known:
        extra.append(f"{count(tally.known, 'known finding')} left out")
    if tally.notes and not run.verbose:
        extra.append(f"{count(tally.notes, 'remark')} on what was not read as markup (--verbose shows them)")
    if tally.trend:
        extra.append(tally.trend.told())
    rest = "".join(f"; {part}" for part in extra)
    return f"{head} in {count(tally.articles, 'article')}; {count(tally.claims, 'claim')} read{rest}.\n"


def _paint(text: str, colour: str, run: Run) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if run.colour else text
