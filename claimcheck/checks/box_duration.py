"""A length of time told to the hour or the minute in a template, against the two moments that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage, Template
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_PART = r"(?:(\d{1,5})\s*(?:days?|d)\b)?,?\s*(?:and\s*)?(?:(\d{1,4})\s*(?:hours?|hrs?|h)\b)?,?\s*(?:and\s*)?"
_LENGTH = lazy(
    rf"\s*{_PART}(?:(\d{{1,4}})\s*(?:minutes?|mins?|m)\b)?,?\s*(?:and\s*)?(?:(\d{{1,4}})\s*(?:seconds?|secs?|s)\b)?\s*"
)
_TIME = lazy(r"T(\d\d):(\d\d)(?::(\d\d))?$")
_ZONE = lazy(r"\b(?:UTC|GMT|Z)\b")
SIZES = (86_400, 3_600, 60, 1)
"""Seconds of a day, an hour, a minute, a second."""
LONGEST = 200
"""Characters of a parameter that may be a length and nothing else."""
ANY_ZONE = 26 * 3_600
"""Seconds between the farthest zones on one clock: what two times leave open whose zone is not told."""


class DurationOptions(Options, frozen=True):
    """Names of parameters of one template."""

    length: str
    first: str
    last: str


class Length(NamedTuple):
    """A length of time in seconds, and the size of the smallest unit that is told."""

    seconds: int
    step: int
    printed: Passage


class Moment(NamedTuple):
    """A moment as a claim, and the seconds between which it lies."""

    claim: Claim
    low: int
    high: int


@check(
    "box-duration",
    DurationOptions,
    text="the length as printed",
    first="the first moment",
    last="the last moment",
    expected="what lies between them",
)
def against_moments(view: View, options: DurationOptions) -> Iterator[Hit]:
    """A length that the two moments beside it do not make."""
    if not view.says(options.length) and options.length not in view.document.source.text:
        return
    for template in view.document.templates:
        length = _length(template.get(options.length))
        first, last = (_moment(view, template, name) for name in (options.first, options.last))
        if length is None or first is None or last is None:
            continue
        least, most = last.low - first.high, last.high - first.low
        if not least - length.step <= length.seconds <= most + length.step:
            yield _hit(length, first, last)


def _length(passage: Passage | None) -> Length | None:
    """The length that fills a parameter, told at least to the hour; None for anything else."""
    text = " ".join(passage.text.split()) if passage is not None and len(passage.text) < LONGEST else ""
    match = _LENGTH.fullmatch(text)
    if match is None or passage is None or not any(match.groups()):
        return None
    told = [number is not None for number in match.groups()]
    if any(gap and not told[at] for at, gap in _gaps(told)) or not any(told[1:]):
        return None
    seconds = sum(int(number) * size for number, size in zip(match.groups(), SIZES, strict=True) if number)
    return Length(seconds, min(size for size, known in zip(SIZES, told, strict=True) if known), passage)


def _gaps(told: list[bool]) -> Iterator[tuple[int, bool]]:
    """Places between two units that are told: "3 days, 5 minutes" leaves the hours open."""
    known = [at for at, one in enumerate(told) if one]
    for before, after in pairwise(known):
        yield from ((at, True) for at in range(before + 1, after))


def _moment(view: View, template: Template, name: str) -> Moment | None:
    """The moment that a parameter's only day, and its only time, tell."""
    passage = template.get(name)
    dates = [claim for claim in view.claims_in(passage) if claim.kind == "date"] if passage is not None else []
    whens = [claim.when for claim in dates if claim.when is not None]
    days = {(when.earliest, when.latest) for when in whens}
    times = {match.groups() for when in whens if (match := _TIME.search(when.edtf))}
    if passage is None or len(days) != 1 or len(times) > 1 or any(when.approximate for when in whens):
        return None
    (earliest, latest) = days.pop()
    if earliest is None or earliest != latest:
        return None
    low, high = earliest * SIZES[0], (earliest + 1) * SIZES[0]
    for hours, minutes, seconds in times:
        low += int(hours) * 3_600 + int(minutes) * 60 + int(seconds or 0)
        high = low + (1 if seconds else 60)
    reach = 0 if times and _ZONE.search(passage.text) else ANY_ZONE
    return Moment(dates[0], low - reach, high + reach)


def _hit(length: Length, first: Moment, last: Moment) -> Hit:
    words = {
        "text": " ".join(length.printed.text.split()),
        "first": first.claim.text,
        "last": last.claim.text,
        "expected": _told(last.low - first.low),
    }
    text = length.printed.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    span = length.printed.span(start, end)
    related = tuple(Mark(one.claim.start, one.claim.end, "the infobox") for one in (first, last))
    return Hit(Mark(span.start, span.end), (), words, related)


def _told(seconds: int) -> str:
    """ "6 days, 3 hours, 0 minutes, 42 seconds" """
    out = []
    for size, name in zip(SIZES, ("days", "hours", "minutes", "seconds"), strict=True):
        number, seconds = divmod(seconds, size)
        out.append(f"{number} {name}")
    return ", ".join(out)
