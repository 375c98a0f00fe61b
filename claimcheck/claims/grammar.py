"""The words by which clauses and places are told: `data/clauses.yaml` and `data/places.tsv`, read on first need."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck import overlay


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `data/clauses.yaml`; the file says what each means."""

    finite: frozenset[str]
    past: frozenset[str]
    verb_or_noun: frozenset[str]
    no_verbs: frozenset[str]
    intransitive: frozenset[str]
    relatives: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    adverbs: frozenset[str]
    attributes: frozenset[str]
    partitives: frozenset[str]
    dimension_words: frozenset[str]
    place_heads: frozenset[str]
    where: frozenset[str]
    place_boxes: frozenset[str]
    located_boxes: frozenset[str]
    topics: frozenset[str]
    groups: frozenset[str]
    corners: frozenset[str]
    place_parameters: tuple[str, ...]


@cache
def grammar() -> Grammar:
    """The vocabulary of clauses."""
    return msgspec.convert(overlay.our_tree("clauses.yaml"), Grammar)


@cache
def places() -> frozenset[str]:
    """Names that are known to be places on earth, as written."""
    text = overlay.ours("places.tsv")
    rows = (line.split("\t")[1] for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(name for row in rows for name in row.split(", "))


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """What else a thing of a kind is called: "the ground" for a stadium."""
    text = overlay.ours("kinds.tsv")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {kind.strip(): tuple(words.split(", ")) for names, words in rows for kind in names.split(",")}
