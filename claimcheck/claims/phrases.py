"""The words of a sentence, its noun phrases and its finite verbs, told by lists and endings without a tagger."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from claimcheck.claims.grammar import Grammar, grammar
from claimcheck.document.model import Link
from claimcheck.patterns import lazy
from claimcheck.source import Span

_TOKEN = lazy(r"[^\W_]+(?:[.'’&/-][^\W_]+)*|[$£€¥₹]|[,;:()\[\]—–\ufffc]")
STOPS = frozenset(",;:—–")
_KEPT = 100
"""Stretches of one text that are remembered."""
MOST = 12
"""Words of a noun phrase; a longer one was not understood."""


class Word(NamedTuple):
    """A word or mark of punctuation with its place in the passage; `low` is in lower case."""

    low: str
    start: int
    end: int
    capital: bool


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words and marks of a stretch of text.

    Claims of one sentence ask for ever more of it: what was read last is not read again.
    """
    lately, known = _Lately.read
    if lately is not text or len(known) > _KEPT:
        known = {}
        _Lately.read = text, known
    if start not in known:
        found = _read(text, start, end)
    else:
        stop, found = known[start]
        if stop > end:
            return _cut(text, found, end)
        if stop < end:
            # The last word may go on where the stretch ended.
            at = found[-1].start if found else start
            found = found[:-1] + _read(text, at, end)
    known[start] = end, found
    return found


class _Lately:
    """What was read of the text that was asked for last: where each stretch ended, by where it begins."""

    read: tuple[str, dict[int, tuple[int, tuple[Word, ...]]]] = ("", {})


def _read(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple(
        [
            _word(Word, ((word := match[0]).lower(), match.start(), match.end(), word[0].isupper()))
            for match in _TOKEN.finditer(text, start, end)
        ]
    )


def _cut(text: str, found: tuple[Word, ...], end: int) -> tuple[Word, ...]:
    """The words up to `end`; the one that it falls into is read again, since it ends there now."""
    stop = bisect_right(found, end, key=_END)
    whole = found[:stop]
    if stop < len(found) and found[stop].start < end:
        whole += _read(text, found[stop].start, end)
    return whole


_word = tuple.__new__  # half of what Word(...) takes
_END = attrgetter("end")


def links_in(links: Sequence[Link], start: int, end: int) -> Sequence[Link]:
    """The links that begin from `start` to `end`, found by halving: a passage may hold ten thousand."""
    first = bisect_left(links, start, key=lambda link: link.start)
    return links[first : bisect_right(links, end, lo=first, key=lambda link: link.start)]


def span_of(phrase: Sequence[Word]) -> Span | None:
    """Where a phrase stands; None for an empty one."""
    return Span(phrase[0].start, phrase[-1].end) if 0 < len(phrase) <= MOST else None


def trimmed(phrase: Sequence[Word]) -> list[Word]:
    """A noun phrase without adverbs around it and without what a preposition adds behind it, except "of"."""
    known, found = grammar(), list(phrase)
    while (
        found
        and found[-1].low != "there"
        and (found[-1].low in known.adverbs or (found[-1].low.endswith("ly") and not found[-1].capital))
    ):
        found.pop()
    while found and (found[0].low in known.adverbs and found[0].low not in ("all", "both", "there", "each")):
        found.pop(0)
    for index, word in enumerate(found[1:-1], 1):
        named = found[index - 1].capital and found[index + 1].capital
        if word.low in known.prepositions and word.low != "of" and not named and not word.capital:
            return found[:index]
    return found


def trailing(phrase: Sequence[Word]) -> list[Word]:
    """The last noun phrase of a stretch: "a farm" of "He bought a farm"."""
    known = grammar()
    at = len(phrase)
    while at > 0:
        low = phrase[at - 1].low
        if low in known.prepositions or low in known.coordinators or low in STOPS or finite_at(phrase, at - 1, known):
            break
        at -= 1
        if low in known.determiners:
            break
    return list(phrase[at:])


def verb_of(phrase: Sequence[Word]) -> int | None:
    """Index of the finite verb of a stretch of words, the first of its group; None where it has none."""
    known = grammar()
    weak: int | None = None
    for index, word in enumerate(phrase):
        if word.low in known.finite and not (index and phrase[index - 1].low == "to"):
            return index
        if weak is None and finite_at(phrase, index, known):
            weak = index
    return weak if weak is not None or not phrase else _unlisted(phrase, known)


def _unlisted(phrase: Sequence[Word], known: Grammar) -> int | None:
    """A verb that no list has: "constrains the …", no noun being followed by an article, save in an opening."""
    if phrase[0].low in known.prepositions or phrase[0].low in known.subordinators:
        return None
    for index, word in enumerate(phrase[1:-1], 1):
        plain = word.low.endswith("s") and len(word.low) > 3 and not word.low.endswith(("ss", "us", "is", "'s", "’s"))
        if plain and not word.capital and phrase[index + 1].low in ("the", "a", "an", "its", "his", "her", "their"):
            return None if phrase[index - 1].low in known.determiners | known.prepositions else index
    return None


def finite_at(phrase: Sequence[Word], index: int, known: Grammar) -> bool:
    """True where the word can be taken for a finite verb."""
    word = phrase[index]
    low = word.low
    before = phrase[index - 1] if index else None
    after = phrase[index + 1].low if index + 1 < len(phrase) else ""
    if before is not None and (before.low in known.determiners or before.low == "to"):
        return False
    if low in known.finite:
        return True
    if word.capital and index:
        return False
    if low in known.verb_or_noun:
        return (index > 0 or len(phrase) == 1) and (
            after == "" or after in known.determiners or after[:1].isdigit() or after in _LOOSE
        )
    if low in known.past or (low.endswith("ed") and len(low) > 3 and low not in known.no_verbs):
        if before is not None and (
            before.low in known.prepositions or (before.low in known.adverbs and before.low in _PARTICIPIAL)
        ):
            return False
        if after == "by":
            return False
        named = index > 0 and all(one.capital or one.low in PRONOUNS for one in phrase[:index])
        return after not in known.prepositions or low in known.intransitive or named
    return False


_LOOSE = frozenset(
    (
        "about",
        "over",
        "up",
        "around",
        "nearly",
        "almost",
        "approximately",
        "roughly",
        "more",
        "some",
        "only",
        "just",
        "$",
        "£",
        "€",
    )
)
_PARTICIPIAL = frozenset(("newly", "recently", "originally", "formerly", "previously"))


PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you"))
