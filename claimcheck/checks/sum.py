"""Parts against their total in one sentence: "45 people: 29 men and 15 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Literal

from claimcheck.checks.bounds import Figure, bound
from claimcheck.checks.figures import ends
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_MADE_OF = lazy(
    r"(?: [^\W\d]+){0,4},? (?:consisting of|consists of|consisted of|made up of|composed of|comprising|comprised of):?"
    r" (?:the )?"
)
_LISTED = lazy(r" [^.;:()\d]{2,50}?(?::|;| ?[—–]| - ) ?")
_OPENED = lazy(r"(?: [^\W\d]+){1,4}(?::| \(| ?[—–]|,) ?$")
_JOINT = lazy(r" [^.;:()\d]{2,60}?(?:,| and|, and|, plus| plus) $")
_LAST = lazy(r" [^.;:()\d,]{2,60}?(?:[.)]|$)")
_UNCOUNTED = lazy(r"(?:,| and\b| plus\b| &) *(?:and )?(?:the|an?|his|her|its|their|one)\b| and\b|, ")
"""What goes on without a figure: "8 men, two women and the driver", "11 brass and percussion"."""
_LOOSE = lazy(
    r"\b(?:including|of whom|of which|among|other|others|another|additional|more|respectively|average|each|per|"
    r"at least|up to|both|some|also|as well as|unknown|several|many)\b",
    re.IGNORECASE,
)


_OF_THESE = lazy(r"(?:Of (?:these|them|those),? )?(?=\d|[A-Z])")


class SumOptions(Options, frozen=True):
    """Options of `sum`."""

    told: Literal["made-of", "list", "next-sentence"]
    """How the parts are told to be parts: "made up of" and words such as men and women; a list behind a colon; or the
    next sentence, which divides the one count of the sentence before into men and women, killed and wounded."""
    share: Figure = "100%"
    """Largest difference, as a share of the total, that is taken for a slip; beyond it other things are listed."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """A share that cannot be read."""
        found = bound(self.share)
        if found is None or found.unit != "percent":
            yield "share", f"“{self.share}” is not a percentage"


@check(
    "sum",
    SumOptions,
    total="the total as printed",
    parts="the parts as printed, joined by plus signs",
    sum="what the parts add up to",
    range="the numbers that the total can mean",
)
def parts_against_total(view: View, options: SumOptions) -> Iterator[Hit]:
    """Parts that a sentence says make up a total and that add up to something else."""
    if options.told == "next-sentence":
        yield from _over_two(view, options)
        return
    for sentence in view.with_quantities(3):
        counts = sentence.quantities
        loose = _LOOSE.search(sentence.text) is not None
        for index, total in enumerate(() if loose else counts[:-2]):
            parts = _parts(sentence, counts[index:], options.told)
            if parts and total.amount:
                added = sum((part.amount.interval for part in parts if part.amount), Interval.point(Fraction(0)))
                if _of_another(counts[:index], added):
                    continue
                if not added.meets(total.amount.interval) and _near(total, added, options.share):
                    yield _hit(total, parts, added)


def _over_two(view: View, options: SumOptions) -> Iterator[Hit]:
    """ "The crew had 45 members. Of these, 29 were men and 17 women." """
    for before, sentence in pairwise(view.sentences):
        if before.passage is not sentence.passage or sentence.span.start - before.span.end > 2:
            continue
        totals, parts = before.quantities, sentence.quantities
        opened = _OF_THESE.match(sentence.text)
        if len(totals) != 1 or len(parts) < 2 or not _plain(totals[0]) or not all(map(_plain, parts)) or not opened:
            continue
        told = len(before.claims) == 1 or all(claim.kind == "date" for claim in before.claims if claim is not totals[0])
        whole = told and _partition(sentence, parts) and not _LOOSE.search(sentence.text.removeprefix(opened.group()))
        if whole and totals[0].counted and _LOOSE.search(before.text) is None:
            added = sum((part.amount.interval for part in parts if part.amount), Interval.point(Fraction(0)))
            amount = totals[0].amount
            if amount and not added.meets(amount.interval) and _near(totals[0], added, options.share):
                yield _hit(totals[0], parts, added)


def _of_another(before: list[Claim], added: Interval) -> bool:
    """True where a figure before the total is what the parts add up to: "It cost 180, of 200 planned: 64 for"."""
    values = [v for c in before if c.amount for v in (c.amount.value, c.amount.mantissa) if v is not None]
    return any(added.meets(Interval(value * Fraction(99, 100), value * Fraction(101, 100))) for value in values)


def _near(total: Claim, added: Interval, share: str) -> bool:
    """True where the parts come so near to the total that one of them must be meant to."""
    limit, value = bound(share), total.amount.value if total.amount else None
    if limit is None or value is None or added.low is None:
        return False
    return abs(added.low - value) * 100 <= value * limit.value


def _parts(sentence: Sentence, counts: list[Claim], told: str) -> list[Claim]:
    """The figures after the first that the sentence says make it up; empty where it does not say so plainly.

    A sentence with one of the words of `_LOOSE` never does.
    """
    total, *rest = counts
    if not _plain(total) or not all(map(_plain, rest)):
        return []
    opening = sentence.between(total, rest[0])
    made_of, opened = bool(_MADE_OF.fullmatch(opening)), bool(_OPENED.fullmatch(opening))
    listed = told == "list" and bool(_LISTED.fullmatch(opening))
    if not (made_of or opened or listed):
        return []
    joined = all(_JOINT.fullmatch(sentence.between(a, b)) for a, b in pairwise(rest))
    last = _LAST.match(sentence.after(rest[-1]))
    if not joined or not last or _UNCOUNTED.search(last[0]) or _more_between(sentence, rest):
        return []
    divided = made_of or (opened and _partition(sentence, rest) and not _partition(sentence, counts))
    return rest if divided != (told == "list") and (divided or listed) else []


def _more_between(sentence: Sentence, rest: list[Claim]) -> bool:
    """True where something without a figure stands between two parts: "10 elected, the mayor and 3 appointed"."""
    between = (sentence.between(a, b) for a, b in pairwise(rest))
    return any(_UNCOUNTED.search(words.rstrip(" ").removesuffix("and").rstrip(" ,")) for words in between)


def _plain(claim: Claim) -> bool:
    return claim.unit is None and claim.per is None and claim.form == "single" and claim.hedge == "exact"


def _partition(sentence: Sentence, parts: list[Claim]) -> bool:
    """True where the first word after each figure, or its last, is of one line of data/checks/partitions.txt."""
    words = [set(re.findall(r"[^\W\d]+", _noun(sentence, part).lower())) for part in parts]
    return any(all(found & line for found in words) for line in _partitions())


def _noun(sentence: Sentence, part: Claim) -> str:
    """The words behind a figure, up to the next figure, comma or "and"."""
    return re.split(r"\d|[,:(]| and ", sentence.after(part)[:60], maxsplit=1)[0]


@cache
def _partitions() -> list[frozenset[str]]:
    return [frozenset(line.split()) for line in phrases("partitions")]


def _hit(total: Claim, parts: list[Claim], added: Interval) -> Hit:
    words = {
        "total": total.text,
        "parts": " + ".join(part.text for part in parts),
        "sum": ends(added),
        "range": ends(total.amount.interval) if total.amount else "",
    }
    related = tuple(Mark(part.start, part.end, "a part") for part in parts)
    return Hit(Mark(total.start, total.end), (total, *parts), words, related)
