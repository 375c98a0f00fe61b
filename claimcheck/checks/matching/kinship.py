"""Whether two figures are of one kind: same unit or dimension, same denominator, same counted noun or measure."""

from __future__ import annotations

from functools import cache

from claimcheck.checks.matching.words import head, stem
from claimcheck.claims.model import Claim
from claimcheck.values.interval import Interval
from claimcheck.values.units import convert, scale

Key = tuple[str, str, str]
"""Dimension, counted noun or measure, denominator: what two figures must share to be compared at all."""


def key(claim: Claim) -> Key | None:
    """What a figure is a figure of, a date the date of; None for a bare number or date, of which nothing is known."""
    if claim.when is not None and claim.event and claim.form == "single" and claim.status == "ok":
        return "date", claim.event, ""
    if claim.amount is None or claim.status != "ok":
        return None
    dimension = _dimension(claim.unit) if claim.unit else ""
    noun = claim.measure if claim.measure and not claim.counted else head(claim.counted) or ""
    below = "" if claim.per is None else f"{claim.per.amount} {claim.per.unit or ''} {head(claim.per.counted) or ''}"
    return (dimension, noun, below) if dimension or noun or below else None


def interval_as(claim: Claim, like: Claim) -> Interval | None:
    """What a figure means in the unit of another; None where the two have nothing in common."""
    if claim.amount is None or like.amount is None or _per(claim) != _per(like):
        return None
    if claim.unit == like.unit:
        return claim.amount.interval
    return convert(claim.amount.interval, claim.unit, like.unit) if claim.unit and like.unit else None


def agree(claim: Claim, like: Claim) -> bool | None:
    """Whether two figures can mean the same number; None where they cannot be compared."""
    told = interval_as(claim, like)
    return told.meets(like.amount.interval) if told is not None and like.amount else None


def same_kind(claim: Claim, like: Claim) -> bool:
    """True for two figures that can be compared: same unit or dimension, same denominator; what is counted aside."""
    if claim.amount is None or like.amount is None or bool(claim.unit) != bool(like.unit) or _per(claim) != _per(like):
        return False
    return claim.unit == like.unit or _dimension(claim.unit or "") == _dimension(like.unit or "")


def _per(claim: Claim) -> tuple[object, ...] | None:
    per = claim.per
    if per is None:
        return None
    return per.amount, per.unit, stem(per.counted.rpartition(" ")[2]) if per.counted else None


@cache
def _dimension(unit: str) -> str:
    known = scale(unit)
    return " ".join(f"{base}{power}" for base, power in known.dimension) or unit if known else unit
