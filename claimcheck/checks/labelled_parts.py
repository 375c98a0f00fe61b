"""Figures labelled as the whole and its two parts: "total: 77.5 years, male: 74.1 years, female: 80.2 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage
from claimcheck.finding import Hit, Mark

MARKS = frozenset(":–—=")
"""What stands between a label and its figure."""
MOST = 5_000
"""Figures of an article that are looked at."""


class PartsOptions(Options, frozen=True):
    """Words before a figure, by what they say it is of."""

    whole: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    relation: Literal["sum", "between"]
    """Counts add up to the whole; rates and means of the whole lie between those of its parts."""


@check(
    "labelled-parts",
    PartsOptions,
    whole="the figure of the whole",
    first="that of the first part",
    second="that of the second part",
    expected="what the parts make",
)
def against_parts(view: View, options: PartsOptions) -> Iterator[Hit]:
    """A figure of the whole that neither lies between those of its two parts nor is their sum."""
    text = view.document.source.text
    if not any(word in text or word.capitalize() in text for word in options.second):
        return
    pattern = _pattern(options.whole, options.first, options.second)
    behind = _behind(options.first, options.second) if options.relation == "between" else None
    told: list[tuple[str | None, Claim]] = []
    for claim in _labelled(view):
        told.append((_label(claim, told[-1][1] if told else None, pattern) or _after(claim, behind), claim))
    for at in range(len(told) - 2):
        three = told[at : at + 3]
        if three[0][0] is None and _opens(three[0][1], three[1][1]):
            three[0] = "whole", three[0][1]
        if {label for label, _ in three} == {"whole", "first", "second"} and three[1][0] != "whole":
            if three[2][0] == "whole" and _goes_on(three[2][1], told[at + 3 :]):
                continue
            yield from _judge(dict(three), options)


@once
def _labelled(view: View) -> list[Claim]:
    """The figures of sentences, where two of them at least may have a label beside them; else none."""
    told = [claim for claim in view.quantities[:MOST] if claim.passage.context in ("lead", "prose", "list")]
    labelled = sum(_marked(claim) or claim.passage.text.startswith(_FORS, claim.visible.end) for claim in told)
    return told if labelled > 1 else []


def _goes_on(whole: Claim, behind: list[tuple[str | None, Claim]]) -> bool:
    """True where the parts of a whole follow it: those before it are of another one."""
    label, claim = behind[0] if behind else (None, None)
    return label in ("first", "second") and claim is not None and claim.passage is whole.passage


@lru_cache(maxsize=8)
def _pattern(whole: Sequence[str], first: Sequence[str], second: Sequence[str]) -> re.Pattern[str]:
    groups = (("whole", whole), ("first", first), ("second", second))
    words = "|".join(f"(?P<{name}>{'|'.join(map(re.escape, words))})" for name, words in groups)
    return re.compile(rf"(?<![\w-])(?:{words})(?: population)?s?\s*(?::|–|—|=)\s*$", re.IGNORECASE)


def _label(claim: Claim, before: Claim | None, pattern: re.Pattern[str]) -> str | None:
    if claim.form != "single" or claim.hedge != "exact" or claim.status != "ok":
        return None
    passage: Passage = claim.passage
    if not _marked(claim):
        return None
    start = before.visible.end if before is not None and before.passage is passage else 0
    match = pattern.search(passage.text, max(start, claim.lead - 60), claim.lead)
    return match.lastgroup if match is not None else None


def _marked(claim: Claim) -> bool:
    return claim.passage.text[max(0, claim.lead - 3) : claim.lead].rstrip()[-1:] in MARKS


_FORS = (" for", " among", " in", " years")


@lru_cache(maxsize=8)
def _behind(first: Sequence[str], second: Sequence[str]) -> re.Pattern[str]:
    words = (f"(?P<{name}>{'|'.join(map(re.escape, words))})" for name, words in (("first", first), ("second", second)))
    return re.compile(rf"(?: years)? (?:for|among|in) (?:the )?(?:{'|'.join(words)})(?: population| areas)?\b")


def _after(claim: Claim, pattern: re.Pattern[str] | None) -> str | None:
    """The label of "70 for men"."""
    if (
        pattern is None
        or not claim.passage.text.startswith(_FORS, claim.visible.end)
        or claim.form != "single"
        or claim.hedge != "exact"
        or claim.status != "ok"
    ):
        return None
    match = pattern.match(claim.passage.text, claim.visible.end)
    return match.lastgroup if match is not None else None


def _opens(whole: Claim, part: Claim) -> bool:
    """True where a bracket or a comma opens the parts right behind the whole: "72 years (70 for men"."""
    if whole.passage is not part.passage or whole.form != "single" or whole.hedge != "exact":
        return False
    return _OPENING.fullmatch(whole.passage.text, whole.visible.end, part.visible.start) is not None


_OPENING = re.compile(r" ?[(,:–—] ?(?:it was |at |with )?")


def _judge(three: dict[str | None, Claim], options: PartsOptions) -> Iterator[Hit]:
    whole, first, second = three["whole"], three["first"], three["second"]
    claims = (whole, first, second)
    if (
        len({(c.per, c.passage.section) for c in claims}) != 1
        or {first.unit, second.unit} - {None, whole.unit}
        or len({_time(c) for c in claims} - {None}) > 1
    ):
        return
    counts = whole.unit is None and whole.per is None
    if counts != (options.relation == "sum") or whole.amount is None or first.amount is None or second.amount is None:
        return
    one, other, total = first.amount.interval, second.amount.interval, whole.amount.interval
    if total.meets(one.hull(other)) or total.meets(one + other):
        return
    words = {
        "whole": whole.text,
        "first": first.text,
        "second": second.text,
        "expected": ends(one + other if options.relation == "sum" else one.hull(other)),
    }
    related = (Mark(first.start, first.end, "a part"), Mark(second.start, second.end, "a part"))
    yield Hit(Mark(whole.start, whole.end), claims, words, related)


def _time(claim: Claim) -> str | None:
    return claim.time.edtf if claim.time is not None else None
