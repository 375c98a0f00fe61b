"""The templates that we know by name, from `data/templates.yaml`."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck import overlay


class Vocabulary(msgspec.Struct, frozen=True):
    """`data/templates.yaml` as read."""

    hidden: frozenset[str]
    kept: frozenset[str]
    unread: frozenset[str]
    text: dict[str, str]
    render: dict[str, list[str]]
    sic: frozenset[str]
    quote: frozenset[str]
    infobox: frozenset[str]
    citation: frozenset[str]
    no_citation: frozenset[str]
    convert_units: dict[str, str]
    convert_adjectives: dict[str, str]
    convert_words: dict[str, str]
    money: dict[str, str]
    money_scales: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The template names that we know; read on first need."""
    return msgspec.convert(overlay.tree("templates.yaml"), Vocabulary)
