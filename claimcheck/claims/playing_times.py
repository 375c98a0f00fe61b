"""Playing times as an infobox prints them: "42:15", "1:01:08"."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.model import Reading
from claimcheck.document.model import Passage
from claimcheck.patterns import lazy
from claimcheck.values.amount import Amount

RECOGNISER = "playing time"
PARAMETERS = frozenset(("length", "duration", "runtime", "running time", "running_time"))
"""Parameters of infoboxes that say how long something plays."""
_CLOCK = lazy(r"(?<![\d:.])(?:(?P<hours>\d{1,2}) ?: ?)?(?P<minutes>\d{1,3}) ?: ?(?P<seconds>[0-5]\d)(?![\d:]|\.\d)")


def plays(passage: Passage) -> bool:
    """True for a parameter that says how long something plays, and says it in minutes and seconds."""
    if passage.context != "infobox" or not passage.path:
        return False
    return passage.path[-1] in PARAMETERS and ":" in passage.text


def playing_times(text: str) -> list[Reading]:
    """Every playing time of a text, in minutes."""
    return [_reading(match) for match in _CLOCK.finditer(text)]


def _reading(match: re.Match[str]) -> Reading:
    value = int(match["hours"] or 0) * 60 + int(match["minutes"]) + Fraction(int(match["seconds"]), 60)
    return Reading("duration", *match.span(), RECOGNISER, amount=Amount(value), unit="minute")
