"""Figures and measures in the title of a source against the sentence that it stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claimcheck import overlay
from claimcheck.checks.citation_titles import Supported, supported
from claimcheck.checks.matching.words import head, stem, stems
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_MORE = lazy(r"\s*(?:more|additional|further|extra|new|another)\b", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_]+")


class Figure(Options, frozen=True):
    """How much title and sentence must share."""

    shared: int = 3
    """Content words in both, the counted noun among them."""


@check("cited-figure", Figure, text="the figure as printed", title="the figure in the title of the source")
def other_figure(view: View, options: Figure) -> Iterator[Hit]:
    """A count of new ones in the text, and another count of new ones in the title of the only source for it."""
    for part in supported(view):
        told = [claim for claim in part.told if _count(claim)]
        if len(part.told) != 1 or len(told) != 1 or any(_meets(claim, told[0]) for claim in part.sentence.quantities):
            continue
        claims = [claim for claim in part.claims if _count(claim) and _added(claim) and _added(told[0])]
        if len(claims) == 1 and _shared(part) >= options.shared and _same_noun(part, claims[0], told[0]):
            yield _hit(claims[0], told[0])


def _count(claim: Claim) -> bool:
    """True for a plain number of things."""
    return claim.form == "single" and not (claim.unit or claim.per) and claim.hedge == "exact" and not claim.quoted


def _meets(one: Claim, other: Claim) -> bool:
    return bool(one.amount and other.amount and one.amount.interval.meets(other.amount.interval))


def _added(claim: Claim) -> bool:
    """True for "sixteen more", "an additional sixteen"."""
    return claim.role == "additional" or _MORE.match(claim.passage.text, claim.visible.end) is not None


def _shared(part: Supported) -> int:
    return len(_names(part.text) & _names(part.title.text))


def _names(text: str) -> frozenset[str]:
    """Stems of the content words, nouns of one trade being one."""
    return frozenset(_trades().get(word, word) for word in stems(text))


def _same_noun(part: Supported, claim: Claim, told: Claim) -> bool:
    """True where both count the same; the text may have named what it counts earlier in the sentence."""
    counted = head(told.counted)
    if counted is None:
        return False
    noun = _trades().get(counted, counted)
    own = head(claim.counted)
    return noun == _trades().get(own, own) if own else noun in _names(part.text)


@check("cited-measure", Options, text="the measure as the text has it", title="the measure in the title", figure="both")
def other_measure(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure that the text and the title of its source give to two measures: child mortality, infant mortality."""
    for part in supported(view):
        for claim in part.claims:
            if any(_equal(claim, told) for told in part.told):
                yield from _sibling(part, claim)


def _equal(claim: Claim, told: Claim) -> bool:
    """True for the same number in the same unit; small whole numbers are too common to tell."""
    if claim.amount is None or told.amount is None or claim.amount.value != told.amount.value:
        return False
    return claim.unit == told.unit and (claim.unit is not None or (claim.amount.value or 0) > 20)


def _sibling(part: Supported, claim: Claim) -> Iterator[Hit]:
    title = _pairs_of_words(part.title.text)
    text = _pairs_of_words(part.text)
    for (first, second), at in text.items():
        for other in _siblings().get(first, ()):
            if (other, second) in title and (other, second) not in text and (first, second) not in title:
                start = part.title.span(*title[other, second])
                offset = part.sentence.passage.text.find(part.text, part.sentence.span.start)
                words = part.sentence.passage.span(offset + at[0], offset + at[1])
                related = (Mark(start.start, start.end, "the title"), Mark(claim.start, claim.end, "the same figure"))
                told = {"text": f"{first} {second}", "title": f"{other} {second}", "figure": claim.text}
                yield Hit(Mark(words.start, words.end), (claim,), told, related)
                return


def _pairs_of_words(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Each word with the word behind it, in lower case, and the place of both."""
    words = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    return {(a, b): (start, end) for (a, start, _), (b, _, end) in pairwise(words)}


def _hit(claim: Claim, told: Claim) -> Hit:
    related = (Mark(told.start, told.end, "the title"),)
    return Hit(Mark(claim.start, claim.end), (claim, told), {"text": claim.text, "title": told.text}, related)


@cache
def _siblings() -> dict[str, tuple[str, ...]]:
    """For each word those that are of its kind and not the same."""
    found: dict[str, tuple[str, ...]] = {}
    for first, second in _rows("siblings"):
        found[first] = (*found.get(first, ()), second)
        found[second] = (*found.get(second, ()), first)
    return found


@cache
def _trades() -> dict[str, str]:
    """The stem that stands for each of several nouns for the same thing."""
    return {stem(noun): stem(nouns[0]) for nouns in _rows("same_trade") for noun in nouns}


def _rows(name: str) -> list[list[str]]:
    text = overlay.ours(f"checks/{name}.tsv")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
