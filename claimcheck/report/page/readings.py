"""A claim in words, and as a row of the table of claims."""

from __future__ import annotations

from typing import Any

import msgspec

from claimcheck.claims.model import Claim, number
from claimcheck.report.parts.excerpt import visible
from claimcheck.values.interval import Interval

COLUMNS = (
    ("text", "as printed"),
    ("line", "line"),
    ("kind", "kind"),
    ("value", "value"),
    ("means", "means"),
    ("unit", "unit"),
    ("measure", "measure or counted"),
    ("subject", "of"),
    ("time", "time"),
    ("section", "section"),
    ("context", "stands in"),
)
"""Field and heading of each column of the table of claims."""
FILTERS = ("kind", "measure", "unit", "time", "section", "context")
NUMERIC = frozenset({"line", "value"})


class Row(msgspec.Struct, frozen=True):
    """One claim for the table: what is shown, and by what `value` and `time` are sorted."""

    number: int
    text: str
    line: int
    kind: str
    value: str
    sort: str
    means: str
    unit: str
    measure: str
    subject: str
    time: str
    section: str
    context: str


def row(index: int, claim: Claim) -> Row:
    """The claim as a row of the table."""
    when = claim.when.edtf if claim.when else None
    value = claim.amount.value if claim.amount else None
    section = claim.passage.section[-1] if claim.passage.section else ""
    return Row(
        number=index,
        text=visible(claim.text),
        line=claim.source.position(claim.start).line,
        kind=claim.kind,
        value=when or figure(value),
        sort=when or ("" if value is None else repr(float(value)) if abs(value) < 10**300 else ""),
        means=means(claim.amount.interval) if claim.amount else "",
        unit=unit(claim),
        measure=visible(claim.measure or claim.counted or claim.event or ""),
        subject=visible(claim.subject.text) if claim.subject else "",
        time=(claim.time.edtf if claim.time else "") or (when or ""),
        section=visible(section),
        context=claim.passage.context,
    )


def figure(value: Any) -> str:
    """A number for people: grouped, at most six significant digits where it is no whole number."""
    plain = number(value)
    if plain is None:
        return ""
    return f"{plain:,}" if isinstance(plain, int) and abs(plain) < 10**21 else f"{plain:,.6g}"


def means(interval: Interval) -> str:
    """The interval in the usual brackets; an end that is open says so."""
    if interval.low is not None and interval.low == interval.high:
        return f"exactly {figure(interval.low)}"
    if interval.low is None:
        return f"{'up to' if interval.high_closed else 'below'} {figure(interval.high)}"
    if interval.high is None:
        return f"{'at least' if interval.low_closed else 'above'} {figure(interval.low)}"
    return f"{figure(interval.low)} to {figure(interval.high)}"


def unit(claim: Claim) -> str:
    """Unit and denominator: "percent", "per 1,000 live births"."""
    parts = [claim.unit or ""]
    if claim.per:
        amount = "" if claim.per.amount == 1 else figure(claim.per.amount)
        parts += ["per", amount, claim.per.unit or claim.per.counted or ""]
    return visible(" ".join(part for part in parts if part).replace(" ** 2", "²").replace(" ** 3", "³"))


def in_words(claim: Claim) -> str:
    """One line that says how the claim was read: shown over it, and to screen readers."""
    if claim.kind == "date":
        told = (
            claim.when.edtf
            if claim.when
            else "a day that does not exist"
            if claim.status == "impossible"
            else "unclear"
        )
        return visible(f"date: {told}" + (f", {claim.event}" if claim.event else ""))
    told = means(claim.amount.interval) if claim.amount else ""
    about = claim.measure or claim.counted or ""
    time = f", in {claim.time.edtf}" if claim.time else ""
    return visible(f"{claim.kind}: {' '.join(part for part in (told, unit(claim), about) if part)}{time}")
