"""Things told in their order whose dates run backwards: "in 1995 and again in 1959", "the first … the second …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claimcheck.checks.era import before_our_era
from claimcheck.checks.from_to import singular
from claimcheck.checks.ordinals import ordinal, ordinal_pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_AGAIN = lazy(
    r",? ?(?:and|then|and then|but|before)?,? ?(?:once again|once more|again|subsequently|then|then again) (?:in|on) ?",
    re.IGNORECASE,
)
_SETTING = lazy(
    r"\b(?:BC|BCE|ago|since|until|before|after|previous\w*|earlier|former\w*|originally|respectively|reverse|set|story|"
    r"depict\w*|describ\w*|chapter|amend\w*|series|season|World War)\b",
    re.IGNORECASE,
)
_YEAR = lazy(r"\d{4}")
_CLEAN = lazy(r"[^.;:()]*")


@check(
    "sequence",
    Options,
    cue="the words that put the two in order",
    first="the date told first",
    last="the date told after it",
)
def backwards(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Two dates of one sentence whose words put them in the other order."""
    for sentence in view.with_dates(2):
        dates = [claim for claim in sentence.dates if _sure(claim)]
        if len(dates) < 2 or _SETTING.search(sentence.text):
            continue
        for first, last in pairwise(dates):
            cue = _again(sentence, first, last) or _ordinals(sentence, first, last)
            if cue and first.when and last.when and last.when.before(first.when) and not before_our_era(first):
                words = {"cue": cue, "first": first.text, "last": last.text}
                related = (Mark(first.start, first.end, "told first"),)
                yield Hit(Mark(last.start, last.end), (last, first), words, related)


def _sure(claim: Claim) -> bool:
    when = claim.when
    plain = claim.form == "single" and claim.status == "ok" and when is not None and not when.approximate
    return plain and _YEAR.search(claim.text) is not None


def _again(sentence: Sentence, first: Claim, last: Claim) -> str | None:
    """ "in A and again in B", "in A, then in B"."""
    between = sentence.passage.text[first.visible.end : last.lead]
    return between.strip(" ,") if _AGAIN.fullmatch(between) else None


def _ordinals(sentence: Sentence, first: Claim, last: Claim) -> str | None:
    """ "the first edition … in A … the second edition … in B", both in clauses of one kind."""
    text = sentence.passage.text
    between = text[first.visible.end : last.lead]
    if len(between) > 120 or not _CLEAN.fullmatch(between):
        return None
    one = list(_ordinal().finditer(text, max(sentence.span.start, first.lead - 90), first.lead))
    other = list(_ordinal().finditer(text, first.visible.end, last.lead))
    if len(one) != 1 or len(other) != 1:
        return None
    a, b = ordinal(one[0]["ordinal"]), ordinal(other[0]["ordinal"])
    nouns = singular(one[0]["noun"] or ""), singular(other[0]["noun"] or "")
    same = nouns[0] == nouns[1] or other[0]["noun"] in ("in", "on", "was", "being", "came", "")
    if a is None or b is None or a >= b or not same:
        return None
    return f"{one[0]['ordinal']} … {other[0]['ordinal']}"


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|its|his|her|their|a) (?P<ordinal>{ordinal_pattern()})(?: (?P<noun>[a-z]+))?", re.IGNORECASE
    )
