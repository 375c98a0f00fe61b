"""Points in time as articles print them: what is read, on which span, as which moment; and what is no date."""

import pytest

from claimcheck.claims import dates
from claimcheck.claims.candidates import candidates


def read(text):
    """Dates of a text without narrative: (span text, EDTF or status)."""
    out, end = [], 0
    for at, _ in candidates(text):
        reading = dates.recognise(text, at, end) if at >= end else None
        if reading is not None and reading.kind == "date":
            end = max(reading.end, at + 1)
            out.append((text[reading.start : reading.end], reading.when.edtf if reading.when else reading.status))
    return out


POINTS = [
    ("He was born on 24 May 1963 in Oslo.", "24 May 1963", "1963-05-24"),
    ("He was born on May 24, 1963 in Oslo.", "May 24, 1963", "1963-05-24"),
    ("He was born on May 24 1963.", "May 24 1963", "1963-05-24"),
    ("on the 24th of May 1963", "the 24th of May 1963", "1963-05-24"),
    ("on the 24th day of May, 1963", "the 24th day of May, 1963", "1963-05-24"),
    ("on the third of March 1878", "the third of March 1878", "1878-03-03"),
    ("after the May 24, 1963 attack", "May 24, 1963", "1963-05-24"),
    ("24 Sept. 1963", "24 Sept. 1963", "1963-09-24"),
    ("24-May-1963", "24-May-1963", "1963-05-24"),
    ("on 24 may 1963 he", "24 may 1963", "1963-05-24"),
    ("Tuesday, 5 May 1998", "Tuesday, 5 May 1998", "1998-05-05"),
    ("on Friday, October 1, 1999,", "Friday, October 1, 1999", "1999-10-01"),
    ("2001-04-29", "2001-04-29", "2001-04-29"),
    ("2007-6-5", "2007-6-5", "2007-06-05"),
    ("born 2007-06", "2007-06", "2007-06"),
    ("on 2010 July 5, he", "2010 July 5", "2010-07-05"),
    ("14:30 on 3 May 1999", None, None),
    ("at 14:30 on 3 May 1999", "14:30", "1999-05-03T14:30"),
    ("at 11 a.m. on 11 November 1918", "11 a.m.", "1918-11-11T11:00"),
    ("in May 1963", "May 1963", "1963-05"),
    ("in May of 1963", "May of 1963", "1963-05"),
    ("The dam opened in Dec. 1999.", "Dec. 1999", "1999-12"),
    ("in 1963", "1963", "1963"),
    ("before the pre-May 1963 rules", "May 1963", "1963-05"),
    ("In 44 BC he", "44 BC", "-0043"),
    ("in 44 B.C. he", "44 B.C.", "-0043"),
    ("in 480 BCE", "480 BCE", "-0479"),
    ("in 1 BC", "1 BC", "0000"),
    ("in AD 79", "AD 79", "0079"),
    ("in A.D. 410", "A.D. 410", "0410"),
    ("in 79 AD", "79 AD", "0079"),
    ("in 867, the Danes came", "867", "0867"),
    ("in April 480 BC", "April 480 BC", "-0479-04"),
    ("in the 1890s", "the 1890s", "189X"),
    ("in the 1890's", "the 1890's", "189X"),
    ("in the early 1960s", "the early 1960s", "196X"),
    ("the late 1980s", "the late 1980s", "198X"),
    ("the 880s", "the 880s", "088X"),
    ("2010 September", "2010 September", "2010-09"),
    ("at the end of summer in 1947", "the end of summer in 1947", "1947-22"),
    ("in the '60s", "the '60s", "196X"),
    ("the nineteen sixties", "the nineteen sixties", "196X"),
    ("in the 1800s", "the 1800s", "18XX"),
    ("in the 2000s", "the 2000s", "200X"),
    ("in the 470s BC", "the 470s BC", "[-0478..-0469]"),
    ("in the 19th century", "the 19th century", "18XX"),
    ("in the mid-19th century", "the mid-19th century", "18XX"),
    ("in the nineteenth century", "the nineteenth century", "18XX"),
    ("the twenty-first century", "the twenty-first century", "20XX"),
    ("the 2nd century BC", "the 2nd century BC", "-01XX"),
    ("in the second half of the 19th century", "the second half of the 19th century", "18XX"),
    ("at the turn of the 20th century", "the turn of the 20th century", "1900~"),
    ("spring 1984", "spring 1984", "1984-21"),
    ("in the summer of 2010", "the summer of 2010", "2010-22"),
    ("in the fall of 1996", "the fall of 1996", "1996-23"),
    ("in the winter of 1941–42", "the winter of 1941–42", "1942-24"),
    ("the third quarter of 2008", "the third quarter of 2008", "2008-35"),
    ("the 3rd quarter of 2008", "the 3rd quarter of 2008", "2008-35"),
    ("the first half of 1943", "the first half of 1943", "1943-40"),
    ("in early October 1940", "early October 1940", "1940-10"),
    ("by mid-1916", "mid-1916", "../1916"),
    ("at the end of March 1945", "the end of March 1945", "1945-03"),
    ("at the very beginning of 1943", "the very beginning of 1943", "1943"),
    ("the middle of 2010", "the middle of 2010", "2010"),
    ("built c. 1350", "c. 1350", "1350~"),
    ("built ca. 1350", "ca. 1350", "1350~"),
    ("built c.1350", "c.1350", "1350~"),
    ("built ca1350, then", "ca1350", "1350~"),
    ("around May 24, 1963", "May 24, 1963", "1963-05-24~"),
    ("built circa 1350", "circa 1350", "1350~"),
    ("built in about 1350", "about 1350", "1350~"),
    ("in the year 1950", "the year 1950", "1950"),
    ("on Christmas Eve 1914", "Christmas Eve 1914", "1914-12-24"),
    ("in fiscal year 2012", "fiscal year 2012", "2012~"),
    ("since 1990", "1990", "1990/.."),
    ("until 2003", "2003", "../2003"),
    ("after 1979", "1979", "1979/.."),
    ("before 1850", "1850", "../1850"),
    ("prior to 1850", "1850", "../1850"),
    ("by 2017", "2017", "../2017"),
    ("as of August 2007", "August 2007", "2007-08"),
    ("from 1875 onwards", "1875", "1875/.."),
    ("(born 1950)", "1950", "1950"),
    ("(d. 1871)", "1871", "1871"),
    ("31 June 2010", "31 June 2010", "impossible"),
    ("February 29, 2015", "February 29, 2015", "impossible"),
    ("30 February", "30 February", "impossible"),
    ("2010-06-31", "2010-06-31", "impossible"),
    ("32 December 2012", "32 December 2012", "impossible"),
    ("on 12/06/2019", "12/06/2019", "ambiguous"),
    ("on 13/06/2019", "13/06/2019", "2019-06-13"),
    ("on 06/13/2019", "06/13/2019", "2019-06-13"),
    ("on 12.06.2019", "12.06.2019", "2019-06-12"),
    ("on 6/6/2019", "6/6/2019", "2019-06-06"),
]


