"""The noun phrase that owns a figure of prose: beside the figure, else the subject of its clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from claimcheck.claims.clauses import first_subject, subject_span
from claimcheck.claims.grammar import grammar
from claimcheck.claims.model import Claim, Subject
from claimcheck.claims.phrases import PRONOUNS, Word, links_in, span_of, trailing, verb_of, words
from claimcheck.claims.title import Title
from claimcheck.document.model import OBJECT, Passage
from claimcheck.document.sentences import sentences
from claimcheck.patterns import lazy
from claimcheck.source import Span

_BRACKETED = lazy(r"([^\s()][^()]{0,80})\s\((?:about|around|c\.|ca\.|over|nearly|almost|roughly|some)?\s*$")
_HYPHEN = re.compile(r"[-‑][a-z]+")
_DESCRIBED = lazy(r"\s(?:(?:long|wide|high|tall|deep|thick|old) )?([a-z][a-z-]+(?: [a-z][a-z-]+){0,3})")
_POSSESSED = lazy(r"([^\s,;:()]+(?: [^\s,;:()]+){0,4})(?:['’]s|s['’])\s*$")
_OWN = frozenset(("its", "his", "her", "their"))
_CONTAINERS = ("of", "with", "having", "containing", "comprising", "numbering", "totalling", "totaling")
_CHANGED = frozenset(("to", "from", "by", "at", "as"))
_HEDGED = len("(roughly  ")
_PEOPLE = lazy(r"\w+(?:ic|er|or|ent|ist|ian|ant)s")
"""People of one sort, who have their capital from the beginning of a sentence: "Critics", "Residents"."""
_NEAR = 120
_OPENING = 12
"""Characters in which a sentence opens with a date, "On the": its main clause then tells what happened."""
_BACK = 3
"""Sentences that a pronoun looks back over."""


class Subjects:
    """Tells the owners of the figures in the sentences of one article."""

    def __init__(self, title: Title) -> None:
        self._title = title
        self._bounds: dict[int, list[Span]] = {}

    def of(self, claim: Claim) -> Subject | None:
        """The owner of a figure or date of prose; None rather than a guess."""
        passage, sentence = claim.passage, claim.sentence
        if claim.amount is not None:
            found, told = self._beside(claim)
            if told:
                return found
        span = subject_span(passage.text, sentence.start, claim.lead, claim.tail)
        if span is None and claim.when is not None and claim.lead - sentence.start <= _OPENING:
            span = first_subject(passage.text, sentence)
        return self.named(passage, sentence, span, _BACK) if span else None

    def _beside(self, claim: Claim) -> tuple[Subject | None, bool]:
        """The owner that stands right beside the figure, and whether there is one, told or not."""
        text = claim.passage.text
        before = text[max(claim.sentence.start, claim.lead - _NEAR) : claim.lead]
        described = self._described(claim, before)
        if described is not None:
            return (described or None), True
        match = _BRACKETED.search(before) if "(" in before[-_HEDGED:] else None
        alone = text[claim.tail : claim.tail + 1] in ("", ")", ",", ";") or text[claim.visible.end :][:1] == ")"
        if match is not None and alone and not match[1][-1].isdigit():
            return self._bracketed(
                claim, Span(claim.lead - len(before) + match.start(1), claim.lead - len(before) + match.end(1))
            )
        if before.rstrip().endswith(("'s", "’s", "s'", "s’")):
            return self._possessor(claim, before), True
        found = words(text, max(claim.sentence.start, claim.lead - _NEAR), claim.lead)
        if len(found) > 1 and found[-1].low in _CONTAINERS and not text.startswith(" of ", claim.visible.end):
            return self._container(claim, found)
        if len(found) > 2 and found[-1].low in _CHANGED:
            return self._changed(claim, trailing(found[:-1]))
        if found and found[-1].low in _OWN:
            return self._owned(claim, found), True
        return None, False

    def _described(self, claim: Claim, before: str) -> Subject | Literal[False] | None:
        """What "a six-hour special" or "the 50 km road" describes; False where that can't be told, None otherwise."""
        text, end = claim.passage.text, claim.visible.end
        hyphen = _HYPHEN.match(text, end)
        joined = hyphen is not None or "-" in text[claim.visible.start : end]
        article = before.lower().rsplit(None, 1)[-1:] in (["a"], ["an"], ["the"], ["this"])
        if claim.form != "single" or not (joined or (article and claim.unit is not None and claim.counted is None)):
            return None
        start = hyphen.end() if hyphen else end
        for link in links_in(claim.passage.links, start + 1, start + 1):
            if link.end > link.start:
                return Subject(text[link.start : link.end], link.target)
        match = _DESCRIBED.match(text, start)
        noun = _nouns(match[1]) if match else ""
        if noun.rpartition(" ")[2] in grammar().attributes:
            return None
        return Subject(noun) if noun else (False if joined else None)

    def _bracketed(self, claim: Claim, before: Span) -> tuple[Subject | None, bool]:
        """ "Poland (15%)": what stands before the bracket, where it is a name."""
        for link in links_in(claim.passage.links, before.start - _NEAR, before.end):
            if link.end == before.end:
                return Subject(claim.passage.text[link.start : link.end], link.target), True
        found = words(claim.passage.text, before.start, before.end)
        at = len(found)
        while at and found[at - 1].capital:
            at -= 1
        span = span_of(found[at:]) if len(found) - at > 1 or (at < len(found) and len(found[at].low) > 2) else None
        return (
            (Subject(claim.passage.text[span.start : span.end]), True)
            if span and span.start > claim.sentence.start + 3
            else (None, False)
        )

    def _possessor(self, claim: Claim, before: str) -> Subject | None:
        """ "Cuba's 25,000 doctors" belong to Cuba."""
        match = _POSSESSED.search(before)
        if match is None:
            return None
        offset = claim.lead - len(before)
        found = words(claim.passage.text, offset + match.start(1), offset + match.end(1))
        phrase = trailing(found)
        capitals = len(phrase)
        while capitals and phrase[capitals - 1].capital:
            capitals -= 1
        phrase = phrase[capitals:] if capitals < len(phrase) else phrase
        span = span_of(phrase)
        return self.named(claim.passage, claim.sentence, span, _BACK) if span else None

    def _changed(self, claim: Claim, phrase: Sequence[Word]) -> tuple[Subject | None, bool]:
        """ "It raised the ground's capacity to 2,762": the ground, whose attribute stands before the figure."""
        if not phrase or phrase[-1].low not in grammar().attributes:
            return None, False
        if not any(word.low.endswith(("'s", "’s")) for word in phrase):
            return None, False
        return self.named(claim.passage, claim.sentence, span_of(phrase), _BACK), True

    def _container(self, claim: Claim, found: Sequence[Word]) -> tuple[Subject | None, bool]:
        """ "A farm with 300 cows": the farm; "a population of 300" leaves the owner to the clause."""
        known = grammar()
        phrase = trailing(found[:-1])
        if not phrase or phrase[-1].low in known.partitives:
            return None, False
        joined = found[-1].low
        if joined == "of" and (phrase[-1].low in known.attributes or not phrase[-1].low.isalpha()):
            return self._attribute(claim, found, phrase)
        rest = found[: len(found) - 1 - len(phrase)]
        if _predicate(rest) or phrase[0].low in known.partitives or _empty(phrase):
            return None, False
        if joined == "of" and phrase[0].low not in ("a", "an", "the"):
            return None, False
        return self.named(claim.passage, claim.sentence, span_of(phrase), _BACK), True

    def _attribute(self, claim: Claim, found: Sequence[Word], phrase: Sequence[Word]) -> tuple[Subject | None, bool]:
        """ "A village with a population of 300": the village, unless the village is what something is said to be."""
        rest = found[: len(found) - 1 - len(phrase)]
        if not rest or rest[-1].low != "with":
            return None, False
        holder = trailing(rest[:-1])
        if not holder or _predicate(rest[: len(rest) - 1 - len(holder)]) or _empty(holder):
            return None, False
        return self.named(claim.passage, claim.sentence, span_of(holder), _BACK), True

    def _owned(self, claim: Claim, found: Sequence[Word]) -> Subject | None:
        """ "Its 300 pupils": what the pronoun stands for."""
        span = subject_span(claim.passage.text, claim.sentence.start, found[-1].start, claim.tail)
        if span is not None:
            return self.named(claim.passage, claim.sentence, span, _BACK)
        return self._stands_for(claim.passage, claim.sentence, found[-1].low, _BACK)

    def named(self, passage: Passage, sentence: Span, span: Span | None, back: int) -> Subject | None:
        """A noun phrase as an owner: its possessor where it is an attribute, what a pronoun stands for."""
        if span is None or OBJECT in passage.text[span.start : span.end]:
            return None
        found = words(passage.text, span.start, span.end)
        if not found:
            return None
        if len(found) == 1 and (found[0].low in PRONOUNS or found[0].low == "this"):
            return self._stands_for(passage, sentence, found[0].low, back)
        if found[0].low in _OWN:
            if found[-1].low in grammar().attributes or found[-1].low in grammar().partitives:
                return self._stands_for(passage, sentence, found[0].low, back)
            found = found[1:]
        return self._noun(passage, sentence, _owner(found, passage.text), back)

    def _noun(self, passage: Passage, sentence: Span, found: Sequence[Word], back: int) -> Subject | None:
        """A noun phrase without its article, as the title where it is one of the title's names."""
        known = grammar()
        attribute = bool(found) and found[-1].low in known.attributes
        opening = bool(found) and found[0].start <= sentence.start + 4
        while len(found) > 1 and found[0].low in known.determiners and found[0].low != "most":
            found = found[1:]
        while len(found) > 1 and found[0].low[:1].isdigit() and not found[0].low[-1:].isalpha():
            found = found[1:]
        if not found or any(word.low in known.partitives for word in (found[0], found[-1])) or _there(found):
            return None
        if (
            found[-1].low in known.determiners
            or found[-1].low in known.prepositions
            or not (found[-1].low[:1].isalpha() or found[0].capital)
        ):
            return None
        text = passage.text[found[0].start : found[-1].end]
        if self._title.text and text.lower() in self._title.names and not self._title.is_list:
            return Subject(self._title.text)
        if attribute and (opening or not found[0].capital):
            return self._whole(back)
        if text.count('"') % 2 or text.count("“") != text.count("”"):
            return None
        target = _target(passage, found)
        return Subject(text, target)

    def _whole(self, back: int) -> Subject | None:
        """The owner of "the population", of which nothing says whose: the place that the article is about."""
        return Subject(self._title.text) if self._title.text and self._title.is_place and back == _BACK else None

    def _stands_for(self, passage: Passage, sentence: Span, pronoun: str, back: int) -> Subject | None:
        """What a pronoun stands for: the subject of the sentence before, where it fits, else the article's title."""
        if pronoun in ("we", "i", "you", "our", "my", "your"):
            return None
        title = self._whom(pronoun)
        before = self._previous(passage, sentence) if back else None
        if before is None:
            return title
        span = first_subject(passage.text, before)
        found = self.named(passage, before, span, back - 1) if span else None
        if found is not None and ((title is not None and found.text == title.text) or _fits(pronoun, found.text)):
            return found
        return title if pronoun in ("he", "she", "his", "her") or found is not None else None

    def _whom(self, pronoun: str) -> Subject | None:
        """The article's subject, where the pronoun can mean it."""
        if not self._title.text or self._title.is_list:
            return None
        person = {"he": "he", "his": "he", "she": "she", "her": "she"}.get(pronoun)
        if person is not None:
            return Subject(self._title.text) if self._title.pronoun == person else None
        if pronoun in ("they", "their"):
            return Subject(self._title.text) if self._title.is_group else None
        return Subject(self._title.text) if self._title.pronoun is None else None

    def _previous(self, passage: Passage, sentence: Span) -> Span | None:
        if id(passage) not in self._bounds:
            self._bounds[id(passage)] = sentences(passage.text)
        bounds = self._bounds[id(passage)]
        number = bisect_left(bounds, sentence.start, key=lambda bound: bound.start)
        return bounds[number - 1] if 0 < number <= len(bounds) else None


