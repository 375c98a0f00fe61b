"""How two figures differ: in value, sign, magnitude, digits, unit, denominator, hedge; or in form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claimcheck.changes.model import Way
from claimcheck.claims.model import Claim
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert

_DIGITS = re.compile(r"\d")
_ROUNDING = Fraction(1, 25)
"""What a conversion into another unit is rounded by, at most."""
_YEAR = re.compile(r"\d{3,}")
_DATES = re.compile(r"[^\W_]+")


def ways(before: Claim, after: Claim) -> tuple[Way, ...]:
    """The ways in which one claim differs from another; none where only the form does."""
    if before.text == after.text and before.kind == after.kind and before.hedge == after.hedge:
        return ()  # what they lean on may have changed: a header, a date before them; that is told where it stands
    if before.amount is None or after.amount is None:
        return _of_dates(before, after)
    return tuple(_of_figures(before, after))


def factor(before: Claim, after: Claim) -> Fraction | None:
    """New divided by old, in the old one's unit; None where that makes no sense."""
    old, new = _value(before), _converted(before, after)
    return None if old is None or new is None or not old or not new else new / old


def _of_dates(before: Claim, after: Claim) -> tuple[Way, ...]:
    if before.when is not None and after.when is not None:
        if before.when.edtf == after.when.edtf:
            return () if before.when.approximate == after.when.approximate else ("hedge",)
        slip = _slip_of_year(before.text, after.text)
        return ("date", slip) if slip else ("date",)
    same = _DATES.findall(before.text.lower()) == _DATES.findall(after.text.lower())
    return () if same else ("date",)


def _of_figures(before: Claim, after: Claim) -> Iterator[Way]:
    old, new = _value(before), _value(after)
    unit = _other_unit(before, after)
    if unit:
        yield "unit"
    elif _per(before) != _per(after):
        yield "denominator"
    if not _same_value(before, after):
        if old is not None and new is not None and old == -new:
            yield "sign"
        elif not (unit and old == new):
            yield "value"
            yield from _of_digits(before, after)
    if before.hedge != after.hedge:
        yield "hedge"


def _of_digits(before: Claim, after: Claim) -> Iterator[Way]:
    times = factor(before, after)
    if times is not None and times > 0 and _power_of_ten(times):
        yield "magnitude"
        return
    slip = _slip(before.text, after.text)
    if slip:
        yield slip


def _same_value(before: Claim, after: Claim) -> bool:
    old, new = _value(before), _converted(before, after)
    if old is not None and new is not None:
        return old == new or (before.unit != after.unit and abs(old - new) <= abs(old) * _ROUNDING)
    one, other = _interval(before), _interval(after)
    return one is not None and one == other


def _interval(claim: Claim) -> Interval | None:
    return claim.amount.interval if claim.amount else None


def _value(claim: Claim) -> Fraction | None:
    return claim.amount.value if claim.amount else None


def _converted(before: Claim, after: Claim) -> Fraction | None:
    """The later value in the unit of the earlier one."""
    value = _value(after)
    if value is None or before.unit == after.unit or before.unit is None or after.unit is None:
        return value
    there = convert(Interval.point(value), after.unit, before.unit)
    return there.low if there else None


def _other_unit(before: Claim, after: Claim) -> bool:
    """True where both print a unit and these are two; a unit that is only printed now is form."""
    if before.unit is None or after.unit is None or before.unit == after.unit:
        return False
    return _value(before) == _value(after) or not _same_value(before, after)


def _per(claim: Claim) -> Fraction | None:
    return claim.per.amount if claim.per else None


def _power_of_ten(times: Fraction) -> bool:
    big = times if times >= 1 else 1 / times
    return big.denominator == 1 and big > 1 and set(str(big.numerator)) == {"0", "1"} and str(big.numerator)[0] == "1"


def _slip_of_year(before: str, after: str) -> Way | None:
    """A slip in the year of a date whose day and month stayed; days and months change for a thousand reasons."""
    old, new = _YEAR.findall(before), _YEAR.findall(after)
    if len(old) != 1 or len(new) != 1 or _YEAR.sub("", before) != _YEAR.sub("", after):
        return None
    return _slip(old[0], new[0])


def _slip(before: str, after: str) -> Way | None:
    """What one slip of the hand made of the digits: two swapped, one doubled, lost or put in."""
    old, new = "".join(_DIGITS.findall(before)), "".join(_DIGITS.findall(after))
    if len(old) == len(new):
        other = [at for at in range(len(old)) if old[at] != new[at]]
        if (
            len(other) == 2
            and other[1] == other[0] + 1
            and old[other[0]] == new[other[1]]
            and old[other[1]] == new[other[0]]
        ):
            return "transposed"
        return None
    longer, shorter = (new, old) if len(new) > len(old) else (old, new)
    if len(longer) != len(shorter) + 1 or not shorter:
        return None
    at = next((at for at in range(len(shorter)) if longer[at] != shorter[at]), len(shorter))
    if longer[at + 1 :] != shorter[at:]:
        return None
    if len(old) > len(new):
        return "dropped"
    return "doubled" if at and longer[at] == longer[at - 1] else "inserted"
