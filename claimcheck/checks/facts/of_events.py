"""What sets two figures of an event apart: others counted, another owner or sayer, another event, a part of it."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.checks.facts.event_days import days_apart
from claimcheck.checks.facts.event_parts import acts, clause, opening_words, parts_apart, whole
from claimcheck.checks.facts.read import Fact
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.owners import TOPIC, owners
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.view import View
from claimcheck.patterns import lazy

_SAYS = lazy(
    r"([^\W\d_][\w'’-]+) (?:said|says|added|reported|reports|claimed|claims|estimated|estimates|counted|put)\b|"
    r"\baccording to(?: (?:the|a|an|its))?(?: [a-z-]+)?? ([^\W\d_][\w'’-]+)",
    re.IGNORECASE,
)
_COUNTING = lazy(r"\d|\A(?:Some|About|Nearly|Almost|All|More|Only|Over|At|Up|Around|Dozens|Hundreds|Thousands)\b")
_WORD = lazy(r"[^\W\d_]+")
_FUTURE = lazy(
    r"\b(?:next (?:year|month|week|night|spring|summer|autumn|winter)|(?:brought|came|swam|washed) ashore)\b",
    re.IGNORECASE,
)
"""Words of contrast that are none here."""
_CROWDS = ("attendance", "strikers")
"""Kinds of which each side has its own figure."""


def events_apart(first: Fact, second: Fact, view: View) -> str:
    """Why two figures of the event told of may both hold; "" where nothing says so."""
    if why := _counts_apart(first, second) or _tellers_apart(first, second, view) or days_apart(first, second, view):
        return why
    if first.kind.unique or first.value.dimension == "date":
        return ""
    low, high = (second, first) if _below(second, first) else (first, second)
    if low.value.dimension == "count" and not owners(view).short and not (whole(low, view) or whole(high, view)):
        return "two parts"
    return parts_apart(low, high, view)


def contrasting(fact: Fact) -> frozenset[str]:
    """The words of the sentence by which it may speak of another event, time or part; not those that tell the fact."""
    words = (match[0].lower() for match in _WORD.finditer(_FUTURE.sub("", clause(fact))))
    return frozenset(word for word in words if word in _contrasts()) - set(fact.told.lower().split())


@cache
def _contrasts() -> frozenset[str]:
    return frozenset(phrases("event_contrasts"))


def _below(first: Fact, second: Fact) -> bool:
    return first.value.interval.below(second.value.interval)


def _counts_apart(first: Fact, second: Fact) -> str:
    """Counts of different people, "soldiers" and "civilians"; a part may be smaller than the whole, not larger."""
    if len(first.claims) > 1 or len(second.claims) > 1:
        return ""  # worked out of two figures
    a, b = _who(first), _who(second)
    if a and b:
        return "other nouns" if a != b else ""
    part, all_of_them = (first, second) if a else (second, first)
    return "a part" if (a or b) and not _below(all_of_them, part) else ""


def _who(fact: Fact) -> str:
    """The noun that is counted, where it says more than "people" or than the act: "85 arrests", "90 hurt"."""
    noun = (fact.claim.counted or "").rpartition(" ")[2].lower()
    return "" if noun in acts() or canonical(noun) in _anyone() else canonical(noun)


@cache
def _anyone() -> frozenset[str]:
    return frozenset(map(canonical, phrases("anyone"))) | {""}


def _tellers_apart(first: Fact, second: Fact, view: View) -> str:
    """Other owners, other sources, or other gatherings."""
    if first.owner == TOPIC and _owners_apart(first, second, view):
        return "other owners"
    ours, theirs = sayers(first), sayers(second)
    if ours != theirs and (first.kind.name in _CROWDS or (ours and theirs)):
        return "other sayers"
    return "another gathering" if first.kind.name in _CROWDS and _gatherings_apart(first, second, view) else ""


def _owners_apart(first: Fact, second: Fact, view: View) -> bool:
    ours, theirs = (_name(owners(view).of(fact.claim), view) for fact in (first, second))
    return bool(ours and theirs) and ours not in theirs and theirs not in ours


def _name(owner: str | None, view: View) -> str:
    """An owner that is a name, else ""; a word that the article also writes small only began a sentence."""
    plain = (owner or "").removeprefix("The ")
    if not plain[:1].isupper() or _COUNTING.search(plain):
        return ""
    small = re.compile(rf"\b{re.escape(plain.lower())}\b")
    began = " " not in plain and any(small.search(passage.text) for passage in view.document.passages)
    return "" if began else plain


def sayers(fact: Fact) -> frozenset[str]:
    """Who says it: "The Times reported", "according to the mayor"."""
    return frozenset(canonical(found[1] or found[2]) for found in _SAYS.finditer(fact.sentence.text)) - {""}


def _gatherings_apart(first: Fact, second: Fact, view: View) -> bool:
    """True for "the ball" of a congress."""
    ours, theirs = _gathering(first), _gathering(second)
    known = opening_words(view) | frozenset(first.kind.about)
    return bool(ours and theirs and ours != theirs) or any(noun and noun not in known for noun in (ours, theirs))


def _gathering(fact: Fact) -> str:
    subject = fact.claim.subject
    return subject.text.split()[-1] if subject is not None and subject.text.islower() else ""
