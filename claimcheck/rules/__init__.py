"""Rules: YAML files that say when a check is an accusation, how grave, and in which words."""

from __future__ import annotations

from claimcheck.rules.apply import apply, stamp
from claimcheck.rules.faults import Broken, Fault, RuleError
from claimcheck.rules.load import choose, default_rules, load_rules, read_rules
from claimcheck.rules.rule import Example, Examples, Rule

__all__ = [
    "Broken",
    "Example",
    "Examples",
    "Fault",
    "Rule",
    "RuleError",
    "apply",
    "choose",
    "default_rules",
    "load_rules",
    "read_rules",
    "stamp",
]
