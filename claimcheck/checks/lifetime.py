"""Parameters of a person's infobox that tell of something done before the birth, or begun after the death."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.lexicon import table
from claimcheck.checks.lives import Vital, vitals
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.values.when import When


@check(
    "lifetime",
    Options,
    text="the date as printed",
    parameter="the parameter that tells it",
    event="birth or death",
    date="the date of that as printed",
    relation="before or after",
)
def outside(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Something done in life that an infobox dates before the birth or after the death."""
    dated = [claim for claim in view.of_context("infobox") if claim.kind == "date" and _known(claim)]
    if not dated:
        return
    told = {event: _agreed(view, event) for event in ("birth", "death")}
    for claim in dated:
        start = _start(claim)
        if start is None or start.approximate:
            continue
        birth, death = told["birth"], told["death"]
        if birth and start.before(birth.when):
            yield _hit(claim, birth, "before")
        elif death and _known(claim) == "both" and death.when.before(start):
            yield _hit(claim, death, "after")


def _known(claim: Claim) -> str:
    """What data/checks/lifetime_parameters.tsv says of the parameter that holds a claim; "" where it is not there."""
    path = claim.passage.path
    return table("lifetime_parameters").get(path[1].rstrip("0123456789"), ("",))[0] if len(path) == 2 else ""


def _start(claim: Claim) -> When | None:
    """The date, or the beginning of the period."""
    if claim.status != "ok":
        return None
    return claim.parts[0].when if claim.parts else claim.when


def _agreed(view: View, event: str) -> Vital | None:
    """The birth or death of the article's subject, where all that tell it agree and none is loose."""
    found = [vital for vital in vitals(view) if vital.event == event]
    sure = found and all(found[0].when.meets(other.when) and not other.when.approximate for other in found)
    return found[0] if sure else None


def _hit(claim: Claim, vital: Vital, relation: str) -> Hit:
    words = {
        "text": claim.text,
        "parameter": claim.passage.path[1],
        "event": vital.event,
        "date": vital.text,
        "relation": relation,
    }
    related = (Mark(vital.claim.start, vital.claim.end, "born" if vital.event == "birth" else "died"),)
    return Hit(Mark(claim.start, claim.end), (claim, vital.claim), words, related)
