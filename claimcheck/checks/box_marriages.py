"""How often, how long and how young somebody is said to have married, against the marriages of the infobox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.box_length import YEAR
from claimcheck.checks.lives import vitals
from claimcheck.checks.matching.box_sentences import Told, told
from claimcheck.checks.matching.spouses import Spouse, Spouses, spouses
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

_NUMBERS = {"once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_N = "|".join(_NUMBERS)
_MORE = r"(?P<{0}>more than|over|at least)? ?"
_TIMES = lazy(
    rf"\b(?:married {_MORE.format('a')}(?P<n>{_N}|\d)(?: times)?|had {_MORE.format('b')}(?P<m>{_N}|\d)"
    r" (?:wives|husbands|spouses|marriages))\b(?! (?:years?|months?|sons?|of)\b)",
    re.IGNORECASE,
)
_FOR = lazy(r"\bmarried(?: to (?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}))? for\b", re.IGNORECASE)
_YOUNG = lazy(
    r"\bmarried (?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}) (?:when (?:he|she) was|at the age of|aged)\b"
)


class MarriagesOptions(Options, frozen=True):
    """Options of `box-marriages`."""

    about: Literal["count", "time"]
    """How many marriages there were, or how long they lasted and at what age they were made."""


@check(
    "box-marriages",
    MarriagesOptions,
    text="what the sentence says",
    box="what the infobox lists",
    expected="what this makes",
)
def against_list(view: View, options: MarriagesOptions) -> Iterator[Hit]:
    """Marriages that the infobox lists otherwise than a sentence about their owner tells them."""
    listed = spouses(view)
    if listed is None:
        return
    if options.about == "count":
        for found in told(view, _TIMES):
            yield from _count(found, listed)
        return
    for found in told(view, _FOR):
        yield from _length(view, found, listed)
    for found in told(view, _YOUNG):
        yield from _age(view, found, listed)


def _count(found: Told, listed: Spouses) -> Iterator[Hit]:
    word = (found.match["n"] or found.match["m"]).lower()
    number = _NUMBERS[word] if word in _NUMBERS else int(word)
    several = bool(found.match["a"] or found.match["b"])
    least = number + (several and (found.match["a"] or found.match["b"]) != "at least")
    count = len(listed.listed)
    if count < least or (not several and count > number):
        names = ", ".join(spouse.name for spouse in listed.listed)
        yield Hit(found.mark(), (), _words(found.match[0], names, str(count)), (listed.mark(),))


def _length(view: View, found: Told, listed: Spouses) -> Iterator[Hit]:
    """Only a marriage that is told as longer than the years from its first to its last day make."""
    claim = _next(view, found)
    low = claim.amount.interval.low if claim is not None and claim.amount else None
    if claim is None or low is None or claim.unit not in YEAR:
        return
    meant = _named(listed, found.match["name"])
    most = max((_years(view, spouse) for spouse in meant), default=None)
    if most is not None and low * YEAR[claim.unit] > most:
        yield _hit(claim, listed, meant, f"at most {most} years")


def _years(view: View, spouse: Spouse) -> int:
    return (spouse.end or view.today.year) - spouse.start + 1


def _age(view: View, found: Told, listed: Spouses) -> Iterator[Hit]:
    claim = _next(view, found)
    value = claim.amount.value if claim is not None and claim.amount else None
    births = [vital.when for vital in vitals(view) if vital.event == "birth"]
    born = {civil(when.earliest)[0] for when in births if when.earliest is not None and not when.approximate}
    meant = _named(listed, found.match["name"])
    if claim is None or value is None or claim.unit not in (None, "year") or len(born) != 1 or not meant:
        return
    year = born.pop()
    if all(value not in (spouse.start - year, spouse.start - year - 1) for spouse in meant):
        ages = ", ".join(f"{spouse.start - year - 1} or {spouse.start - year}" for spouse in meant)
        yield _hit(claim, listed, meant, ages)


def _named(listed: Spouses, name: str | None) -> tuple[Spouse, ...]:
    """The marriages with a spouse whose name shares a word with `name`; all where none is named."""
    if name is None:
        return listed.listed
    words = set(name.split())
    return tuple(spouse for spouse in listed.listed if words & set(spouse.name.split()))


def _next(view: View, found: Told) -> Claim | None:
    """The figure right behind what matched."""
    end = found.match.end()
    close = [c for c in view.claims_in(found.passage) if c.amount is not None and 0 <= c.lead - end <= 8]
    return close[0] if close else None


def _hit(claim: Claim, listed: Spouses, meant: tuple[Spouse, ...], expected: str) -> Hit:
    box = ", ".join(f"{spouse.name} {spouse.start}–{spouse.end or ''}" for spouse in meant)
    return Hit(Mark(claim.start, claim.end), (claim,), _words(claim.text, box, expected), (listed.mark(),))


def _words(text: str, box: str, expected: str) -> dict[str, str]:
    return {"text": text, "box": box, "expected": expected}
