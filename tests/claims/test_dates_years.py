"""A bare number of four digits: a year where its neighbours say so, a number where they do not."""

import re

import pytest

from claimcheck.claims.dates.years import is_year

YEARS = [
    "In 1998 the club won.",
    "Founded in 1998, it grew.",
    "during the 1998 election",
    "the 1992 riots",
    "the 1777 campaigns",
    "a 1998 film",
    "his 1987 book",
    "New York City's 1916 zoning law",
    "a secret 1902 pact",
    "its famous 1709 Teatro",
    "The Wall (1979) and others",
    "The Wall (1979, remastered)",
    "since 1975",
    "until 1944.",
    "by 1808 the",
    "from 1899 until",
    "Paris, 1998.",
    "the Wall Street Crash of 1929",
    "the Militia Act of 1792 to",
    "the summer of 1950",
    "dates back to 1845",
    "prior to 1914",
    "in 1996, 1997 and 1998",
    "1998 saw a change",
    "1998 – A new beginning",
    "according to the 2010 census",
    "in 1241 and",
    "built in 1490 after",
    "the death of Bach in 1750.",
    "the album of 1975's tour",
    "sales for 2001 were",
    "the Games in Atlanta 1996.",
    "one of (1998)",
    "as late as 1798.",
    "53% of 1913 levels",
    "in 1990 policies changed",
    "founded about 1910 by",
    "1943",
]
NUMBERS = [
    "had 1998 doctors",
    "1500 doctors",
    "the 1700 medical personnel",
    "about 1850 people",
    "nearly 1500 are",
    "over 1900 of them",
    "some 1600 more",
    "at least 1870, when",
    "a crew of 1200",
    "a population of 1950 in",
    "an army of 1800 men",
    "increased to 1995.",
    "fell to 1850,",
    "In 1500 villages",
    "killed 1945 soldiers",
    "1914 km",
    "1600 m",
    "employing 1901 staff",
    "$1998",
    "1998%",
    "1,998",
    "1998.5",
    "page 1998",
    "Flight 1998 crashed",
    "Room 1998",
    "Windows 2000 runs",
    "no. 1945",
    "than 2000",
    "all 1776 of them",
    "with 1850 houses",
    "9999",
    "in 3000",
    "one of every 2000 pregnancies",
]


def number(text):
    """Where the year to be judged stands: the last number of four figures."""
    match = list(re.finditer(r"\d,?\d{3}", text))[-1]
    return match.span()


@pytest.mark.parametrize("text", YEARS)
def test_year(text):
    start, end = number(text)
    assert is_year(text, start, end)


@pytest.mark.parametrize("text", NUMBERS)
def test_number(text):
    start, end = number(text)
    assert not (text[start:end].isdigit() and is_year(text, start, end))
