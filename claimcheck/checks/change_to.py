"""A figure that went on to another: "it began with 50 boats, but has shrunk to 57"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.checks.figures import ends
from claimcheck.checks.from_to import comparable
from claimcheck.checks.lexicon import pattern, phrases
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

LONGEST = 120
"""Characters that may stand between the two figures."""
_TO = lazy(r" to(?: (?:just|only|some|as (?:few|many|much|little) as|a total of))? ?$")
_BREAK = lazy(r"[;:!?()\[\]–—]|\.\s")
_WORD = lazy(r"[^\W\d]+(?:['’-][^\W\d]+)*")
_NOT = lazy(r"\b(?:not|never|n't|instead of|rather than|prevent\w*|avoid\w*|hypothetical\w*|if)\b", re.IGNORECASE)
_PLACE = lazy(r"\b(?:from|at|in|on|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2}(?: \d{1,4}\b)?")
"""Where the first figure was: "in Lima", "from Block 14"."""
_BY = lazy(
    r"\b(?:gain|add|los[et]|left|leav|kill|died?|dying|dead|sold|sell|clos|remov|cut|drop|withdr|resign|quit|scrap|"
    r"evict|expel|expul|fir(?:e|ing)|dismiss|la(?:y|id)|score|award|earn|deduct|another|additional|extra|new|more|"
    r"further|by|difference|average|every|each|per)",
    re.IGNORECASE,
)
"""Words before a figure that may be by how much something went instead of where it stood."""


@check(
    "change-to",
    Options,
    verb="the verb that says which way it went",
    first="the figure before",
    last="the figure after",
    went="which way the figures go: up or down",
    before="the numbers that the first figure can mean",
    after="the numbers that the second figure can mean",
)
def against_its_verb(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure to which an earlier one of the same thing is said to have gone, in the other direction."""
    for sentence in view.with_quantities(2):
        for at, last in enumerate(sentence.quantities[1:], 1):
            verb = _verb(sentence, last)
            first = _earlier(sentence, sentence.quantities[:at], last, verb) if verb is not None else None
            if verb is None or first is None:
                continue
            intervals = comparable(first, last)
            up = verb.lastgroup == "up"
            if intervals and (intervals[1].below(intervals[0]) if up else intervals[0].below(intervals[1])):
                yield _hit(sentence, verb, first, last, intervals)


def _verb(sentence: Sentence, last: Claim) -> re.Match[str] | None:
    """The verb of rising or falling right before "to" and the figure."""
    text, start = sentence.passage.text, max(sentence.span.start, last.lead - 40)
    to = _TO.search(text, start, last.lead)
    if to is None or pattern("inverse").search(sentence.text) or _NOT.search(sentence.text):
        return None
    verbs = [m for m in pattern("up", "down").finditer(text, start, to.start()) if m.end() == to.start()]
    return verbs[-1] if verbs else None


def _earlier(sentence: Sentence, before: list[Claim], last: Claim, verb: re.Match[str]) -> Claim | None:
    """The nearest figure before the verb, if it is of the same thing and nothing else is spoken of between them."""
    for first in reversed(before):
        if not _alike(first, last):
            continue
        plain = verb.start() - first.visible.end <= LONGEST and _carried(sentence, first, verb)
        stood = not _BY.search(sentence.before(first)) and not _BY.match(first.counted or "")
        return first if plain and stood and sentence.dates and not _ordered(sentence, first, last) else None
    return None


def _alike(first: Claim, last: Claim) -> bool:
    """True for two single figures in one unit, or of one counted noun."""
    if first.form != "single" or last.form != "single" or first.per != last.per:
        return False
    if first.unit is not None:
        return first.unit == last.unit and not first.text.isdigit()  # "Block 14": no unit of its own
    return first.counted is not None and first.counted == last.counted and last.unit is None


def _carried(sentence: Sentence, first: Claim, verb: re.Match[str]) -> bool:
    """True where only dates and words that carry the figure on stand between it and the verb."""
    text = sentence.passage.text
    start, end = first.visible.end, verb.start()
    between = list(text[start:end])
    for claim in sentence.claims:
        if claim.kind == "date" and start <= claim.visible.start and claim.visible.end <= end:
            between[claim.visible.start - start : claim.visible.end - start] = " " * (
                claim.visible.end - claim.visible.start
            )
    words = "".join(between)
    if first.counted and words.lstrip().startswith(first.counted):
        words = words.lstrip()[len(first.counted) :]
    words = _PLACE.sub(" ", words)
    if _BREAK.search(words):
        return False
    return {word.lower() for word in _WORD.findall(words)} <= _going_on()


@cache
def _going_on() -> frozenset[str]:
    return frozenset(phrases("going_on"))


def _ordered(sentence: Sentence, first: Claim, last: Claim) -> bool:
    """True where the date beside the second figure is before that of the first: the sentence looks back."""
    dates = [claim.when for claim in sentence.dates if claim.visible.start >= first.visible.start and claim.when]
    return len(dates) > 1 and dates[1].before(dates[0]) and last.visible.start > first.visible.start


def _hit(
    sentence: Sentence, verb: re.Match[str], first: Claim, last: Claim, intervals: tuple[Interval, Interval]
) -> Hit:
    span = sentence.passage.span(verb.start(), verb.end())
    words = {
        "verb": verb.group(),
        "first": first.text,
        "last": last.text,
        "went": "down" if verb.lastgroup == "up" else "up",
        "before": ends(intervals[0]),
        "after": ends(intervals[1]),
    }
    related = (Mark(first.start, first.end, "from here"), Mark(span.start, span.end, "says the opposite"))
    return Hit(Mark(last.start, last.end), (last, first), words, related)
