"""SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS, as code scanning services read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from zlib import compress

from claimcheck.finding import SEVERITIES
from claimcheck.report import report_format
from claimcheck.report.parts.places import root
from claimcheck.report.parts.public import dump
from claimcheck.report.parts.run import Outcome, Run, Unread
from claimcheck.report.parts.sarif_results import artifact, result
from claimcheck.report.parts.sarif_rules import Rules, message

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 25_000
"""Results of one run that GitHub accepts; it refuses a file with more, and shows 5,000 of them."""
LARGEST = 10_000_000
"""Bytes, compressed, of a file that GitHub accepts."""
Json = dict[str, Any]


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """One run; of more results than services take the gravest, and a notification that counts the rest."""
    rules = Rules(run.rules)
    results: list[Json] = []
    notifications: list[Json] = []
    places: dict[str, str] = {}
    for outcome in outcomes:
        notifications.extend(_notifications(outcome))
        if isinstance(outcome, Unread):
            continue
        places[outcome.source.name] = outcome.source.url
        results.extend(result(finding, rules.index(finding)) for finding in outcome.findings)
        results.extend(result(finding, rules.index(finding), "inSource") for finding in outcome.suppressed)
        results.extend(result(finding, rules.index(finding), "external") for finding in outcome.known)
    failed = any(note["level"] == "error" for note in notifications)
    invocation = {"executionSuccessful": not failed, **_told(notifications)}
    log = _log(run, rules, results, places, invocation)
    text = dump(log, indent=1)
    kept = results
    while (room := _room(text, len(kept))) < len(kept):
        kept = sorted(kept, key=_gravest)[:room]
        left_out = f"{len(results) - len(kept):,} of {len(results):,} results left out, the gravest kept."
        invocation |= _told([*notifications, _notification("warning", left_out)])
        log["runs"][0]["results"] = kept
        text = dump(log, indent=1)
    yield f"{text}\n"


def _room(text: str, count: int) -> int:
    """How many of the `count` results of a log services take, by their number and by the size of the file."""
    room = min(count, MOST)
    if len(text) > LARGEST and (size := len(compress(text.encode("utf-8", "backslashreplace")))) > LARGEST:
        room = min(room, int(count * LARGEST / size * 0.95))
    return room


def _gravest(each: Json) -> tuple[bool, int]:
    """Sorts results that stand before suppressed ones, errors before warnings before notes."""
    return "suppressions" in each, -SEVERITIES.index(each["level"])


def _log(run: Run, rules: Rules, results: list[Json], places: dict[str, str], invocation: Json) -> Json:
    driver = {
        "name": "claimcheck",
        "semanticVersion": run.version,
        **({"informationUri": rules.documentation} if rules.documentation else {}),
        "rules": rules.descriptors,
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "automationDetails": {"id": "claimcheck/"},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"SRCROOT": {"uri": root()}},
                "invocations": [invocation],
                "artifacts": [_analysed(name, url) for name, url in places.items()],
                "results": results,
            }
        ],
    }


def _analysed(name: str, url: str) -> Json:
    return {"location": artifact(name, url), "encoding": "utf-8", "roles": ["analysisTarget"]}


def _told(notifications: list[Json]) -> Json:
    return {"toolExecutionNotifications": notifications} if notifications else {}


def _notifications(outcome: Outcome) -> Iterator[Json]:
    """What could not be read or checked, as errors; what was read as plain text, as notes."""
    if isinstance(outcome, Unread):
        yield _notification("error", outcome.message, outcome.name)
        return
    for error in outcome.errors:
        yield _notification("error", error, outcome.source.name, outcome.source.url)
    for note in (*outcome.notes, *outcome.remarks):
        yield _notification("note", note, outcome.source.name, outcome.source.url)


def _notification(level: str, text: str, name: str | None = None, url: str = "") -> Json:
    notification: Json = {"level": level, "message": {"text": message(text)}}
    if name is not None:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": artifact(name, url)}}]
    return notification
