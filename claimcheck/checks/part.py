"""A part that is larger than the whole it is said to be of: "40 members, of whom 52 were women"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.figures import ends
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_OF = lazy(
    r"(?:,? (?:all )?of (?:whom|which)|, (?:all )?of (?:them|these|those)|, among (?:them|whom))"
    r"(?: (?:only|just|some))? ?$"
)
_DIGIT = lazy(r"\d|\b(?:dozens|hundreds|thousands|millions|several|many|numerous)\b")


@check(
    "part",
    Options,
    part="the part as printed",
    whole="the whole as printed",
    low="the least that the part can be",
    high="the most that the whole can be",
)
def larger_than_whole(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A part larger than all counts before it in its sentence."""
    for sentence in view.with_quantities(2):
        claims = sentence.quantities
        for index, part in enumerate(claims[1:], 1):
            if not _bare(part) or not _of(sentence, claims[index - 1], part):
                continue
            if _others(sentence, claims[index - 1], part):
                continue
            if all(_bare(whole) and _larger(part, whole) for whole in claims[:index]):
                yield _hit(part, claims[index - 1])


def _bare(claim: Claim) -> bool:
    return claim.unit is None and claim.per is None and claim.amount is not None


def _of(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """True where only the counted noun of the whole and "of whom" stand between, and nothing uncounted is added."""
    between = sentence.between(whole, part)
    match = _OF.search(between)
    return match is not None and len(between) < 80 and not _DIGIT.search(between) and " and " not in between


def _others(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """True for "12 novels, of which 40,000 copies were sold": what is counted of them are other things."""
    if not sentence.between(whole, part).rstrip().endswith("which") or not part.counted:
        return False
    return part.counted.split()[-1] not in (whole.counted or "").split()


def _larger(part: Claim, whole: Claim) -> bool:
    a, b = part.amount, whole.amount
    return a is not None and b is not None and b.interval.below(a.interval)


def _hit(part: Claim, whole: Claim) -> Hit:
    assert part.amount is not None  # noqa: S101 (bare counts are quantities)
    assert whole.amount is not None  # noqa: S101
    words = {
        "part": part.text,
        "whole": whole.text,
        "low": ends(part.amount.interval),
        "high": ends(whole.amount.interval),
    }
    return Hit(Mark(part.start, part.end), (part, whole), words, (Mark(whole.start, whole.end, "the whole"),))
