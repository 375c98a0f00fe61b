"""The words that say what part a figure plays: `data/context.yaml`, read on first need."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck import overlay
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
    return msgspec.convert(overlay.our_tree("context.yaml"), Surroundings)
