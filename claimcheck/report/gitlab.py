"""GitLab code quality: a JSON array that merge requests show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.finding import Finding, Report
from claimcheck.report import report_format
from claimcheck.report.parts.places import relative
from claimcheck.report.parts.public import dump
from claimcheck.report.parts.run import Outcome, Run

SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:  # noqa: ARG001
    """One array of all findings; what could not be read has no place in it and is said on the error stream."""
    seen: Counter[str] = Counter()
    findings = (finding for outcome in outcomes if isinstance(outcome, Report) for finding in outcome.findings)
    yield dump([_issue(finding, seen) for finding in findings], indent=1) + "\n"


def _issue(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    start = finding.source.position(finding.primary.start)
    end = finding.source.position(finding.primary.end)
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": _unique(finding.fingerprint, seen),
        "severity": SEVERITY[finding.severity],
        "location": {
            "path": relative(finding.source.name),
            "positions": {"begin": start._asdict(), "end": end._asdict()},
        },
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """GitLab shows findings of one fingerprint once: copies of an article in two files get a number."""
    seen[fingerprint] += 1
    return fingerprint if seen[fingerprint] == 1 else f"{fingerprint}-{seen[fingerprint]}"
