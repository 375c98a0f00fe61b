"""A stated age at death against the dates of birth and death beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.lives import Life, lives
from claimcheck.checks.patterns import lazy
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.values.calendar import years_between

_AGED = lazy(r"\W{0,3}(?:at )?(?:the )?(?:aged?|age of)\s*$", re.IGNORECASE)


@check(
    "age",
    Options,
    age="the age as printed",
    birth="the date of birth as printed",
    death="the date of death as printed",
    expected="the age that the dates make",
)
def against_dates(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An age at death that the dates of birth and death beside it do not make."""
    for sentence in view.with_dates(2):
        ages = [claim for claim in sentence.claims if claim.kind == "duration" and claim.unit == "year"]
        for life in lives(sentence) if ages else ():
            age = next((age for age in ages if _of(life, age)), None)
            span = _years(life)
            if age is None or span is None or age.amount is None or age.amount.value is None:
                continue
            if age.hedge == "exact" and not span[0] <= age.amount.value <= span[1]:
                yield _hit(life, age, span)


def _of(life: Life, age: Claim) -> bool:
    """True for an age right behind the later of the two dates: "died on 3 June 1950, aged 51"."""
    last = max(life.birth, life.death, key=lambda claim: claim.start)
    return age.form == "single" and bool(_AGED.fullmatch(age.passage.text[last.visible.end : age.lead]))


def _years(life: Life) -> tuple[int, int] | None:
    """Fewest and most whole years between the two dates; None where they are loose or out of order."""
    birth, death = life.birth.when, life.death.when
    if birth is None or death is None or birth.approximate or death.approximate or death.before(birth):
        return None
    if birth.earliest is None or birth.latest is None or death.earliest is None or death.latest is None:
        return None
    return years_between(birth.latest, death.earliest), years_between(birth.earliest, death.latest)


def _hit(life: Life, age: Claim, span: tuple[int, int]) -> Hit:
    words = {
        "age": age.text,
        "birth": life.birth.text,
        "death": life.death.text,
        "expected": str(span[0]) if span[0] == span[1] else f"{span[0]} or {span[1]}",
    }
    related = (Mark(life.birth.start, life.birth.end, "born"), Mark(life.death.start, life.death.end, "died"))
    return Hit(Mark(age.start, age.end), (age, life.birth, life.death), words, related)
