"""Data files: those of the package, and those that a user lays over them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from claimcheck.kept import kept

FOLDER = Path(__file__).with_name("data")
"""The package's own data files."""
VARIABLE = "CLAIMCHECK_DATA"
"""Environment variable with directories of a user's own data, parted as those of PATH are; read at import."""


def directories() -> tuple[Path, ...]:
    """The directories that are laid over the package's own data."""
    return tuple(Path(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name)


def ours(name: str) -> str:
    """A data file as the package has it, by its name in `claimcheck/data`."""
    return (FOLDER / name).read_text(encoding="utf-8")


def our_tree(name: str) -> Any:
    """A YAML or TOML file of `claimcheck/data` as mappings, lists and scalars."""
    return kept(Path(name).stem, [FOLDER / name], lambda: _loaded(ours(name), name))


def _loaded(content: str, name: str) -> Any:
    if name.endswith(".toml"):
        import tomllib

        return tomllib.loads(content)
    import yaml  # takes 20 ms, and needs more for a file than all else at start-up

    return yaml.load(content, Loader=yaml.CSafeLoader)


def text(name: str) -> str:
    """The same with what users add to it at its end."""
    parts = [ours(name)]
    parts += [
        path.read_text(encoding="utf-8-sig") for path in (base / name for base in directories()) if path.is_file()
    ]
    return "\n".join(parts)


def tree(name: str) -> Any:
    """A YAML file of `claimcheck/data`, joined with what users add: mappings and lists grow, other values change."""
    found = our_tree(name)
    for path in (base / name for base in directories()):
        if path.is_file():
            found = joined(found, _loaded(path.read_text(encoding="utf-8-sig"), name))
    return found


def digest() -> str:
    """A digest of all that users lay over the package's data, by name and content; "" where they lay nothing."""
    files = [path for base in directories() for path in sorted(base.rglob("*")) if path.is_file()]
    if not files:
        return ""
    import hashlib

    found = hashlib.sha256()
    for path in files:
        found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def joined(first: Any, second: Any) -> Any:
    """Two trees as one; where both say something of one key and neither mappings nor lists, the second counts."""
    if isinstance(first, dict) and isinstance(second, dict):
        return first | {key: joined(first[key], value) if key in first else value for key, value in second.items()}
    if isinstance(first, list) and isinstance(second, list):
        return first + second
    return first if second is None else second
