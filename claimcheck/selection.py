"""Which rules run and how: what is selected, what a project changes about them, what is ignored by path."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

import msgspec

from claimcheck.config import ConfigError
from claimcheck.finding import Severity
from claimcheck.rules import Rule, choose, read_rules
from claimcheck.rules.faults import Broken, Fault, nearest
from claimcheck.rules.load import standard

GLOB = set("*?[")


class Selection(msgspec.Struct, frozen=True, eq=False):
    """Plain values only, so that it can be handed to other processes."""

    directories: tuple[str, ...] = ()
    base: str = ""
    """What the directories are relative to; part of the key under which loaded rules are kept."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    severity: dict[str, Severity] = {}
    options: dict[str, dict[str, Any]] = {}
    per_path: dict[str, tuple[str, ...]] = {}

    def rules(self) -> tuple[Rule, ...]:
        """The rules that run; ConfigError where something names a rule that there is not."""
        return _rules(self.key)

    def broken(self) -> tuple[Fault, ...]:
        """Faults of rule files that could not be loaded; the others run all the same."""
        return tuple(fault for file in _loaded(self.directories, self.base)[1] for fault in file.faults)

    def known(self) -> list[Rule]:
        """Every rule that could be loaded, by id, as the project has changed it; also those that do not run."""
        return _known(self.key)

    def find(self, name: str) -> Rule:
        """The rule of that id; ConfigError with the nearest known one."""
        by_id = {rule.id: rule for rule in self.known()}
        if name not in by_id:
            told = [
                str(fault)
                for file in _loaded(self.directories, self.base)[1]
                if file.id == name
                for fault in file.faults
            ]
            raise ConfigError("\n".join(told) or f"no rule `{name}`{nearest(name, by_id)}")
        return by_id[name]

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on the article at `path`, relative to the configuration."""
        ignored = [name for glob, names in self.per_path.items() if fnmatchcase(path, glob) for name in names]
        return _without(self.key, tuple(ignored)) if ignored else self.rules()

    @property
    def key(self) -> bytes:
        """All of it as one hashable value."""
        return msgspec.json.encode(self)


@cache
def _loaded(directories: tuple[str, ...], _base: str) -> tuple[list[Rule], list[Broken]]:
    return read_rules(*standard(), *directories)


@cache
def _known(key: bytes) -> list[Rule]:
    selection = msgspec.json.decode(key, type=Selection)
    rules, broken = _loaded(selection.directories, selection.base)
    return _adjusted(rules, selection, {file.id for file in broken})


@cache
def _rules(key: bytes) -> tuple[Rule, ...]:
    selection = msgspec.json.decode(key, type=Selection)
    rules, broken = _loaded(selection.directories, selection.base)
    names = _names(rules, broken)
    select = _expand(selection.select, rules, names, preview=selection.preview)
    if selection.select and not select:
        return ()
    ignore = _expand(selection.ignore, rules, names, preview=True)
    for ignored in selection.per_path.values():
        _expand(ignored, rules, names, preview=True)
    return tuple(choose(_known(key), select, ignore, preview=selection.preview))


@cache
def _without(key: bytes, ignored: tuple[str, ...]) -> tuple[Rule, ...]:
    rules = _rules(key)
    selection = msgspec.json.decode(key, type=Selection)
    loaded, broken = _loaded(selection.directories, selection.base)
    names = _expand(ignored, loaded, _names(loaded, broken), preview=True)
    return tuple(choose(rules, [rule.id for rule in rules], names))


def _names(rules: Iterable[Rule], broken: Iterable[Broken]) -> set[str]:
    """Everything that can be selected by name."""
    ids = {*(rule.id for rule in rules), *(file.id for file in broken if "/" in file.id)}
    return ids | {name.partition("/")[0] for name in ids} | {tag for rule in rules for tag in rule.file.tags} | {"all"}


def _expand(selectors: Iterable[str], rules: Iterable[Rule], names: set[str], *, preview: bool) -> list[str]:
    """Names as they are, globs as the ids that they match; a glob finds preview rules only where asked for."""
    out: list[str] = []
    for selector in selectors:
        if GLOB & set(selector):
            found = [rule for rule in rules if fnmatchcase(rule.id, selector)]
            if not found:
                raise ConfigError(f"no rule matches `{selector}`")
            out += [rule.id for rule in found if preview or rule.status != "preview"]
        elif selector not in names:
            raise ConfigError(f"no rule, family or tag `{selector}`{nearest(selector, names)}")
        else:
            out.append(selector)
    return out


def _adjusted(rules: list[Rule], selection: Selection, broken: set[str]) -> list[Rule]:
    """The rules with the severities and options that the project sets."""
    by_id = {rule.id: rule for rule in rules}
    named = [name for name in (*selection.severity, *selection.options) if name not in broken]
    faults = [f"no rule `{name}`{nearest(name, by_id)}" for name in named if name not in by_id]
    for name, severity in selection.severity.items():
        if name in by_id:
            file = msgspec.structs.replace(by_id[name].file, severity=severity)
            by_id[name] = msgspec.structs.replace(by_id[name], file=file)
    for name, options in selection.options.items():
        if name in by_id:
            by_id[name], told = _with_options(by_id[name], options)
            faults += told
    if faults:
        raise ConfigError("\n".join(faults))
    return [by_id[rule.id] for rule in rules]


def _with_options(rule: Rule, options: dict[str, Any]) -> tuple[Rule, list[str]]:
    """The rule with some options replaced, read as strictly as in a rule file, and what is wrong with them."""
    from claimcheck.rules.nodes import compose
    from claimcheck.rules.reader import Reader, field_types

    types = field_types(type(rule.options))
    reader = Reader(rule.id)
    node = compose(json.dumps(options, default=str), rule.id)
    if isinstance(node, Fault):
        return rule, [f"options of `{rule.id}`: {node.message}"]
    found = {name: reader.read(item, types[name]) for name, item in reader.fields(node, types).items()}  # type: ignore[arg-type]
    told = [fault.message for fault in reader.faults]
    if not told:
        rule = msgspec.structs.replace(rule, options=msgspec.structs.replace(rule.options, **found))
        told = [f"`{name}`: {problem}" for name, problem in rule.options.problems()]
    return rule, [f"options of `{rule.id}`: {message}" for message in told]
