"""An age at death written into an infobox, against its dates of birth and death."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Template
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import years_between

_AGED = lazy(r"[\s,;(\v]*(?:at )?(?:the )?(?:aged?|age of)\s*:?\s*")
_PAIRS = (
    ("birth_date", "death_date"),
    ("birthdate", "deathdate"),
    ("born", "died"),
    ("date of birth", "date of death"),
)


@check(
    "infobox-age",
    Options,
    age="the age as printed",
    birth="the date of birth as printed",
    death="the date of death as printed",
    expected="the age that the dates make",
)
def against_dates(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An age behind the date of death of an infobox that its two dates do not make."""
    ages = [claim for claim in view.of_context("infobox") if claim.kind == "duration" and claim.unit == "year"]
    if not ages:
        return
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in view.of_context("infobox"):
        claims[id(claim.passage)].append(claim)
    for template in view.document.templates:
        for birth, death, age in _lives(template, claims):
            span = _years(birth, death)
            if span and age.amount and age.amount.value is not None and not span[0] <= age.amount.value <= span[1]:
                yield _hit(birth, death, age, span)


def _lives(template: Template, claims: dict[int, list[Claim]]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Birth, death and the age right behind it, where each parameter holds no other date."""
    by_name = {parameter.name: claims.get(id(parameter.passage), []) for parameter in template.parameters}
    for born, died in _PAIRS:
        births, deaths = by_name.get(born, []), by_name.get(died, [])
        dates = [claim for claim in births if claim.kind == "date"]
        if len(dates) != 1 or len(deaths) != 2 or deaths[0].kind != "date" or deaths[1].kind != "duration":
            continue
        death, age = deaths
        between = death.passage.text[death.visible.end : age.lead]
        if age.unit == "year" and age.form == "single" and age.hedge == "exact" and _AGED.fullmatch(between):
            yield dates[0], death, age


def _years(birth: Claim, death: Claim) -> tuple[int, int] | None:
    """Fewest and most whole years between the two dates; None where they are loose or out of order."""
    a, b = birth.when, death.when
    if a is None or b is None or a.approximate or b.approximate or b.before(a) or birth.form != "single":
        return None
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    return years_between(a.latest, b.earliest), years_between(a.earliest, b.latest)


def _hit(birth: Claim, death: Claim, age: Claim, span: tuple[int, int]) -> Hit:
    words = {
        "age": age.text,
        "birth": birth.text,
        "death": death.text,
        "expected": str(span[0]) if span[0] == span[1] else f"{span[0]} or {span[1]}",
    }
    related = (Mark(birth.start, birth.end, "born"), Mark(death.start, death.end, "died"))
    return Hit(Mark(age.start, age.end), (age, birth, death), words, related)
