"""Laws of the checks: what is made to be right stays silent, what is made to be wrong is told, nothing crashes."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.checks.weekday import DAYS
from claimcheck.rules import load_rules

RULES = {rule.id: rule for rule in load_rules()}
ON = [rule for rule in RULES.values() if rule.enabled]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
FACTORS = {
    ("miles", "km"): Fraction(1609344, 1000000),
    ("feet", "m"): Fraction(3048, 10000),
    ("pounds", "kg"): Fraction(45359237, 100000000),
    ("acres", "ha"): Fraction(404685642, 1000000000),
    ("inches", "cm"): Fraction(254, 100),
}
DATES = st.dates(date(1930, 1, 1), date(2020, 12, 31))


def found(text: str, *ids: str) -> list[str]:
    return [finding.rule for finding in cc.lint(text, [RULES[name] for name in ids] or ON, markup="plain")]


def long(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@given(st.sampled_from(sorted(FACTORS)), st.integers(3, 99_999), st.integers(0, 2), st.booleans())
@example(("acres", "ha"), 15_575, 0, True)  # 6,303 by the acre of US surveyors, 6,302.98 by the other
def test_a_conversion_rounded_or_cut_is_silent(pair: tuple[str, str], number: int, digits: int, cut: bool) -> None:
    exact = number * FACTORS[pair] * 10**digits
    shown = (int(exact) if cut else round(exact)) / Fraction(10**digits)
    text = f"It measures {number:,} {pair[0]} ({float(shown):,.{digits}f} {pair[1]}) in all."
    assert found(text, "conversion/unit-pair") == []


@given(
    st.sampled_from(sorted(FACTORS)), st.integers(31, 99_999), st.sampled_from([Fraction(1, 10), Fraction(7, 5), 10])
)
def test_a_conversion_by_another_factor_is_told(pair: tuple[str, str], number: int, slip: Fraction) -> None:
    number += number % 10 == 0
    shown = round(number * FACTORS[pair] * slip, 1)
    text = f"It measures {number:,} {pair[0]} ({float(shown):,.1f} {pair[1]}) in all."
    assert found(text, "conversion/unit-pair") == ["conversion/unit-pair"]


@given(DATES, st.integers(0, 6))
def test_a_weekday_is_told_only_if_wrong(day: date, shift: int) -> None:
    named = DAYS[(day.weekday() + shift) % 7]
    assert bool(found(f"They met on {named}, {long(day)} in Oslo.", "date/weekday")) is (shift != 0)


@given(DATES, DATES, st.integers(-2, 2))
def test_an_age_is_told_only_if_wrong(one: date, other: date, off: int) -> None:
    birth, death = sorted((one, other))
    age = death.year - birth.year - ((death.month, death.day) < (birth.month, birth.day))
    if not 2 <= age <= 98:
        return
    text = f"Jane Doe was born on {long(birth)} and died on {long(death)}, aged {age + off}."
    assert bool(found(text, "elapsed/age-against-dates")) is (off != 0)


@given(DATES, st.integers(1, 20_000))
def test_a_period_is_told_only_if_reversed(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    assert found(f"She served from {long(first)} to {long(last)} in Oslo.", "order/reversed-period") == []
    assert found(f"She served from {long(last)} to {long(first)} in Oslo.", "order/reversed-period") != []


@given(st.integers(101, 99_999), st.integers(101, 99_999), st.sampled_from(["rose", "fell", "grew", "declined"]))
def test_a_change_is_told_only_against_its_verb(first: int, last: int, verb: str) -> None:
    clear = first != last and first % 10 and last % 10
    wrong = (last < first) if verb in ("rose", "grew") else (last > first)
    text = f"The number of patients {verb} from {first:,} to {last:,} in a year."
    assert not clear or bool(found(text, "change/direction")) is wrong


@given(st.integers(2, 400), st.integers(2, 400), st.integers(-30, 30))
def test_a_share_is_told_only_if_wrong(part: int, more: int, off: int) -> None:
    whole = part + more
    percent = round(Fraction(100 * part, whole)) + off
    if not 1 <= percent <= 99 or abs(off) in (1, 2) or not part % 10 or not whole % 10:  # rounded
        return
    told = found(f"That day {part} of the {whole} members ({percent}%) voted in favour.", "ratio/percent-of")
    assert bool(told) is (off != 0)


PIECES = """
from to between and of whom ( ) , . : ; – - % 12 5,000 7000 thousand million $ miles km °C (35%) aged born died in on
rose
fell by doubled 1990 2001 31 June 1950 Monday per 1,000 live births nine faculties: A, B and C six or [[ ]] {{ }} | =
<ref> </ref> {| |- |} maternal mortality two of the 2010–2004 BC 6,5000,000
"""


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=60).map(" ".join))
def test_nothing_crashes(text: str) -> None:
    for markup in ("plain", "wikitext"):
        report = cc.examine(text, [*RULES.values()], markup=markup, date="2024-06-01")
        assert report.errors == ()
        for finding in report.findings:
            assert 0 <= finding.primary.start < finding.primary.end <= len(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "5", "(", "from to", "9" * 5000, "(" * 3000, "from 1 to " * 2000])
def test_odd_texts(text: str) -> None:
    assert cc.examine(text, [*RULES.values()]).errors == ()
