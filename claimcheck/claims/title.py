"""What an article is about: its title, the names it goes by in the text, the place that it is or speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from claimcheck.claims.grammar import grammar, kinds
from claimcheck.claims.whereabouts import is_place
from claimcheck.document.model import Document, Passage, Template
from claimcheck.patterns import lazy

_BRACKETS = lazy(r"\s*\([^()]*\)\s*$")
_ABOUT = lazy(r"\b(in|of) (?:the )?([A-Z][^()]*)$")
_IS = lazy(r"\b(?:is|was|are|were)\s+(?:an?|the|one of the)\s+([^.;(\ufffc]{3,160})")
_CUT = lazy(r",|\b(?:in|of|that|which|who|on|at|by|from|for|with|to|located|based|situated|founded|whose|where)\b")
_HE = lazy(r"(?:^|[.,] )(He|he|She|she)\b")
_LIFE = lazy(r"\((?:born|b\.)\s|\(\D{0,20}\d[^()]{0,30}[–-][^()]{0,30}\d{3,4}\)|\bwas born\b")
"""Somebody's life in an opening paragraph: "(born 1900)", "(12 May 1900 – 3 June 1950)"."""
_LISTS = ("list of", "comparison of", "lists of", "index of", "outline of", "timeline of")


class Title:
    """The title of one article."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.text = document.title

    @cached_property
    def is_list(self) -> bool:
        """True for an article about many things, to which "it" can't refer."""
        return bool(self.text) and (self.text or "").lower().startswith(_LISTS)

    @cached_property
    def names(self) -> frozenset[str]:
        """What the text calls the subject of the article, in lower case, without articles before it."""
        if not self.text:
            return frozenset()
        plain = _BRACKETS.sub("", self.text)
        short = plain.partition(",")[0]
        parts = plain.split()
        last = parts[-1] if 1 < len(parts) < 5 and all(p[:1].isupper() and p.isalpha() for p in parts) else plain
        if self.pronoun is not None and len(parts) > 1 and parts[-1][:1].isupper():
            last = parts[-1]
        named = (plain, short, last, *self._bold())
        return frozenset(name.lower().removeprefix("the ") for name in named if name) | self.kinds

    def _bold(self) -> Iterator[str]:
        """The name in bold that the lead begins with."""
        source = self._document.source.text
        for passage in self._document.passages:
            start = passage.offsets.first if passage.context == "lead" and passage.text else 0
            if start > 2 and source[start - 3 : start] == "'''":
                end = source.find("'''", start, start + 100)
                last = passage.offsets.visible(end - 1) if end > start else None
                yield passage.text[: last + 1].strip(" ,") if last is not None else ""
                return

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What the first sentence says it is: "city" of "is the largest city in", and "the ground" for a stadium."""
        if self.is_list:
            return frozenset()
        lead = next((p.text for p in self._document.passages if p.context == "lead" and len(p.text) > 40), "")
        match = _IS.search(lead, 0, 400)
        told = tuple(_heads(match[1])) if match else ()
        return frozenset(told) | {word for kind in told for word in kinds().get(kind, ())}

    @cached_property
    def box(self) -> Template | None:
        """The infobox that speaks of the whole article."""
        return next(
            (t for t in self._document.templates if t.name.startswith(("infobox", "geobox")) and not t.section), None
        )

    @cached_property
    def is_place(self) -> bool:
        """True where the article is about a place: a known one, or one with a place's infobox."""
        if not self.text:
            return False
        kind = self.box.name.removeprefix("infobox ").strip() if self.box else ""
        return is_place(_BRACKETS.sub("", self.text)) or kind.rpartition(" ")[2] in grammar().place_boxes

    @cached_property
    def place(self) -> str | None:
        """The place that the article is about ("Peru", "Economy of Peru"), or that its infobox names."""
        if not self.text:
            return None
        plain = _BRACKETS.sub("", self.text)
        if self.is_place:
            return plain
        match = _ABOUT.search(plain)
        if match is not None and is_place(match[2]) and self._topical(plain, match[1]):
            return match[2].strip()
        return self._box_place()

    def _topical(self, plain: str, preposition: str) -> bool:
        """True for "Economy of Peru" and "Aviation in Peru", not for "Bank of America" or the film "Made in Peru"."""
        if preposition == "of":
            return plain.partition(" ")[0].lower() in grammar().topics
        return self.box is None or self.box.name.removeprefix("infobox ").strip() in grammar().located_boxes

    @cached_property
    def pronoun(self) -> str | None:
        """Either "he" or "she", where the lead speaks so of the article's subject."""
        for passage in self._opening():
            if match := _HE.search(passage.text):
                return match[1].lower()
        return None

    def _opening(self) -> Iterator[Passage]:
        """The paragraphs of the lead; those of plain text, which has none, where they open with somebody's life."""
        lives = False
        for passage in self._document.passages:
            if passage.context == "prose":
                lives = lives or (self._document.markup == "plain" and _LIFE.search(passage.text, 0, 200) is not None)
                if not lives:
                    return
                yield passage
            elif passage.context == "lead":
                yield passage
            elif passage.context not in ("infobox", "template", "caption", "citation", "quote"):
                return

    @cached_property
    def is_group(self) -> bool:
        """True where "they" can mean the article's subject: a band, a team, a people."""
        return not self.kinds.isdisjoint(grammar().groups)

    def _box_place(self) -> str | None:
        if self.box is None or self.box.name.removeprefix("infobox ").strip() not in grammar().located_boxes:
            return None
        passage = self.box.get(*grammar().place_parameters)
        name = passage.text.strip() if passage else ""
        return name if is_place(name) else None


def _heads(phrase: str) -> Iterator[str]:
    """The last words of the nouns in a predicate: "capital and largest city" gives both, "sovereign state" too."""
    for noun in re.split(r"\band\b|/", _CUT.split(phrase, maxsplit=1)[0]):
        words = noun.lower().split()
        while words and words[-1].endswith("ed"):
            words.pop()  # "rock band formed"
        if words and len(words[-1]) > 2 and words[-1].isalpha():
            yield words[-1]
            yield " ".join(words[-2:])
            if words[-1].endswith("s") and not words[-1].endswith("ss"):
                yield words[-1][:-1]  # "one of the bands"