def _owner(found: Sequence[Word], text: str) -> Sequence[Word]:
    """X of "X's population" and of "the population of X"; the whole phrase where it is no attribute."""
    known = grammar()
    for index, word in enumerate(found[:-1]):
        if word.low.endswith(("'s", "’s")) and found[-1].low in known.attributes:
            owner = Word(word.low[:-2], word.start, word.end - 2, word.capital)
            return [*found[:index], owner]
    for index, word in enumerate(found):
        if word.low == "of" and index and found[index - 1].low in known.attributes and index + 1 < len(found):
            return _owner(found[index + 1 :], text)
    return found


def _there(found: Sequence[Word]) -> bool:
    return any(word.low == "there" for word in found)


def _target(passage: Passage, found: Sequence[Word]) -> str | None:
    """The target of the link that covers the phrase, or ends it and makes up half of it."""
    start, end = found[0].start, found[-1].end
    for link in links_in(passage.links, start - _NEAR, end):
        if start <= link.start and link.end == end and (link.end - link.start) * 2 >= end - start:
            return link.target
        if link.start <= start and link.end >= end:
            return link.target
    return None


def _nouns(phrase: str) -> str:
    """The nouns at the beginning of a phrase: "radio special" of "radio special about"."""
    known = grammar()
    out: list[str] = []
    for word in phrase.split():
        if (
            word in known.dimension_words
            or word in known.prepositions
            or word in known.coordinators
            or word in known.finite
        ):
            break
        if word in known.relatives or word in known.determiners or word in known.adverbs:
            break
        out.append(word)
    return " ".join(out)


def _predicate(rest: Sequence[Word]) -> bool:
    """True behind "is": what stands there is said of the subject."""
    at = verb_of(rest)
    return at is None or any(
        word.low in ("is", "was", "are", "were", "became", "becomes", "remained") for word in rest[at:]
    )


def _empty(phrase: Sequence[Word]) -> bool:
    return len(phrase) > 6 or phrase[-1].low in grammar().determiners


def _fits(pronoun: str, name: str) -> bool:
    """True where a pronoun can stand for a noun phrase, as far as its form tells."""
    if not name:
        return False
    last = name.rpartition(" ")[2]
    person = name[:1].isupper() and " of " not in name and last[:1].isupper()
    plural = (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or " and " in name
    if pronoun in ("he", "she", "his", "her"):
        return person
    if pronoun in ("they", "their"):
        return plural
    return not plural or (last[:1].isupper() and _PEOPLE.fullmatch(name) is None)
