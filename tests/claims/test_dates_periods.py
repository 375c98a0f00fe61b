"""Periods and lists of dates: one claim over both printed ends, each end with its own moment."""

import pytest

from claimcheck.claims import dates
from claimcheck.claims.candidates import candidates
from claimcheck.claims.dates.partial import Leaning


def first(text):
    for at, _ in candidates(text):
        reading = dates.recognise(text, at, 0)
        if reading is not None:
            return reading
    return None


PERIODS = [
    ("Between 1966 and 1974 he lived in Rome.", "1966 and 1974", "1966/1974", ["1966", "1974"]),
    ("She was mayor from 1963 to 2004.", "1963 to 2004", "1963/2004", ["1963", "2004"]),
    ("She was mayor (1998–2003).", "1998–2003", "1998/2003", ["1998", "2003"]),
    ("She was mayor (1998-2003).", "1998-2003", "1998/2003", ["1998", "2003"]),
    ("She was mayor (1998 – 2003).", "1998 – 2003", "1998/2003", ["1998", "2003"]),
    ("in 1998–03", "1998–03", "1998/2003", ["1998", "03"]),
    ("the 2012–13 season", "2012–13", "2012/2013", ["2012", "13"]),
    ("the 1999–2000 season", "1999–2000", "1999/2000", ["1999", "2000"]),
    ("the 1998/99 season", "1998/99", "1998/1999", ["1998", "99"]),
    ("He reigned 1509–47.", "1509–47", "1509/1547", ["1509", "47"]),
    ("(r. 1509–1547)", "1509–1547", "1509/1547", ["1509", "1547"]),
    ("his 1978–79 lectures", "1978–79", "1978/1979", ["1978", "79"]),
    ("from 431 to 404 BC", "431 to 404 BC", "-0430/-0403", ["431", "404 BC"]),
    ("(499–449 BC)", "499–449 BC", "-0498/-0448", ["499", "449 BC"]),
    ("(27 BC – AD 14)", "27 BC – AD 14", "-0026/0014", ["27 BC", "AD 14"]),
    ("between 8000 BC and 1000 BC", "8000 BC and 1000 BC", "-7999/-0999", ["8000 BC", "1000 BC"]),
    ("14–37 AD", "14–37 AD", "0014/0037", ["14", "37 AD"]),
    ("from May 1967 until July 1970", "May 1967 until July 1970", "1967-05/1970-07", ["May 1967", "July 1970"]),
    ("She sang (12 May 1922 – 2015).", "12 May 1922 – 2015", "1922-05-12/2015", ["12 May 1922", "2015"]),
    ("May–June 1967", "May–June 1967", "1967-05/1967-06", ["May", "June 1967"]),
    ("November 1914 to February", "November 1914 to February", "1914-11/1915-02", ["November 1914", "February"]),
    ("December to February 1943", "December to February 1943", "1942-12/1943-02", ["December", "February 1943"]),
    ("12–15 August 1969", "12–15 August 1969", "1969-08-12/1969-08-15", ["12", "15 August 1969"]),
    ("August 12–15, 1969", "August 12–15, 1969", "1969-08-12/1969-08-15", ["August 12", "15, 1969"]),
    ("30 June to 2 July 1995", "30 June to 2 July 1995", "1995-06-30/1995-07-02", ["30 June", "2 July 1995"]),
    ("June 30 – July 2, 1995", "June 30 – July 2, 1995", "1995-06-30/1995-07-02", ["June 30", "July 2, 1995"]),
    ("between 3 and 9 May 1926", "3 and 9 May 1926", "1926-05-03/1926-05-09", ["3", "9 May 1926"]),
    (
        "(24 May 1963 – 3 June 2004)", "24 May 1963 – 3 June 2004", "1963-05-24/2004-06-03",
        ["24 May 1963", "3 June 2004"],
    ),
    ("June 3 and 4, 1999", "June 3 and 4, 1999", "{1999-06-03,1999-06-04}", ["June 3", "4, 1999"]),
    ("3, 5 and 9 June 1999", "3, 5 and 9 June 1999", "{1999-06-03,1999-06-05,1999-06-09}", ["3", "5", "9 June 1999"]),
    ("Between the 16th and 18th century", "the 16th and 18th century", "15XX/17XX", ["the 16th", "18th century"]),
    ("from the 1850s to the 1920s", "the 1850s to the 1920s", "185X/192X", ["the 1850s", "1920s"]),
    ("the 1950s–60s", "the 1950s–60s", "195X/196X", ["the 1950s", "60s"]),
    ("the 11th to the 15th centuries", "the 11th to the 15th centuries", "10XX/14XX", ["the 11th", "15th centuries"]),
    ("(1895 – June 8, 1982)", "1895 – June 8, 1982", "1895/1982-06-08", ["1895", "June 8, 1982"]),
    ("1856–c. 1865", "1856–c. 1865", "1856/1865~", ["1856", "c. 1865"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "value", "parts"), PERIODS, ids=[row[0] for row in PERIODS])
def test_period(text, span, value, parts):
    reading = first(text)
    assert reading is not None
    assert reading.when is not None
    assert text[reading.start : reading.end] == span
    assert reading.when.edtf == value
    assert reading.parts is not None
    assert [part.text for part in reading.parts] == parts
    assert all(text[part.start : part.end] == part.text for part in reading.parts)
    assert all(part.when is not None for part in reading.parts)


@pytest.mark.parametrize("text", ["(2005–present)", "from 2005 to the present", "1990 – now", "(2007– )", "2007–"])
def test_what_lasts_until_now_is_open(text):
    reading = first(text)
    assert reading is not None
    assert reading.when is not None
    assert reading.when.latest is None


@pytest.mark.parametrize("text", ["from 2004 to 1998", "(5 June 1999 – 3 June 1998)"])
def test_a_reversed_period_is_a_claim_marked_impossible(text):
    reading = first(text)
    assert reading is not None
    assert (reading.status, reading.when) == ("impossible", None)
    assert reading.parts is not None


@pytest.mark.parametrize(
    "text", ["pp. 1990–1995", "1200–1500 m", "1500–1800 people", "(180–150)", "747–400", "2019–13–45", "1850–1900 kg"]
)
def test_no_period(text):
    reading = first(text)
    assert reading is None or reading.form == "single"
    assert reading is None or not isinstance(reading, Leaning) or len(reading.points) == 1


def test_two_years_joined_by_and_are_two_claims():
    text = "It opened in 1993 and 1994."
    found = [dates.recognise(text, at, 0) for at, _ in candidates(text)]
    assert [reading.when.edtf for reading in found if reading and reading.when] == ["1993", "1994"]


@pytest.mark.parametrize("text", ["(née Roe; 1922 – 12 August 2015)", "(1922 – 12 August 2015)", "1922–12 August 2015"])
def test_a_day_is_no_year_of_two_digits(text):
    found = (dates.recognise(text, at, 0) for at, _ in candidates(text))
    assert "1922/2012" not in [reading.when.edtf for reading in found if reading is not None]
