"""The words that say what part a figure plays: `data/context.yaml`, read on first need."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from claimcheck.claims.model import Role


class Surroundings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `data/context.yaml`; the file says what each means."""

    roles: dict[Role, tuple[str, ...]]
    fillers: frozenset[str]
    roles_behind: dict[Role, tuple[str, ...]]
    change: tuple[str, ...]
    qualifiers: frozenset[str]
    attribution: tuple[str, ...]
    pronouns: frozenset[str]


@cache
def words_around() -> Surroundings:
    """The vocabulary of context."""
    text = (files("claimcheck") / "data" / "context.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), Surroundings)
