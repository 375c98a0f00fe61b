"""The rules of this package, whose files are kept once they were read, say what stands in their files."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import copytree

import pytest

from claimcheck import kept
from claimcheck.rules import Rule, RuleError, load, load_rules
from claimcheck.rules.flawless import flawless
from claimcheck.rules.load import shipped
from claimcheck.rules.parse import read_rule

FILES = sorted(shipped().glob("*/*.yaml"))


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of the shipped rules that the package takes for its own, with a cache of its own that is filled."""
    copy = tmp_path / "rules"
    copytree(shipped() / "order", copy / "order")
    monkeypatch.setattr(load, "shipped", lambda: copy)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept, "YOUNG", 0)
    load_rules()
    return copy


def told(rules: list[Rule]) -> list[tuple[object, ...]]:
    return [(rule.id, rule.path, rule.file, rule.kind, rule.options) for rule in rules]


def test_every_shipped_rule_is_read_without_its_positions() -> None:
    """A number where text is expected (`max: 3` for `max: "3"`) makes every start read the whole file."""
    assert sorted(flawless(FILES)) == FILES


def test_they_say_the_same_as_when_read_in_full() -> None:
    whole = [rule for path in FILES if isinstance(rule := read_rule(path), Rule)]
    assert told(list(flawless(FILES).values())) == told(whole)
    assert told(load_rules()) == told(load_rules(shipped())) == told(sorted(whole, key=lambda rule: rule.id))


def test_kept_rules_are_the_same_and_need_no_reading(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = told(load_rules())
    monkeypatch.setattr("claimcheck.rules.flawless._tree", lambda path: pytest.fail(f"read again: {path}"))
    assert told(load_rules()) == first
    assert {Path(rule.path) for rule in load_rules()} == set(rules.glob("*/*.yaml"))


def test_an_edited_rule_is_read_again(rules: Path) -> None:
    path = rules / "order" / "death-before-birth.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("severity: error", "severity: notes"), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules()
    (fault,) = caught.value.faults
    assert (fault.path, fault.line, fault.column) == (str(path), 3, 11)
    path.write_text(path.read_text(encoding="utf-8").replace("severity: notes", "severity: note"), encoding="utf-8")
    assert {rule.severity for rule in load_rules() if rule.id == "order/death-before-birth"} == {"note"}


def test_added_and_removed_rules_are_seen(rules: Path) -> None:
    before = {rule.id for rule in load_rules()}
    path = rules / "order" / "death-before-birth.yaml"
    path.rename(path.with_stem("died-before-born"))
    assert {rule.id for rule in load_rules()} ^ before == {"order/death-before-birth", "order/died-before-born"}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("{birth}", "{brith}"),
        ("{birth}", "{birth!r}"),
        ("{birth}", "{birth"),
        ("check: lifespan", "check: lifespam"),
        ("check: lifespan", "check: {lifespan: 1}"),
        ("since: 0.1.0", "since: soon"),
        ("fix:", "fixed:"),
        ("tags: [biography]", "tags: &a [biography]\nsee: *a"),
        ("tags: [biography]", "tags: [biography]\ntags: [order]"),
        ("tags: [biography]", "options: {nonsense: 1}"),
    ],
)
def test_what_is_not_flawless_is_read_in_full(rules: Path, was: str, becomes: str) -> None:
    path = rules / "order" / "death-before-birth.yaml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    for _ in range(2):
        assert path not in flawless([path])
        with pytest.raises(RuleError):
            load_rules()
