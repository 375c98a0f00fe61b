"""Runs rules between articles over a scan: pairs of claims become findings, in a report for each article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from claimcheck.corpus.between.article import Article, speaking
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
_CLAIMS = """SELECT c AS record, p AS article FROM claims c
SEMI JOIN wanted USING (wiki, page, revision, title, claim)
JOIN pages p USING (wiki, page, revision, title)"""
Row = dict[str, Any]
Pair = tuple[Rule, Row]


def between(
    connection: Connection,
    rules: Iterable[Rule],
    runs: Callable[[str], Iterable[str]] | None = None,
    asked: Iterable[str] = (),
) -> tuple[list[Report], list[str]]:
    """A report for each article that a rule accuses, by title, and one line for each rule that failed.

    There are also reports for articles with comments that nothing needs, and for those of the titles `asked` for.
    `runs` gives the ids of the rules that run on an article of some name, which are all of them unless it is said.
    Memory holds what is found; what the statements look through is spilled to disk.
    """
    chosen = [rule for rule in rules if rule.kind.corpus]
    if not chosen:
        return [], []
    found: list[Pair] = []
    errors: list[str] = []
    prepare(connection, chosen)
    for rule in chosen:
        try:
            candidates(connection, rule)
            found += [(rule, row) for row in connection.sql("FROM candidates").to_arrow_table().to_pylist()]
        except need("duckdb").Error as error:
            errors.append(f"rule {rule.id} failed: {told(error)}")
    _recall(connection, [row for _, row in found])
    found.sort(key=_order)
    wanted, ids = frozenset(asked), frozenset(rule.id for rule in chosen)
    accused: dict[tuple[Any, ...], tuple[Article, list[Pair]]] = {}
    for article in (*speaking(connection, ids, wanted), *(row["article"] for _, row in found)):
        accused[article.key] = (article, [])
    for rule, row in found:
        accused[row["article"].key][1].append((rule, row))
    reports = (
        _report(article, pairs, frozenset(runs(article.name)) & ids if runs else ids)
        for _, (article, pairs) in sorted(accused.items())
    )
    return [report for report in reports if report.article in wanted or _says(report)], errors


def _recall(connection: Connection, rows: list[Row]) -> None:
    """Give each pair its two claims, `first` and `second`, and their articles."""
    keys = {side: [_key(row, side) for row in rows] for side in ("", "2")}
    wanted = set(keys[""]) | set(keys["2"])
    if not wanted:
        return
    columns = zip(*wanted, strict=True)
    connection.register("wanted", need("pyarrow").table(dict(zip(KEY, map(list, columns), strict=True))))
    known = {
        tuple(found["record"][name] for name in KEY): (found["record"], Article(found["article"]))
        for found in connection.sql(_CLAIMS).to_arrow_table().to_pylist()
    }
    for row, first, second in zip(rows, keys[""], keys["2"], strict=True):
        row["first"], row["article"] = known[first]
        row["second"], row["article2"] = known[second]


def _key(row: Row, side: str) -> tuple[Any, ...]:
    return row["wiki"], *(row[f"{name}{side}"] for name in KEY[1:])


def _order(pair: Pair) -> tuple[Any, ...]:
    rule, row = pair
    return *row["article"].key, row["mark_start"], row["mark_end"], rule.id, row["title2"], row["claim2"]


def _report(article: Article, pairs: list[Pair], ran: frozenset[str]) -> Report:
    """What rules say of one article, less what it suppresses."""
    source = article.source([row["first"] for _, row in pairs])
    seen: Counter[str] = Counter()
    findings: list[Finding] = []
    sic: set[int] = set()
    for rule, row in pairs:
        if rule.id not in ran:
            continue
        hit = _hit(row, source)
        if rule.wants(hit) and not _doubled(hit, rule, findings):
            findings.append(stamp(rule, hit, source, article.title, seen))
            if article.ignored.sic(hit.primary) or row["article2"].ignored.sic(hit.related[0]):
                sic.add(id(findings[-1]))
    stand, hidden, remarks = article.ignored.divided(findings, source, ran, lambda finding: id(finding) in sic)
    claims = {claim.start: claim for finding in findings for claim in finding.claims[:1]}
    passages = tuple(claim.passage for claim in claims.values())
    return Report(
        article=article.title,
        source=source,
        findings=tuple(stand),
        claims=tuple(claims.values()),
        suppressed=tuple(hidden),
        remarks=tuple(remarks),
        document=Document(source, article.title, passages),
    )


def _says(report: Report) -> bool:
    return bool(report.findings or report.suppressed or report.remarks)


def _doubled(hit: Hit, rule: Rule, findings: list[Finding]) -> bool:
    """True where the rule accuses the same place already: one rule says one thing of one place."""
    return any(finding.rule == rule.id and finding.primary == hit.primary for finding in findings[-3:])


def _hit(row: Row, source: Source) -> Hit:
    other = row["article2"].source([row["second"]])
    first, second = recalled(row["first"], source), recalled(row["second"], other)
    elsewhere = Elsewhere(row["title2"], other)
    related = Mark(row["mark_start2"], row["mark_end2"], f"in the article “{row['title2']}”", elsewhere)
    return Hit(Mark(row["mark_start"], row["mark_end"]), (first, second), words(row, first, second), (related,))
