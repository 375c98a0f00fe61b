"""The public JSON shape, version 1, of what a run found; its schema is `data/report.schema.json`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from claimcheck.finding import Report
from claimcheck.report.parts.excerpt import UNSAFE
from claimcheck.report.parts.run import Run, Tally, Unread

if TYPE_CHECKING:
    from claimcheck.report.parts.trend import Trend

VERSION = 1
"""Raised when a key is removed or changes its meaning, not when one is added."""


def dump(value: object, indent: int | None = None) -> str:
    """JSON on which nothing trips: separators of lines, controls, direction marks and lone surrogates are escaped."""
    return UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent))


def _escape(match: re.Match[str]) -> str:
    return match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}"


def tool(run: Run) -> dict[str, Any]:
    """Which program wrote the report."""
    return {"name": "claimcheck", "version": run.version}


def article(report: Report) -> dict[str, Any]:
    """Everything said of one article; its claims as a number, those that a finding rests on stand in the finding."""
    return {
        "article": report.article,
        "file": report.source.name,
        "url": report.source.url or None,
        "claims": len(report.claims),
        "findings": [finding.to_dict() for finding in report.findings],
        "suppressed": [finding.to_dict() for finding in report.suppressed],
        "known": [finding.to_dict() for finding in report.known],
        "notes": [*report.notes, *report.remarks],
        "errors": list(report.errors),
    }


def unread(outcome: Unread) -> dict[str, Any]:
    """An input that could not be read."""
    return {"file": outcome.name, "message": outcome.message}


def summary(tally: Tally) -> dict[str, Any]:
    """The counts that close a report."""
    return {
        "articles": tally.articles,
        "claims": tally.claims,
        "errors": tally.findings["error"],
        "warnings": tally.findings["warning"],
        "notes": tally.findings["note"],
        "suppressed": tally.suppressed,
        "known": tally.known,
        "failures": tally.failures,
        "trend": _trend(tally.trend) if tally.trend else None,
    }


def _trend(trend: Trend) -> dict[str, Any]:
    """What is new, kept and fixed since an earlier report."""
    total = msgspec.to_builtins(trend.total())
    return {"since": trend.name, **total, "gone": [msgspec.to_builtins(finding) for finding in trend.fixed]}
