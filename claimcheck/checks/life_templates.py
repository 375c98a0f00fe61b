"""Templates that work out an age from dates of birth and death: {{death date and age|1999|1|2|1950|5|6}}."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

import msgspec

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.document.model import Parameter, Template
from claimcheck.finding import Hit, Mark
from claimcheck.source import Span
from claimcheck.values.calendar import day_number, is_day, years_between
from claimcheck.values.when import iso_day

_DEATHS = frozenset(("death date and age", "dda"))
_BIRTHS = frozenset(("birth date", "birth date and age", "bda", "dob"))
_LIVING = frozenset(("birth date and age", "bda"))


class Told(msgspec.Struct, frozen=True):
    """A day that three parameters of a template make."""

    day: int
    span: Span

    @property
    def text(self) -> str:
        """The day as ISO 8601 has it."""
        return iso_day(self.day) or ""


class LifeOptions(Options, frozen=True):
    """What is wrong with a life."""

    fault: Literal["reversed", "too-long", "two-births"]
    oldest: int = 123
    """For "too-long": the age in years that nobody has reached."""


@check("life-template", LifeOptions, birth="the date of birth", death="the date of death, or today", age="the age")
def wrong(view: View, options: LifeOptions) -> Iterator[Hit]:
    """A life that the templates of an article cannot mean: reversed, longer than any, or begun on two days."""
    for birth, death, today in _lives(view):
        age = years_between(birth.day, today)
        words = {"birth": birth.text, "death": death.text if death else iso_day(today) or "", "age": str(age)}
        main, other = (death, birth) if death else (birth, None)
        if today < birth.day if options.fault == "reversed" else options.fault == "too-long" and age >= options.oldest:
            related = (Mark(other.span.start, other.span.end, "born"),) if other else ()
            yield Hit(Mark(main.span.start, main.span.end), (), words, related)
    if options.fault == "two-births":
        yield from _two_births(view)


def _lives(view: View) -> Iterator[tuple[Told, Told | None, int]]:
    """(birth, death, last day) of each template that has both, or that is for the living."""
    for template in view.document.templates:
        if template.name in _DEATHS:
            death, birth = _day(template, 1), _day(template, 4)
            if death and birth:
                yield birth, death, death.day
        elif template.name in _LIVING:
            birth = _day(template, 1)
            if birth:
                yield birth, None, view.today.toordinal()


def _two_births(view: View) -> Iterator[Hit]:
    """The birth that a death template repeats, against that of the birth template in the same infobox."""
    boxes = [t for t in view.document.templates if t.parameters and t.parameters[0].passage.context == "infobox"]
    for box in boxes:
        inner = [t for t in view.document.templates if box.span.start < t.span.start < box.span.end]
        births = [told for t in inner if t.name in _BIRTHS and (told := _day(t, 1))]
        repeated = [told for t in inner if t.name in _DEATHS and (told := _day(t, 4))]
        if len(births) == len(repeated) == 1 and births[0].day != repeated[0].day:
            birth, again = births[0], repeated[0]
            words = {"birth": birth.text, "death": again.text, "age": ""}
            related = (Mark(birth.span.start, birth.span.end, "born"),)
            yield Hit(Mark(again.span.start, again.span.end), (), words, related)


def _day(template: Template, first: int) -> Told | None:
    """The day that three positional parameters make; None unless they are a year, a month and a day."""
    wanted = [str(first + index) for index in range(3)]
    found = {name: next(group) for name, group in groupby(template.parameters, lambda p: p.name) if name in wanted}
    if len(found) < len(wanted):
        return None
    year, month, day = (_number(found[name]) for name in wanted)
    if not is_day(year, month, day) or year < 1:
        return None
    start, end = _place(found[wanted[0]]).start, _place(found[wanted[2]]).end
    return Told(day_number(year, month, day), Span(start, end))


def _number(parameter: Parameter) -> int:
    text = parameter.passage.text.strip()
    return int(text) if text.isdecimal() and len(text) <= 4 else 0


def _place(parameter: Parameter) -> Span:
    return parameter.passage.span(0, len(parameter.passage.text))
