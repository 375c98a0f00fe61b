"""Reports made by hand: every format is tested on the same findings, whatever the rules find."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from claimcheck.claims.model import Claim
from claimcheck.document.parse import parse
from claimcheck.finding import Finding, Mark, Report, Severity, Suggestion
from claimcheck.report import load
from claimcheck.report.parts.run import Outcome, Run
from claimcheck.rules import Rule, load_rules
from claimcheck.source import Span
from claimcheck.values.amount import Amount

RULE = """\
check: scale
title: A figure that is much too large
severity: error
confidence: high
since: 0.1.0
tags: [size, people]
options:
  limits: [{scale: thousand, least: 1000}]
message: "{text} is too large"
why: No town has so many people.
fix: Look it up
see: ["A census"]
examples:
  bad: ["It has ⟦7000 thousand⟧ people."]
  good: ["It has 7 thousand people.", "It has `7000` people."]
"""
Make = Callable[..., Report]


@pytest.fixture(scope="session")
def rule(tmp_path_factory: pytest.TempPathFactory) -> Rule:
    """A rule `size/town` from a file."""
    path = tmp_path_factory.mktemp("rules") / "size" / "town.yaml"
    path.parent.mkdir()
    path.write_text(RULE, encoding="utf-8")
    return load_rules(path.parent.parent)[0]


@pytest.fixture(scope="session")
def flagged() -> Make:
    return make


def make(
    marked: str,
    *,
    name: str = "towns/zürich.wikitext",
    severity: Severity = "error",
    message: str = "20000 thousand is too large",
    note: str = "the census says this",
    replacement: str | None = None,
    suppressed: bool = False,
    notes: tuple[str, ...] = (),
    errors: tuple[str, ...] = (),
) -> Report:
    """The report on a text in which ⟦⟧ marks each finding and ⟨⟩ what all of them are compared with."""
    text, flagged, related = unmark(marked)
    document = parse(text, "plain", "Zürich", name)
    marks = tuple(Mark(span.start, span.end, note) for span in related)
    findings = tuple(
        Finding(
            article="Zürich",
            rule="size/town",
            severity=severity,
            confidence="high",
            message=message,
            primary=Mark(*span),
            related=marks,
            claims=(claim(document.source, document.passages[0], span),),
            fingerprint=f"{index:032x}",
            help_uri="https://example.org/rules/size/town",
            source=document.source,
            suggestion=None if replacement is None else Suggestion(*span, replacement, "the census has"),
        )
        for index, span in enumerate(flagged)
    )
    claims = tuple(finding.claims[0] for finding in findings)
    shown, hidden = ((), findings) if suppressed else (findings, ())
    return Report("Zürich", document.source, shown, claims, hidden, notes, errors)


def claim(source, passage, span: Span) -> Claim:  # type: ignore[no-untyped-def]
    amount = Amount(Fraction(20_000_000), Fraction(1000), "rounded", scales=("thousand",))
    text = source.text[span.start : span.end]
    return Claim(
        "quantity",
        *span,
        text,
        source,
        passage,
        span,
        span.start,
        span.end,
        span,
        "number",
        amount=amount,
        counted="people",
    )


def unmark(marked: str) -> tuple[str, list[Span], list[Span]]:
    """The text without its marks, and the spans of both kinds of mark."""
    spans: dict[str, list[Span]] = {"⟦": [], "⟨": []}
    text = ""
    for piece in re.split("([⟦⟨][^⟧⟩]*[⟧⟩])", marked):
        body = piece.strip("⟦⟧⟨⟩") if piece[:1] in spans else piece
        if piece[:1] in spans:
            spans[piece[0]].append(Span(len(text), len(text) + len(body)))
        text += body
    return text, spans["⟦"], spans["⟨"]


@pytest.fixture
def render(rule: Rule, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """Renders outcomes in a format, in an empty working directory."""
    monkeypatch.chdir(tmp_path)

    def run(style: str, *outcomes: Outcome, **look: object) -> str:
        return "".join(load(style)(list(outcomes), Run("1.2.3", (rule,), **look)))  # type: ignore[arg-type]

    return run
