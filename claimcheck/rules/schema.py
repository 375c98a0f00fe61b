"""The JSON Schema of rule files, made from the structs that read them, for editors."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import Any

import msgspec

from claimcheck.checks.protocol import kinds
from claimcheck.checks.selector import Selector
from claimcheck.rules.rule import Example, Examples, RuleFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rule_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a rule file: its keys, and the options of each check kind."""
    found = kinds()
    structs: list[type[msgspec.Struct]] = [
        RuleFile,
        Selector,
        Example,
        Examples,
        *(kind.options for kind in found.values()),
    ]
    _, parts = msgspec.json.schema_components(structs, ref_template="#/$defs/{name}")
    for cls in structs:
        _describe(cls, parts[cls.__name__]["properties"])
    file: dict[str, Any] = parts.pop("RuleFile")
    file["properties"]["check"] = {"enum": list(found)} | file["properties"]["check"]
    file["properties"]["options"] = {"description": "Options of the check kind.", "type": "object"}
    file["allOf"] = [
        {
            "if": {"properties": {"check": {"const": name}}},
            "then": {"properties": {"options": {"$ref": f"#/$defs/{kind.options.__name__}"}}},
        }
        for name, kind in found.items()
    ]
    schema = {"$schema": DIALECT} | file | {"title": "claimcheck rule", "$defs": parts}
    _loosen(schema)
    return schema


def schema_text() -> str:
    """The schema as it is shipped in data/rule.schema.json."""
    return msgspec.json.format(msgspec.json.encode(rule_schema()), indent=2).decode() + "\n"


def _describe(cls: type[msgspec.Struct], properties: dict[str, Any]) -> None:
    """Give each property the string that stands below its field in the source."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    lines = body.body if isinstance(body, ast.ClassDef) else []
    for field, text in pairwise(lines):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(told))):
                properties[name] = {"description": told} | properties[name]


def _loosen(part: Any) -> None:
    """Let figures stand without quotes: YAML tools take a bare 9.5 for a number, our reader for its text."""
    if isinstance(part, dict):
        if part.pop("x-plain", None):
            part["type"] = ["string", "number"]
        for item in part.values():
            _loosen(item)
    elif isinstance(part, list):
        for item in part:
            _loosen(item)
