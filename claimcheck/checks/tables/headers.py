"""What a header says of its column or row: total, average, rank, year…, by the words of data/checks/headers.tsv."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck import overlay
from claimcheck.patterns import lazy

_NOTES = lazy(r"\[[^\]]{0,20}\]|[*†‡§^]")
_TOTAL_ROW = lazy(
    r"(?:grand |overall |career |combined |season |final |sum |national |world |medal |\W)*totals?"
    r"(?: sum| medals| overall| \(?\d+[^)]*\)?|:)*\W*|sum|overall|all|altogether",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def plain(text: str) -> str:
    """A header in lower case, without footnote marks, runs of blanks and outer punctuation."""
    return re.sub(r"\s+", " ", _NOTES.sub("", text)).strip(" :.\n\t").lower()


@lru_cache(maxsize=1 << 12)
def roles(text: str) -> frozenset[str]:
    """The roles that a header as a whole can have; none where it is not known."""
    found = plain(text)
    known = _roles().get(found)
    if known is None and "(" in found:
        known = _roles().get(re.sub(r"\s*\([^)]*\)", "", found).strip())
    return known or _by_a_word(found)


@lru_cache(maxsize=1 << 12)
def total_row(label: str) -> bool:
    """True for the name of a row that adds up others."""
    return bool(_TOTAL_ROW.fullmatch(plain(label)))


def _by_a_word(text: str) -> frozenset[str]:
    """A role that any one word of a longer header gives: "points per game" is an average, "% of votes" a share."""
    return frozenset(role for role, words in _words() if any(word in words for word in re.split(r"[\s/(),–-]+", text)))


@cache
def _roles() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for role, *names in _rows():
        for name in names:
            if not name.startswith("~"):
                out.setdefault(name, set()).add(role)
    return {name: frozenset(found) for name, found in out.items()}


@cache
def _words() -> list[tuple[str, frozenset[str]]]:
    """Roles with the words, marked by a tilde, that make any header theirs."""
    return [(role, frozenset(name[1:] for name in names if name.startswith("~"))) for role, *names in _rows()]


def _rows() -> list[list[str]]:
    text = overlay.ours("checks/headers.tsv")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
