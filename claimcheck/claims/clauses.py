"""A sentence up to a figure as clauses: which noun phrase is the subject of the clause that the figure stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from claimcheck.claims.grammar import Grammar, grammar
from claimcheck.source import Span

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*|[$£€¥₹]|[,;:()\[\]—–\ufffc]")
_STOPS = frozenset(",;:—–")
LONGEST = 600
"""Characters before a figure that are looked at; a longer sentence is a list of something."""
MOST = 12
"""Words of a noun phrase; a longer one was not understood."""

Kind = Literal["relative", "subordinate", "aside", "verb", "clause", "noun"]


class Word(NamedTuple):
    """A word or mark of punctuation with its place in the passage; `low` is in lower case."""

    low: str
    start: int
    end: int
    capital: bool


class Chunk(NamedTuple):
    """Words without a boundary in them, and the word or mark that opened it."""

    opener: str
    words: list[Word]


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a stretch of text."""
    return [
        Word(match.group().lower(), match.start(), match.end(), match.group()[:1].isupper())
        for match in _TOKEN.finditer(text, start, end)
    ]


def subject_span(text: str, start: int, at: int, tail: int) -> Span | None:
    """The noun phrase that is the subject of the clause of the figure from `at` to `tail`; None where none can be told.

    `start` is where the sentence begins. Looks at so many characters only, so that its time is bounded.
    """
    if at - start > LONGEST:
        return None
    found = _subject(_chunks(_unbracketed(words(text, start, at))), _goes_on(text, tail))
    return span_of(trimmed(found)) if found else None


def first_subject(text: str, sentence: Span) -> Span | None:
    """The subject of the first main clause of a sentence; None where none can be told."""
    state = _State()
    before: Chunk | None = None
    for chunk in _chunks(_unbracketed(words(text, sentence.start, min(sentence.end, sentence.start + LONGEST)))):
        kind = _read(chunk, before, state)
        if kind in ("clause", "verb") and state.main:
            return span_of(trimmed(state.main))
        before = chunk
    return None


def span_of(phrase: Sequence[Word]) -> Span | None:
    """Where a phrase stands; None for an empty one."""
    return Span(phrase[0].start, phrase[-1].end) if 0 < len(phrase) <= MOST else None


def trimmed(phrase: Sequence[Word]) -> list[Word]:
    """A noun phrase without adverbs around it and without what a preposition adds behind it, except "of"."""
    known, found = grammar(), list(phrase)
    while found and (found[-1].low in known.adverbs or (found[-1].low.endswith("ly") and not found[-1].capital)):
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
        if low in known.prepositions or low in known.coordinators or low in _STOPS or finite_at(phrase, at - 1, known):
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
    return weak


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


def _unbracketed(found: list[Word]) -> list[Word]:
    """The words without what stands in brackets that are closed before the figure."""
    out: list[Word] = []
    opened: list[int] = []
    for word in found:
        if word.low in "([":
            opened.append(len(out))
        elif word.low in ")]":
            del out[opened.pop() if opened else len(out) :]
            continue
        out.append(word)
    return out


def _chunks(found: Sequence[Word]) -> list[Chunk]:
    """The words cut at punctuation and at the words that open a clause."""
    known = grammar()
    out = [Chunk("", [])]
    for index, word in enumerate(found):
        low = word.low
        if low in _STOPS or low in "([" or (low in known.relatives and not _demonstrative(found, index, known)):
            out.append(Chunk(low, []))
        elif (
            low in known.coordinators
            or (low in known.subordinators and not word.capital)
            or (low in known.subordinators and not out[-1].words)
        ):
            if not out[-1].words and out[-1].opener in _STOPS and low in known.coordinators:
                out[-1] = Chunk(f",{low}", [])
            else:
                out.append(Chunk(low, []))
        else:
            out[-1].words.append(word)
    return _merged(out, known)


def _demonstrative(found: Sequence[Word], index: int, known: Grammar) -> bool:
    """True for the "that" of "in that year" or "That year"."""
    return found[index].low == "that" and (
        index == 0
        or found[index - 1].low in known.prepositions
        or (found[index - 1].low in known.finite and found[index - 1].low in ("is", "was"))
    )


def _merged(chunks: list[Chunk], known: Grammar) -> list[Chunk]:
    """The chunks, with "and" put back where it joins two nouns of one subject: "Smith and Jones had"."""
    out: list[Chunk] = []
    for chunk in chunks:
        last = out[-1] if out else None
        if (
            last is not None
            and chunk.opener == "and"
            and last.words
            and chunk.words
            and verb_of(last.words) is None
            and last.words[0].low not in known.prepositions
            and verb_of(chunk.words) != 0
        ):
            joint = Word("and", last.words[-1].end, chunk.words[0].start, False)
            out[-1] = Chunk(last.opener, [*last.words, joint, *chunk.words])
        else:
            out.append(chunk)
    return out


class _State:
    """What is known of the sentence on the way to the figure."""

    __slots__ = ("current", "listed", "main", "pending", "verbs")

    def __init__(self) -> None:
        self.main: list[Word] | None = None
        self.current: list[Word] | None = None
        self.pending: list[Word] | None = None
        self.listed = False
        self.verbs = False


