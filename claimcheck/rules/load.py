"""Finds rule files, reads them, and tells all their faults together."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from claimcheck.rules.faults import Broken, Fault, RuleError
from claimcheck.rules.flawless import flawless
from claimcheck.rules.rule import Rule

ENTRY_POINTS = "claimcheck.rules"
"""Group under which a package names a module whose folder holds rules."""


def load_rules(*directories: str | Path) -> list[Rule]:
    """The rules under these directories, by id; the shipped and installed ones where none is given.

    RuleError lists every fault of every file; a directory without rules is a fault too.
    """
    rules, broken = read_rules(*directories)
    if broken:
        raise RuleError(fault for file in broken for fault in file.faults)
    return rules


def read_rules(*directories: str | Path) -> tuple[list[Rule], list[Broken]]:
    """Like `load_rules`, but what is broken is returned beside what is whole, so that one never kills the rest."""
    rules: dict[str, Rule] = {}
    broken: list[Broken] = []
    for directory in map(Path, directories) if directories else standard():
        paths = list(_files(directory, broken))
        whole = flawless(paths) if directory == shipped() else {}
        for path in paths:
            got = whole.get(path) or _read(path)
            if isinstance(got, Rule) and got.id in rules:
                told = f"rule `{got.id}` is defined in {rules[got.id].path} too"
                got = Broken(got.id, (Fault(str(path), 1, 1, told),))
            if isinstance(got, Rule):
                rules[got.id] = got
            else:
                broken.append(got)
    return [rules[name] for name in sorted(rules)], broken


def choose(
    rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = (), *, preview: bool = False
) -> list[Rule]:
    """The rules that run: those on by default, or those selected; ids, families, tags and "all" select and ignore.

    A preview rule runs when its own id is selected, or when it is selected or on by default and `preview` is given.
    """
    wanted, unwanted = set(select), set(ignore)
    return [rule for rule in rules if _wanted(rule, wanted, preview=preview) and not _names(rule) & unwanted]


@cache
def default_rules() -> tuple[Rule, ...]:
    """The shipped and installed rules that run without being asked for, read once."""
    return tuple(choose(load_rules()))


@cache
def shipped() -> Path:
    """Where the rules of this package are: inside the wheel, or beside the package in its repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data" / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def is_shipped(name: str) -> bool:
    """True for the id of a rule of this package, whether it runs or not."""
    return (shipped() / f"{name}.yaml").is_file()


def standard() -> list[Path]:
    """The folder of the shipped rules, then those of installed packages that bring some."""
    return [shipped(), *(_installed() if _any_installed() else ())]


def _installed() -> Iterator[Path]:
    from importlib import import_module
    from importlib.metadata import entry_points

    for entry in entry_points(group=ENTRY_POINTS):
        module = import_module(entry.module)
        yield from map(Path, module.__path__ if hasattr(module, "__path__") else [Path(str(module.__file__)).parent])


def _any_installed() -> bool:
    """True where an installed package names our group: importlib.metadata takes 30 ms to import, this 3."""
    group = f"[{ENTRY_POINTS}]".encode()
    found = (path for folder in sys.path for path in Path(folder or ".").glob("*-info/entry_points.txt"))
    return any(group in path.read_bytes() for path in found)


def _read(path: Path) -> Rule | Broken:
    from claimcheck.rules.parse import read_rule  # YAML takes 20 ms to import

    return read_rule(path)


def _wanted(rule: Rule, wanted: set[str], *, preview: bool) -> bool:
    if rule.id in wanted:
        return True
    if rule.status == "preview" and not preview:
        return False
    return bool(_names(rule) & wanted) if wanted else rule.file.default == "on" and rule.status != "deprecated"


def _names(rule: Rule) -> set[str]:
    return {rule.id, rule.family, "all", *rule.file.tags}


def _files(directory: Path, broken: list[Broken]) -> Iterator[Path]:
    paths = sorted(directory.glob("*/*.yaml")) if directory.is_dir() else []
    if not paths:
        told = "no rules here (they are <family>/<name>.yaml)" if directory.is_dir() else "no such directory"
        broken.append(Broken(str(directory), (Fault(str(directory), 1, 1, told),)))
    yield from paths
