"""P-values of test statistics against figures of published tables."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.checks.distributions import two_sided

TABLE = [
    # test, statistic, degrees of freedom, two-sided p
    ("z", "1.959963984540054", (), 0.05),
    ("z", "2.575829303548901", (), 0.01),
    ("z", "0", (), 1.0),
    ("t", "12.706204736432095", (1,), 0.05),
    ("t", "2.228138851964939", (10,), 0.05),
    ("t", "2.0", (28,), 0.05527546),
    ("t", "1.959963984540054", (10**7,), 0.05),
    ("F", "4.102821015", (2, 10), 0.05),
    ("F", "2.20", (2, 28), 0.12955),
    ("chi2", "3.841458820694124", (1,), 0.05),
    ("chi2", "18.307038053275146", (10,), 0.05),
    ("Q", "18.307038053275146", (10,), 0.05),
    ("r", "0.576", (10,), 0.05),
    ("r", "1", (10,), 0.0),
]


@pytest.mark.parametrize(("test", "value", "degrees", "p"), TABLE)
def test_known_values(test: str, value: str, degrees: tuple[int, ...], p: float) -> None:
    found = two_sided(test, Fraction(value), [Fraction(df) for df in degrees])
    assert found == pytest.approx(p, abs=1e-4)


@pytest.mark.parametrize(("test", "degrees"), [("t", (0,)), ("F", (2,)), ("chi2", ()), ("t", (3, 4))])
def test_degrees_that_make_no_sense(test: str, degrees: tuple[int, ...]) -> None:
    assert two_sided(test, Fraction(2), [Fraction(df) for df in degrees]) is None


def test_t_squared_is_f_with_one_degree() -> None:
    for value in map(Fraction, ("0.3", "1.7", "4.4")):
        assert two_sided("t", value, [Fraction(17)]) == pytest.approx(
            two_sided("F", value**2, [Fraction(1), Fraction(17)])
        )


def test_a_correlation_beyond_one_has_no_p() -> None:
    assert two_sided("r", Fraction(3, 2), [Fraction(20)]) is None