def _subject(chunks: Sequence[Chunk], goes_on: bool) -> list[Word] | None:
    """The subject of the last chunk."""
    state = _State()
    kind: Kind = "noun"
    before: Chunk | None = None
    for chunk in chunks:
        kind = _read(chunk, before, state)
        before = chunk
    if kind == "noun":
        return state.main if state.verbs and not goes_on else None
    if kind == "aside":
        return state.main if state.verbs else state.pending
    return state.current


def _read(chunk: Chunk, before: Chunk | None, state: _State) -> Kind:
    """Takes one chunk into the state and says what it is."""
    known = grammar()
    found = chunk.words
    while found and (
        found[0].low in known.adverbs
        and found[0].low not in ("there", "both", "all", "each", "first")
        and len(found) > 1
    ):
        found = found[1:]
    verb = verb_of(found)
    if chunk.opener in known.relatives:
        verb = next((at for at in range(len(found)) if finite_at(found, at, known)), None)
        if chunk.opener in ("whose", "where", "whom") and not verb:
            state.current = None
        else:
            state.current = list(found[:verb]) if verb else _antecedent(before, state)
        if verb is not None and _resumed(found, verb, known):
            state.current = state.main = None if state.verbs else state.pending
            state.verbs = True
            return "verb"
        return "relative"
    if chunk.opener in known.subordinators:
        state.current = list(found[:verb]) if verb else (state.main if state.verbs else None)
        return "subordinate" if verb else "aside"
    if verb is None:
        return _nominal(chunk, found, state, known)
    if verb == 0 and (state.main or state.pending):
        return _continued(chunk, found, state, known)
    if verb == 0:
        return "aside"
    return _clause(found, verb, state, known)


def _resumed(found: Sequence[Word], verb: int, known: Grammar) -> bool:
    """True where a second verb ends the relative clause: "that he bought in 1950 had"."""
    return any(
        word.low in known.finite and found[at - 1].low not in known.finite and found[at - 1].low not in known.adverbs
        for at, word in enumerate(found[verb + 2 :], verb + 2)
    )


def _antecedent(before: Chunk | None, state: _State) -> list[Word] | None:
    """What "which", "who" and "that" stand for."""
    if before is None or not before.words:
        return None
    if verb_of(before.words) is None and before.words is state.pending:
        return state.pending
    return trailing(before.words)


def _nominal(chunk: Chunk, found: list[Word], state: _State, known: Grammar) -> Kind:
    """A chunk without a finite verb: an opening, an aside, an apposition or a piece of a list."""
    first = found[0].low if found else ""
    if first in known.prepositions or first.endswith("ing") or first[:1].isdigit() or first in known.subordinators:
        return "aside"
    if first.endswith("ed") or first in known.past:
        return "aside"
    if state.main is None and found:
        if state.pending is None:
            state.pending = found
        else:
            state.listed = True
    if state.verbs and chunk.opener == ",":
        state.current = state.main
    return "noun"


def _continued(chunk: Chunk, found: list[Word], state: _State, known: Grammar) -> Kind:
    """A chunk that begins with its verb: the same subject goes on."""
    participle = found[0].low not in known.finite
    if state.main is None and participle and chunk.opener == ",":
        return "aside"  # "Lima, founded in 1535, had"
    if state.main is None:
        state.main = state.pending
    if chunk.opener != "and" or state.current is None:
        state.current = state.main
    state.verbs = True
    return "verb"


def _clause(found: list[Word], verb: int, state: _State, known: Grammar) -> Kind:
    """A chunk with a subject of its own before its verb."""
    subject: list[Word] | None = list(found[:verb])
    if found[0].low in known.prepositions or found[0].low in known.subordinators:
        subject = _behind_opening(found[:verb], known)
    elif state.main is None and state.pending and not _opens(state.pending, subject or []):
        subject = None  # "Cuba, Peru and Chile had", each of which may own the figure
    state.main = state.current = subject
    state.verbs = True
    return "clause"


def _opens(pending: Sequence[Word], subject: Sequence[Word]) -> bool:
    """True where what stands before the comma only describes the subject: "A native of Lima, he had"."""
    return pending[0].low in ("a", "an") or (len(subject) == 1 and subject[0].low in PRONOUNS)


def _behind_opening(found: Sequence[Word], known: Grammar) -> list[Word] | None:
    """The subject behind an opening without a comma: "In 2010 the city"; None where its end can't be told."""
    for index in range(2, len(found)):
        starts = found[index].low in known.determiners or found[index].low in PRONOUNS
        dated = index == 2 and found[1].low[:4].isdigit()
        if (starts or dated) and found[index - 1].low not in known.prepositions:
            return list(found[index:])
    return None


def _goes_on(text: str, tail: int) -> bool:
    """True where a finite verb follows the figure in its own chunk: then it is part of a subject itself."""
    following = _chunks(words(text, tail, tail + 80))[0].words
    at = verb_of(following)
    return at is not None and (at + 1 < len(following) or following[at].low in grammar().finite)
