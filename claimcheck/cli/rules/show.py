"""`claimcheck rules show`: the file of a rule as it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claimcheck.cli.choice import choice_options, here, selection
from claimcheck.cli.outputs import standard_output


@click.command("show", short_help="The file of a rule.")
@click.argument("rule")
@choice_options
def command(rule: str, **options: Any) -> int:
    """Print the YAML file of RULE."""
    found = selection(here(options), options).find(rule)
    write = standard_output()
    write(f"# {found.path}\n{Path(found.path).read_text(encoding='utf-8')}")
    return 0
