"""`claimcheck rules list`: every rule on a line."""

from __future__ import annotations

from typing import Any

import click

from claimcheck.cli.choice import choice_options, here, selection
from claimcheck.cli.failures import FAILED, say
from claimcheck.cli.outputs import standard_output
from claimcheck.report.parts.public import dump
from claimcheck.rules import Rule


@click.command("list", short_help="Every rule on a line.")
@choice_options
@click.option("--all", "everything", is_flag=True, help="Also the rules that do not run.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(everything: bool, style: str, **options: Any) -> int:
    """List the rules that run here: id, severity, confidence, title."""
    chosen = selection(here(options), options)
    running = {rule.id for rule in chosen.rules()}
    rules = [rule for rule in chosen.known() if everything or rule.id in running]
    write = standard_output(style)
    if style == "json":
        write(dump([shape(rule, rule.id in running) for rule in rules], indent=1) + "\n")
    else:
        width = max((len(rule.id) for rule in rules), default=0)
        for rule in rules:
            state = "" if rule.id in running else f" ({rule.status if rule.status != 'stable' else 'off'})"
            write(f"{rule.id:<{width}}  {rule.severity:<7}  {rule.confidence:<6}  {rule.title}{state}\n")
    for fault in chosen.broken():
        say(str(fault))
    return FAILED if chosen.broken() else 0


def shape(rule: Rule, runs: bool) -> dict[str, Any]:
    """The public JSON shape of a rule."""
    return {
        "id": rule.id,
        "title": rule.title,
        "check": rule.file.check,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "status": rule.status,
        "since": rule.file.since,
        "tags": list(rule.file.tags),
        "runs": runs,
        "path": rule.path,
    }
