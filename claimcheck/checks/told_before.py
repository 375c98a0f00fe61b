"""Two events of one subject that can only have come in one order, with dates that run the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from claimcheck.checks.masked import Masked, compiled, figures, masked
from claimcheck.checks.matching.owners import TOPIC, owners
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark

MOST = 3
"""Tellings of one event beyond which an article tells of several."""


class BeforeOptions(Options, frozen=True):
    """How two events are told, the first of which must come first."""

    words: tuple[str, ...]
    """Words in lower case, of which an article must have one."""
    first: tuple[str, ...]
    """Patterns over a paragraph with "{d}" for the date of what must come first."""
    then: tuple[str, ...]
    """Patterns with the date of what can only follow it."""
    anyone: bool = False
    """Whether what follows is told of others, who could not act before: "the first car crossed"."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Patterns that cannot be read or have no date."""
        for field, patterns in (("first", self.first), ("then", self.then)):
            for pattern in patterns:
                try:
                    if "d" not in compiled(pattern).groupindex:
                        yield field, f"“{pattern}” has no {{d}}"
                except re.error as error:
                    yield field, f"“{pattern}”: {error}"


class Event(msgspec.Struct, frozen=True, eq=False):
    """One telling of an event: its date and whose it is."""

    date: Claim
    owner: str
    told: str


@check(
    "told-before",
    BeforeOptions,
    text="the date of what must come first",
    other="the date of what can only follow",
)
def in_the_wrong_order(view: View, options: BeforeOptions) -> Iterator[Hit]:
    """An event that is dated after one of the same subject which it must come before."""
    if not view.says(*options.words):
        return
    firsts, thens = _events(view, options.first, anyone=False), _events(view, options.then, anyone=options.anyone)
    if not 0 < len(firsts) <= MOST or not 0 < len(thens) <= MOST:
        return
    if all(_reversed(first, then) for first in firsts for then in thens):
        first, then = firsts[0].date, thens[0].date
        words = {"text": first.text, "other": then.text}
        later, earlier = (first, then) if first.start > then.start else (then, first)
        yield Hit(Mark(later.start, later.end), (first, then), words, (Mark(earlier.start, earlier.end),))


def _reversed(first: Event, then: Event) -> bool:
    """True where all of the one lies after the other, and nothing in the text says they are of two things."""
    a, b = first.date.when, then.date.when
    return (
        a is not None
        and b is not None
        and not a.approximate
        and not b.approximate
        and b.before(a)
        and first.owner == then.owner
    )


def _events(view: View, patterns: tuple[str, ...], *, anyone: bool) -> list[Event]:
    found: dict[int, Event] = {}
    for paragraph in masked(view):
        for match in _matches(paragraph, patterns):
            claim = figures(match, paragraph)["d"]
            owner = TOPIC if anyone else owners(view).of(claim)
            if owner is not None and claim.form == "single" and claim.status == "ok" and not claim.quoted:
                found.setdefault(id(claim), Event(claim, owner, match[0]))
    return list(found.values())


def _matches(paragraph: Masked, patterns: tuple[str, ...]) -> Iterator[re.Match[str]]:
    for pattern in _compiled(patterns):
        yield from pattern.finditer(paragraph.text)


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(compiled, patterns))
