"""Places on earth that a text names: a known name, a name with "county" or "region", a name before a known one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.claims.grammar import grammar, places
from claimcheck.claims.phrases import Word, links_in, words
from claimcheck.document.model import Link, Passage
from claimcheck.source import Span

_REACH = 80
"""Characters behind a figure within which its place is looked for."""
_LONGEST = 6
"""Words of a place's name."""
_SMALL = frozenset(("of", "and", "the", "de", "la", "do", "da", "el", "al"))
_LEADING = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "the", "of")
)
_ENDS = frozenset(";:—–()[],")
_TURNS = frozenset(("than", "from", "to", "like", "unlike", "versus", "compared"))
_MONEY = frozenset(("dollar", "dollars", "currency", "cents"))


@lru_cache(maxsize=1 << 12)
def is_place(name: str) -> bool:
    """True for the name of a known place, "the" left out."""
    return name.strip().removeprefix("the ").removeprefix("The ") in places()


def place_beside(passage: Passage, sentence: Span, lead: int, tail: int, known: frozenset[str]) -> str | None:
    """The place that the clause of the figure from `lead` to `tail` names; `known` are more names of places."""
    return _behind(passage, sentence, tail, known) or _before(passage, sentence, lead, known)


def names_place(text: str, sentence: Span) -> bool:
    """True where the sentence names any known place."""
    found = words(text, sentence.start, min(sentence.end, sentence.start + 1000))
    return any(word.capital and _known(text, found, at, frozenset()) for at, word in enumerate(found))


def _behind(passage: Passage, sentence: Span, tail: int, known: frozenset[str]) -> str | None:
    end = min(sentence.end, tail + _REACH)
    near = passage.text[tail:end].lower()
    if not any(word in near for word in grammar().where):
        return None
    found = words(passage.text, tail, end)
    for at, word in enumerate(found):
        if word.low in _ENDS or word.low in _TURNS or word.low in grammar().relatives:
            return None
        if word.low in grammar().coordinators or word.low in grammar().subordinators:
            return None
        if word.low in grammar().where and not word.capital:
            place = _place_at(passage, found, at + 1, known)
            if place is not None:
                return place if _alone(passage.text, found, at + 1, place) else None
    return None


def _alone(text: str, found: Sequence[Word], at: int, place: str) -> bool:
    """False for the first of several places: "in Lima, Cusco and Puno"."""
    end = text.find(place, found[at].start) + len(place)
    rest = words(text, end, end + 60)
    if len(rest) > 1 and rest[0].low in ("and", "or", "&") and rest[1].capital:
        return False
    if len(rest) > 2 and rest[0].low == "," and rest[1].capital:
        stop = next(
            (n for n in range(1, len(rest)) if not rest[n].capital and rest[n].low not in _SMALL - {"and"}), len(rest)
        )
        return not (stop + 1 < len(rest) and rest[stop].low in (",", "and") and rest[stop + 1].capital)
    return True


def _before(passage: Passage, sentence: Span, lead: int, known: frozenset[str]) -> str | None:
    """The place before the figure in its clause, or the one that opens the sentence."""
    if lead - sentence.start > 600:
        return None
    found = words(passage.text, sentence.start, lead)
    named: list[str] = []
    for at in range(len(found) - 1, -1, -1):
        word = found[at]
        if word.low in grammar().where:
            place = _place_at(passage, found, at + 1, known)
            if place is not None:
                named.extend([place] if _alone(passage.text, found, at + 1, place) else [])
                break
        if (
            word.low in _ENDS
            or word.low in grammar().relatives
            or word.low in grammar().coordinators
            or word.low in _TURNS
        ):
            break
    if not named and found and found[0].low in grammar().where:
        place = _place_at(passage, found, 1, known)
        if place is not None and not _turned(found) and _alone(passage.text, found, 1, place):
            return place
    return named[0] if named else None


def _turned(found: Sequence[Word]) -> bool:
    """True where something behind the opening may speak of another place."""
    return any(word.low in (";", "while", "whereas", "compared", "than", "but") for word in found)


def _place_at(passage: Passage, found: Sequence[Word], at: int, known: frozenset[str]) -> str | None:
    """The place whose name begins at the word, its article left out."""
    while at < len(found) and found[at].low in _LEADING and not (found[at].capital and found[at].low != "the"):
        at += 1
    if at >= len(found):
        return None
    text = passage.text
    if found[at].low in grammar().place_heads or found[at].low in ("city", "town", "village"):
        if at + 2 < len(found) and found[at + 1].low == "of" and found[at + 2].capital:
            at += 2
            return _known(text, found, at, known) or _run(text, found, at)[0]
        return None
    if not found[at].capital:
        return None
    linked = _linked(passage.links, found[at], text)
    if linked is not None:
        return linked
    return _known(text, found, at, known) or _headed(text, found, at) or _before_known(text, found, at, known)


def _known(text: str, found: Sequence[Word], at: int, known: frozenset[str]) -> str | None:
    """The longest known name that begins at the word and is no part of a longer one."""
    for length in range(min(_LONGEST, len(found) - at), 0, -1):
        last = found[at + length - 1]
        name = text[found[at].start : last.end]
        if name not in places() and name not in known:
            continue
        follower = found[at + length] if at + length < len(found) else None
        touching = follower is not None and text[last.end : follower.start] in (" ", "-")
        if follower is not None and touching:
            if follower.low in grammar().place_heads:
                return text[found[at].start : follower.end]
            if follower.capital or follower.low in _MONEY:
                return None
        return name
    return None


def _run(text: str, found: Sequence[Word], at: int) -> tuple[str, int]:
    """The capitalised words from here on, and where they end."""
    end = at + 1
    while end < len(found) and end - at < _LONGEST and text[found[end - 1].end : found[end].start] == " ":
        if not found[end].capital and not (
            found[end].low in _SMALL and end + 1 < len(found) and found[end + 1].capital and found[end].low != "and"
        ):
            break
        end += 1
    return text[found[at].start : found[end - 1].end], end


def _headed(text: str, found: Sequence[Word], at: int) -> str | None:
    """ "Cook County", "the Andean region": a name with a word that says that it is a place."""
    name, end = _run(text, found, at)
    if end - at > 1 and found[end - 1].low in grammar().place_heads:
        return name
    if (
        end < len(found)
        and found[end].low in grammar().place_heads
        and text[found[end - 1].end : found[end].start] == " "
    ):
        return text[found[at].start : found[end].end]
    return None


def _before_known(text: str, found: Sequence[Word], at: int, known: frozenset[str]) -> str | None:
    """ "Erasbach, Bavaria": a name followed by a known place."""
    name, end = _run(text, found, at)
    comma = end + 1 < len(found) and found[end].low == ","
    return name if comma and _known(text, found, end + 1, known) else None


def _linked(links: Sequence[Link], word: Word, text: str) -> str | None:
    """The linked name at the word, where the target is a known place or "X, known place"."""
    for link in links_in(links, word.start, word.start):
        target, _, within = link.target.partition(",")
        if is_place(target) or (within and is_place(within)):
            return text[link.start : link.end]
    return None
