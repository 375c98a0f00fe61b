"""Claims made anew from the rows of a scan, so that reports can show them and rules can choose among them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec

from claimcheck.claims.model import Claim, Per, Subject
from claimcheck.corpus.between.paper import Record, flat
from claimcheck.document.model import OffsetMap, Passage
from claimcheck.source import Source, Span
from claimcheck.values import edtf
from claimcheck.values.amount import Amount
from claimcheck.values.interval import Interval
from claimcheck.values.when import When


class Recalled(msgspec.Struct, frozen=True, eq=False):
    """Tells of one claim what the scan kept (see `claimcheck.claims.model.Scene`)."""

    record: Record

    def subject(self, _claim: Claim) -> Subject | None:
        """As `Claim.subject`."""
        told = self.record["subject"]
        return Subject(told["text"], told["target"]) if told else None

    def place(self, _claim: Claim) -> str | None:
        """As `Claim.place`."""
        return self.record["place"]  # type: ignore[no-any-return]

    def qualifiers(self, _claim: Claim) -> tuple[str, ...]:
        """As `Claim.qualifiers`."""
        return tuple(self.record["qualifiers"] or ())

    def attribution(self, _claim: Claim) -> str | None:
        """As `Claim.attribution`."""
        return self.record["attribution"]  # type: ignore[no-any-return]

    def topic(self, claim: Claim) -> str:
        """The title of the article and the headings above the figure."""
        return "\n".join((str(self.record["title"]), *claim.passage.section))


def recalled(record: Record, source: Source) -> Claim:
    """The claim of a row; its passage is its sentence, with the source offsets that the paper `source` gives it."""
    text, start, end = flat(record["sentence"]), record["start"], record["end"]
    at = min(record["sentence_start"], len(text))
    stop = min(len(text), max(at + 1, at + len(flat(record["text"]))))
    path, section = tuple(record["path"] or ()), record["section"]
    cut = path.index(section) + 1 if section in path else 0
    offsets = _offsets(at, stop, start, end, len(text))
    passage = Passage(text, offsets, record["context"], path[:cut], path[cut:])
    per = record["per"]
    return Claim(
        kind=record["kind"],
        start=start,
        end=end,
        text=record["text"],
        source=source,
        passage=passage,
        visible=Span(at, stop),
        lead=at,
        tail=stop,
        sentence=Span(0, len(text)),
        recogniser=record["recogniser"],
        form=record["form"],
        amount=_amount(record),
        when=_when(record["edtf"]),
        status=record["status"],
        unit=record["unit"],
        per=Per(_fraction(per["amount"]) or Fraction(1), per["unit"], per["counted"]) if per else None,
        counted=record["counted"],
        event=record["event"],
        measure=record["measure"],
        time=_when(record["time"]),
        role=record["role"],
        scene=Recalled(record),
    )


def _offsets(at: int, stop: int, start: int, end: int, length: int) -> OffsetMap:
    runs = [(0, start - at, start)] if at else []
    runs.append((at, start, end))
    if stop < length:
        runs.append((stop, end, end + length - stop))
    return OffsetMap(runs, length)


def _amount(record: Record) -> Amount | None:
    if record["kind"] == "date":
        return None
    low, high = _fraction(record["low"]), _fraction(record["high"])
    bounds = Interval(low, high, bool(record["low_closed"]), bool(record["high_closed"]))
    return Amount(_fraction(record["value"]), hedge=record["hedge"], bounds=bounds)


def _when(text: str | None) -> When | None:
    try:
        return edtf.read(text) if text else None
    except ValueError:
        return None


def _fraction(value: Any) -> Fraction | None:
    """The decimal that was printed, not the binary float next to it."""
    return None if value is None else Fraction(repr(float(value)))
