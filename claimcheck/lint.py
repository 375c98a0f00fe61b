"""The pipeline: text → document → claims → view → findings, less what the article suppresses."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

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
    with collector_at_rest():
        return _examine(text, rules, markup, title, name, _day(date))


def _examine(
    text: str | Document,
    rules: Iterable[Rule] | None,
    markup: Markup,
    title: str | None,
    name: str | None,
    day: datetime.date | None,
) -> Report:
    document = text if isinstance(text, Document) else parse(text, markup, title, name)
    claims = extract_claims(document, day)
    view = View(document, claims, day)
    chosen = tuple(default_rules() if rules is None else rules)
    return report(view, *apply(chosen, view), chosen)


def report(
    view: View, findings: Iterable[Finding], errors: Iterable[str], rules: Iterable[Rule] | None = None
) -> Report:
    """What was found in an article by `rules`, less what it suppresses."""
    document = view.document
    # Rules on edits had no edit to look at, those between articles no other one: whether they need a suppression is
    # not known.
    chosen = None if rules is None else {rule.id: rule.kind.revision or rule.kind.corpus for rule in rules}
    ran = None if chosen is None else {name for name, idle in chosen.items() if not idle}
    kept, suppressed, remarks = suppress(document, findings, ran, chosen or ())
    return Report(
        article=document.title or document.source.name,
        source=document.source,
        findings=tuple(kept),
        claims=tuple(view.claims),
        suppressed=tuple(suppressed),
        notes=tuple(document.notes),
        errors=tuple(errors),
        remarks=tuple(remarks),
        document=document,
    )


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Switch off the search for reference cycles during one article.

    An article makes some hundred thousand small values and no cycles; looking through them again and again took a
    tenth of the time. What is no longer used is freed all the same, by its reference count.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _day(date: datetime.date | str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(date) if isinstance(date, str) else date
