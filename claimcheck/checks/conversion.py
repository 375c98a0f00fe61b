"""The two sides of "266 miles (364 km)": what one converts to against what the other says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from claimcheck.checks.figures import figure
from claimcheck.checks.lexicon import namesakes
from claimcheck.checks.printed import Printed, printed
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert, scale

_OPEN = lazy(r"(?: [^\W\d]+){0,3}\s?[(\[]\s?(?:or |i\.e\.,? |approx(?:\.|imately)? |= ?|~ ?|≈ ?)?")
_CHAIN = lazy(r"\s?[;/|]\s?|, (?:or )?|\s(?:or|=)\s")
_CLOSE = lazy(r"\s?[)\]]")
_SERIES = lazy(r"(?:\s|\u00a0)?(?:[×x*]|by|[-–/,]|to|or|and|, or|, and)(?:\s|\u00a0)?")
_COMPOUND = lazy(r"(?:\s|\u00a0)?(?:stones?|st)?,?(?:\s|\u00a0)(?:and\s)?")
_NUMBER = lazy(r"^[\W\d_]*\d[\d.,]*[\s-]*")


@check(
    "conversion",
    Options,
    first="the figure that stands first",
    second="the figure in the other unit",
    expected="what the first converts to, in the unit of the second",
)
def pairs(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A figure in two units, side by side, that are not the same amount."""
    for first, second in converted(view):
        if _differ(first, second):
            yield _hit(first, second)


def converted(view: View) -> Iterator[tuple[Claim, Claim]]:
    """Figures that are told again in another unit, side by side."""
    for sentence in view.with_quantities(2):
        claims, inside = sentence.quantities, False
        for at in range(len(claims) - 1):
            inside = _beside(sentence, claims, at, inside=inside)
            if inside:
                yield claims[at], claims[at + 1]


def _beside(sentence: Sentence, claims: list[Claim], at: int, *, inside: bool) -> bool:
    """True where one claim is the claim before it in another unit: in brackets after it, or after that in them."""
    first, second = claims[at], claims[at + 1]
    if not (first.unit and second.unit and first.unit != second.unit and first.per == second.per):
        return False
    between = sentence.between(first, second)
    if not (_OPEN.fullmatch(between) or (inside and _CHAIN.fullmatch(between))):
        return False
    if at and not inside and _SERIES.fullmatch(sentence.between(claims[at - 1], first)):
        return False  # the last of several numbers stands for all of them
    if at and not inside and _in_two_parts(sentence, claims[at - 1], first):
        return False
    if not (_CLOSE.match(sentence.after(second)) or _chained(sentence, claims, at + 1)):
        return False
    one, other = scale(first.unit), scale(second.unit)
    return one is not None and other is not None and one.dimension == other.dimension != ()


def _in_two_parts(sentence: Sentence, larger: Claim, smaller: Claim) -> bool:
    """True for "11 stone 4 pounds", "2 miles 300 yards": the smaller figure is only the rest of an amount."""
    between = sentence.between(larger, smaller)
    if not _COMPOUND.fullmatch(between):
        return False
    one, other = scale(larger.unit or ""), scale(smaller.unit or "")
    return "st" in between or (one is not None and other is not None and one.dimension == other.dimension)


def _chained(sentence: Sentence, claims: list[Claim], at: int) -> bool:
    """True where the same amount follows in a third unit: "(3.4 mi; 3.0 nmi)"."""
    if at + 1 == len(claims) or claims[at + 1].unit in (None, claims[at].unit):
        return False
    return bool(_CHAIN.fullmatch(sentence.between(claims[at], claims[at + 1])))


_DIFFERENCE = "delta_"
"""What the names of units of temperature begin with where they measure a difference."""


def _differ(first: Claim, second: Claim) -> bool:
    """True where no meaning of the two units makes the numbers the same amount."""
    parts, printed_units = _parts(first, second), (first.unit, second.unit)
    return bool(parts) and not any(
        all(_fits(a, b, *units, namesake=units != printed_units) for a, b in parts)
        for units in _readings(first, second)
    )


def _readings(first: Claim, second: Claim) -> Iterator[tuple[str, str]]:
    """Every pair of units that the two may mean; what is a difference on one side only may be none."""
    one, other = first.unit or "", second.unit or ""
    if one.startswith(_DIFFERENCE) != other.startswith(_DIFFERENCE):
        one, other = one.removeprefix(_DIFFERENCE), other.removeprefix(_DIFFERENCE)
    return product((one, *namesakes(one)), (other, *namesakes(other)))


def _parts(first: Claim, second: Claim) -> list[tuple[Printed, Printed]]:
    """The printed numbers that stand for each other; none where a range stands beside a single figure."""
    a, b = printed(first), printed(second)
    return list(zip(a, b, strict=True)) if len(a) == len(b) else []


def same_amount(a: Printed, b: Printed, unit: str, other: str) -> bool:
    """True where the first, in `unit`, and the second, in `other`, can be one amount as printed."""
    return _fits(a, b, unit, other, namesake=False)


def _fits(a: Printed, b: Printed, unit: str, other: str, *, namesake: bool) -> bool:
    """True when one number is the other converted and then rounded or cut, or both are rounded from a third.

    A namesake of a unit is believed only where the second is the first converted.
    """
    for difference in (False, True):
        ahead = convert(Interval.point(a.value), unit, other, difference=difference)
        back = convert(Interval.point(b.value), other, unit, difference=difference)
        wide = convert(a.rounded(), unit, other, difference=difference)
        if ahead is None or back is None or wide is None:
            return True
        if ahead.meets(b.cut()) or (not namesake and (back.meets(a.rounded()) or wide.meets(b.rounded()))):
            return True
    return False


def _hit(first: Claim, second: Claim) -> Hit:
    ends = [convert(Interval.point(end.value), first.unit or "", second.unit or "") for end in printed(first)]
    values = [figure(_sensible(end.low)) for end in ends if end and end.low is not None]
    unit = _NUMBER.sub("", _NUMBER.sub("", second.text))
    words = {"first": first.text, "second": second.text, "expected": f"{'–'.join(values)} {unit}".strip()}
    return Hit(
        Mark(second.start, second.end), (second, first), words, (Mark(first.start, first.end, "converted from"),)
    )


def _sensible(value: Fraction) -> Fraction:
    """Four significant digits, or the whole part where that has more."""
    if abs(value) >= 1000:
        return Fraction(round(value))
    return Fraction(f"{float(value):.4g}")
