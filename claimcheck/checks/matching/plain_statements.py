"""Sentences that say a fact of the article's subject and nothing else: "The bridge was opened in 1931"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.checks.lexicon import any_of
from claimcheck.checks.matching.subject import OWN_KIND, PRONOUNS, titles
from claimcheck.checks.view import Sentence
from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage
from claimcheck.patterns import lazy
from claimcheck.source import Span

FARTHEST = 160
"""Characters of a sentence up to the figure, beyond which it says more than one thing."""


def plain_claim(sentence: Sentence, title: str | None, words: tuple[str, ...]) -> Claim | None:
    """The figure or date that the sentence tells of the subject in these words, with no other word between; else None.

    The sentence must open with the subject: its title, a pronoun, "the film". Between subject, words and figure only
    words of data/checks/plain_words.txt may stand, which change nothing of what is said.
    """
    text = sentence.text
    if not title or not stands_in_lead(sentence.passage, sentence.span, title):
        return None
    for claim in sentence.claims:
        start, end = claim.lead - sentence.span.start, claim.tail - sentence.span.start
        if claim.status == "ok" and 0 <= start <= FARTHEST:
            before, behind = text[:start], text[end : end + FARTHEST]
            if claim.hedge == "exact" and claim.amount is not None and _BOUND.search(before):
                continue  # "over a 2 hour run": the bound was not read
            whole = claim.amount is None or _all_said(words).match(behind) is not None
            said = _said_before(title, words).fullmatch(before) or _active(title, words).fullmatch(before)
            if said or (_opened(title).fullmatch(before) and _said_behind(words).match(behind)):
                return claim if whole else None
            counted = text[claim.visible.end - sentence.span.start : end + FARTHEST]
            if _THERE.fullmatch(before) and _said_in(title, words).match(counted):
                return claim
    return None


_PRONOUN = lazy(rf"\W*{PRONOUNS}\b")
_BOUND = lazy(
    r"\b(?:over|under|than|least|most|nearly|almost|up to|shade|close to)\W+(?:an?\W+|the\W+)?$", re.IGNORECASE
)
_PLACE = r"(?:\W+(?:in|at)(?:\W+(?:the\W+)?[A-Z][\w.'’-]*){1,5})?"
"""Where it happened: "in Long Beach, California"."""


def stands_in_lead(passage: Passage, sentence: Span, title: str) -> bool:
    """True for a sentence without a pronoun, or with one that stands for the article's subject."""
    pronoun = _PRONOUN.match(passage.text, sentence.start) is not None
    return not pronoun or _follows_subject(passage, sentence, title)


def _follows_subject(passage: Passage, sentence: Span, title: str) -> bool:
    """True where a pronoun stands for the article's subject: in the lead, behind a sentence that opens with it."""
    if passage.context != "lead":
        return False
    told = passage.text[: sentence.start].rstrip(" .\n\ufffc")
    return not told or re.match(opens_with(title), told[told.rfind(". ") + 1 :]) is not None


@lru_cache(maxsize=64)
def _opened(title: str) -> re.Pattern[str]:
    return re.compile(rf"{opens_with(title)}{_light()}\W*")


@lru_cache(maxsize=256)
def _said_before(title: str, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{opens_with(title)}{_light()}\W+(?i:{_any(words)})(?!\w){_PLACE}{_light()}\W*")


@lru_cache(maxsize=256)
def _active(title: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches "Jane Doe painted The Long Tarn in": what somebody did to the subject."""
    return re.compile(rf"\W*(?:[A-Z][\w.'’-]*\W+){{1,5}}(?:{_any(words)})\W+{_named(title)}(?!\w){_light()}\W*")


@lru_cache(maxsize=256)
def _said_behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_light()}\W+(?i:{_any(words)})(?!\w)")


@lru_cache(maxsize=256)
def _all_said(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches what may follow a figure that is of the whole subject; not "in North America", "more than its budget"."""
    return re.compile(
        rf"(?:\W+(?i:{_any(words)}|{any_of('behind_whole')})(?!\w))*\s*(?:[.;:,!?)]|and\b|but\b|while\b|$)"
    )


_THERE = lazy(r"\W*(?:There (?:were|are|have been)|A total of|In total)?\W*")


@lru_cache(maxsize=256)
def _said_in(title: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches "people died in the Tarn Bridge disaster", "teams in the Tarn Games", "is when Jane Doe was born"."""
    said, light, named = f"(?i:{_any(words)})", _light(), _named(title)
    happened = rf"\W+{said}{light}\W+(?:in|at|during)\W+(?:the\W+)?{named}(?!\w|['’])"
    when = rf"\W+(?:is|was) when\W+(?:the\W+)?{named}{light}\W+{said}(?!\w)"
    return re.compile(f"{happened}|{when}")


@lru_cache(maxsize=64)
def opens_with(title: str) -> str:
    """What a sentence opens with that is about the subject, up to the end of its last word."""
    named = rf"(?:(?:The|This)\s+)?(?:{OWN_KIND}\s+)?{_named(title)}"
    return rf"\W*(?:{named}|(?:The|This)\s+{OWN_KIND}|{PRONOUNS})(?:['’]s?)?(?!\w)"


def _named(title: str) -> str:
    return f"(?:{'|'.join(titles(title))})"


def _light() -> str:
    return rf"(?:\W+(?i:{any_of('plain_words')})(?!\w))*"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
