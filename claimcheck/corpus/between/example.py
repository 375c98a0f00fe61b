"""Runs rules on a handful of articles as if they had been scanned: what the examples of rules are tested by."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.claims.extract import extract_claims
from claimcheck.corpus.between.run import between
from claimcheck.corpus.database import in_memory
from claimcheck.corpus.extra import need
from claimcheck.corpus.records import claim_record
from claimcheck.corpus.schema import table_schema
from claimcheck.document.parse import parse
from claimcheck.finding import Finding
from claimcheck.lint import lint
from claimcheck.rules import Rule
from claimcheck.source import Error


def between_articles(
    articles: Mapping[str, str], redirects: Mapping[str, str], rules: Sequence[Rule], date: str | None = None
) -> list[Finding]:
    """What the rules find in each of the articles (texts by titles) and between them."""
    day = datetime.date.fromisoformat(date) if date else None
    alone = [rule for rule in rules if not rule.kind.corpus]
    found = [finding for title, text in articles.items() for finding in lint(text, alone, title=title, date=day)]
    with in_memory(tables({"": articles}, {"": redirects}, day)) as connection:
        reports, errors = between(connection, rules)
    if errors:
        raise Error("\n".join(errors))
    return found + [finding for report in reports for finding in report.findings]


def tables(
    wikis: Mapping[str, Mapping[str, str]], redirects: Mapping[str, Mapping[str, str]], day: datetime.date | None = None
) -> dict[str, Any]:
    """The tables of a scan of these articles and redirects, both by their wikis and titles."""
    pages, claims, sent = [], [], []
    for wiki, articles in wikis.items():
        for title, text in articles.items():
            key = {"wiki": wiki, "page": 0, "revision": 0, "title": title}
            document = parse(text, title=title, name=title)
            pages.append(key | {"name": f"{wiki}/{title}" if wiki else title, "status": "ok"})
            claims += [key | claim_record(claim, at, title) for at, claim in enumerate(extract_claims(document, day))]
    for wiki, targets in redirects.items():
        sent += [{"wiki": wiki, "page": 0, "title": title, "target": target} for title, target in targets.items()]
    rows = {"articles": pages, "claims": claims, "redirects": sent}
    arrow = need("pyarrow")
    return {name: arrow.Table.from_pylist(listed, schema=table_schema(name)) for name, listed in rows.items()}
