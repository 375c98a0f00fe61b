"""Sentences of the lead and the body that say something of the article's subject, whose infobox says it as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from claimcheck.checks.lexicon import any_of
from claimcheck.checks.matching.plain_statements import opens_with, stands_in_lead
from claimcheck.checks.view import View
from claimcheck.document.model import Passage
from claimcheck.document.sentences import sentences
from claimcheck.finding import Mark
from claimcheck.source import Span

MOST = 200
"""Places of an article in which a phrase is looked for."""


class Told(msgspec.Struct, frozen=True, eq=False):
    """What a pattern matched in a sentence about the subject."""

    passage: Passage
    sentence: Span
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.passage.text[self.sentence.start : self.sentence.end]

    @property
    def after(self) -> str:
        """The sentence behind what matched."""
        return self.passage.text[self.match.end() : self.sentence.end]

    def mark(self, note: str = "") -> Mark:
        """What matched, in the source."""
        span = self.passage.span(*self.match.span())
        return Mark(span.start, span.end, note)


def told(view: View, words: re.Pattern[str], hint: str = "") -> Iterator[Told]:
    """Sentences that open with the subject and go on with what `words` matches, only empty words between.

    `hint` is a word without which `words` matches nothing: looking for it is cheaper.
    """
    title = view.document.title
    if not title:
        return
    for passage in view.document.passages:
        if passage.context not in ("lead", "prose") or (hint and hint not in passage.text):
            continue
        if words.search(passage.text) is None:
            continue
        bounds = sentences(passage.text)
        for match in list(words.finditer(passage.text))[:MOST]:
            sentence = next(bound for bound in bounds if bound.start <= match.start() < bound.end)
            before = passage.text[sentence.start : match.start()]
            if _led(title).fullmatch(before) and stands_in_lead(passage, sentence, title):
                yield Told(passage, sentence, match)


@lru_cache(maxsize=64)
def _led(title: str) -> re.Pattern[str]:
    empty = rf"(?i:{any_of('plain_words')}|{any_of('leading_words')})"
    return re.compile(rf"{opens_with(title)}(?<!['’]s)(?:\W+{empty}(?!\w))*\W*")
