"""Sentences that say a fact of the article's subject and nothing else: "The bridge was opened in 1931"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

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
            if _told_before(before, title, words, behind) or _done_to(before, title, words):
                return claim if whole else None
            counted = text[claim.visible.end - sentence.span.start : end + FARTHEST]
            if _THERE.fullmatch(before) and _told_behind(counted, title, words):
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


# What is sought of a title and what is sought of the words are patterns of their own: there are as many titles as
# articles, and a pattern of both, with all the plain words in it, took 20 ms to compile for each.


def _told_before(before: str, title: str, words: tuple[str, ...], behind: str) -> bool:
    """Matches "The bridge was opened in", or "The film has" where the figure is followed by "screens"."""
    opened = _opening(title).match(before)
    if opened is None:
        return False
    if _said(words).fullmatch(before, opened.end()):
        return True
    return _only_light().fullmatch(before, opened.end()) is not None and _said_behind(words).match(behind) is not None


def _done_to(before: str, title: str, words: tuple[str, ...]) -> bool:
    """Matches "Jane Doe painted The Long Tarn in": what somebody did to the subject."""
    done = _doing(words).match(before)
    named = _name(title).match(before, done.end()) if done else None
    return named is not None and _only_light().fullmatch(before, named.end()) is not None


def _told_behind(counted: str, title: str, words: tuple[str, ...]) -> bool:
    """Matches "people died in the Tarn Bridge disaster", "teams in the Tarn Games", "is when Jane Doe was born"."""
    said = _happened(words).match(counted)
    if said and (named := _name(title).match(counted, said.end())):
        return counted[named.end() : named.end() + 1] not in ("'", "’")
    when = _WHEN.match(counted)
    named = _name(title).match(counted, when.end()) if when else None
    return named is not None and _said_behind(words).match(counted, named.end()) is not None


@lru_cache(maxsize=64)
def _opening(title: str) -> re.Pattern[str]:
    return re.compile(opens_with(title))


@lru_cache(maxsize=64)
def _name(title: str) -> re.Pattern[str]:
    return re.compile(rf"{_named(title)}(?!\w)")


@cache
def _only_light() -> re.Pattern[str]:
    return re.compile(rf"{_light()}\W*")


@lru_cache(maxsize=256)
def _said(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_light()}\W+(?i:{_any(words)})(?!\w){_PLACE}{_light()}\W*")


@lru_cache(maxsize=256)
def _doing(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:[A-Z][\w.'’-]*\W+){{1,5}}(?:{_any(words)})\W+")


@lru_cache(maxsize=256)
def _said_behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_light()}\W+(?i:{_any(words)})(?!\w)")


@lru_cache(maxsize=256)
def _happened(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W+(?i:{_any(words)}){_light()}\W+(?:in|at|during)\W+(?:the\W+)?")


@lru_cache(maxsize=256)
def _all_said(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches what may follow a figure that is of the whole subject; not "in North America", "more than its budget"."""
    return re.compile(
        rf"(?:\W+(?i:{_any(words)}|{any_of('behind_whole')})(?!\w))*\s*(?:[.;:,!?)]|and\b|but\b|while\b|$)"
    )


_THERE = lazy(r"\W*(?:There (?:were|are|have been)|A total of|In total)?\W*")


_WHEN = lazy(r"\W+(?:is|was) when\W+(?:the\W+)?")


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