@pytest.mark.parametrize(("text", "span", "value"), POINTS, ids=[row[0] for row in POINTS])
def test_point(text, span, value):
    found = dict(read(text))
    if span is None:
        assert "14:30" not in found
    elif value == "ambiguous":
        assert found == {span: "[2019-06-12,2019-12-06]"}
    else:
        assert found.get(span) == value


def test_both_readings_of_an_ambiguous_date_are_kept():
    reading = dates.recognise("12/06/2019", 0, 0)
    assert reading is not None
    assert reading.status == "ambiguous"
    assert [when.edtf for when in reading.readings] == ["2019-06-12", "2019-12-06"]


NO_DATES = [
    "Flight 2007 carried 1998 passengers over 2,003 km.",
    "The town has 1,963 inhabitants and covers 1974 hectares.",
    "It may march on in the second half of the list.",
    "The Boeing 747-400 seats 416; see ISO 9001 and page 1850.",
    "Room 1408 is at 1600 Pennsylvania Avenue.",
    "He scored 24 goals, 12-15 on penalties, and won 6-4, 7-5.",
    "It costs $1990 or £2000.",
    "It seats 1990.5 people, 1990% more.",
    "pp. 1990–1995",
    "see pages 1914–18",
    "the 1700 medical personnel",
    "1500 doctors and 2000 nurses",
    "a population of 1950",
    "a total of 1998",
    "rose to 1995",
    "more than 1990 people",
    "about 1850 people",
    "It weighs 1600 kg and is 1900 mm long.",
    "the march of the army",
    "you may 5 times",
    "an august body",
    "the second of two",
    "spring water and a summer house",
    "the fall of the city",
    "at the end of the road",
    "in the middle of the room",
    "the first quarter",
    "early birds and late trains",
    "Channel 4 of 12",
    "1 of 3",
    "the ratio 16:9 and 2:14",
    "version 1.8.1 and 3.1998",
    "an A1998 road",
    "12/13 of it",
    "45/45/2019",
    "2019-13-45",
    "2010-2019-3",
    "ISBN 1998",
    "In 1500 villages there was none.",
    "the band The 10",
    "AD campaigns",
    "31st Infantry Division",
    "the 5th Battalion",
    "No. 1998",
    "vol. 1920",
    "1/2/3",
    "a 1990x speedup",
    "the Audi 100's body",
    "in the first centuries of it",
    "an ABC.1350 label",
    "c1350a",
    "12345678901234567890",
    "",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text):
    assert read(text) == []
