"""Sentences beside the titles of the sources that stand behind them, where both hold figures."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from claimcheck.checks.view import Sentence, View, once
from claimcheck.claims.model import Claim
from claimcheck.document.model import Document, Passage

_TITLES = ("title", "ref")


class Supported(msgspec.Struct, frozen=True, eq=False):
    """The part of a sentence that one reference stands behind, and the title of its source, both with figures."""

    sentence: Sentence
    text: str
    claims: tuple[Claim, ...]
    title: Passage
    told: tuple[Claim, ...]
    """The quantities of the title."""


@once
def supported(view: View) -> list[Supported]:
    """Every such part, in the order of the text; `claims` are its quantities."""
    return list(_supported(view))


def _supported(view: View) -> Iterator[Supported]:
    titles = _titles(view)
    for sentence in view.sentences if titles else ():
        passage = sentence.passage
        start = sentence.span.start
        if not passage.anchors or passage.context in ("citation", "heading", "infobox"):
            continue
        for at, numbers in _anchors(sentence):
            claims = tuple(c for c in sentence.quantities if start <= c.visible.start and c.visible.end <= at)
            for number in numbers:
                for title, told in titles.get(number, ()) if claims else ():
                    yield Supported(sentence, passage.text[start:at], claims, title, tuple(told))
            start = at


def _anchors(sentence: Sentence) -> Iterator[tuple[int, list[int]]]:
    """Places of a sentence where references stand, and their numbers."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for at, number in sentence.passage.anchors:
        if sentence.span.start < at <= sentence.span.end:
            groups[at].append(number)
    yield from sorted(groups.items())


def _titles(view: View) -> dict[int, list[tuple[Passage, list[Claim]]]]:
    """Titles that hold quantities, by the number of their reference."""
    found: defaultdict[int, dict[int, tuple[Passage, list[Claim]]]] = defaultdict(dict)
    places = _places(view.document)
    starts = [start for start, _, _ in places]
    for claim in view.of_context("citation"):
        passage = claim.passage
        if claim.kind == "quantity" and passage.path and passage.path[-1] in _TITLES:
            start, end, number = places[bisect_right(starts, claim.start) - 1]
            if start <= claim.start < end:
                found[number].setdefault(id(passage), (passage, []))[1].append(claim)
    return {number: list(group.values()) for number, group in found.items()}


def _places(document: Document) -> list[tuple[int, int, int]]:
    """(start, end, number) of every reference, in the order of the source."""
    return sorted((c.span.start, c.span.end, number) for number, c in enumerate(document.citations)) or [(0, 0, -1)]
