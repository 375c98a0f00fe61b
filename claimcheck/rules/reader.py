"""YAML nodes to typed structs, one field at a time, so that every fault of a file is told at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import yaml

from claimcheck.rules.faults import Fault, listed, nearest
from claimcheck.rules.nodes import PLAIN_TAGS, UnusualError, plain, value

S = TypeVar("S", bound=msgspec.Struct)

BAD: Any = object()
"""Stands for what could not be read; the fault has been noted."""

_TYPES = {str: "text", bool: "true or false", int: "a whole number", float: "a number", NoneType: "nothing"}


class Reader:
    """Reads the nodes of one file and gathers its faults."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def fault(self, node: yaml.Node, message: str) -> Any:
        """Note a fault at the start of a node."""
        mark = node.start_mark
        self.faults.append(Fault(self.path, mark.line + 1, mark.column + 1, message))
        return BAD

    def whole(self, node: yaml.Node, cls: type[S], besides: tuple[str, ...] = ()) -> S:
        """Like `struct`, at once where nothing is wrong: a hundred rules are read before the first article."""
        try:
            tree = plain(node, set(self._seen))
            if isinstance(tree, dict):
                tree = {key: item for key, item in tree.items() if key not in besides}
            return msgspec.convert(tree, cls)
        except (msgspec.ValidationError, UnusualError):
            return self.struct(node, cls, besides)

    def struct(self, node: yaml.Node, cls: type[S], besides: tuple[str, ...] = ()) -> S:
        """A mapping as a struct; BAD where a field is missing, unknown, doubled or wrong.

        `besides` are keys that may stand there too and are read elsewhere.
        """
        types = field_types(cls)
        if not isinstance(node, yaml.MappingNode):
            return self.fault(node, f"expected a mapping with {listed(types)}, got {_shape(node)}")  # type: ignore[no-any-return]
        before = len(self.faults)
        nodes = self.fields(node, (*types, *besides))
        found = {name: self.read(item, types[name]) for name, item in nodes.items() if name not in besides}
        missing = [name for name in _required(cls) if name not in nodes]
        if missing:
            self.fault(node, f"missing {listed(missing)}")
        return BAD if len(self.faults) > before else cls(**found)

    def fields(self, node: yaml.MappingNode, known: Iterable[str]) -> dict[str, yaml.Node]:
        """The entries of a mapping by key; unknown and doubled keys are faults and left out."""
        out: dict[str, yaml.Node] = {}
        for key, item in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else _shape(key)
            if name not in known:
                self.fault(key, f"unknown key `{name}`{nearest(name, known) or f'; known are {listed(known)}'}")
            elif name in out:
                self.fault(key, f"key `{name}` stands here a second time")
            else:
                out[name] = item
        return out

    def read(self, node: yaml.Node, kind: Any) -> Any:
        """The node as a value of type `kind`, or BAD."""
        if node.tag not in PLAIN_TAGS:
            return self.fault(node, f"tags are not used in rules: {node.tag}")
        if id(node) in self._seen:
            return self.fault(node, "anchors and aliases are not used in rules")
        self._seen.add(id(node))
        arms = _arms(kind)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, kind, arms)
        for arm in arms:
            origin = get_origin(arm)
            if isinstance(node, yaml.MappingNode) and isinstance(arm, type) and issubclass(arm, msgspec.Struct):
                return self.struct(node, arm)
            if isinstance(node, yaml.MappingNode) and origin is dict:
                return self._dict(node, get_args(arm)[1])
            if isinstance(node, yaml.SequenceNode) and origin is tuple:
                items = [self.read(item, get_args(arm)[0]) for item in node.value]
                return BAD if any(item is BAD for item in items) else tuple(items)
        return self.fault(node, f"expected {_named(arms)}, got {_shape(node)}")

    def _dict(self, node: yaml.MappingNode, kind: Any) -> Any:
        """A mapping with keys of one's own choice, all values of one type."""
        named = self.fields(node, [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)])
        found = {name: self.read(item, kind) for name, item in named.items()}
        return BAD if any(item is BAD for item in found.values()) else found

    def _scalar(self, node: yaml.ScalarNode, kind: Any, arms: list[Any]) -> Any:
        found = value(node)
        if found is not None and not isinstance(found, str) and any(map(_textual, arms)):
            found = node.value
        try:
            return msgspec.convert(found, kind)
        except msgspec.ValidationError as error:
            words = [word for arm in arms if get_origin(arm) is Literal for word in get_args(arm)]
            if words and isinstance(found, str):
                return self.fault(node, f"`{found}` is not one of {listed(words)}{nearest(found, words)}")
            told = f" that matches {str(error).partition('regex ')[2]}" if "regex" in str(error) else ""
            return self.fault(node, f"expected {_named(arms)}{told}, got {_shape(node)}")


@cache
def field_types(cls: type[msgspec.Struct]) -> dict[str, Any]:
    """Names and types of the fields of a struct, in the order of their definition."""
    hints = get_type_hints(cls, include_extras=True)
    return {name: hints[name] for name in cls.__struct_fields__}


@cache
def _required(cls: type[msgspec.Struct]) -> list[str]:
    """Names of the fields without a default. Kept: msgspec resolves every annotation anew, half of a rule's time."""
    return [field.name for field in msgspec.structs.fields(cls) if field.required]


@cache
def _arms(kind: Any) -> list[Any]:
    return list(get_args(kind)) if get_origin(kind) in (Union, UnionType) else [kind]


def _textual(arm: Any) -> bool:
    if get_origin(arm) is Annotated:
        arm = get_args(arm)[0]
    return arm is str or (get_origin(arm) is Literal and isinstance(get_args(arm)[0], str))


def _named(arms: list[Any]) -> str:
    return " or ".join(dict.fromkeys(map(_name, arms)))


def _name(arm: Any) -> str:
    if get_origin(arm) is Annotated:
        arm = get_args(arm)[0]
    if get_origin(arm) is Literal:
        return f"one of {listed(get_args(arm))}"
    if get_origin(arm) is tuple:
        return "a list"
    if get_origin(arm) is dict:
        return "a mapping"
    return _TYPES.get(arm, "a mapping")


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return f"`{node.value}`" if node.value else "nothing"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
