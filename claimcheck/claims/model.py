"""The claim: one number, duration or date of an article, on its exact span, with what it is about."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, Protocol

import msgspec

from claimcheck.document.model import Passage
from claimcheck.source import Source, Span
from claimcheck.values.amount import Amount, Hedge
from claimcheck.values.units import quantity as as_quantity
from claimcheck.values.when import When, iso_day

if TYPE_CHECKING:
    import pint

Kind = Literal["quantity", "date", "duration"]
Form = Literal["single", "range", "plus_minus"]
Status = Literal["ok", "impossible", "ambiguous"]
Role = Literal["from", "to", "by", "total", "part", "average", "additional"]


class Per(msgspec.Struct, frozen=True):
    """Denominator of a rate: "per 1,000 live births" is (1000, None, "live births"), "a day" is (1, "day", None)."""

    amount: Fraction
    unit: str | None = None
    counted: str | None = None


class Subject(msgspec.Struct, frozen=True):
    """The noun phrase that owns a figure, with the link target where it is linked."""

    text: str
    target: str | None = None


class Part(msgspec.Struct, frozen=True):
    """One printed end of a range or period; `start` and `end` as in what holds it."""

    start: int
    end: int
    text: str
    value: Fraction | None = None
    when: When | None = None


class Reading(msgspec.Struct, eq=False):
    """A claim in the making: what a recogniser read, in offsets of its passage's text.

    Recognisers fill the first block; `claimcheck.claims.context` fills the second. `lead` is where the hedge or
    whatever else belongs to the reading begins (at most `start`), `tail` where its counted noun ends (at least `end`).
    """

    kind: Kind
    start: int
    end: int
    recogniser: str
    form: Form = "single"
    amount: Amount | None = None
    when: When | None = None
    readings: tuple[When, ...] = ()
    status: Status = "ok"
    unit: str | None = None
    per: Per | None = None
    counted: str | None = None
    parts: tuple[Part, ...] | None = None
    lead: int = -1
    tail: int = -1
    anchor: Span | None = None

    event: str | None = None
    measure: str | None = None
    time: When | None = None
    role: Role | None = None

    def __post_init__(self) -> None:
        if self.lead < 0:
            self.lead = self.start
        if self.tail < 0:
            self.tail = self.end


class Scene(Protocol):
    """Tells what the claims of an article are about, when it is asked."""

    def subject(self, claim: Claim) -> Subject | None:
        """As `Claim.subject`."""

    def place(self, claim: Claim) -> str | None:
        """As `Claim.place`."""

    def qualifiers(self, claim: Claim) -> tuple[str, ...]:
        """As `Claim.qualifiers`."""

    def attribution(self, claim: Claim) -> str | None:
        """As `Claim.attribution`."""

    def topic(self, claim: Claim) -> str:
        """As `Claim.topic`."""


class Claim(msgspec.Struct, frozen=True, eq=False):
    """One number, duration or date as its author meant it.

    `start` and `end` are code points of the source, half open, and `text == source.text[start:end]`. `amount` holds
    the exact value and interval of a quantity or duration, `when` that of a date. `unit` is a canonical pint name or
    an ISO 4217 code; `per` the denominator of a rate; `counted` the noun phrase that is counted. `visible` is the
    same span in the text of `passage`, with `lead` and `tail` around hedge and counted noun; `sentence` the span of
    its sentence there.
    """

    kind: Kind
    start: int
    end: int
    text: str
    source: Source
    passage: Passage
    visible: Span
    lead: int
    tail: int
    sentence: Span
    recogniser: str
    form: Form = "single"
    amount: Amount | None = None
    when: When | None = None
    readings: tuple[When, ...] = ()
    status: Status = "ok"
    unit: str | None = None
    per: Per | None = None
    counted: str | None = None
    parts: tuple[Part, ...] | None = None
    event: str | None = None
    measure: str | None = None
    time: When | None = None
    role: Role | None = None
    citations: tuple[int, ...] = ()
    anchor: Span | None = None
    """Where in the source the date stands that a date without a year, or a relative one, was resolved from
    (empty for the article's title); None for a date that is printed in full."""
    scene: Scene | None = None
    """The article, asked for what few claims need: owner, place, qualifiers, source named."""

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return Span(self.start, self.end)

    @property
    def shown(self) -> str:
        """The claim as a reader sees it; `text` is what the source has, inside a template its parameters."""
        return self.passage.text[self.visible.start : self.visible.end]

    @property
    def subject(self) -> Subject | None:
        """The nearest noun phrase that owns the figure; None rather than a guess."""
        return self.scene.subject(self) if self.scene else None

    @property
    def place(self) -> str | None:
        """The place on earth where the figure holds, as the article names it; None rather than a guess."""
        return self.scene.place(self) if self.scene else None

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """Words that narrow what is measured: "male", "urban", "estimated"."""
        return self.scene.qualifiers(self) if self.scene else ()

    @property
    def attribution(self) -> str | None:
        """The source that the sentence names for the figure."""
        return self.scene.attribution(self) if self.scene else None

    @property
    def topic(self) -> str:
        """Title and first words of the article, and the headings above the figure: what all of it is about."""
        return self.scene.topic(self) if self.scene else ""

    @property
    def hedge(self) -> Hedge:
        """How the author qualified the figure; "exact" where nothing does."""
        return self.amount.hedge if self.amount else "exact"

    @property
    def quantity(self) -> pint.Quantity[float] | tuple[pint.Quantity[float], pint.Quantity[float]] | None:
        """The figure as pint's quantity, a pair of them for a range; None where pint knows no unit of it."""
        if self.unit is None or self.amount is None:
            return None
        if self.amount.value is not None:
            return as_quantity(self.amount.value, self.unit)
        ends = [as_quantity(part.value, self.unit) for part in self.parts or () if part.value is not None]
        return (ends[0], ends[1]) if len(ends) == 2 and ends[0] is not None and ends[1] is not None else None

    @property
    def quoted(self) -> bool:
        """True inside a quotation: in a quote passage or between quotation marks of its sentence."""
        return self.passage.context == "quote" or inside_quotes(self.passage.text, self.visible, self.sentence)

    def to_dict(self) -> dict[str, Any]:
        """JSON v1 of the claim: every key present, numbers as integers or floats."""
        line, column = self.source.position(self.start)
        amount, when = self.amount, self.when
        interval = amount.interval if amount else None
        return {
            "kind": self.kind,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "line": line,
            "column": column,
            "status": self.status,
            "form": self.form,
            "value": number(amount.value) if amount else None,
            "low": number(interval.low) if interval else None,
            "high": number(interval.high) if interval else None,
            "low_closed": interval.low_closed if interval else None,
            "high_closed": interval.high_closed if interval else None,
            "hedge": self.hedge,
            "unit": self.unit,
            "per": _per(self.per),
            "counted": self.counted,
            "measure": self.measure,
            "event": self.event,
            "edtf": when.edtf if when else None,
            "earliest": iso_day(when.earliest) if when else None,
            "latest": iso_day(when.latest) if when else None,
            "readings": [reading.edtf for reading in self.readings],
            "time": self.time.edtf if self.time else None,
            "subject": {"text": self.subject.text, "target": self.subject.target} if self.subject else None,
            "place": self.place,
            "qualifiers": list(self.qualifiers),
            "role": self.role,
            "attribution": self.attribution,
            "context": self.passage.context,
            "path": [*self.passage.section, *self.passage.path],
            "section": self.passage.section[-1] if self.passage.section else None,
            "citations": list(self.citations),
            "recogniser": self.recogniser,
            "parts": None if self.parts is None else [_part(part) for part in self.parts],
        }


def number(value: Fraction | None) -> int | float | None:
    """A JSON number: an integer where it is one, else the nearest float (infinite ones become None)."""
    if value is None:
        return None
    if value.denominator == 1:
        return value.numerator
    try:
        return float(value)
    except OverflowError:
        return None


def _per(per: Per | None) -> dict[str, Any] | None:
    return None if per is None else {"amount": number(per.amount), "unit": per.unit, "counted": per.counted}


def _part(part: Part) -> dict[str, Any]:
    place = {"start": part.start, "end": part.end, "text": part.text}
    return place | ({"edtf": part.when.edtf} if part.when else {"value": number(part.value)})


def inside_quotes(text: str, at: Span, sentence: Span) -> bool:
    """True where quotation marks that open between the start of `sentence` and `at` are still open there."""
    before = text[sentence.start : at.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
