"""One rule file to a rule, or to all of its faults."""

from __future__ import annotations

from pathlib import Path

import yaml

from claimcheck.checks.protocol import Kind, Options, kinds
from claimcheck.rules.faults import Broken, Fault, listed, nearest
from claimcheck.rules.nodes import compose
from claimcheck.rules.placeholders import misused
from claimcheck.rules.reader import BAD, Reader
from claimcheck.rules.rule import Rule, RuleFile


def read_rule(path: Path) -> Rule | Broken:
    """One rule file; its id is the name of its folder and its own."""
    name = f"{path.parent.name}/{path.stem}"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Broken(name, (Fault(str(path), 1, 1, f"cannot be read: {error}"),))
    node = compose(text, str(path))
    if isinstance(node, Fault):
        return Broken(name, (node,))
    reader = Reader(str(path))
    rule = _read(reader, node, name)
    return rule if rule is not None and not reader.faults else Broken(name, tuple(reader.faults))


def _read(reader: Reader, node: yaml.Node, name: str) -> Rule | None:
    """The rule of a file; faults are left with the reader."""
    file = reader.whole(node, RuleFile, besides=("options",))
    nodes = _entries(node)
    kind = _kind(reader, nodes.get("check"))
    if kind is None:
        return None
    options = _options(reader, nodes.get("options", _empty(node)), kind)
    if "message" in nodes:
        _placeholders(reader, nodes["message"], kind)
    return None if file is BAD or options is BAD else Rule(name, reader.path, file, kind, options)


def _entries(node: yaml.Node) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: item for key, item in node.value if isinstance(key, yaml.ScalarNode)}


def _empty(node: yaml.Node) -> yaml.Node:
    return yaml.MappingNode("tag:yaml.org,2002:map", [], node.start_mark)


def _kind(reader: Reader, node: yaml.Node | None) -> Kind | None:
    if not isinstance(node, yaml.ScalarNode):
        return None
    kind = kinds().get(node.value)
    if kind is None:
        reader.fault(
            node, f"no check kind `{node.value}`{nearest(node.value, kinds()) or f'; known are {listed(kinds())}'}"
        )
    return kind


def _options(reader: Reader, node: yaml.Node, kind: Kind) -> Options:
    options = reader.whole(node, kind.options)
    if options is not BAD:
        entries = _entries(node)
        for name, problem in options.problems():
            reader.fault(entries.get(name, node), problem)
    return options


def _placeholders(reader: Reader, node: yaml.Node, kind: Kind) -> None:
    """Every placeholder of a message must be a word that the check kind gives."""
    if not isinstance(node, yaml.ScalarNode):
        return
    for problem in misused(node.value, kind):
        reader.fault(node, problem)
