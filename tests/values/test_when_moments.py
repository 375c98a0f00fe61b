"""Laws of points and periods: ends in order, days within months within years, written and read back, contradictions."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.values import calendar, edtf, moments
from claimcheck.values.when import When, iso_day

YEARS = st.integers(-3000, 4000)
MONTHS = st.integers(1, 12)
ABOUT = st.booleans()


@st.composite
def days(draw):
    year, month = draw(YEARS), draw(MONTHS)
    number = draw(st.integers(1, calendar.month_length(year, month)))
    return moments.day(year, month, number, approximate=draw(ABOUT))


POINTS = st.one_of(
    days(),
    st.builds(moments.month, YEARS, MONTHS, approximate=ABOUT),
    st.builds(moments.year, YEARS, approximate=ABOUT),
    st.builds(moments.season, YEARS, st.integers(1, 4), approximate=ABOUT),
    st.builds(moments.quarter, YEARS, st.integers(1, 4)),
    st.builds(moments.half, YEARS, st.integers(1, 2)),
    st.builds(lambda n: moments.decade(n * 10), st.integers(0, 400)),
    st.builds(lambda n: moments.decade(-n * 10 - 8), st.integers(0, 300)),
    st.builds(moments.century, st.integers(1, 40)),
    st.builds(lambda n: moments.century(-n), st.integers(1, 40)),
)


@st.composite
def moments_of_all_kinds(draw):
    first, last = draw(POINTS), draw(POINTS)
    kind = draw(st.sampled_from(["point", "between", "since", "until", "after", "before", "set"]))
    if kind == "between":
        assume(first.earliest <= last.earliest and first.latest <= last.latest)
        return moments.between(first, last)
    if kind == "set":
        return moments.all_of(draw(days()), draw(days()))
    one = {"since": moments.since, "until": moments.until, "after": moments.after, "before": moments.before}
    return one[kind](first) if kind in one else first


ANY = moments_of_all_kinds()


@given(ANY)
def test_the_earliest_is_not_after_the_latest(when):
    for low, high in (when.start, when.end, (when.earliest, when.latest)):
        assert low is None or high is None or low <= high


@given(POINTS)
def test_points_read_back_as_written(when):
    assert edtf.read(when.edtf) == when


@given(ANY)
def test_periods_read_back_with_the_same_bounds(when):
    read = edtf.read(when.edtf)
    assert (read.earliest, read.latest, read.edtf) == (when.earliest, when.latest, when.edtf)


@given(days())
def test_day_in_month_in_year(day):
    year, month, _ = calendar.civil(day.earliest)
    assert moments.month(year, month).contains(day)
    assert moments.year(year).contains(moments.month(year, month))
    assert moments.quarter(year, (month + 2) // 3).contains(day)
    assert moments.year(year).contains(moments.half(year, 1 + month // 7))


@given(st.integers(1, 3999))
def test_year_in_decade_in_century(year):
    assert moments.decade(year // 10 * 10).contains(moments.year(year))
    assert moments.century((year - 1) // 100 + 1).contains(moments.year(year))


@given(st.integers(1, 3999))
def test_bc_years_in_decades_and_centuries(bc):
    year = 1 - bc
    assert moments.decade(-8).latest == calendar.day_number(0, 12, 31)
    assert moments.century(-((bc - 1) // 100 + 1)).contains(moments.year(year))
    assert moments.decade(1 - (bc // 10 * 10 + 9)).contains(moments.year(year))


@given(POINTS, st.sampled_from(["early", "mid", "late"]))
def test_a_part_lies_within_the_whole(when, edge):
    part = moments.narrowed(when, edge)
    assert when.contains(part)
    assert part.earliest <= part.latest


@given(ANY)
def test_nothing_contradicts_itself(when):
    assert when.meets(when)
    assert when.contains(when)
    assert not when.before(when)


@given(ANY, ANY)
def test_contradiction_is_symmetric_and_order_implies_it(a, b):
    assert a.meets(b) == b.meets(a)
    if a.before(b):
        assert not a.meets(b)
        assert not b.before(a)


@given(POINTS, POINTS)
def test_what_lies_within_does_not_contradict(a, b):
    if a.contains(b):
        assert a.meets(b)


@given(days(), days())
def test_lengths_count_both_ends(a, b):
    assume(a.earliest <= b.earliest)
    assert moments.between(a, b).days == (b.earliest - a.earliest + 1,) * 2


def period(first, last):
    return moments.between(moments.year(first), moments.year(last))


MEETINGS = [
    (moments.year(1963), moments.day(1963, 5, 24), True),
    (moments.year(1963), moments.day(1964, 1, 1), False),
    (moments.month(1963, 5), moments.month(1963, 6), False),
    (moments.decade(1960), moments.year(1963), True),
    (moments.century(19), moments.year(1900), True),
    (moments.century(19), moments.year(1901), False),
    (moments.year(1350, approximate=True), moments.year(1353), True),
    (moments.year(1350, approximate=True), moments.year(1400), False),
    (period(1963, 2004), moments.year(1970), True),
    (period(1963, 2004), moments.year(2005), False),
    (period(1963, 2004), period(1963, 2004), True),
    (period(1963, 2004), period(1963, 2005), False),
    (period(1963, 2004), period(1970, 1980), False),
    (moments.since(moments.year(1990)), moments.year(2020), True),
    (moments.since(moments.year(1990)), moments.year(1989), False),
    (moments.since(moments.year(1990)), period(1990, 2004), True),
    (moments.since(moments.year(1990)), period(1991, 2004), False),
    (moments.until(moments.year(2003)), period(1991, 2003), True),
    (moments.until(moments.year(2003)), period(1991, 2004), False),
    (moments.before(moments.year(1850)), moments.year(1500), True),
    (moments.after(moments.year(1979)), moments.year(1978), False),
    (moments.one_of(moments.day(2019, 6, 12), moments.day(2019, 12, 6)), moments.year(2019), True),
]


@pytest.mark.parametrize(("a", "b", "expected"), MEETINGS, ids=[f"{a.edtf} {b.edtf}" for a, b, _ in MEETINGS])
def test_meetings(a, b, expected):
    assert a.meets(b) is expected


WRITTEN = [
    (moments.day(1963, 5, 24), "1963-05-24", "1963-05-24", "1963-05-24"),
    (moments.month(1963, 5), "1963-05", "1963-05-01", "1963-05-31"),
    (moments.year(-43), "-0043", "-0043-01-01", "-0043-12-31"),
    (moments.year(0), "0000", "0000-01-01", "0000-12-31"),
    (moments.year(1350, approximate=True), "1350~", "1350-01-01", "1350-12-31"),
    (moments.decade(1960), "196X", "1960-01-01", "1969-12-31"),
    (moments.decade(-478), "[-0478..-0469]", "-0478-01-01", "-0469-12-31"),
    (moments.century(19), "18XX", "1800-01-01", "1900-12-31"),
    (moments.century(-2), "-01XX", "-0199-01-01", "-0100-12-31"),
    (moments.season(2010, 2), "2010-22", "2010-06-01", "2010-09-30"),
    (moments.quarter(2008, 3), "2008-35", "2008-07-01", "2008-09-30"),
    (moments.half(2008, 2), "2008-41", "2008-07-01", "2008-12-31"),
    (moments.since(moments.year(1990)), "1990/..", "1990-01-01", None),
    (moments.until(moments.month(2003, 4)), "../2003-04", None, "2003-04-30"),
    (period(1963, 2004), "1963/2004", "1963-01-01", "2004-12-31"),
    (moments.clock(moments.day(1918, 11, 11), "10:57"), "1918-11-11T10:57", "1918-11-11", "1918-11-11"),
]


@pytest.mark.parametrize(("when", "text", "low", "high"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_writing(when, text, low, high):
    assert (when.edtf, iso_day(when.earliest), iso_day(when.latest)) == (text, low, high)


@pytest.mark.parametrize("parts", [(2010, 6, 31), (2015, 2, 29), (1900, 2, 29), (2010, 13, 1), (2010, 0, 1)])
def test_days_that_do_not_exist_are_refused(parts):
    with pytest.raises(moments.ImpossibleDateError):
        moments.day(*parts)


@pytest.mark.parametrize(
    "text", ["", "1963-5", "1963-13", "2010-06-31", "spring", "1963/", "19XX-05", "[1960..1975]", "12"]
)
def test_what_is_no_edtf_of_ours_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        edtf.read(text)


def test_the_point_that_an_open_period_reaches():
    assert edtf.bound(moments.before(moments.season(1918, 2))) == moments.season(1918, 2)
    assert edtf.bound(moments.since(moments.year(1990))) == moments.year(1990)
    assert edtf.bound(period(1963, 2004)) == period(1963, 2004)


ORACLE = pytest.importorskip("edtf", reason="the edtf package is an oracle for its level 1 only")


@given(st.integers(1, 9998), MONTHS, st.integers(1, 28))
def test_bounds_agree_with_the_edtf_package(year, month, day):
    for when in (moments.day(year, month, day), moments.month(year, month), moments.year(year)):
        parsed = ORACLE.parse_edtf(when.edtf)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        assert iso_day(when.earliest) == f"{low.tm_year:04d}-{low.tm_mon:02d}-{low.tm_mday:02d}"
        assert iso_day(when.latest) == f"{high.tm_year:04d}-{high.tm_mon:02d}-{high.tm_mday:02d}"


@given(st.sampled_from([moments.since(moments.year(1990)), moments.until(moments.month(2003, 4)), period(1963, 2004)]))
def test_the_edtf_package_accepts_what_we_write(when: When):
    assert str(ORACLE.parse_edtf(when.edtf)) == when.edtf
