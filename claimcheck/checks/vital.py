"""Birth and death of the article's subject told twice: infobox against lead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

from claimcheck.checks.lives import Vital, vitals
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.values.calendar import civil
from claimcheck.values.when import When

CALENDARS = range(8, 15)
"""Days by which a date of the Julian calendar may differ from the same in the Gregorian one, 1500 to 1923, give or
take one for a day that begins at sunset."""
LAST_JULIAN = 1924


class VitalOptions(Options, frozen=True):
    """Options of `vital`."""

    event: Literal["birth", "death"]
    """Which of the two is compared."""


@check("vital", VitalOptions, text="the date as told later", other="the date as told first", where="where that is told")
def told_twice(view: View, options: VitalOptions) -> Iterator[Hit]:
    """Two dates of one birth or death that cannot both be right."""
    if not view.of_context("infobox"):
        return
    told = [vital for vital in vitals(view) if vital.event == options.event]
    infobox = [vital for vital in told if vital.claim.passage.context == "infobox"]
    if len({vital.when.edtf for vital in infobox}) != 1:
        return  # none, or an infobox of several people
    for box, prose in combinations(sorted(told, key=lambda vital: vital.claim.passage.context != "infobox"), 2):
        if box in infobox and prose not in infobox and _differ(box, prose):
            words = {"text": prose.text, "other": box.text, "where": "the infobox"}
            related = (Mark(box.claim.start, box.claim.end, "the infobox"),)
            yield Hit(Mark(prose.claim.start, prose.claim.end), (prose.claim, box.claim), words, related)
            return


def _differ(one: Vital, other: Vital) -> bool:
    return apart(one.when, other.when)


def apart(one: When, other: When) -> bool:
    """True where two dates of one event cannot meet, and no change of calendar explains it."""
    if one.meets(other) or one.approximate or other.approximate:
        return False
    a, b = one.earliest, other.earliest
    if a is None or b is None:
        return False
    return abs(a - b) not in CALENDARS or civil(a)[0] >= LAST_JULIAN
