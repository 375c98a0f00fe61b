"""Dates given to a template in figures: against the date written beside it, and against the calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Parameter, Template
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

_OPEN = lazy(r"\s*\(\s*")
_CLOSE = lazy(r"\s*\)")
_GIVEN = lazy(r"\d{4}\|")
_TWELVE = 12
_LONGEST_MONTH = 31
_LAST_JULIAN = 1924
_CALENDARS = range(8, 15)
"""Days between a date of the Julian calendar and the same in the Gregorian one, give or take one."""
_WITH_BIRTH = frozenset(("death date and age", "dda"))
_NAMES = frozenset(
    ("birth date", "birth date and age", "bda", "death date", "death date and age", "dda", "start date", "end date",
     "start date and age", "end date and age", "release date", "release date and age", "launch date")
)  # fmt: skip


@check("template-written", Options, text="the date in the template", written="the date written beside it")
def against_written(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A date template with another date in brackets behind it, in one parameter of an infobox."""
    groups: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in view.of_context("infobox"):
        groups[id(claim.passage)].append(claim)
    for group in groups.values():
        if len(group) == 2 and _twice(*group) and _differ(*group):
            given, written = sorted(group, key=lambda claim: not _GIVEN.match(claim.text))
            words = {"text": given.text, "written": written.text}
            yield Hit(
                Mark(given.start, given.end), (given, written), words, (Mark(written.start, written.end, "written"),)
            )


def _twice(first: Claim, second: Claim) -> bool:
    """True for one day told twice: by a template and in words, the second alone in brackets."""
    text = first.passage.text
    days = all(
        c.kind == "date" and c.form == "single" and c.when and c.when.granularity == "day" for c in (first, second)
    )
    templates = sum(_GIVEN.match(claim.text) is not None for claim in (first, second))
    return bool(
        days
        and templates == 1
        and not text[: first.lead].strip()
        and _OPEN.fullmatch(text, first.visible.end, second.lead)
        and _CLOSE.match(text, second.visible.end)
    )


def _differ(first: Claim, second: Claim) -> bool:
    if first.when is None or second.when is None or first.when.meets(second.when):
        return False
    a, b = first.when.earliest, second.when.earliest
    return a is None or b is None or abs(a - b) not in _CALENDARS or civil(a)[0] >= _LAST_JULIAN


@check("template-date", Options, text="the month or day as printed", part="month or day")
def no_such_month(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A date template with a month above twelve or a day above 31."""
    for template in view.document.templates:
        if template.name in _NAMES:
            yield from _wrong(template)


def _wrong(template: Template) -> Iterator[Hit]:
    places = ("2", "3", "5", "6") if template.name in _WITH_BIRTH else ("2", "3")  # others have the hour there
    for parameter in template.parameters:
        place = int(parameter.name) % 3 if parameter.name in places else 1
        most = {2: _TWELVE, 0: _LONGEST_MONTH}.get(place)
        number = parameter.passage.text.strip()
        if most is not None and number.isdecimal() and len(number) <= 2 and not 1 <= int(number) <= most:
            yield _hit(parameter, number, "month" if most == _TWELVE else "day")


def _hit(parameter: Parameter, number: str, part: str) -> Hit:
    start = parameter.passage.text.index(number)
    span = parameter.passage.span(start, start + len(number))
    return Hit(Mark(span.start, span.end), (), {"text": number, "part": part})
