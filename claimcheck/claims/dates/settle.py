"""Turns points into a reading's value: shared years flow between them, then bounds, or status impossible."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.claims.dates.partial import Bound, Found, Leaning, Partial
from claimcheck.claims.model import Part, Reading
from claimcheck.values import moments
from claimcheck.values.moments import ImpossibleDateError
from claimcheck.values.when import When

_BOUNDS = {"since": moments.since, "until": moments.until, "after": moments.after, "before": moments.before}


def shared(points: tuple[Found, ...]) -> tuple[Found, ...]:
    """The points with what only one of them prints (month, year, era) given to the other."""
    if len(points) < 2:
        return points
    partials = [found.point for found in points]
    if not all(isinstance(partial, Partial) for partial in partials):
        return points
    plain = [partial for partial in partials if isinstance(partial, Partial)]
    out = [_given(partial, plain[-1], first=True) for partial in plain[:-1]]
    out.append(_given(plain[-1], out[-1], first=False))
    return tuple(Found(found.start, found.end, partial) for found, partial in zip(points, out, strict=True))


def _given(partial: Partial, other: Partial, *, first: bool) -> Partial:
    if partial.unit in ("decade", "century") or other.unit in ("decade", "century"):
        return partial
    if partial.unit == "day" and partial.month is None:
        partial = replace(partial, month=other.month)
    if partial.year is None and other.year is not None:
        mine, theirs = _place(partial), _place(other)
        wraps = (mine > theirs) if first else (mine < theirs)
        partial = replace(partial, year=other.year + (0 if not wraps else -1 if first else 1), era=other.era)
    return partial


def _place(partial: Partial) -> int:
    """Where in a year a point stands, as a month; the year as a whole counts as none of them."""
    if partial.month:
        return partial.month
    return 3 * partial.number + 1 if partial.unit == "season" and partial.number else 0


def reading(points: tuple[Found, ...], mode: str, end: int, bound: Bound, *, text: str, start: int) -> Reading:
    """The reading of points whose words stand at `text[start:end]`."""
    points = shared(points)
    if start != points[0].start:
        points = (Found(start, points[0].end, points[0].point), *points[1:])
    unit = points[-1].point.unit
    base = Leaning(
        kind="date", start=start, end=end, recogniser=f"dates.{'period' if mode == 'range' else unit}",
        points=points, mode="single" if mode == "open" else mode, bound="since" if mode == "open" else bound,  # type: ignore[arg-type]
    )  # fmt: skip
    if mode == "range":
        base.form = "range"
    if len(points) > 1:
        base.parts = tuple(Part(found.start, found.end, text[found.start : found.end]) for found in points)
    partials = [found.point for found in points if isinstance(found.point, Partial)]
    for partial in partials:
        if partial.impossible:
            base.status = "impossible"
            return base
    for partial in partials:
        if partial.leans:
            return base
    if len(partials) == len(points):
        fill(base, partials)
    return base


def fill(reading: Leaning, partials: list[Partial]) -> None:
    """Give the reading its `when` (and its parts theirs) from points that lack nothing; impossible days are marked."""
    try:
        whens = [partial.when() for partial in partials]
    except ImpossibleDateError:
        reading.status = "impossible"
        return
    settle(reading, whens)


def settle(reading: Leaning, whens: list[When]) -> None:
    """Give the reading its `when` from those of its points."""
    if reading.parts is not None:
        reading.parts = tuple(
            Part(part.start, part.end, part.text, None, when) for part, when in zip(reading.parts, whens, strict=True)
        )
    if reading.mode == "set":
        reading.when = moments.all_of(*whens)
    elif reading.mode == "range":
        if _backwards(whens[0], whens[-1]):
            reading.status = "impossible"
        else:
            reading.when = moments.between(whens[0], whens[-1])
    else:
        reading.when = _BOUNDS[reading.bound](whens[0]) if reading.bound else whens[0]


def _backwards(first: When, last: When) -> bool:
    return first.earliest is not None and last.latest is not None and first.earliest > last.latest
