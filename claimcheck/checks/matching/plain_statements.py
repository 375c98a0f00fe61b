"""Sentences that say a fact of the article's subject and nothing else: "The bridge was opened in 1931"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.checks.lexicon import any_of
from claimcheck.checks.matching.subject import OWN_KIND, PRONOUNS, titles
from claimcheck.checks.view import Sentence
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

FARTHEST = 160
"""Characters of a sentence up to the figure, beyond which it says more than one thing."""


def plain_claim(sentence: Sentence, title: str | None, words: tuple[str, ...]) -> Claim | None:
    """The figure or date that the sentence tells of the subject in these words, with no other word between; else None.

    The sentence must open with the subject: its title, a pronoun, "the film". Between subject, words and figure only
    words of data/checks/plain_words.txt may stand, which change nothing of what is said.
    """
    text = sentence.text
    if not title or (_PRONOUN.match(text) and not _follows_subject(sentence, title)):
        return None
    for claim in sentence.claims:
        start, end = claim.lead - sentence.span.start, claim.tail - sentence.span.start
        if claim.status == "ok" and 0 <= start <= FARTHEST:
            before, behind = text[:start], text[end : end + FARTHEST]
            if claim.hedge == "exact" and claim.amount is not None and _BOUND.search(before):
                continue  # "over a 2 hour run": the bound was not read
            if _said_before(title, words).fullmatch(before) or _active(title, words).fullmatch(before):
                return claim
            if _opened(title).fullmatch(before) and _said_behind(words).match(behind):
                return claim
    return None


_PRONOUN = lazy(rf"\W*{PRONOUNS}\b")
_BOUND = lazy(
    r"\b(?:over|under|than|least|most|nearly|almost|up to|shade|close to)\W+(?:an?\W+|the\W+)?$", re.IGNORECASE
)
_PLACE = r"(?:\W+(?:in|at)(?:\W+(?:the\W+)?[A-Z][\w.'’-]*){1,5})?"
"""Where it happened: "in Long Beach, California"."""


def _follows_subject(sentence: Sentence, title: str) -> bool:
    """True where a pronoun stands for the article's subject: in the lead, behind a sentence that opens with it."""
    if sentence.passage.context != "lead":
        return False
    told = sentence.passage.text[: sentence.span.start].rstrip(" .\n\ufffc")
    return not told or re.match(_subject(title), told[told.rfind(". ") + 1 :]) is not None


@lru_cache(maxsize=64)
def _opened(title: str) -> re.Pattern[str]:
    return re.compile(rf"{_subject(title)}{_light()}\W*")


@lru_cache(maxsize=256)
def _said_before(title: str, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_subject(title)}{_light()}\W+(?i:{_any(words)})(?!\w){_PLACE}{_light()}\W*")


@lru_cache(maxsize=256)
def _active(title: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches "Jane Doe painted The Long Tarn in": what somebody did to the subject."""
    return re.compile(rf"\W*(?:[A-Z][\w.'’-]*\W+){{1,5}}(?:{_any(words)})\W+{_named(title)}(?!\w){_light()}\W*")


@lru_cache(maxsize=256)
def _said_behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_light()}\W+(?i:{_any(words)})(?!\w)")


@lru_cache(maxsize=64)
def _subject(title: str) -> str:
    """What a sentence opens with that is about the subject, up to the end of its last word."""
    named = rf"(?:(?:The|This)\s+)?(?:{OWN_KIND}\s+)?{_named(title)}"
    return rf"\W*(?:{named}|(?:The|This)\s+{OWN_KIND}|{PRONOUNS})(?:['’]s?)?(?!\w)"


def _named(title: str) -> str:
    return f"(?:{'|'.join(titles(title))})"


def _light() -> str:
    return rf"(?:\W+(?i:{any_of('plain_words')})(?!\w))*"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
