"""Rules from the plain trees of their files, which are kept: what is flawless needs no positions in its text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.checks.protocol import kinds
from claimcheck.kept import kept
from claimcheck.rules.placeholders import misused
from claimcheck.rules.rule import Rule, RuleFile


def flawless(paths: Iterable[Path]) -> dict[Path, Rule]:
    """The rules of this package by their files; without those that must be read in full to tell what is wrong."""
    paths = list(paths)
    code = Path(__file__).with_name("nodes.py")
    trees = kept("rules", [code, *paths], lambda: [_tree(path) for path in paths])
    rules = {path: _rule(path, tree) for path, tree in zip(paths, trees, strict=True)}
    return {path: rule for path, rule in rules.items() if rule is not None}


def _tree(path: Path) -> Any:
    """What stands in a file, or None where that is not plain YAML."""
    from claimcheck.rules.faults import Fault
    from claimcheck.rules.nodes import UnusualError, compose, plain

    try:
        node = compose(path.read_text(encoding="utf-8-sig"), str(path))
        return None if isinstance(node, Fault) else plain(node, set())
    except (OSError, UnicodeDecodeError, UnusualError):
        return None


def _rule(path: Path, tree: Any) -> Rule | None:
    """The rule, or None where anything is wrong with it."""
    if not isinstance(tree, dict):
        return None
    options = tree.pop("options", {})
    try:
        file = msgspec.convert(tree, RuleFile)
        kind = kinds()[file.check]
        rule = Rule(f"{path.parent.name}/{path.stem}", str(path), file, kind, msgspec.convert(options, kind.options))
    except (msgspec.ValidationError, KeyError):
        return None
    return None if any(rule.options.problems()) or any(misused(file.message, kind)) else rule
