"""Every example of every shipped rule is a test; every rule has what a rule must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.checks.protocol import kinds
from claimcheck.rules import Rule, load_rules
from claimcheck.ruletest import Case, cases, run

RULES = load_rules()
BY_ID = {rule.id: rule for rule in RULES}
ENABLED = [rule for rule in RULES if rule.enabled]
CASES = [case for rule in RULES for case in cases(rule)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_example(case: Case) -> None:
    rule = BY_ID[case.rule]
    assert run(case, [*(other for other in ENABLED if other is not rule), rule]) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_structure(rule: Rule) -> None:
    assert Path(rule.path).parts[-2:] == (rule.family, f"{rule.id.partition('/')[2]}.yaml")
    marked = {case.name: bool(case.spans) for case in cases(rule)}
    assert all(spans == (":bad-" in name) for name, spans in marked.items()), "⟦⟧ in all bad examples and no good one"
    assert len(rule.file.examples.bad) >= 1
    assert len(rule.file.examples.good) >= 2
    assert rule.file.see or rule.file.why


def test_every_kind_has_a_rule() -> None:
    assert {rule.kind.name for rule in RULES} == set(kinds())
