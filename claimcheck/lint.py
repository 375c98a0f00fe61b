"""The pipeline: text → document → claims → view → findings, less what the article suppresses."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from claimcheck.checks.view import View
from claimcheck.claims.extract import extract_claims
from claimcheck.claims.model import Claim
from claimcheck.document.model import Document
from claimcheck.document.parse import Markup, parse
from claimcheck.finding import Finding, Report
from claimcheck.rules import Rule, apply, default_rules
from claimcheck.suppress import suppress


def extract(
    text: str | Document, markup: Markup = "auto", title: str | None = None, date: datetime.date | str | None = None
) -> list[Claim]:
    """Every numeric claim of an article, in order, on its exact span."""
    document = text if isinstance(text, Document) else parse(text, markup, title)
    return list(extract_claims(document, _day(date)))


def lint(
    text: str | Document,
    rules: Iterable[Rule] | None = None,
    markup: Markup = "auto",
    title: str | None = None,
    date: datetime.date | str | None = None,
) -> list[Finding]:
    """What is wrong with the numbers of an article, in the order of the text."""
    return list(examine(text, rules, markup, title, date=date).findings)


def examine(
    text: str | Document,
    rules: Iterable[Rule] | None = None,
    markup: Markup = "auto",
    title: str | None = None,
    name: str | None = None,
    date: datetime.date | str | None = None,
) -> Report:
    """Findings together with the claims they rest on and with what could not be read or checked."""
    document = text if isinstance(text, Document) else parse(text, markup, title, name)
    claims = extract_claims(document, _day(date))
    view = View(document, claims, _day(date))
    findings, errors = apply(default_rules() if rules is None else rules, view)
    kept, suppressed, unused = suppress(document, findings)
    return Report(
        article=document.title or document.source.name,
        source=document.source,
        findings=tuple(kept),
        claims=claims,
        suppressed=tuple(suppressed),
        notes=(*document.notes, *unused),
        errors=tuple(errors),
    )


def _day(date: datetime.date | str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(date) if isinstance(date, str) else date
