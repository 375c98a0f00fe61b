"""`claimcheck rules schema`: the JSON Schema of rule files, for editors."""

from __future__ import annotations

import click

from claimcheck.cli.outputs import standard_output
from claimcheck.rules.schema import schema_text


@click.command("schema", short_help="JSON Schema of rule files, for editors.")
def command() -> int:
    """Print the JSON Schema of rule files.

    An editor with a YAML language server follows it from a first line
    `# yaml-language-server: $schema=rule.schema.json`.
    """
    standard_output("json")(schema_text())
    return 0
