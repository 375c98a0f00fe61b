"""Whether a figure of an event may be of a part of it: of one place, of some of the people, beside others."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from claimcheck.checks.facts.read import Fact, facts
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_NARROWED = lazy(
    r"\b(?:in|on|at|aboard(?= the| a | his| her)|inside|near|from|among|of|outside|around|by|during|under)"
    r"(?: (?:the|its|his|her|their|a|an|that|this|one|all|of|in))* ([^\W\d_][\w'’-]*)(?= ([^\W\d_][\w'’-]*))?",
    re.IGNORECASE,
)
"""Where, when or among whom: the phrase by which a figure may be of a part."""
_POSSESSIVE = lazy(r"['’]s?\Z")
_NAME_OF_TIME = lazy(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)
_TOTAL = lazy(r"\b(?:in all|in total|altogether|all told|total|toll|overall|victims)\b", re.IGNORECASE)
_AND = lazy(r"(?: (?!injur|wound|left|hurt|destroy|made|kill|dead|missing|arrest|and\b)[\w'’-]+){0,6}(?:,| and|, and) ")
"""Between two counts of one thing; no verb that tells of another follows."""
_OF_THEM = lazy(r" of (?:them|whom|which|these|those|the)\b")
_BESIDES = lazy(
    r"\b(?:as (?:were|did|well)|(?:along|together) with|in addition|plus|(?:not )?(?:counting|including)|excluding|"
    r"this (?:year|season|month|decade))\b|\b(?:since|in|than|than in|like) [^,;]{1,30},? when\b|"
    r"\bby (?:then|(?:mid-?|early |late )?(?:noon|night|nightfall|dawn|evening|midday|midnight|morning|afternoon)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|the (?:end|next|following|time)|\d\d?(?::\d\d)? ?[ap]\.?m)",
    re.IGNORECASE,
)
"""Others are counted as well, or it was so at some time, and more later, or in another year."""
_CUT = lazy(r"[;:()—]|, (?:and|but|while|where|two|three|four|five|six|some of them|one of)\b")
_NEXT = lazy(r"[,;:()—.]| and ")


def parts_apart(low: Fact, high: Fact, view: View) -> str:
    """Why the lower of two figures may be a part of what the higher counts; "" where nothing says so."""
    if any(_added_up(fact) or _told_in_parts(fact, view) for fact in (low, high)):
        return "a part"
    if any(_BESIDES.search(fact.sentence.text) for fact in (low, high)):
        return "beside others"
    small, large = _narrowing(low, view), _narrowing(high, view)
    if small - large or any(word[0].isupper() for word in large - small):
        return "a part"
    return ""


def whole(fact: Fact, view: View) -> bool:
    """True for what the article opens with, and for "in all" and "the death toll"."""
    return any(passage is fact.sentence.passage for passage in view_opening(view)) or bool(
        _TOTAL.search(fact.sentence.text)
    )


@once
def view_opening(view: View) -> tuple[object, ...]:
    """The first passage with words, and the second, which stands after a headline."""
    return tuple(p for p in view.document.passages if p.context in ("lead", "prose") and p.text.strip())[:2]


@cache
def acts() -> frozenset[str]:
    """Nouns by which what happened to people is counted, and not the people: "85 arrests", "90 hurt"."""
    return frozenset(phrases("counted_acts"))


def clause(fact: Fact) -> str:
    """The sentence without the figure, as far as brackets or a new clause cut nothing off."""
    text, at = fact.sentence.text, fact.sentence.span.start
    claim = fact.claim
    low = max((found.end() for found in _CUT.finditer(text, 0, max(claim.lead - at, 0))), default=0)
    behind = _NEXT.search(text, min(claim.tail - at, len(text)))
    return text[low : claim.lead - at] + " " + text[claim.visible.end - at : behind.start() if behind else len(text)]


def _added_up(fact: Fact) -> bool:
    """True for "31 people in Ostria and 12 in Kasimia", "four engineers, two drivers and a cook"."""
    counts = [claim for claim in fact.sentence.quantities if claim not in fact.claims[1:]]
    at = counts.index(fact.claim) if fact.claim in counts else 0
    return any(_in_a_row(fact, one, other) for one, other in pairwise(counts[max(at - 1, 0) : at + 2]))


def _in_a_row(fact: Fact, one: Claim, other: Claim) -> bool:
    noun = (other.counted or "").rpartition(" ")[2].lower()
    if noun in acts() or _OF_THEM.match(fact.sentence.after(other)):
        return False
    between = fact.sentence.between(one, other)
    return _AND.fullmatch(between) is not None and (bool(noun) or " and " in between)


def _told_in_parts(fact: Fact, view: View) -> bool:
    """True where the sentence tells the same of others as well: "six died on the bus, three in the lorry"."""
    return any(
        other is not fact
        and other.sentence is fact.sentence
        and other.kind is fact.kind
        and other.owner == fact.owner
        and not other.value.interval.meets(fact.value.interval)
        for other in facts(view)
    )


def _narrowing(fact: Fact, view: View) -> frozenset[str]:
    """For "on the top floor", "in Cuba": places, times or groups that the article does not open with, as written."""
    known = opening_words(view) | _whole_words() | frozenset(fact.kind.about)
    found: set[str] = set()
    for match in _NARROWED.finditer(clause(fact)):
        words = [match[1], *([match[2]] if match[2] and canonical(match[2]) else [])]
        if match[0].lower().startswith("among") or not any(_is_known(word, known) for word in words):
            found.add(words[0])
    return frozenset(found)


def _is_known(word: str, known: frozenset[str]) -> bool:
    return _POSSESSIVE.sub("", word.lower()) in known or _NAME_OF_TIME.match(word) is not None


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(phrases("whole_events"))


@once
def opening_words(view: View) -> frozenset[str]:
    """The names and longer words of the title and of the article's first sentence."""
    firsts = [passage.text[:300].partition(". ")[0] for passage in view.document.passages if passage.text.strip()][:1]
    words = re.findall(r"[A-ZÀ-Þ]\w+|[^\W\d_]{4,}", " ".join((view.document.title or "", *firsts)))
    return frozenset(word.lower() for word in words)
