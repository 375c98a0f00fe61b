"""Configuration: the closest claimcheck.toml or pyproject.toml, read strictly, never merged with another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.finding import Severity
from claimcheck.rules.faults import listed, nearest
from claimcheck.source import Error

OWN, SHARED, TABLE = "claimcheck.toml", "pyproject.toml", "tool.claimcheck"


class ConfigError(Error):
    """A configuration that cannot be used: every fault of it, one a line."""


class Config(msgspec.Struct, frozen=True, rename="kebab"):
    """What a project sets for itself; the command line wins over each key."""

    select: tuple[str, ...] = ()
    """Rules, families, tags or globs that run instead of those on by default."""
    ignore: tuple[str, ...] = ()
    """Rules, families, tags or globs that do not run."""
    preview: bool = False
    """Run preview rules too."""
    fail_on: Severity = "error"
    """The mildest severity that makes the exit code 1."""
    rules: tuple[str, ...] = ()
    """Directories of the project's own rules, relative to this file."""
    data: tuple[str, ...] = ()
    """Directories of the project's own units, measures and templates, relative to this file."""
    baseline: str | None = None
    """File of the known findings that are accepted, relative to this file."""
    severity: dict[str, Severity] = {}
    """Another severity for a rule, by its id."""
    options: dict[str, dict[str, Any]] = {}
    """Other options for a rule, by its id."""
    per_path_ignores: dict[str, tuple[str, ...]] = {}
    """What does not run on articles whose path, relative to this file, matches a glob."""


def closest(start: Path) -> Path | None:
    """The configuration file that holds for `start`: in its directory or the nearest one above; None where none is.

    A pyproject.toml without a [tool.claimcheck] table is passed over; two in one directory are an error.
    """
    for directory in (start, *start.parents):
        found = [path for path in (directory / OWN, directory / SHARED) if _holds(path)]
        if len(found) > 1:
            raise ConfigError(f"{directory}: both {OWN} and [{TABLE}] of {SHARED} configure claimcheck; keep one")
        if found:
            return found[0]
    return None


def _holds(path: Path) -> bool:
    if not path.is_file():
        return False
    import tomllib

    if path.name == OWN:
        return True
    try:
        return "claimcheck" in tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError, AttributeError):
        return False  # some other program's file: not ours to judge


def read(path: Path) -> Config:
    """The configuration in a file; ConfigError tells every fault of it."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error
    table = data.get("tool", {}).get("claimcheck", {}) if path.name == SHARED else data
    faults = list(_faults(table))
    if faults:
        raise ConfigError("\n".join(f"{path}: {fault}" for fault in faults))
    config = msgspec.convert(table, Config)
    return msgspec.structs.replace(
        config,
        rules=tuple(str(path.parent / directory) for directory in config.rules),
        data=tuple(str(path.parent / directory) for directory in config.data),
        baseline=None if config.baseline is None else str(path.parent / config.baseline),
    )


def _faults(table: Any) -> Iterator[str]:
    """What is wrong with each key of the table."""
    if not isinstance(table, dict):
        yield f"[{TABLE}] must be a table"
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(Config)}
    for key, value in table.items():
        if key not in fields:
            yield f"unknown key `{key}`{nearest(key, fields) or f'; known are {listed(fields)}'}"
            continue
        try:
            msgspec.convert(value, fields[key].type)
        except msgspec.ValidationError as error:
            yield f"`{key}`: {str(error)[0].lower()}{str(error)[1:]}"
