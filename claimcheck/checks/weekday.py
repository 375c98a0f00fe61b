"""A weekday beside a full date that falls on another day: "Tuesday, 5 May 2010"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil, from_julian, weekday

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GREGORIAN_EVERYWHERE = 1924
"""Before this year a country may still have dated by the Julian calendar (Greece was the last, in March 1923)."""
_NAMES = "|".join(DAYS)
_BEFORE = lazy(rf"\b({_NAMES}),? (?:the )?$")
_AFTER = lazy(rf",? (?:was |is )?(?:\(an? |\(|an? )({_NAMES})\b")
_INSIDE = lazy(rf"^({_NAMES})\b")
_NAMED = lazy(
    r"(?:(?<=\w )|^\s*(?!(?:On|By|From|Until|Till|Since|The|This|Last|Next|Between|After|Before|Late|Early|Every) ))"
    r"[A-ZÀ-Þ][\w'’-]+ $"
)
"""A name that goes on with the weekday: "beat Sheffield Wednesday, 4 May 1991"."""
_YEAR = lazy(r"\d{4}")
_NEAR = 24
"""Characters within which a weekday stands beside its date, with what joins the two."""


@check("weekday", Options, text="the date as printed", weekday="the weekday as printed", actual="the weekday it was")
def wrong(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A full date with a weekday on which it did not fall."""
    for claim in view.dates:
        when = claim.when
        if when is None or claim.form != "single" or when.granularity not in ("day", "minute") or when.approximate:
            continue
        day = when.earliest
        if day is None or day != when.latest:
            continue
        named = _named(claim)
        if named is not None and _YEAR.search(claim.text) and DAYS.index(named) not in _possible(day):
            words = {"text": claim.text, "weekday": named, "actual": DAYS[weekday(day)]}
            yield Hit(Mark(claim.start, claim.end), (claim,), words)


def _named(claim: Claim) -> str | None:
    """The weekday that is printed in the date, before it or after it."""
    text = claim.passage.text
    near = max(claim.sentence.start, claim.visible.start - _NEAR)
    if "day" not in text[near : claim.visible.end + _NEAR]:
        return None
    found = _BEFORE.search(text, near, claim.visible.start)
    start = found.start(1) if found else claim.visible.start
    found = found or _INSIDE.match(claim.text)
    if found:
        return None if _NAMED.search(text[claim.sentence.start : start]) else found[1]
    found = _AFTER.match(text, claim.visible.end)
    return found[1] if found else None


def _possible(day: int) -> set[int]:
    """Weekdays of a date by the calendars that were in use in its time."""
    year, month, number = civil(day)
    return {weekday(day), weekday(from_julian(year, month, number))} if year < GREGORIAN_EVERYWHERE else {weekday(day)}
