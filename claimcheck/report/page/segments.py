"""The text of a passage cut where claims, findings and references begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage
from claimcheck.report.parts.excerpt import visible


class Pin(msgspec.Struct, frozen=True):
    """A mark of a finding on the page: `name` is its anchor, `number` the finding's; `primary` where it accuses."""

    name: str
    number: int
    severity: str
    primary: bool
    start: int
    end: int
    """Visible offsets in its passage."""


class Segment(msgspec.Struct, frozen=True):
    """A stretch of text that has the same claim and the same pins throughout, and the references behind it."""

    text: str
    claim: int | None = None
    kind: str = ""
    reading: str = ""
    starts_claim: bool = False
    pins: tuple[Pin, ...] = ()
    opening: tuple[Pin, ...] = ()
    """Pins of which this is the first stretch."""
    closing: tuple[Pin, ...] = ()
    """Pins of which this is the last stretch: the number of the finding stands behind it."""
    references: tuple[int, ...] = ()

    @property
    def severity(self) -> str:
        """The gravest of its primary pins, "related" where it is only compared, empty where nothing is said."""
        for severity in ("error", "warning", "note"):
            if any(pin.primary and pin.severity == severity for pin in self.pins):
                return severity
        return "related" if self.pins else ""


def segments(passage: Passage, claims: Sequence[tuple[int, Claim, str]], pins: Iterable[Pin]) -> list[Segment]:
    """The passage in order; `claims` are (number, claim, reading in words) in the order of the text."""
    pins = list(pins)
    length = len(passage.text)
    edges = {0, length, *(min(at, length) for at, _ in passage.anchors)}
    for _, claim, _ in claims:
        edges |= {claim.visible.start, claim.visible.end}
    for pin in pins:
        edges |= {pin.start, pin.end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= length)
    return _stretches(passage, claims, pins, cuts)


def _stretches(
    passage: Passage, claims: Sequence[tuple[int, Claim, str]], pins: list[Pin], cuts: list[int]
) -> list[Segment]:
    """One pass from left to right: what is over is left behind, so the work grows with the text alone."""
    out: list[Segment] = []
    references: dict[int, list[int]] = {}
    for at, index in passage.anchors:
        references.setdefault(min(at, len(passage.text)), []).append(index)
    waiting = sorted(pins, key=lambda pin: pin.start)
    open_pins: list[Pin] = []
    at_claim = at_pin = 0
    for start, end in pairwise(cuts):
        while at_claim < len(claims) and claims[at_claim][1].visible.end <= start:
            at_claim += 1
        while at_pin < len(waiting) and waiting[at_pin].start <= start:
            open_pins.append(waiting[at_pin])
            at_pin += 1
        open_pins = [pin for pin in open_pins if pin.end > start]
        claim = claims[at_claim] if at_claim < len(claims) and claims[at_claim][1].visible.start <= start else None
        out.append(_segment(passage, start, end, claim, open_pins, references.get(end, [])))
    return out


def _segment(
    passage: Passage,
    start: int,
    end: int,
    claim: tuple[int, Claim, str] | None,
    pins: list[Pin],
    references: list[int],
) -> Segment:
    return Segment(
        text=visible(passage.text[start:end]),
        claim=claim[0] if claim else None,
        kind=claim[1].kind if claim else "",
        reading=claim[2] if claim else "",
        starts_claim=claim is not None and claim[1].visible.start == start,
        pins=tuple(pins),
        opening=tuple(pin for pin in pins if pin.start == start),
        closing=tuple(pin for pin in pins if pin.end == end),
        references=tuple(references),
    )
