"""`claimcheck rules new`: a rule file to start from."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import click

from claimcheck.cli.outputs import standard_output
from claimcheck.config import ConfigError

ID = re.compile(r"[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*")


@click.command("new", short_help="A rule file to start from.")
@click.argument("rule")
@click.option("--dir", "directory", default="rules", show_default=True, help="Where rules are kept.")
def command(rule: str, directory: str) -> int:
    """Write a rule file for RULE (family/name, words and no numbers), ready to be filled in."""
    if not ID.fullmatch(rule):
        raise click.BadParameter(f"{rule!r} is not family/name in small letters and hyphens", param_hint="RULE")
    path = Path(directory, f"{rule}.yaml")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(files("claimcheck").joinpath("data/rule.template.yaml").read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from error
    standard_output()(f"{path}: fill it in, then run `claimcheck rules test {directory}`\n")
    return 0
