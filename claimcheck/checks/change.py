"""A verb of rising or falling against its figures: "rose from 179 to 139"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.figures import ends
from claimcheck.checks.from_to import FromTo, from_to
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

REACH = 70
"""Characters between the verb and "from": "increased the number of doctors in the country from"."""
_CLAUSE = lazy(r"[;:.!?()–—]|\b(?:and|but|while|whereas|which|who|as|when|after|before|with|to|by)\b", re.IGNORECASE)
_NOT = lazy(r"\b(?:not|never|n't|instead of|rather than|prevent\w*|avoid\w*)\b", re.IGNORECASE)


@check(
    "change",
    Options,
    verb="the verb or noun that says which way it went",
    first="the figure before",
    last="the figure after",
    went="which way the figures go: up or down",
    before="the numbers that the first figure can mean",
    after="the numbers that the second figure can mean",
)
def against_its_verb(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Figures that go the other way than the verb before them."""
    for sentence in view.with_quantities(2):
        for pair in from_to(sentence):
            found = _verb(pair)
            if found is None:
                continue
            verb, up = found
            if pair.high.below(pair.low) if up else pair.low.below(pair.high):
                yield _hit(pair, verb, up=up)


def _verb(pair: FromTo) -> tuple[re.Match[str], bool] | None:
    """The verb that governs the pair and whether it says up; None where it is not plain."""
    text, start = pair.sentence.passage.text, pair.sentence.span.start
    if pattern("inverse").search(text, start, pair.sentence.span.end) or _backwards(pair):
        return None
    verbs = list(pattern("up", "down").finditer(text, start, pair.first.lead))
    if not verbs:
        return None
    verb = verbs[-1]
    between = text[verb.end() : pair.first.lead]
    if len(between) > REACH or _CLAUSE.search(between) or _NOT.search(text, start, verb.start()):
        return None
    return verb, verb.lastgroup == "up"


def _backwards(pair: FromTo) -> bool:
    """True where the dates beside the figures run backwards, or a colon makes a figure one side of a ratio."""
    text = pair.sentence.passage.text
    for claim in (pair.first, pair.last):
        if (
            text[claim.visible.start - 1 : claim.visible.start] in (":", "-", "/")
            or text[claim.visible.end :][:1] == ":"
        ):
            return True
    dates = [claim.when for claim in pair.sentence.dates if claim.lead >= pair.first.visible.start and claim.when]
    return len(dates) > 1 and dates[1].before(dates[0])


def _hit(pair: FromTo, verb: re.Match[str], *, up: bool) -> Hit:
    first, last = pair.first, pair.last
    span = pair.sentence.passage.span(verb.start(), verb.end())
    words = {
        "verb": verb.group(),
        "first": first.text,
        "last": last.text,
        "went": "down" if up else "up",
        "before": ends(pair.low),
        "after": ends(pair.high),
    }
    related = (Mark(first.start, first.end, "from here"), Mark(span.start, span.end, "says the opposite"))
    return Hit(Mark(last.start, last.end), (last, first), words, related)
