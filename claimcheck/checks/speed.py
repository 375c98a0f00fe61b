"""A speed against the distance and the time beside it: "300 km in three hours, at an average speed of 50 km/h"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert

SLACK = Fraction(1, 20)
"""Share by which distance, time and speed may each have been rounded beyond what is printed."""
_MEAN = lazy(
    r"\b(?:average|mean)(?: \w+)? speed (?:of|was|is|being)(?: about| around)? $|\baveraging(?: about)? $",
    re.IGNORECASE,
)
_IN = lazy(r"[^.;:()\d]{0,25}\b(?:in|within|took|over)(?: a record| exactly| just| only)? $")
_OFF = lazy(
    r"\b(?:with stops|including stops|stages?|legs?|laps?|return|remaining|first|each way|per|every)\b", re.IGNORECASE
)


@check(
    "speed",
    Options,
    text="the speed as printed",
    distance="the distance as printed",
    time="the time as printed",
    expected="the speed that these make, in the unit of the one printed",
)
def against_way(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An average speed that the distance and the time of its sentence do not make."""
    for sentence in view.with_quantities(2) if view.says("speed", "averaging") else ():
        speeds = [
            claim for claim in sentence.claims if _MEAN.search(sentence.before(claim)) and claim.kind == "quantity"
        ]
        found = _way(sentence) if len(speeds) == 1 and not _OFF.search(sentence.text) else None
        expected = _expected(*found, speeds[0]) if found else None
        told = speeds[0].amount.interval.widen(SLACK) if speeds and speeds[0].amount else None
        if found and expected and told and not told.meets(expected):
            distance, time = found
            words = {
                "text": speeds[0].text,
                "distance": distance.text,
                "time": time.text,
                "expected": ends(Interval(_rounded(expected.low), _rounded(expected.high))),
            }
            related = (Mark(distance.start, distance.end, "the distance"), Mark(time.start, time.end, "the time"))
            yield Hit(Mark(speeds[0].start, speeds[0].end), (speeds[0], distance, time), words, related)


def _way(sentence: Sentence) -> tuple[Claim, Claim] | None:
    """The one distance of a sentence and the one time right behind it: "300 km in three hours"."""
    times = [claim for claim in sentence.claims if claim.kind == "duration" and claim.form == "single"]
    lengths = [claim for claim in sentence.quantities if _converted(claim, "meter") and claim.form == "single"]
    if len(times) != 1 or not lengths:
        return None
    before = [claim for claim in lengths if claim.end <= times[0].start]
    if not before or _IN.fullmatch(sentence.between(before[-1], times[0])) is None:
        return None
    return before[-1], times[0]


def _converted(claim: Claim, unit: str) -> Interval | None:
    if claim.amount is None or claim.unit is None or claim.per is not None:
        return None
    return convert(claim.amount.interval, claim.unit, unit)


def _expected(distance: Claim, time: Claim, speed: Claim) -> Interval | None:
    """What distance and time make, in the unit of the speed; None where one of them has an open end."""
    way, span = _converted(distance, "meter"), _converted(time, "second")
    one = convert(Interval.point(Fraction(1)), "meter / second", speed.unit) if speed.unit else None
    if way is None or span is None or one is None or one.low is None:
        return None
    if way.low is None or way.high is None or not span.low or not span.high or span.low <= 0:
        return None
    return Interval(way.low / span.high, way.high / span.low).widen(SLACK) * one.low


def _rounded(value: Fraction | None) -> Fraction | None:
    return None if value is None else Fraction(round(value * 10), 10)
