"""Marriages of one person, {{marriage|name|from|to}}, that overlap, or that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.extract import read
from claimcheck.document.model import Passage, Template
from claimcheck.finding import Hit, Mark
from claimcheck.values.when import When

NAMES = ("marriage", "married")
"""Templates that give a spouse, a beginning and an end."""


class MarriageOptions(Options, frozen=True):
    """What is wrong with the marriages of an infobox."""

    fault: Literal["reversed", "overlap"]
    """A marriage that ends before it begins, or two that overlap."""


class Dated(NamedTuple):
    """A parameter that holds one date and nothing else."""

    passage: Passage
    when: When

    @property
    def text(self) -> str:
        """The date as printed."""
        return self.passage.text.strip()

    def mark(self, note: str = "") -> Mark:
        """The date in the source."""
        start = len(self.passage.text) - len(self.passage.text.lstrip())
        span = self.passage.span(start, start + len(self.text))
        return Mark(span.start, span.end, note)


class Marriage(NamedTuple):
    """A spouse and the dates of the marriage; an end that is not told is None."""

    spouse: str
    start: Dated
    end: Dated | None


@check(
    "marriage",
    MarriageOptions,
    spouse="the spouse",
    other="the spouse of the marriage before",
    first="the beginning as printed",
    last="the end as printed, that of the marriage before for overlaps",
)
def wrong(view: View, options: MarriageOptions) -> Iterator[Hit]:
    """Marriages that run backwards or overlap."""
    told = [template for template in view.document.templates if template.name in NAMES]
    for box in view.document.templates if told else ():
        if not box.parameters or box.parameters[0].passage.context != "infobox":
            continue
        inner = [one for t in told if box.span.start < t.span.start < box.span.end and (one := _marriage(t))]
        if options.fault == "reversed":
            for one in inner:
                if one.end and one.end.when.before(one.start.when):
                    yield _hit(one, one, one.end, one.start, "begins")
            continue
        inner.sort(key=lambda one: one.start.when.earliest or 0)
        for one, other in combinations(inner, 2):
            after = one.start.when.before(other.start.when)
            if one.end and after and other.start.when.before(one.end.when):
                yield _hit(other, one, other.start, one.end, "the marriage before ends")


def _marriage(template: Template) -> Marriage | None:
    spouse, start = template.get("1"), _dated(template.get("2"))
    return Marriage(spouse.text.strip(), start, _dated(template.get("3"))) if spouse and start else None


def _dated(passage: Passage | None) -> Dated | None:
    """The one date that fills a parameter, none that is loose."""
    text = passage.text.strip() if passage else ""
    if passage is None or len(text) > 30:
        return None
    readings = read(text)
    if len(readings) != 1 or (readings[0].lead, readings[0].end) != (0, len(text)):
        return None
    when = readings[0].when
    return Dated(passage, when) if when and readings[0].status == "ok" and not when.approximate else None


def _hit(one: Marriage, before: Marriage, main: Dated, against: Dated, note: str) -> Hit:
    last = before.end.text if before.end else ""
    words = {"spouse": one.spouse, "other": before.spouse, "first": one.start.text, "last": last}
    return Hit(main.mark(), (), words, (against.mark(note),))
