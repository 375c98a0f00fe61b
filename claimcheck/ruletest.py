"""Runs the examples that stand in rules: bad ones are flagged on exactly their marked part, good ones left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from claimcheck.compare import compare
from claimcheck.finding import Finding
from claimcheck.lint import lint
from claimcheck.rules import Example, Rule
from claimcheck.source import Span

OPEN, CLOSE = "⟦", "⟧"


class Case(msgspec.Struct, frozen=True):
    """One example of one rule, ready to run; `spans` are the marked parts, none in a good example."""

    rule: str
    name: str
    example: Example
    text: str
    spans: tuple[Span, ...]
    articles: dict[str, str] = {}
    """Texts by titles, where the example has several articles; `text` is that of `title`, which is accused."""
    title: str = ""


def cases(rule: Rule) -> Iterator[Case]:
    """The examples of a rule, bad ones first."""
    examples = rule.file.examples
    for kind, listed in (("bad", examples.bad), ("good", examples.good)):
        for number, item in enumerate(listed, 1):
            example = Example(text=item) if isinstance(item, str) else item
            name = f"{rule.id}:{kind}-{number}"
            if example.articles:
                yield _of_articles(rule.id, name, example)
            else:
                yield Case(rule.id, name, example, *unmark(example.after or example.text))


def _of_articles(rule: str, name: str, example: Example) -> Case:
    """A case of several articles: what is marked stands in one of them."""
    plain = {title: unmark(text) for title, text in example.articles.items()}
    title = next((title for title, (_, spans) in plain.items() if spans), next(iter(plain)))
    texts = {title: text for title, (text, _) in plain.items()}
    spans = tuple(span for _, found in plain.values() for span in found)
    return Case(rule, name, example, texts[title], spans, texts, title)


def unmark(text: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its ⟦⟧, and the spans that they marked."""
    plain: list[str] = []
    spans: list[Span] = []
    at = start = 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", text):
        if piece == OPEN:
            start = at
        elif piece == CLOSE:
            spans.append(Span(start, at))
        else:
            plain.append(piece)
            at += len(piece)
    return "".join(plain), tuple(spans)


def faults(rule: Rule, rules: Sequence[Rule]) -> list[str]:
    """What is wrong with the examples of a rule, its silence beside all others of `rules` included."""
    out = [] if rule.file.examples.bad else [f"{rule.id}: no bad example"]
    if len(rule.file.examples.good) < 2:
        out.append(f"{rule.id}: fewer than two good examples")
    for case in cases(rule):
        bad = ":bad-" in case.name
        if bad != bool(case.spans):
            out.append(f"{case.name}: {'nothing' if bad else 'something'} is marked with {OPEN}{CLOSE}")
        out += [f"{case.name}: {fault}" for fault in run(case, _with(rule, rules))]
    return out


def run(case: Case, rules: Iterable[Rule]) -> list[str]:
    """How the findings on an example differ from what it says."""
    example = case.example
    findings = _found(case, rules)
    mine = [finding for finding in findings if finding.rule == case.rule]
    others = {finding.rule for finding in findings} - {case.rule}
    found = {Span(finding.primary.start, finding.primary.end) for finding in mine if _here(case, finding)}
    elsewhere = [finding for finding in mine if not _here(case, finding)]
    out = [f"{_quote(case, span)} is not flagged" for span in case.spans if span not in found]
    out += [f"{_quote(case, span)} is flagged" for span in sorted(found - set(case.spans))]
    out += [f"the article “{finding.article}” is flagged" for finding in elsewhere]
    out += [f"`{name}` fires as well" for name in sorted(others - set(example.also))]
    out += [f"`{name}` does not fire as well" for name in sorted(set(example.also) - others)]
    marked = {finding.where(mark).text[mark.start : mark.end] for finding in mine for mark in finding.related}
    return out + [f"related “{text}” is not pointed at" for text in example.related if text not in marked]


def _found(case: Case, rules: Iterable[Rule]) -> list[Finding]:
    example = case.example
    if case.articles:
        from claimcheck.corpus.between.example import between_articles

        return between_articles(case.articles, example.redirects, list(rules), example.date or None)
    return _new(case.text, example, rules) if example.before else _lint(case.text, example, rules)


def _lint(text: str, example: Example, rules: Iterable[Rule]) -> list[Finding]:
    return lint(text, rules, example.markup, example.title or None, example.date or None)


def _new(text: str, example: Example, rules: Iterable[Rule]) -> list[Finding]:
    """What the edit from the example's `before` brings."""
    return compare(example.before, text, rules, example.markup, example.title or None, example.date or None).new


def _here(case: Case, finding: Finding) -> bool:
    """Whether a finding is on the article whose text has the marks."""
    return not case.articles or finding.article == case.title


def _quote(case: Case, span: Span) -> str:
    return f"“{case.text[span.start : span.end]}” ({span.start}–{span.end})"


def _with(rule: Rule, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that run by default, and the one whose example it is."""
    return [*(other for other in rules if other.enabled and other.id != rule.id), rule]
