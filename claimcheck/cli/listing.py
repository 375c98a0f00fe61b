"""How `claimcheck extract` writes claims: a table for people, JSON, JSON Lines, CSV for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claimcheck import __version__
from claimcheck.finding import Report
from claimcheck.report.parts import public
from claimcheck.report.parts.run import Outcome, Run, Unread

COLUMNS = (
    "article", "file", "line", "column", "start", "end", "kind", "text", "status", "form", "value", "low", "high",
    "low_closed", "high_closed", "hedge", "unit", "per_amount", "per_unit", "per_counted", "counted", "measure",
    "event", "edtf", "earliest", "latest", "readings", "time", "subject", "subject_target",
    "place", "qualifiers", "role", "attribution", "context", "path", "section", "citations", "recogniser",
)  # fmt: skip
"""Of the CSV file: the keys of a claim, with nested ones spelled out."""


def as_json(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """One JSON document."""
    unread = []
    yield f'{{\n"version": {public.VERSION},\n"tool": {public.dump(public.tool(Run(__version__)))},\n"articles": ['
    comma = ""
    for outcome in outcomes:
        if isinstance(outcome, Unread):
            unread.append(public.unread(outcome))
            continue
        claims = [claim.to_dict() for claim in outcome.claims]
        shape = {**_article(outcome), "claims": claims, "notes": list(outcome.notes)}
        yield f"{comma}\n{public.dump(shape)}"
        comma = ","
    yield f'\n],\n"unread": {public.dump(unread)}\n}}\n'


def as_jsonl(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """One line for each claim."""
    for report in _read(outcomes):
        for claim in report.claims:
            yield (
                public.dump({"version": public.VERSION, "type": "claim", **_article(report), **claim.to_dict()}) + "\n"
            )


def as_csv(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """One row for each claim under a header; lists are joined by `; `."""
    from claimcheck.report.csv import cell, row

    yield row(COLUMNS)
    for report in _read(outcomes):
        for claim in report.claims:
            shape = _flat({**_article(report), **claim.to_dict()})
            yield row(cell(shape[column]) for column in COLUMNS)


def as_table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A table for each article, as wide as the terminal or as its widest row."""
    from claimcheck.cli.table import table

    for report in _read(outcomes):
        yield table(report)


def _read(outcomes: Iterable[Outcome]) -> Iterator[Report]:
    return (outcome for outcome in outcomes if isinstance(outcome, Report))


def _article(report: Report) -> dict[str, Any]:
    return {"article": report.article, "file": report.source.name, "url": report.source.url or None}


def _flat(shape: dict[str, Any]) -> dict[str, Any]:
    """A claim with its nested keys spelled out and its lists joined."""
    per, subject = shape["per"] or {}, shape["subject"] or {}
    nested = {f"per_{key}": per.get(key) for key in ("amount", "unit", "counted")}
    nested |= {"subject": subject.get("text"), "subject_target": subject.get("target")}
    lists = {key: "; ".join(map(str, shape[key])) for key in ("readings", "qualifiers", "citations")}
    lists["path"] = " › ".join(shape["path"])
    return shape | nested | lists


LISTINGS: dict[str, Callable[[Iterable[Outcome]], Iterator[str]]] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
}
