"""Figures that lean on a parallel one of their sentence for unit, noun or hedge; nearness alone is not enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from claimcheck.claims.model import Reading
from claimcheck.claims.quantities.currencies import CODES
from claimcheck.claims.quantities.unit_table import SHARES, TIMES
from claimcheck.patterns import lazy
from claimcheck.values.units import scale

_PREPOSITION = r"(?:by|in|for|from|at|on|during|under|among|with|as)"
_LAST = r"(?:(?:last|this|next|that) (?:year|month|season|week)|(?:a|the) (?:year|month) (?:earlier|later|before))"
# "435 homes by open sale and 187 by tender", "1.4 degrees in 2018 and 2.1 last year"
_PARALLEL = lazy(
    rf"[ \u00a0](?P<how>{_PREPOSITION}|{_LAST})\b[^.;:()]{{0,40}}?"
    r"(?:,|,? (?:and|but|while|compared (?:to|with)))[ \u00a0]"
)
_HOW = lazy(rf"[ \u00a0](?P<how>{_PREPOSITION}|{_LAST})\b")
# "The highest forecast is 84.75 cents, while the lowest is 74.07"
_RANKED = lazy(
    r"[^.;:()\d]{0,30}?[,;]? (?:while |and |but |whereas )?"
    r"the (?:[a-z]+est|other|latter|second) (?P<verb>is|was|are|were|at) "
)
_VERB = re.compile(r" (is|was|are|were|at) $")
_TO = re.compile(r"(?: [^.;,()]{1,40})? to ")  # "from 14–18 mpg to 24"
_UP = re.compile(r",? (?:up|down)(?: by)? ")  # "16369.03 up 58.06 points"
_COMPARED = lazy(r"[^.;()]{0,30}?,? compared (?:with|to) (?:an? (?:average|total|mean) of )?")
_REACH = re.compile(r" to (?:an? [a-z]+ of )?")  # "climbed 0.1% to 1,333.18"


def complete(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings without those inside a counted name, each bare one with what a parallel one lends it."""
    figures = [reading for reading in readings if reading.kind != "date"]
    if len(figures) < 2:
        return readings
    inside = [index for index, reading in _neighbours(figures) if _is_name(text, reading, figures[index])]
    for index in reversed(inside):
        readings.remove(figures.pop(index + 1))
    for index, reading in _neighbours(figures):
        if _bare(figures[index]):
            _from_later(text, figures[index], reading)
        if reading.unit is None and reading.counted is None:
            _from_earlier(text, figures, index)
        _hedge(text, figures[index], reading)
    return readings


def _neighbours(figures: list[Reading]) -> Iterator[tuple[int, Reading]]:
    """Each figure but the first, with the index of the one before it."""
    return enumerate(figures[1:])


def _is_name(text: str, reading: Reading, counting: Reading) -> bool:
    """True for the 737 of "two new 737 Max jets"; the 250 ml of "two 250ml bottles" is a figure."""
    inside = reading.start < counting.tail and counting.role is None and reading.form == "single"
    return inside and reading.unit is None and reading.per is None and text[reading.start].isdigit()


def _bare(reading: Reading) -> bool:
    return reading.unit is None and reading.counted is None and reading.per is None


def _lend(owner: Reading, reading: Reading) -> None:
    reading.unit, reading.per, reading.counted = owner.unit, owner.per, owner.counted
    if owner.unit in TIMES and owner.per is None:
        reading.kind = "duration"


def _scaled(reading: Reading) -> bool:
    return bool(reading.amount and reading.amount.scales)


def _from_later(text: str, reading: Reading, later: Reading) -> None:
    """ "16369.03 up 58.06 points", "8 or $9"."""
    between = text[reading.tail : later.lead]
    if between == " or " and later.unit in CODES and not text[later.start].isdigit():
        if not _scaled(later):
            _lend(later, reading)
    elif later.unit not in SHARES and not _bare(later) and _UP.fullmatch(between):
        _lend(later, reading)


def _from_earlier(text: str, figures: list[Reading], index: int) -> None:
    earlier, reading = figures[index], figures[index + 1]
    between = text[earlier.tail : reading.lead]
    if len(between) > 80:
        return
    if reading.per is not None:
        if earlier.counted is not None and earlier.per is None and _COMPARED.fullmatch(between):
            reading.counted = earlier.counted
        return
    if _bare(earlier) or _scaled(earlier) != _scaled(reading):
        return
    if _parallel(text, earlier, reading, between):
        _lend(earlier, reading)
    elif earlier.unit == "percent" and between == " to ":
        _level(text, figures, index)


def _parallel(text: str, earlier: Reading, reading: Reading, between: str) -> bool:
    match = _PARALLEL.fullmatch(between)
    if match is not None:
        after = _HOW.match(text, reading.tail)
        return after is not None and (after["how"] == match["how"] or " " in after["how"])
    match = _RANKED.fullmatch(between)
    if match is not None:
        verb = _VERB.search(text, max(0, earlier.lead - 5), earlier.lead)
        return verb is not None and verb[1] == match["verb"]
    before = text[max(0, earlier.lead - 5) : earlier.lead]
    return before.lower() == "from " and _TO.fullmatch(between) is not None


def _level(text: str, figures: list[Reading], index: int) -> None:
    """ "fell 0.03% to a close of 1,463.87 points, while the other rose 0.1% to 1,333.18"."""
    if index < 2:
        return
    change, level, reading = figures[index - 2], figures[index - 1], figures[index + 1]
    near = reading.start - level.tail < 80 and ". " not in text[level.tail : reading.start]
    known = change.unit == "percent" and level.unit not in SHARES and not _bare(level)
    if near and known and _REACH.fullmatch(text[change.tail : level.lead]):
        _lend(level, reading)


def _hedge(text: str, earlier: Reading, reading: Reading) -> None:
    """ "more than 100 kilometers (60 miles)": the same figure twice, with one hedge."""
    first, second = earlier.amount, reading.amount
    if first is None or second is None or first.hedge not in _BOUNDS or second.hedge != "exact":
        return
    if text[earlier.tail : reading.start] not in _AGAIN or earlier.unit is None or reading.unit is None:
        return
    if reading.form == earlier.form == "single" and _same_kind(earlier.unit, reading.unit):
        reading.amount = replace(second, hedge=first.hedge, near=first.near)


_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most"})
_AGAIN = frozenset({" (", "\u00a0("})


def _same_kind(first: str, second: str) -> bool:
    """True for two units of one dimension, or two currencies."""
    if first == second:
        return False
    if first in CODES or second in CODES:
        return first in CODES and second in CODES
    one, other = scale(first), scale(second)
    return one is not None and other is not None and one.dimension == other.dimension
