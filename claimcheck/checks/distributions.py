"""Probabilities of test statistics: the two-sided p of t, F, χ², r and z, by mpmath's incomplete beta and gamma."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Degrees = Sequence[Fraction]


def two_sided(test: str, value: Fraction, degrees: Degrees) -> float | None:
    """The p of a statistic at least as far out as |value|; None where its degrees of freedom make no sense.

    `test` is t, F, r, z, chi2 or Q; F and χ² have one tail. A regularised incomplete beta is P(t, F), an
    incomplete gamma P(χ²), as in Abramowitz and Stegun, 26.5–26.7.
    """
    import mpmath  # 0.1 s to import, and few articles print a test statistic

    size = mpmath.mpf(abs(value).numerator) / abs(value).denominator
    df = [mpmath.mpf(one.numerator) / one.denominator for one in degrees]
    if any(one <= 0 for one in df):
        return None
    if test == "z":
        return float(mpmath.erfc(size / mpmath.sqrt(2)))
    if test == "F" and len(df) == 2:
        return float(_beta(df[1] / 2, df[0] / 2, df[1] / (df[1] + df[0] * size)))
    if test in ("chi2", "Q") and len(df) == 1:
        return float(mpmath.gammainc(df[0] / 2, size / 2, mpmath.inf, regularized=True))
    if test == "r" and len(df) == 1:
        return None if size > 1 else float(_beta(df[0] / 2, mpmath.mpf(1) / 2, 1 - size**2))
    if test == "t" and len(df) == 1:
        return float(_beta(df[0] / 2, mpmath.mpf(1) / 2, df[0] / (df[0] + size**2)))
    return None


def _beta(a: object, b: object, x: object) -> float:
    import mpmath

    return mpmath.betainc(a, b, 0, x, regularized=True)  # type: ignore[no-any-return]
