"""A written date and the machine-readable one in brackets behind it: "2 January 2017 (2017-01-25)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_OPEN = lazy(r"(?: ?;[^();\d]{0,30}\d*[^();\d]{0,20})?\s*\(\s*")
_CLOSE = lazy(r"\s*\)")
_ISO = lazy(r"-?\d{4}-\d{2}(?:-\d{2})?")


@check("machine", Options, text="the machine-readable date", written="the date as written for readers")
def against_written(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A machine-readable date in brackets that is not the date written before it."""
    for sentence in view.with_dates(2):
        for written, machine in pairwise(sentence.dates):
            if _paired(sentence, written, machine) and _differ(written, machine):
                words = {"text": machine.text, "written": written.text}
                related = (Mark(written.start, written.end, "as written"),)
                yield Hit(Mark(machine.start, machine.end), (machine, written), words, related)


def _differ(one: Claim, other: Claim) -> bool:
    return one.when is not None and other.when is not None and not one.when.meets(other.when)


def _paired(sentence: Sentence, written: Claim, machine: Claim) -> bool:
    """True for a written date right before an ISO date that fills its brackets."""
    return bool(
        _ISO.fullmatch(machine.text)
        and not re.match(r"\d{4}-", written.text)
        and _OPEN.fullmatch(sentence.between(written, machine))
        and _CLOSE.match(sentence.after(machine))
    )
