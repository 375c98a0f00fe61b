"""The words around a figure as matching sees them: stems of content words, names, other figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from unicodedata import combining, normalize

import msgspec

from claimcheck.checks.lexicon import phrases
from claimcheck.claims.model import Claim
from claimcheck.document.model import Context
from claimcheck.source import Span

PLACES: tuple[Context, ...] = ("lead", "prose", "caption")
"""Where an article tells things in sentences."""
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d[\d,.]*")
_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))

Weigh = Callable[[Iterable[str]], float]
"""The weight of words: rare ones weigh more."""


class Words(msgspec.Struct, frozen=True, eq=False):
    """What a sentence says beside one figure: `near` holds for each stem its distance from the figure in characters."""

    near: dict[str, int]
    names: frozenset[str]
    figures: frozenset[str]

    def within(self, reach: int) -> frozenset[str]:
        """The stems at most so many characters from the figure."""
        return frozenset(stem for stem, distance in self.near.items() if distance <= reach)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without its commonest endings, in lower case: "cities" and "city" are one, "houses" and "housing" too."""
    word = word.lower() if word.isascii() else _without_accents(word.lower())
    if word[-2:] in ("'s", "’s"):
        word = word[:-2]
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(suffix) + instead
            break
    return word.rstrip("e") if len(word) > 4 else word


def _without_accents(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def head(noun: str | None) -> str | None:
    """The stem of the last word of a counted noun phrase: "city" of "large cities"."""
    return stem(noun.rpartition(" ")[2]) if noun else None


def stems(text: str) -> frozenset[str]:
    """The stems of all content words of a text."""
    return frozenset(map(content, _TOKEN.findall(text))) - {""}


def beside(claim: Claim, title: frozenset[str]) -> Words:
    """The words of a claim's sentence without its own; names in the article's title are no names that tell apart."""
    near: dict[str, int] = {}
    names: set[str] = set()
    figures: set[str] = set()
    own, sentence = claim.visible, claim.sentence
    for match in _TOKEN.finditer(claim.passage.text, sentence.start, sentence.end):
        word, at = match.group(), Span(*match.span())
        if at.overlaps(own):
            continue
        if word[0].isdigit():
            figures.add(word.rstrip(".,"))
        elif found := content(word):
            near[found] = min(near.get(found, 1 << 20), max(at.start - own.end, own.start - at.end))
            if word[0].isupper() and found not in title and at.start > sentence.start + 1:
                names.add(found)
    return Words(near, frozenset(names), frozenset(figures))


def words_of(text: str) -> list[str]:
    """Its words and figures as written."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=1 << 15)
def content(word: str) -> str:
    """The stem of a word that says something, else an empty string: of digits, single letters and empty words."""
    if len(word) < 2 or word[0].isdigit() or word.lower() in _empty():
        return ""
    return stem(word)


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset(phrases("empty_words")) - frozenset(phrases("contrasts"))
