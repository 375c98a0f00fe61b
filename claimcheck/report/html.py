"""HTML: one self-contained page on which articles, their numbers and what is wrong with them are seen at once."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from claimcheck.claims.unread import unread
from claimcheck.document.parse import parse
from claimcheck.finding import Report
from claimcheck.report import report_format
from claimcheck.report.page.article import MOST_LISTED, ArticleView, article_view
from claimcheck.report.page.overview import Overview
from claimcheck.report.page.pictures import drawable
from claimcheck.report.page.readings import COLUMNS, FILTERS, NUMERIC
from claimcheck.report.parts.excerpt import visible
from claimcheck.report.parts.run import Outcome, Run, Unread
from claimcheck.report.parts.words import count

if TYPE_CHECKING:
    from jinja2 import Environment, Template

WHOLE = 12_000_000
"""Characters of the page up to which articles are shown whole; after that only the passages with findings."""


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """The page in pieces: sections of articles first, kept until the overview that opens the page is known."""
    overview = Overview(run)
    sections: list[str] = []
    size = 0
    alone, outcomes = _alone(outcomes)
    for number, outcome in enumerate(map(_covered, outcomes), 1):
        key = ""
        if isinstance(outcome, Report) and (outcome.findings or alone):
            key = f"a{number}"
            sections.append(_section(key, outcome, overview, whole=size < WHOLE))
            size += len(sections[-1])
        overview.add(outcome, key)
    yield _template("head.html").render(overview=overview, alone=alone, style=_asset("page.css"), policy=_policy())
    yield from sections
    yield _template("foot.html").render(script=_asset("page.js"), charts=drawable(), version=run.version)


def _alone(outcomes: Iterable[Outcome]) -> tuple[bool, Iterator[Outcome]]:
    """Whether there is one article only, which is then shown even where nothing was found."""
    outcomes = iter(outcomes)
    first = list(islice(outcomes, 2))
    return sum(isinstance(outcome, Report) for outcome in first) == len(first) == 1, chain(first, outcomes)


def _section(key: str, report: Report, overview: Overview, *, whole: bool) -> str:
    document = report.document or parse(report.source.text, title=report.article, name=report.source.name)
    view: ArticleView = article_view(key, report, document, overview, whole=whole)
    table = {"columns": COLUMNS, "filters": FILTERS, "numeric": NUMERIC}
    return _template("article.html").render(a=view, whole=whole, most_listed=MOST_LISTED, **table)


def _covered(outcome: Outcome) -> Outcome:
    """The outcome with the numbers that were left unread, whether asked for or not: the page shows the coverage."""
    if isinstance(outcome, Unread) or outcome.unread or outcome.document is None:
        return outcome
    return replace(outcome, unread=unread(outcome.document, outcome.claims))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("claimcheck.report.page")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["count"] = count
    made.filters["visible"] = visible
    return made


def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.jinja")


@cache
def _asset(name: str) -> str:
    return (files("claimcheck.report.page") / name).read_text(encoding="utf-8")


def _policy() -> str:
    """What a browser may do with the page: run this one script, use no network at all."""
    digest = base64.b64encode(hashlib.sha256(_asset("page.js").encode()).digest()).decode()
    script = f"script-src 'sha256-{digest}'"
    return f"default-src 'none'; style-src 'unsafe-inline'; {script}; base-uri 'none'; form-action 'none'"
