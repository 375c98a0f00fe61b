"""Somebody who is said to have died "in his fifties", against the dates of birth and death."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.lives import vitals
from claimcheck.checks.matching.box_sentences import told
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import years_between
from claimcheck.values.when import When

_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
         "nineties": 90}  # fmt: skip
_DIED = lazy(
    r"\bdied\b[^.,;()]{0,40}?\b(?:in|while in|when (?:he|she) was in) (?:his|her|their)"
    rf"(?: (?:early|mid|late|mid-))?[ -](?:(?P<digits>[2-9]0)['’]?s|(?P<word>{'|'.join(_TENS)}))\b",
    re.IGNORECASE,
)


@check("age-decade", Options, text="what the sentence says", dates="the dates", expected="the age that these make")
def against_dates(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A death in a decade of life that the dates of birth and death do not make."""
    found = list(told(view, _DIED, "died"))
    if not found:
        return
    lived = vitals(view)
    births = [v for v in lived if v.event == "birth" and not v.when.approximate]
    deaths = [v for v in lived if v.event == "death" and not v.when.approximate]
    ages = [age for birth in births for death in deaths for age in _ages(birth.when, death.when)]
    if not ages:
        return
    for statement in found:
        match = statement.match
        decade = int(match["digits"]) if match["digits"] else _TENS[match["word"].lower()]
        if max(ages) < decade or min(ages) >= decade + 10:
            told_dates = (*births, *deaths)
            words = {
                "text": match[0],
                "dates": ", ".join(dict.fromkeys(vital.text for vital in told_dates)),
                "expected": str(min(ages)) if min(ages) == max(ages) else f"{min(ages)} to {max(ages)}",
            }
            marks = tuple(Mark(vital.claim.start, vital.claim.end) for vital in told_dates)
            yield Hit(statement.mark(), tuple(vital.claim for vital in told_dates), words, marks)


def _ages(birth: When, death: When) -> tuple[int, ...]:
    """Fewest and most years that a life can have had; nothing where an end of it is open."""
    if birth.earliest is None or birth.latest is None or death.earliest is None or death.latest is None:
        return ()
    if death.earliest < birth.latest:
        return ()
    return years_between(birth.latest, death.earliest), years_between(birth.earliest, death.latest)
