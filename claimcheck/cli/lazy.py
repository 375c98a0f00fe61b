"""Groups of commands whose files are imported only when a command is named."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import click


class Commands(click.Group):
    """The commands of a package: each is the object `command` of the module of its name."""

    def __init__(self, *args: Any, package: str, names: Iterable[str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.package, self.names = package, tuple(names)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order of the help."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in self.names:
            return None
        command: click.Command = import_module(f"{self.package}.{cmd_name}").command
        return command
