"""The stated size of a change against its figures: "rose by 80% from 50 to 70", "doubled from 50 to 70"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.figures import ends
from claimcheck.checks.from_to import FromTo, from_to
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_BY = lazy(r"(?<!\w)by\s*$", re.IGNORECASE)
_TO_FROM = lazy(r",? from")
_OF = lazy(
    r"[^.;()]{0,30}?(?:,| \(| [–—]) ?(?:which (?:is|was) |representing |making |or )?an? (?:[a-z]+ )?"
    r"(?:increase|rise|growth|gain|jump|decrease|decline|drop|fall|reduction|loss) of ",
    re.IGNORECASE,
)
_TIMES = lazy(
    r"\b(?P<more>more than |over )?(?P<less>almost |nearly |about |roughly )?"
    r"(?P<word>doubled|tripled|trebled|quadrupled|halved)\b(?=[^.;:()]{0,40}$)",
    re.IGNORECASE,
)
_FACTORS = {
    "doubled": (Fraction(7, 4), Fraction(5, 2)),
    "tripled": (Fraction(5, 2), Fraction(7, 2)),
    "trebled": (Fraction(5, 2), Fraction(7, 2)),
    "quadrupled": (Fraction(7, 2), Fraction(9, 2)),
    "halved": (Fraction(2, 5), Fraction(3, 5)),
}
"""Ratios that such a word is loosely said of."""


class AmountOptions(Options, frozen=True):
    """What is wrong with the size of a change."""

    points: bool = False
    """Whether a size in percent is told that is right only in percentage points; else one that is wrong either way."""


@check(
    "amount",
    AmountOptions,
    change="the size of the change as printed",
    first="the figure before",
    last="the figure after",
    expected="the size that the figures make",
)
def against_figures(view: View, options: AmountOptions) -> Iterator[Hit]:
    """A size of a change that its figures do not make."""
    for sentence in view.with_quantities(2):
        for pair in from_to(sentence):
            if not _bounded(pair):
                continue
            claim = _stated(pair)
            if options.points:
                yield from _in_points(pair, claim)
                continue
            yield from _multiplied(pair)
            if claim is not None and claim.amount is not None:
                expected = _expected(pair, claim)
                if expected and not any(_loosened(claim).meets(one) for one in expected):
                    yield _hit(pair, claim, ends(expected[0]))


def _bounded(pair: FromTo) -> bool:
    """True where both figures have two ends above zero, so that a ratio of them has."""
    return all(side.low is not None and side.high is not None and side.low > 0 for side in (pair.low, pair.high))


def _stated(pair: FromTo) -> Claim | None:
    """The size: "by C from A to B" or "from A to B, an increase of C"."""
    sentence, claims = pair.sentence, pair.sentence.quantities
    at = claims.index(pair.first)
    if at > 0 and _TO_FROM.fullmatch(sentence.between(claims[at - 1], pair.first).rstrip()):
        before = claims[at - 1]
        return before if _BY.search(sentence.before(before)) and before.form == "single" else None
    if at + 2 < len(claims) and _OF.fullmatch(sentence.between(pair.last, claims[at + 2])):
        return claims[at + 2] if claims[at + 2].form == "single" else None
    return None


def _expected(pair: FromTo, claim: Claim) -> list[Interval]:
    """What the size can be: a share of the first figure in percent, or a difference in the unit of the figures."""
    difference = _either_way(pair.high - pair.low)
    relative = _either_way(_relative(pair))
    unit = pair.last.unit
    if claim.unit == "percentage_point":
        return [difference] if unit == "percent" else []
    if claim.unit == "percent":
        return [relative, difference] if unit == "percent" else [relative]
    return [difference] if claim.unit in (unit, None) and claim.per in (None, pair.last.per) else []


def _in_points(pair: FromTo, claim: Claim | None) -> Iterator[Hit]:
    """A change between two percentages told in percent that is their difference, and not their ratio."""
    if claim is None or claim.unit != "percent" or pair.last.unit != "percent":
        return
    relative, difference = _expected(pair, claim)
    if _loosened(claim).meets(difference) and not _loosened(claim).meets(relative):
        yield _hit(pair, claim, ends(relative))


def _relative(pair: FromTo) -> Interval:
    a, b = pair.low, pair.high
    if not (a.low and a.high and b.low and b.high):
        return Interval(None, None)
    return Interval(100 * (b.low / a.high - 1), 100 * (b.high / a.low - 1))


def _either_way(change: Interval) -> Interval:
    """The size of a change without its direction."""
    return -change if change.high is not None and change.high <= 0 else change


def _loosened(claim: Claim) -> Interval:
    """What the size means, cut as well as rounded: a whole last digit either way."""
    step = claim.amount.step if claim.amount else Fraction(0)
    interval = claim.amount.interval if claim.amount else Interval(None, None)
    return interval + Interval(-step, step)


def _multiplied(pair: FromTo) -> Iterator[Hit]:
    """ "Doubled", "tripled", "halved" right before the figures."""
    text, start = pair.sentence.passage.text, pair.sentence.span.start
    found = list(_TIMES.finditer(text[start : pair.first.lead]))
    a, b = pair.low, pair.high
    if not found or not (a.low and a.high and b.low and b.high):
        return
    low, high = _FACTORS[found[-1]["word"].lower()]
    ratio = Interval(b.low / a.high, b.high / a.low)
    wanted = Interval(low, None if found[-1]["more"] and low > 1 else high)
    if not ratio.meets(wanted):
        span = pair.sentence.passage.span(start + found[-1].start("word"), start + found[-1].end("word"))
        words = {
            "change": found[-1]["word"],
            "first": pair.first.text,
            "last": pair.last.text,
            "expected": f"{ends(ratio)} times",
        }
        related = (Mark(pair.first.start, pair.first.end, "from here"), Mark(pair.last.start, pair.last.end, "to here"))
        yield Hit(Mark(span.start, span.end), (pair.last, pair.first), words, related)


def _hit(pair: FromTo, claim: Claim, expected: str) -> Hit:
    unit = re.sub(r"^[\d.,\s]+", "", claim.text) if claim.unit in ("percent", "percentage_point") else ""
    words = {
        "change": claim.text,
        "first": pair.first.text,
        "last": pair.last.text,
        "expected": f"{expected}{'' if unit[:1] == '%' or not unit else ' '}{unit}",
    }
    related = (Mark(pair.first.start, pair.first.end, "from here"), Mark(pair.last.start, pair.last.end, "to here"))
    return Hit(Mark(claim.start, claim.end), (claim, pair.first, pair.last), words, related)
