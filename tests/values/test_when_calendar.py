"""Laws of the calendar on day numbers: a bijection, no year zero missing, dateutil's rule at the ends of months."""

from datetime import date

from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.values import calendar

NUMBERS = st.integers(-5_000_000, 5_000_000)
DATES = st.dates()
UNITS = st.sampled_from(["day", "week", "month", "year", "decade", "century", "millennium"])


@given(DATES)
def test_day_numbers_are_those_of_datetime(day):
    assert calendar.day_number(day.year, day.month, day.day) == day.toordinal()
    assert calendar.civil(day.toordinal()) == (day.year, day.month, day.day)
    assert calendar.weekday(day.toordinal()) == day.weekday()


@given(NUMBERS)
def test_every_number_is_a_day_and_back(number):
    year, month, day = calendar.civil(number)
    assert calendar.is_day(year, month, day)
    assert calendar.day_number(year, month, day) == number


@given(NUMBERS)
def test_days_follow_each_other(number):
    assert calendar.civil(number) < calendar.civil(number + 1)


def test_year_zero_is_1_bc_and_a_leap_year():
    assert calendar.civil(0) == (0, 12, 31)
    assert calendar.day_number(1) - calendar.day_number(-1) == 365 + 366
    assert [year for year in range(-9, 9) if calendar.is_leap(year)] == [-8, -4, 0, 4, 8]


def test_leap_days():
    assert calendar.is_day(2000, 2, 29)
    assert calendar.is_day(2016, 2, 29)
    assert not calendar.is_day(1900, 2, 29)
    assert not calendar.is_day(2015, 2, 29)
    assert not calendar.is_day(2010, 6, 31)
    assert not calendar.is_day(2010, 13, 1)
    assert not calendar.is_day(2010, 1, 0)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(5000, 12, 31)), st.integers(-9000, 9000))
def test_months_are_added_as_dateutil_adds_them(day, months):
    expected = day + relativedelta(months=months)
    assert calendar.shift(day.toordinal(), months, "month") == expected.toordinal()


@given(NUMBERS, st.integers(-3000, 3000), UNITS)
def test_a_shift_beyond_datetime_keeps_the_day_of_the_month_where_it_can(number, count, unit):
    assume(unit not in ("day", "week"))
    year, month, day = calendar.civil(number)
    moved = calendar.civil(calendar.shift(number, count, unit))
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}[unit]
    assert moved[0] * 12 + moved[1] == year * 12 + month + count * months
    assert moved[2] == min(day, calendar.month_length(moved[0], moved[1]))


@given(NUMBERS, st.integers(-3000, 3000))
def test_days_and_weeks_shift_by_their_length(number, count):
    assert calendar.shift(number, count, "day") == number + count
    assert calendar.shift(number, count, "week") == number + 7 * count


@given(st.dates(min_value=date(1200, 1, 1), max_value=date(2500, 1, 1)), st.integers(0, 40000))
def test_ages_are_those_of_dateutil(born, days):
    then = date.fromordinal(born.toordinal() + days)
    assume((born.month, born.day) != (2, 29))
    assert calendar.years_between(born.toordinal(), then.toordinal()) == relativedelta(then, born).years


def test_old_style_days():
    assert calendar.from_julian(1917, 10, 25) == calendar.day_number(1917, 11, 7)
    assert calendar.from_julian(1582, 10, 5) == calendar.day_number(1582, 10, 15)
    assert calendar.from_julian(1732, 2, 11) == calendar.day_number(1732, 2, 22)
    assert calendar.from_julian(-4712, 1, 1) == calendar.day_number(-4713, 11, 24)
