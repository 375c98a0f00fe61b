"""The page on the JSON of reports and claims, from the schema that ships with the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

DOCS = Path(__file__).parents[1]
SCHEMA = DOCS.parent / "claimcheck" / "data" / "report.schema.json"


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the page before Sphinx looks for it."""
    app.connect("builder-inited", lambda _: (DOCS / "json.md").write_text("\n".join(page()), encoding="utf-8"))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def page() -> Iterator[str]:
    """The page in lines: a table for each shape."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    yield "# JSON\n"
    yield "The shape is versioned: keys may be added, a removed key or a changed meaning raises `version`."
    yield "[report.schema.json](../claimcheck/data/report.schema.json) is the JSON Schema.\n"
    for name, shape in schema["$defs"].items():
        properties = shape.get("properties")
        if not properties:
            continue
        yield f"## {name}\n"
        if shape.get("description"):
            yield f"{shape['description']}\n"
        yield "| key | type | meaning |\n|---|---|---|"
        for key, value in properties.items():
            meaning = value.get("description", "").replace("|", "\\|")
            yield f"| `{key}` | {_type(value, schema['$defs'])} | {meaning} |"
        yield ""


def _type(value: dict[str, Any], shapes: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        shape = shapes[name]
        return f"[{name}](#{name.lower()})" if "properties" in shape else _type(shape, shapes)
    if "enum" in value:
        return ", ".join(f"`{json.dumps(choice)}`" for choice in value["enum"])
    if "const" in value:
        return f"`{json.dumps(value['const'])}`"
    if "anyOf" in value or "oneOf" in value:
        return " or ".join(_type(choice, shapes) for choice in value.get("anyOf") or value["oneOf"])
    kind = value.get("type", "")
    if kind == "array":
        return f"list of {_type(value.get('items', {}), shapes) or 'anything'}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
