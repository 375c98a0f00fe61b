"""What an increase is said to include against the increase: "an increase of 79. This includes a gain of 121"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_INCREASE = lazy(r"\b(?:increase|rise|growth|gain) of $")
_INCLUDES = lazy(
    r"This (?:increase |rise |growth |gain )?(?:includes|included) (?:an? )(?:natural |net )?(?:increase|gain)\b"
)
_OF = lazy(r"^[^.;()\d]{0,60} of $")
_LOSS = lazy(
    r"\b(?:decrease|declin|loss|lost|fell|fall|drop|out-?migra|emigra|negative|offset|partly|partially)", re.IGNORECASE
)


@check(
    "increase-parts",
    Options,
    whole="the increase as printed",
    part="what it is said to include",
    high="the most that the increase can be",
)
def larger_than_increase(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A gain, told to be included in an increase, that is larger than it, where nothing is said to have been lost."""
    for before, sentence in pairwise(view.sentences):
        if before.passage is not sentence.passage or not 0 <= sentence.span.start - before.span.end <= 2:
            continue
        opened = _INCLUDES.match(sentence.text)
        if opened is None or _LOSS.search(sentence.text) or not sentence.quantities:
            continue
        whole, part = _whole(before), sentence.quantities[0]
        if whole is None or not _bare(part) or not _OF.match(sentence.before(part)[opened.end() :]):
            continue
        if whole.amount and part.amount and whole.amount.interval.below(part.amount.interval):
            words = {"whole": whole.text, "part": part.text, "high": ends(whole.amount.interval)}
            yield Hit(Mark(part.start, part.end), (part, whole), words, (Mark(whole.start, whole.end, "the increase"),))


def _whole(sentence: Sentence) -> Claim | None:
    """The only figure that follows "an increase of"."""
    found = [claim for claim in sentence.quantities if _bare(claim) and _INCREASE.search(sentence.before(claim))]
    return found[0] if len(found) == 1 else None


def _bare(claim: Claim) -> bool:
    shared = claim.unit == "percent" and claim.text[-1:].isdigit()  # "of 792, or 1.66%" lends its unit to both
    return (claim.unit is None or shared) and claim.per is None and claim.form == "single" and claim.hedge == "exact"
