"""YAML with positions: libyaml's nodes, and YAML 1.2's view of what a plain scalar says."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from claimcheck.rules.faults import Fault

LARGEST = 65_536
"""Characters of a rule file; the shipped ones have less than 4,000. libyaml recurses, so depth must be bounded."""
DEEPEST = 200
"""Opening brackets in a file, which bounds how deep flow collections can nest."""

_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.MappingNode: "tag:yaml.org,2002:map",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
}
PLAIN_TAGS = frozenset(_TAGS.values())
_QUOTED = ("'", '"', "|", ">")
_INTEGER = re.compile(r"[-+]?[0-9]{1,40}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_FIXED = {"": None, "~": None, "null": None, "true": True, "false": False}


class _Parser(CParser):
    """libyaml's parser without the YAML 1.1 resolver: every plain scalar stays as it is written."""

    def resolve(self, kind: type[yaml.Node], _value: str | None, _implicit: object) -> str:
        """The tag of a node that has none."""
        return _TAGS[kind]

    def descend_resolver(self, *_: object) -> None:
        """Nothing depends on where a node stands."""

    ascend_resolver = check_resolver_prefix = descend_resolver


def compose(text: str, path: str) -> yaml.Node | Fault:
    """The one document of a YAML file, or the first fault that keeps it from being read."""
    if len(text) > LARGEST:
        return Fault(path, 1, 1, f"a rule file may have {LARGEST:,} characters, this has {len(text):,}")
    if text.count("[") + text.count("{") > DEEPEST:
        return Fault(path, 1, 1, f"a rule file may have {DEEPEST} opening brackets")
    try:
        node = _Parser(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Fault(path, *place, f"not YAML: {error.problem or error.context}")
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        return Fault(path, before.count("\n") + 1, len(before) - before.rfind("\n"), f"not YAML: {error.reason}")
    return node if node is not None else Fault(path, 1, 1, "the file is empty")


class UnusualError(Exception):
    """A node that must be looked at one by one."""


def plain(node: yaml.Node, seen: set[int]) -> Any:
    """The node as lists, dicts and scalars; UnusualError for tags, aliases and keys that are doubled or no words."""
    if node.tag not in PLAIN_TAGS or id(node) in seen:
        raise UnusualError
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return value(node)
    if isinstance(node, yaml.SequenceNode):
        return [plain(item, seen) for item in node.value]
    out = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in out:
            raise UnusualError
        out[key.value] = plain(item, seen)
    return out


def value(node: yaml.ScalarNode) -> Any:
    """A scalar by YAML 1.2's core schema: `no` and `12:30:45` are text, `010` is 10, `1e-3` a number."""
    text: str = node.value
    if node.style in _QUOTED:
        return text
    if text.lower() in _FIXED and text in (text.lower(), text.upper(), text.capitalize()):
        return _FIXED[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
