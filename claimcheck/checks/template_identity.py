"""Arithmetic between the parameters of one template: "density = population / area" in an infobox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, NamedTuple

import msgspec

from claimcheck.checks.expression import ExpressionError, Identity, identity
from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.cell import read_cell
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage, Template
from claimcheck.finding import Hit, Mark
from claimcheck.source import Span
from claimcheck.values.interval import Interval


class TemplateOptions(Options, frozen=True):
    """What must hold between parameters."""

    identities: tuple[str, ...]
    """Arithmetic, the derived figure first: "density = population / area", "land <= area"."""
    every: bool = False
    """Where several are given, whether each of them must hold; else one is enough."""
    names: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """The parameters that give each name its value, the first that is filled in, case aside; else the name itself is
    one, its underscores as they are or blanks."""
    templates: tuple[str, ...] = ("infobox", "geobox")
    """How the names of the templates begin."""
    each: tuple[str, ...] = ()
    """What takes the place of `{each}` in identities and names, one after the other: months, numbers."""
    slack: Annotated[float, msgspec.Meta(ge=0, lt=1)] = 0
    """Leeway beyond what is printed, as a share of the derived figure."""
    years: tuple[tuple[str, ...], ...] = ()
    """Groups of parameters that date the figures: the years that a group names must not lie far apart."""
    apart: int = 1
    """Years that they may lie apart."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Identities that cannot be read or that speak of different figures."""
        derived = set()
        for text in self.identities:
            try:
                derived.add(identity(text.replace("{each}", self.each[0] if self.each else "")).names[0])
            except ExpressionError as error:
                yield "identities", str(error)
        if len(derived) > 1 and not self.every:
            yield "identities", "all must begin with the same derived figure"


class Value(NamedTuple):
    """A figure of a parameter: where it stands and what it can mean."""

    parameter: str
    passage: Passage
    span: Span
    interval: Interval
    money: str | None = None
    """The currency, where it has one."""


@check(
    "template-identity",
    TemplateOptions,
    printed="the derived figure as printed",
    expected="what the other parameters make it",
    parameter="the parameter of the derived figure",
    others="the parameters that it follows from",
)
def in_templates(view: View, options: TemplateOptions) -> Iterator[Hit]:
    """A parameter that does not follow from the others of its template."""
    templates = [t for t in view.document.templates if t.name.startswith(options.templates)]
    templates = [template for template in templates if _one_time(template, options)]
    for part in options.each or ("",) if templates else ():
        names = {
            name.replace("{each}", part): tuple(parameter.replace("{each}", part) for parameter in parameters)
            for name, parameters in options.names.items()
        }
        wanted = [identity(text.replace("{each}", part)) for text in options.identities]
        groups = [[one] for one in wanted] if options.every else [wanted]
        for template in templates:
            given = {parameter.name for parameter in template.parameters}
            for group in groups:
                if given.isdisjoint(map(str.lower, _parameters(group[0].names[0], names))):
                    continue  # nothing is printed that could be wrong
                hit = _broken(view, template, group, names, options.slack)
                if hit is not None:
                    yield hit


def _broken(
    view: View, template: Template, wanted: list[Identity], names: Mapping[str, tuple[str, ...]], slack: float
) -> Hit | None:
    """The hit of a template for which none of the identities that can be worked out holds."""
    values = _values(view, template, wanted, names)
    found = [(known, sides) for known in wanted if (sides := _sides(known, values))]
    one_currency = len({value.money for value in values.values() if value.money}) < 2
    if not found or not one_currency or any(_near(known, *sides, slack) for known, sides in found):
        return None
    known, (left, right) = found[0]
    return _hit(view, known, values, left if known.text.split("<=")[0].strip().lstrip("-.").isdecimal() else right)


def _sides(wanted: Identity, values: Mapping[str, Value]) -> tuple[Interval, Interval] | None:
    return wanted.sides({name: value.interval for name, value in values.items()})


def _near(wanted: Identity, printed: Interval, derived: Interval, slack: float) -> bool:
    return wanted.holds(printed.widen(Fraction(str(slack))), derived)


def _values(
    view: View, template: Template, wanted: list[Identity], names: Mapping[str, tuple[str, ...]]
) -> dict[str, Value]:
    out: dict[str, Value] = {}
    for name in {name for one in wanted for name in one.names}:
        for parameter in _parameters(name, names):
            passage = template.get(parameter.lower())
            if passage and (value := _value(view, parameter, passage)):
                out[name] = value
                break
    return out


def _parameters(name: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The parameters that can give a name its value, case aside."""
    return names.get(name, (name, name.replace("_", " ")))


def _value(view: View, parameter: str, passage: Passage) -> Value | None:
    """The one figure of a parameter: a single claim without a unit or in money, or a bare number read as a year."""
    claims = [claim for claim in view.claims_in(passage) if claim.kind == "quantity"]
    if len(claims) == 1 and _bare(claims[0]) and claims[0].amount is not None:
        money = claims[0].unit if _is_money(claims[0]) else None
        return Value(parameter, passage, claims[0].visible, claims[0].amount.interval, money)
    holds, figure = read_cell(passage.text)
    if claims or holds != "figure" or figure is None or figure.percent:
        return None
    step = _zeros(figure.value) if figure.step == 1 else figure.step
    return Value(parameter, passage, figure.span, Interval(figure.value - step / 2, figure.value + step / 2))


def _bare(claim: Claim) -> bool:
    """True for a plain number or money; a unit that only the parameter's name gives is the parameter's own."""
    if claim.form != "single" or claim.hedge != "exact":
        return False
    return claim.text[-1:].isdigit() or (claim.per is None and (claim.unit is None or _is_money(claim)))


def _is_money(claim: Claim) -> bool:
    return claim.unit is not None and claim.unit.isupper() and len(claim.unit) == 3


def _zeros(value: Fraction) -> Fraction:
    """The place of the last digit that is not zero, at most a hundredth of the figure: 100 for 93,500."""
    step = 1
    while value and value % (step * 10) == 0 and step * 1000 <= abs(value):
        step *= 10
    return Fraction(step)


def _one_time(template: Template, options: TemplateOptions) -> bool:
    """True where the years of each group of dating parameters are near enough."""
    for group in options.years:
        years = [int(year) for name in group if (found := template.get(name)) and (year := _year(found.text))]
        if years and max(years) - min(years) > options.apart:
            return False
    return True


def _year(text: str) -> str:
    """The last year that a text names; empty where there is none."""
    words = "".join(character if character.isdigit() else " " for character in text).split()
    return next((word for word in reversed(words) if len(word) == 4 and word.isascii()), "")


def _hit(view: View, wanted: Identity, values: Mapping[str, Value], expected: Interval) -> Hit:
    derived, *others = (values[name] for name in wanted.names)
    words = {
        "printed": derived.passage.text[slice(*derived.span)],
        "expected": ends(expected),
        "parameter": derived.parameter,
        "others": ", ".join(value.parameter for value in others),
    }
    marks = [value.passage.span(*value.span) for value in (derived, *others)]
    related = tuple(Mark(span.start, span.end, value.parameter) for span, value in zip(marks[1:], others, strict=True))
    claims = tuple(claim for value in (derived, *others) for claim in view.claims_in(value.passage))
    return Hit(Mark(marks[0].start, marks[0].end, derived.parameter), claims, words, related)
