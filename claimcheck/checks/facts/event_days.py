"""Whether two sentences speak of different events: on other days, of other calamities, of all until now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimcheck.checks.facts.read import Fact
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.view import Sentence, View
from claimcheck.patterns import lazy
from claimcheck.values.when import When

_WEEKDAY = lazy(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_MONTH = lazy(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_OTHER = lazy(
    r"\s*(?:The|Its|Their|In the|In its) (?:\w+['’]s )?(?:worst|deadliest|biggest|largest|previous|next|greatest)\b"
)
"""How sentences about another event begin."""
_HAS = lazy(r"\b(?:has|have)\b")
_BEFORE = 40


def days_apart(first: Fact, second: Fact, view: View) -> str:
    """Why the two may be of two events; "" where nothing says so."""
    both = (first, second)
    if any(_of_another_day(fact, view) for fact in both) or _named_apart(first, second):
        return "another event's day"
    if _calamities_apart(first, second):
        return "other calamities"
    if _perfect(first) != _perfect(second):
        return "another tense"
    return "another event" if any(_OTHER.match(fact.sentence.text) for fact in both) else ""


def _named_apart(first: Fact, second: Fact) -> bool:
    """True for "on Sunday" against "on Monday", "in June" against "in August"."""
    if first.value.dimension == "date":
        return False
    for names in (_WEEKDAY, _MONTH):
        ours, theirs = (frozenset(names.findall(fact.sentence.text)) for fact in (first, second))
        if ours and theirs and not ours & theirs:
            return True
    return False


def _of_another_day(fact: Fact, view: View) -> bool:
    """True where a sentence has dates and none meets one of the sentences before, unless the article opens with it."""
    if any(claim.when is not None for claim in fact.claims):
        return False
    dates = _dates(fact.sentence)
    earlier = [sentence for sentence in view.sentences if _place(sentence) < _place(fact.sentence)] if dates else []
    if not earlier:
        return False
    return not any(date.meets(when) for sentence in earlier for when in _dates(sentence) for date in dates)


def _place(sentence: Sentence) -> tuple[int, int]:
    return sentence.passage.offsets.first, sentence.span.start


def _dates(sentence: Sentence) -> list[When]:
    return [claim.when for claim in sentence.claims if claim.when is not None]


def _perfect(fact: Fact) -> bool:
    """True for "has killed 900 people": until now, and so of all such events."""
    text, at = fact.sentence.text, fact.claim.lead - fact.sentence.span.start
    return _HAS.search(text[max(at - _BEFORE, 0) : at] + fact.told) is not None


def _calamities_apart(first: Fact, second: Fact) -> bool:
    """True for the toll of a quake and that of a flood."""
    ours, theirs = _calamities(first), _calamities(second)
    return bool(ours and theirs) and not ours & theirs


def _calamities(fact: Fact) -> frozenset[int]:
    words = re.findall(r"[\w-]+", fact.sentence.text.lower())
    return frozenset(_kinds()[word] for word in words if word in _kinds())


@cache
def _kinds() -> Mapping[str, int]:
    """By the word for a calamity the number of its kind."""
    return {word: kind for kind, line in enumerate(phrases("calamities")) for word in line.split()}
