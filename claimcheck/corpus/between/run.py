"""Runs rules between articles over a scan: pairs of claims become findings, in a report for each article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from claimcheck.corpus.between.paper import Record, paper, unchanged
from claimcheck.corpus.between.recall import recalled
from claimcheck.corpus.between.statements import candidates, prepare
from claimcheck.corpus.between.words import words
from claimcheck.corpus.database import Connection, told
from claimcheck.corpus.extra import need
from claimcheck.document.model import Document
from claimcheck.finding import Elsewhere, Finding, Hit, Mark, Report
from claimcheck.rules import Rule, stamp
from claimcheck.source import Source

KEY = ("wiki", "page", "revision", "title", "claim")
_CLAIMS = """SELECT c AS record, {'name': p.name, 'digest': p.digest} AS article FROM claims c
SEMI JOIN wanted USING (wiki, page, revision, title, claim)
JOIN pages p USING (wiki, page, revision, title)"""
_LANGUAGE = re.compile(r"([a-z]{2,3})wiki")
Row = dict[str, Any]


def between(connection: Connection, rules: Iterable[Rule]) -> tuple[list[Report], list[str]]:
    """A report for each article that a rule accuses, by title, and one line for each rule that failed.

    Memory holds what is found; what the statements look through is spilled to disk.
    """
    chosen = [rule for rule in rules if rule.kind.corpus]
    found: list[tuple[Rule, Row]] = []
    errors: list[str] = []
    if chosen:
        prepare(connection, chosen)
    for rule in chosen:
        try:
            candidates(connection, rule)
            found += [(rule, row) for row in connection.sql("FROM candidates").to_arrow_table().to_pylist()]
        except need("duckdb").Error as error:
            errors.append(f"rule {rule.id} failed: {told(error)}")
    _recall(connection, [row for _, row in found])
    found.sort(key=_order)
    groups = groupby(found, key=lambda pair: _article(pair[1]))
    reports = (_report(list(group)) for _, group in groups)
    return [report for report in reports if report is not None], errors


def _recall(connection: Connection, rows: list[Row]) -> None:
    """Give each pair its two claims, `first` and `second`, and what their articles are reported under."""
    keys = {side: [_key(row, side) for row in rows] for side in ("", "2")}
    wanted = set(keys[""]) | set(keys["2"])
    if not wanted:
        return
    columns = zip(*wanted, strict=True)
    connection.register("wanted", need("pyarrow").table(dict(zip(KEY, map(list, columns), strict=True))))
    known = {
        tuple(found["record"][name] for name in KEY): found
        for found in connection.sql(_CLAIMS).to_arrow_table().to_pylist()
    }
    for row, first, second in zip(rows, keys[""], keys["2"], strict=True):
        row |= {"first": known[first]["record"], "article": known[first]["article"]}
        row |= {"second": known[second]["record"], "article2": known[second]["article"]}


def _key(row: Row, side: str) -> tuple[Any, ...]:
    return row["wiki"], *(row[f"{name}{side}"] for name in KEY[1:])


def _article(row: Row) -> tuple[Any, ...]:
    return row["wiki"], row["title"], row["page"], row["revision"]


def _order(pair: tuple[Rule, Row]) -> tuple[Any, ...]:
    rule, row = pair
    return *_article(row), row["mark_start"], row["mark_end"], rule.id, row["title2"], row["claim2"]


def _report(found: list[tuple[Rule, Row]]) -> Report | None:
    """What rules say of one article; None where their `when` and `unless` leave nothing of it."""
    row = found[0][1]
    source = _source([row["first"] for _, row in found], row["article"])
    seen: Counter[str] = Counter()
    findings: list[Finding] = []
    for rule, row in found:
        hit = _hit(row, source)
        if rule.wants(hit) and not _doubled(hit, rule, findings):
            findings.append(stamp(rule, hit, source, row["title"], seen))
    claims = {claim.start: claim for finding in findings for claim in finding.claims[:1]}
    passages = tuple(claim.passage for claim in claims.values())
    if not findings:
        return None
    return Report(
        article=row["title"],
        source=source,
        findings=tuple(findings),
        claims=tuple(claims.values()),
        document=Document(source, row["title"], passages),
    )


def _doubled(hit: Hit, rule: Rule, findings: list[Finding]) -> bool:
    """True where the rule accuses the same place already: one rule says one thing of one place."""
    return any(finding.rule == rule.id and finding.primary == hit.primary for finding in findings[-3:])


def _hit(row: Row, source: Source) -> Hit:
    other = _source([row["second"]], row["article2"])
    first, second = recalled(row["first"], source), recalled(row["second"], other)
    elsewhere = Elsewhere(row["title2"], other)
    related = Mark(row["mark_start2"], row["mark_end2"], f"in the article “{row['title2']}”", elsewhere)
    return Hit(Mark(row["mark_start"], row["mark_end"]), (first, second), words(row, first, second), (related,))


def _source(records: list[Record], article: dict[str, str]) -> Source:
    """The text of an article: its file, where that is still as it was scanned, else paper with its known sentences."""
    name, first = article["name"], records[0]
    url = address(first["wiki"], first["revision"])
    text = unchanged(name, article["digest"])
    return paper(records, name, url) if text is None else Source(text, name, url)


def address(wiki: str, revision: int) -> str:
    """The permanent address of a revision of a Wikipedia; empty for other wikis, whose addresses are not known here."""
    found = _LANGUAGE.fullmatch(wiki)
    return f"https://{found[1]}.wikipedia.org/w/index.php?oldid={revision}" if found and revision else ""
