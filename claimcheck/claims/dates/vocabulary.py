"""English calendar words, read once from the data file, and the bits of pattern made of them."""

from __future__ import annotations

from typing import Any

from claimcheck import overlay

_DATA: dict[str, Any] = overlay.our_tree("calendar.toml")

LONG_MONTHS: dict[str, int] = _DATA["months"]
MONTHS: dict[str, int] = LONG_MONTHS | _DATA["short_months"]
SEASONS: dict[str, int] = _DATA["seasons"]
LONG_WEEKDAYS: dict[str, int] = _DATA["weekdays"]
WEEKDAYS: dict[str, int] = LONG_WEEKDAYS | _DATA["short_weekdays"]
ORDINALS: dict[str, int] = _DATA["ordinals"]
NUMBERS: dict[str, int] = _DATA["numbers"]
DECADES: dict[str, int] = _DATA["decades"]
EDGES: dict[str, dict[str, Any]] = _DATA["edges"]
UNITS: dict[str, Any] = _DATA["units"]
RELATIVE: dict[str, dict[str, int]] = _DATA["relative"]
LENGTH_HEDGES: dict[str, str] = _DATA["length_hedges"]
CONTEXT: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _DATA["context"].items()}
EVENTS: dict[str, str] = {word: event for event, words in _DATA["events"].items() for word in words}


SPACE = r"(?:\s{1,2})"
"""Space inside a date: a passage has no empty lines, so that a single line break is as good as a blank."""

DASH = r"\s{0,2}[–—‒−-]\s{0,2}"
WORD = r"[^\W\d_]+"
"""Any word: looking it up afterwards is cheaper, to compile and to match, than an alternation of all that fit."""

ERA = r"(?:\s?(?:(?P<bc>BCE?|B\. ?C\.(?: ?E\.)?)|(?P<ad>(?-i:AD|A\. ?D\.|CE|C\. ?E\.)))(?![A-Za-z]))"
"""Era after a year; "ad" and "ce" in small letters are words."""
