"""Fingerprints: a finding keeps its own through edits elsewhere, moved lines and new neighbours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.corpus.between.example import between_articles
from claimcheck.rules import Rule, load_rules
from claimcheck.rules.load import standard
from claimcheck.ruletest import Case, cases

RULES = [rule for directory in standard() for rule in load_rules(directory)]
BAD = [(rule, case) for rule in RULES for case in cases(rule) if case.spans]
ENABLED = [rule for rule in RULES if rule.enabled and not rule.kind.revision]
MARKUP = re.compile(r"\s*[{|*#=:;!<]")
FLAWS = {
    "scale/doubled-scale-word": "The agency employed 7000 thousand nurses in that year.",
    "conversion/unit-pair": "The line is 266 miles (364 km) long.",
    "date/impossible-date": "The treaty was signed on 31 June 1910 in the capital.",
    "total/parts-miss-total": "The team had 44 members: 35 men and 10 women.",
}
"""One sentence for each rule, flagged wherever it stands."""
OTHERS = [
    "A church with three bells stands there.",
    "In 1931 the mill burnt down.",
    "Zürich 🚂 has 5 gates.",
    "It is 40 km (25 mi) from the sea.",
    "About 20 per cent of the 1,250 people fish.",
    "<!-- a comment -->",
    "It was told.<ref>Jane Doe, ''Bells'', 1950.</ref>",
]
"""Sentences in which nothing is wrong."""


def found(rule: Rule, case: Case, around: str = "{}") -> set[str]:
    """Fingerprints of what a rule finds in its example inside of other text; of an edit, inside of the same text."""
    example, title = case.example, case.example.title or "Town"
    text, day = around.replace("{}", case.text), example.date or None
    if case.articles:
        findings = between_articles({**case.articles, case.title: text}, example.redirects, [rule], day)
    elif example.before:
        before, rules = around.replace("{}", example.before), [*ENABLED, rule]  # some rest on what others find
        findings = cc.compare(before, text, rules, example.markup, title, day).new
    else:
        findings = cc.lint(text, [rule], example.markup, title, day)
    return {finding.fingerprint for finding in findings if finding.rule == rule.id}


@pytest.mark.parametrize(("rule", "case"), BAD, ids=[case.name for _, case in BAD])
def test_edits_around_an_example_change_no_fingerprint(rule: Rule, case: Case) -> None:
    before = found(rule, case)
    assert before
    edited = ["\n\n\n{}", f"{OTHERS[0]}\n\n{{}}", f"{{}}\n\n{OTHERS[1]}"]
    if not MARKUP.match(case.text) and "\n" not in case.text:
        edited += [f"{OTHERS[0]} {{}}"]
    for around in edited:
        after = found(rule, case, around)
        # An example may need its place (the lead, a text that ends there): then nothing is found, never something else.
        assert after >= before or len(after) < len(before), around


def test_nearly_all_examples_are_found_after_an_edit() -> None:
    kept = [found(rule, case, f"\n\n{{}}\n\n{OTHERS[0]}") >= found(rule, case) for rule, case in BAD]
    assert sum(kept) >= 0.98 * len(kept)


def lint(text: str) -> dict[str, set[str]]:
    """Fingerprints by rule."""
    out: dict[str, set[str]] = {}
    for finding in cc.lint(text, markup="wikitext", title="Town"):
        out.setdefault(finding.rule, set()).add(finding.fingerprint)
    return out


ALONE = {rule: lint(sentence)[rule] for rule, sentence in FLAWS.items()}
PARAGRAPH = st.lists(st.sampled_from([*OTHERS, *FLAWS.values()]), min_size=1, max_size=4).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(PARAGRAPH, max_size=3), st.sampled_from(sorted(FLAWS)), st.lists(PARAGRAPH, max_size=3), st.booleans())
def test_neighbours_change_no_fingerprint(before: list[str], rule: str, after: list[str], apart: bool) -> None:
    text = ("\n\n" if apart else " ").join([*before, FLAWS[rule], *after])
    assert lint(text)[rule] >= ALONE[rule]


@settings(deadline=None, max_examples=30)
@given(st.permutations(list(FLAWS.values())), st.permutations(list(FLAWS.values())))
def test_moved_paragraphs_keep_theirs(one: list[str], other: list[str]) -> None:
    assert lint("\n\n".join(one)) == lint("\n\n".join(other))


@pytest.mark.parametrize("rule", FLAWS)
@pytest.mark.parametrize("count", [2, 3])
def test_equal_findings_have_fingerprints_of_their_own(rule: str, count: int) -> None:
    every = lint("\n\n".join([FLAWS[rule]] * count))[rule]
    assert len(every) == count * len(ALONE[rule])
    assert every > ALONE[rule]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The line is 266 miles (364 km) long.", "The line is 266 miles (364 km) long, they say.", True),
        ("The line is 266 miles (364 km) long.", "The line is 266&nbsp;miles (364 km) long.", True),
        ("They employed 7000 thousand nurses.", "They employed 7,000 thousand nurses.", True),
        ("The line is 266 miles (364 km) long.", "The line is 266 miles (365 km) long.", False),
        ("The line is 266 miles (364 km) long.", "The line is 267 miles (364 km) long.", False),
        ("They employed 7000 thousand nurses.", "They employed 7000 thousand doctors.", False),
    ],
)
def test_form_is_not_content(one: str, other: str, same: bool) -> None:
    first, second = lint(one), lint(other)
    assert first
    assert second
    assert (first == second) is same


def test_another_article_has_others() -> None:
    text = FLAWS["conversion/unit-pair"]
    assert {f.fingerprint for f in cc.lint(text, title="A")} != {f.fingerprint for f in cc.lint(text, title="B")}
