"""The word lists that the recognisers of quantities lean on, read once from the package's data."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from claimcheck import overlay
from claimcheck.values.amount import Hedge


@cache
def rows(name: str) -> list[list[str]]:
    """The tab-separated rows of a data file without its comments."""
    lines = overlay.text(name).splitlines()
    return [[cell.strip() for cell in line.split("\t")] for line in lines if line.strip() and not line.startswith("#")]


def phrases(cell: str) -> list[str]:
    """The comma-separated phrases of a cell."""
    return [phrase.strip() for phrase in cell.split(",") if phrase.strip()]


def words(name: str, kind: str) -> frozenset[str]:
    """The words of one kind in a file of (kind, words) rows."""
    return frozenset(word for row in rows(name) if row[0] == kind for word in phrases(row[1]))


def context(kind: str) -> frozenset[str]:
    """The words of one kind that are looked for around a number."""
    return words("number_context.tsv", kind)


def alternation(kind: str) -> str:
    """The same as a regular expression; a star stands for any ending."""
    longest_first = sorted(context(kind), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(word.replace("*", r"\w*") for word in longest_first) + ")"


def stems(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The same as whole words and as beginnings of words, which is quicker to ask than a regular expression."""
    listed = context(kind)
    whole = frozenset(word for word in listed if not word.endswith("*"))
    return whole, tuple(sorted(word[:-1] for word in listed - whole))


def _scales() -> tuple[dict[str, int], dict[str, int]]:
    by_word: dict[str, int] = {}
    by_letter: dict[str, int] = {}
    for row in rows("scales.tsv"):
        by_word |= dict.fromkeys(phrases(row[1]), int(row[0]))
        if len(row) > 2:
            by_letter |= dict.fromkeys(row[2].split(), int(row[0]))
    return by_word, by_letter


class HedgeWord:
    """What a hedging phrase says: the hedge, and whether it means a little below."""

    __slots__ = ("hedge", "near", "words")

    def __init__(self, words: tuple[str, ...], hedge: Hedge, *, near: bool) -> None:
        self.words, self.hedge, self.near = words, hedge, near


def _hedges(place: str) -> list[HedgeWord]:
    out = []
    for meaning, where, listed in rows("hedges.tsv"):
        if where == place:
            near = meaning == "near"
            hedge: Hedge = "about" if near else meaning  # type: ignore[assignment]
            out += [HedgeWord(tuple(phrase.split()), hedge, near=near) for phrase in phrases(listed)]
    return sorted(out, key=lambda word: -len(word.words))


SCALE_WORDS, SCALE_LETTERS = _scales()
SMALL = {word: int(row[0]) for row in rows("number_words.tsv") for word in phrases(row[1])}
HEDGES_BEFORE: dict[str, list[HedgeWord]] = {}
for _word in _hedges("before"):
    HEDGES_BEFORE.setdefault(_word.words[-1], []).append(_word)
HEDGES_AFTER = _hedges("after")
FUNCTION = words("function_words.tsv", "function")
VERBS = words("function_words.tsv", "verb")
PLURALS = words("plurals.tsv", "plural")
NOMINAL = words("plurals.tsv", "nominal")
NOT_PLURAL = words("plurals.tsv", "not_plural")
COMPOUND = words("plurals.tsv", "compound")
LABELS = words("not_counts.tsv", "label")
WEAK_LABELS = words("not_counts.tsv", "weak")
ATTRIBUTIVE = words("plurals.tsv", "attributive")
MEASURING = words("not_counts.tsv", "counted")
SCORES = words("not_counts.tsv", "score")
LARGER = {(row[0], row[1]): Fraction(row[2]) for row in rows("clocks.tsv")}
CUES = {row[0]: frozenset(phrases(row[1])) for row in rows("cues.tsv")}
