"""The JSON Schema that ships for editors is the one that the code makes, and every shipped rule satisfies it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimcheck.rules.load import shipped
from claimcheck.rules.nodes import compose, value
from claimcheck.rules.schema import rule_schema, schema_text

PATHS = sorted(shipped().glob("*/*.yaml"))


def _plain(path: Path) -> Any:
    """A rule file as a YAML 1.2 tool sees it."""
    return _value(compose(path.read_text(encoding="utf-8"), str(path)))


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(item) for key, item in node.value}
    return [_value(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else value(node)


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(rule_schema())
    return jsonschema.Draft202012Validator(json.loads(schema_text()))


def test_shipped_schema_is_current() -> None:
    told = "write it anew: claimcheck rules schema > claimcheck/data/rule.schema.json"
    assert files("claimcheck").joinpath("data/rule.schema.json").read_text(encoding="utf-8") == schema_text(), told


@pytest.mark.parametrize("path", PATHS, ids=[f"{path.parent.name}/{path.stem}" for path in PATHS])
def test_shipped_rules_satisfy_it(path: Path, validator: Any) -> None:
    assert [error.message for error in validator.iter_errors(_plain(path))] == []


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "fatal"},
        {"colour": "red"},
        {"check": "astrology"},
        {"options": {"measur": "x"}},
        {"since": "one"},
        {"when": {"context": "sidebar"}},
        {"examples": {"bad": ["x"]}},
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(change: dict[str, Any], validator: Any) -> None:
    rule = _plain(shipped() / "plausibility" / "share-over-100.yaml")
    assert not validator.is_valid(rule | change)


def test_fields_are_described() -> None:
    schema = rule_schema()
    assert all("description" in part for part in schema["properties"].values())
    assert schema["$defs"]["RangeOptions"]["properties"]["max"]["description"] == "Largest figure that can be."
