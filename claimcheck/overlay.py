"""Data files: those of the package, and those that a user lays over them."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import Any

VARIABLE = "CLAIMCHECK_DATA"
"""Environment variable with directories of a user's own data, parted as those of PATH are; read at import."""


def directories() -> tuple[Path, ...]:
    """The directories that are laid over the package's own data."""
    return tuple(Path(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name)


def ours(name: str) -> str:
    """A data file as the package has it, by its name in `claimcheck/data`."""
    return files("claimcheck").joinpath("data", name).read_text(encoding="utf-8")


def text(name: str) -> str:
    """The same with what users add to it at its end."""
    parts = [ours(name)]
    parts += [
        path.read_text(encoding="utf-8-sig") for path in (base / name for base in directories()) if path.is_file()
    ]
    return "\n".join(parts)


def tree(name: str) -> Any:
    """A YAML file of `claimcheck/data`, joined with what users add: mappings and lists grow, other values change."""
    import yaml

    found = yaml.load(ours(name), Loader=yaml.CSafeLoader)
    for path in (base / name for base in directories()):
        if path.is_file():
            found = joined(found, yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.CSafeLoader))
    return found


def joined(first: Any, second: Any) -> Any:
    """Two trees as one; where both say something of one key and neither mappings nor lists, the second counts."""
    if isinstance(first, dict) and isinstance(second, dict):
        return first | {key: joined(first[key], value) if key in first else value for key, value in second.items()}
    if isinstance(first, list) and isinstance(second, list):
        return first + second
    return first if second is None else second
