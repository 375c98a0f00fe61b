"""The date that a figure is about: from its own clause, its sentence's opening, its row or column, its infobox."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.claims.model import Reading
from claimcheck.document.model import Passage, Template
from claimcheck.patterns import lazy
from claimcheck.source import Span
from claimcheck.values import edtf, moments
from claimcheck.values.when import When

_OWN = lazy(
    r"(?:\s+(?!and\b|but\b|while\b|to\b|or\b|from\b|who\b|which\b|that\b)[\w’'-]+){0,3}?"
    r"(?:\s+(?:in|by|on|at|during|since|as of|as at|until|for|from|at the end of|the end of|between|in the|of))?"
    r"\s*\(?\s*",
    re.IGNORECASE,
)
"""What may stand between a figure with its noun and the date of its own clause."""
_OPENING = lazy(r"(?:^|[,;:—–(\"“]|\band|\bwhile|\bbut|\bwhereas)\s*$", re.IGNORECASE)
"""What may stand before a date that opens a clause, its preposition left out."""
_PREPOSITION = re.compile(
    r"\b(?:(?:in|by|on|at|during|since|as of|as at|until|from|between|after|before|throughout|for|early in|late in|"
    r"at the end of|according to)(?:\s+the)?|the)\s*$",
    re.IGNORECASE,
)
_ASIDE = lazy(r"\b(?:which|who|whom|whose|where|that|when|if|until|unlike|since then|compared)\b[^,;:]*$")
"""A clause of its own that the date stands in."""
_TURN = lazy(
    r"[;:]|\b(?:and|but|later|then|now|currently|today|still|since|while|although|though|whereas)\b", re.IGNORECASE
)
"""Words behind which another time may hold."""
_LISTED = 40
"""Characters between a date in brackets and its figure."""
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_YEAR = lazy(r"(?<![\w.,:–-])(?<!version )(1[5-9]\d\d|20\d\d)(?![\w.,–/-])", re.IGNORECASE)


def assign_times(text: str, readings: Sequence[Reading], sentence: Span) -> None:
    """Give each figure of one sentence its time, or leave it None rather than guess."""
    opening: When | None = None
    for number, reading in enumerate(readings):
        if reading.kind == "date":
            if reading.when is not None and _opens(text, sentence, reading):
                opening = _reached(text, reading)
            continue
        if reading.amount is None:
            continue
        after = readings[number + 1] if number + 1 < len(readings) else None
        if after is not None and _in_bracket(text, after, readings[number + 2 : number + 3]):
            after = None
        before = readings[number - 1 : number] if number else []
        own = _reached(text, before[0]) if before and _in_bracket(text, before[0], [reading]) else None
        reading.time = own or _own(text, reading, after) or opening
    _share(text, readings, sentence)
    _pair(readings)


def _in_bracket(text: str, date: Reading, behind: Sequence[Reading]) -> bool:
    """True for the date that opens a bracket with a figure of its own: "34,919 (2006 estimate: 56,108)"."""
    if date.kind != "date" or not behind or behind[0].amount is None or not text.endswith("(", 0, date.start):
        return False
    return behind[0].start - date.end < _LISTED and ")" not in text[date.end : behind[0].start]


def _share(text: str, readings: Sequence[Reading], sentence: Span) -> None:
    """The one date of a sentence is that of the figures behind it, where no event, aside or turn stands between."""
    dates = [reading for reading in readings if reading.kind == "date"]
    if len(dates) != 1 or dates[0].event or _ASIDE.search(text, sentence.start, dates[0].start):
        return
    when = _reached(text, dates[0])
    for reading in readings:
        if reading.amount is None or reading.start < dates[0].end or reading.time is not None:
            continue
        if _TURN.search(text, dates[0].end, reading.start):
            return
        reading.time = when


def _opens(text: str, sentence: Span, date: Reading) -> bool:
    before = text[max(sentence.start, date.start - 40) : date.start]
    trimmed = _PREPOSITION.sub("", before)
    if not trimmed.strip(" \"“'("):
        return date.start - sentence.start < 40
    return trimmed != before and _OPENING.search(trimmed) is not None


def _own(text: str, figure: Reading, after: Reading | None) -> When | None:
    if after is None or after.kind != "date" or after.when is None or after.parts:
        return None
    gap = text[figure.tail : after.start]
    return _reached(text, after) if len(gap) < 60 and _OWN.fullmatch(gap) else None


def _reached(text: str, date: Reading) -> When | None:
    """The date of a figure: "by 2017" dates an event before, but a figure at, that point."""
    when = date.when
    if when is None or not when.edtf.startswith("../") or not _BY.search(text, max(0, date.start - 12), date.start):
        return when
    return edtf.bound(when)


def _pair(readings: Sequence[Reading]) -> None:
    """A change "from A to B … between 1998 and 2003": its ends take the ends of the period, in order."""
    periods = [r for r in readings if r.kind == "date" and r.parts and len(r.parts) == 2]
    changes = [r for r in readings if r.role in ("from", "to")]
    if len(periods) != 1 or not changes or any(r.time is not None and r.time != periods[0].when for r in changes):
        return
    first, last = (part.when for part in periods[0].parts or ())
    for reading in changes:
        reading.time = first if reading.role == "from" else last


def assign_place_times(passage: Passage, readings: Sequence[Reading], template: Template | None) -> None:
    """Figures of a table cell or an infobox parameter take the year of their headers or of the box's "as of"."""
    when: When | None = None
    if passage.context == "table":
        when = _header_year(passage.path)
    elif passage.context == "infobox" and template is not None and passage.path:
        when = _as_of(passage.path[-1], template)
    if when is not None:
        for reading in readings:
            if reading.kind != "date" and reading.time is None:
                reading.time = when


def _header_year(headers: Sequence[str]) -> When | None:
    """The one year that row and column headers name."""
    years = {year for header in headers for year in _years(header)}
    return moments.year(int(years.pop())) if len(years) == 1 else None


@lru_cache(maxsize=1 << 12)
def _years(header: str) -> list[str]:
    """The years in a header of ordinary length; the same ones stand over every row."""
    return _YEAR.findall(header) if len(header) < 60 else []


_OF = ("year", "as_of", "date")


def _as_of(parameter: str, template: Template) -> When | None:
    """The year given for a parameter: `population_estimate_year` for `population_estimate`, `population_as_of`."""
    family, _, kind = parameter.partition("_")
    own = [f"{name}_{of}" for name in (parameter, parameter.replace("population", "pop")) for of in _OF]
    # An estimate has a year of its own, and a blank field its own title: that of the census is of the others.
    shared = [] if kind.startswith(("est", "blank")) else [f"{family}_as_of", f"{family}_year"]
    for name in (*own, *shared):
        found = template.get(name) if name != parameter else None
        if found is not None:
            years = set(_YEAR.findall(found.text))
            return moments.year(int(years.pop())) if len(years) == 1 else None
    return None
