"""A sentence up to a figure as clauses: which noun phrase is the subject of the clause that the figure stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.claims.chunks import Chunk, chunks, unbracketed
from claimcheck.claims.grammar import Grammar, grammar
from claimcheck.claims.phrases import PRONOUNS, Word, finite_at, span_of, trailing, trimmed, verb_of, words
from claimcheck.source import Span

LONGEST = 600
"""Characters before a figure that are looked at; a longer sentence is a list of something."""

Kind = Literal["relative", "subordinate", "aside", "verb", "clause", "noun"]


def subject_span(text: str, start: int, at: int, tail: int) -> Span | None:
    """The noun phrase that is the subject of the clause of the figure from `at` to `tail`; None where none can be told.

    `start` is where the sentence begins. Looks at so many characters only, so that its time is bounded.
    """
    if at - start > LONGEST:
        return None
    found = _subject(chunks(unbracketed(words(text, start, at))), text, tail)
    return span_of(trimmed(found)) if found else None


def first_subject(text: str, sentence: Span) -> Span | None:
    """The subject of the first main clause of a sentence; None where none can be told."""
    state = _State()
    before: Chunk | None = None
    for chunk in chunks(unbracketed(words(text, sentence.start, min(sentence.end, sentence.start + LONGEST)))):
        kind = state.kind = _read(chunk, before, state)
        if kind in ("clause", "verb") and state.main:
            return span_of(trimmed(state.main))
        before = chunk
    return None


class _State:
    """What is known of the sentence on the way to the figure."""

    __slots__ = ("current", "kind", "main", "pending", "verbs")

    def __init__(self) -> None:
        self.main: list[Word] | None = None
        self.current: list[Word] | None = None
        self.pending: list[Word] | None = None
        self.kind: Kind = "noun"
        self.verbs = False


def _subject(pieces: Sequence[Chunk], text: str, tail: int) -> list[Word] | None:
    """The subject of the last chunk, behind which the text goes on at `tail`."""
    state = _State()
    kind: Kind = "noun"
    before: Chunk | None = None
    for chunk in pieces:
        kind = state.kind = _read(chunk, before, state)
        before = chunk
    if kind == "noun":
        return state.main if state.verbs and not _goes_on(text, tail) else None
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
        if state.kind == "aside" and chunk.opener in known.coordinators:
            return "aside"  # "After the war and the flood"
        if state.pending is None:
            state.pending = found
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
    start = len(found)
    while start > 0 and found[start - 1].capital:
        start -= 1
    complete = any(word.low in known.determiners for word in found[1 : start - 1])
    return list(found[start:]) if start < len(found) and complete else None


def _goes_on(text: str, tail: int) -> bool:
    """True where a finite verb follows the figure in its own chunk: then it is part of a subject itself."""
    following = chunks(words(text, tail, tail + 80))[0].words
    at = verb_of(following)
    return at is not None and (at + 1 < len(following) or following[at].low in grammar().finite)
