"""Figures and intervals as messages show them."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.values.interval import Interval


def figure(value: Fraction) -> str:
    """An exact number with digit groups, at most six significant decimals: "28,422", "0.54", "1.61"."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    size = abs(value)
    if size >= 1000:
        return f"{float(value):,.1f}".rstrip("0").rstrip(".")
    return f"{float(value):.4g}" if size >= Fraction(1, 10**9) else f"{float(value):.3e}"


def ends(interval: Interval) -> str:
    """An interval in words: "exactly 12", "11.5 to 12.5", "more than 20"."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "anything"
    if high is None and low is not None:
        return f"{figure(low)} or more" if interval.low_closed else f"more than {figure(low)}"
    if low is None and high is not None:
        return f"at most {figure(high)}" if interval.high_closed else f"less than {figure(high)}"
    assert low is not None  # noqa: S101 (for the type checker: the cases above)
    assert high is not None  # noqa: S101
    return figure(low) if low == high else f"{figure(low)} to {figure(high)}"
