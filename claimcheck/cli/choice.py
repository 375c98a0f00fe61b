"""The options that say which rules run, shared by the commands, joined with the project's configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from claimcheck import config as configuration
from claimcheck.cli.inputs import STDIN, Inputs
from claimcheck.cli.own_data import lay
from claimcheck.config import Config
from claimcheck.selection import Selection


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on rules and configuration."""
    for add in (
        click.option("--no-config", is_flag=True, help="Read no configuration."),
        click.option("--config", metavar="FILE", help="Read this configuration, not the closest one."),
        click.option("--rules", multiple=True, metavar="DIR", help="Directory of further rules. Can be repeated."),
        click.option("--preview", is_flag=True, help="Run preview rules too."),
        click.option(
            "--ignore", multiple=True, metavar="ID", help="Leave out a rule, family, tag or glob. Repeatable."
        ),
        click.option(
            "--select", multiple=True, metavar="ID", help="Run only this rule, family, tag or glob. Repeatable."
        ),
    ):
        command = add(command)
    return command


def configured(inputs: Inputs, options: dict[str, Any]) -> tuple[Config, Path | None]:
    """Takes the configuration options out of a command's: the configuration, and the file in which it stands."""
    named, none = options.pop("config"), options.pop("no_config")
    if named and none:
        raise click.UsageError("--config and --no-config exclude each other")
    path = None if none else Path(named) if named else configuration.closest(inputs.ground())
    config = configuration.read(path) if path else Config()
    lay(config.data)
    return config, path


def selection(config: Config, options: dict[str, Any]) -> Selection:
    """Takes the rule options out of a command's; those given replace the configuration's, directories add to it."""
    select, ignore = (_split(options.pop(name)) for name in ("select", "ignore"))
    return Selection(
        directories=tuple(dict.fromkeys((*config.rules, *options.pop("rules")))),
        base=str(Path.cwd()),
        select=select or config.select,
        ignore=ignore or config.ignore,
        preview=options.pop("preview") or config.preview,
        severity=config.severity,
        options=config.options,
        per_path=config.per_path_ignores,
    )


def near(name: str, config: Path | None) -> str:
    """The path of an input relative to the directory of the configuration, as its globs have it."""
    ground = config.parent.absolute() if config else Path.cwd()
    path = Path(name).absolute()
    return path.relative_to(ground).as_posix() if path.is_relative_to(ground) else path.as_posix()


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    """Values given one by one or joined by commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def here(options: dict[str, Any]) -> Config:
    """Takes the configuration options out of those of a command without inputs: what holds in this directory."""
    return configured(Inputs((STDIN,)), options)[0]
