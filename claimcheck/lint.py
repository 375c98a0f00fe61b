"""The pipeline: text → document → claims → hits → findings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date

from claimcheck.claims.extract import extract_claims
from claimcheck.claims.model import Claim
from claimcheck.document.model import Document
from claimcheck.document.parse import Markup, parse
from claimcheck.finding import Finding, Report
from claimcheck.rules import Rule


def extract(
    text: str | Document, markup: Markup = "auto", title: str | None = None, date: Date | str | None = None
) -> list[Claim]:
    """Every numeric claim of an article, in order, on its exact span."""
    document = text if isinstance(text, Document) else parse(text, markup, title)
    return list(extract_claims(document, _day(date)))


def lint(
    text: str | Document,
    rules: Iterable[Rule] | None = None,
    markup: Markup = "auto",
    title: str | None = None,
    date: Date | str | None = None,
) -> list[Finding]:
    """What is wrong with the numbers of an article, in the order of the text."""
    return list(examine(text, rules, markup, title, date=date).findings)


def examine(
    text: str | Document,
    rules: Iterable[Rule] | None = None,
    markup: Markup = "auto",
    title: str | None = None,
    name: str | None = None,
    date: Date | str | None = None,
) -> Report:
    """Findings together with the claims they rest on and with what could not be read or checked."""
    document = text if isinstance(text, Document) else parse(text, markup, title, name)
    claims = extract_claims(document, _day(date))
    return Report(document.title or document.source.name, document.source, (), claims)


def _day(date: Date | str | None) -> Date | None:
    return Date.fromisoformat(date) if isinstance(date, str) else date
