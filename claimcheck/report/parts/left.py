"""Lines for people on the numbers that were left unread, and why."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.finding import Report
from claimcheck.report.parts.excerpt import visible
from claimcheck.report.parts.words import count


def left_unread(report: Report) -> Iterator[str]:
    """A heading and a line for each number; nothing where there is none."""
    if report.unread:
        yield f"  {count(len(report.unread), 'number')} left unread:\n"
    for number in report.unread:
        line, column = report.source.position(number.start)
        yield f"  {line}:{column}: {visible(number.text)}: {visible(number.reason)}\n"
