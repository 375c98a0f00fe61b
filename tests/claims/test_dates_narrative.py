"""Dates that lean on the text before them, read in whole documents: resolved from it, or dropped, never guessed."""

import pytest

import claimcheck as cc


def values(text, title=None):
    return [
        claim.when.edtf
        for claim in cc.extract(text, markup="plain", title=title)
        if claim.kind == "date" and claim.when
    ]


STORIES = [
    ("He married in 1950 and divorced two years later.", ["1950", "1952"]),
    ("In 1950 he retired. The following year he moved to Rome.", ["1950", "1951"]),
    ("It was founded in 1901. Three years earlier another had formed.", ["1901", "1898"]),
    ("He landed on 3 May 1915. The next day he was killed.", ["1915-05-03", "1915-05-04"]),
    ("He landed on 31 December 1915. The next day he was killed.", ["1915-12-31", "1916-01-01"]),
    ("On 12 January 1990 they met, and on 14 February they signed.", ["1990-01-12", "1990-02-14"]),
    ("He left on 5 December 1941. In January he came back.", ["1941-12-05", "1942-01"]),
    ("In 1968 it began. In April they met.", ["1968", "1968-04"]),
    ("It fell in August and September 1914.", ["1914-08", "1914-09"]),
    ("In May 1940 they met. On the 5th, they signed.", ["1940-05", "1940-05-05"]),
    ("On August 8, 1919 they came, and on the 28th of that month they left.", ["1919-08-08", "1919-08-28"]),
    ("It ended in 1940. In August of that year, he left.", ["1940", "1940-08"]),
    ("He came in June 1950 and left at the end of the year.", ["1950-06", "1950"]),
    ("He came on 6 May 1950. That same day he left.", ["1950-05-06", "1950-05-06"]),
    ("He came on 6 May 1950. Later that month he left.", ["1950-05-06", "1950-05"]),
    ("He came on 6 May 1950. Fifteen months later he left.", ["1950-05-06", "1951-08"]),
    ("He came on 6 May 1950. Two weeks later he left.", ["1950-05-06", "1950-05-15/1950-05-21"]),
    ("He came in November 1950 and left the following March.", ["1950-11", "1951-03"]),
    ("A decade earlier, in 1960, nobody came.", ["1960", "1960"]),
    ("It was built in 490 BC. The following year it burned.", ["-0489", "-0488"]),
    ("It was built in 480 BC. In spring it burned. A decade earlier it stood.", ["-0479", "-0479-21", "-0489~"]),
    ("In the 1960s it grew; in the following decade it shrank.", ["196X", "197X"]),
    ("On 8 May 1954 it fell at 5:30 p.m. to them.", ["1954-05-08", "1954-05-08T17:30"]),
    ("On 6 September 1920 they met, the largest such host since 1813. On 8 September they left.",
     ["1920-09-06", "1813/..", "1920-09-08"]),
    ("It began on 30 May 1967. A copy was found in 2004. On 6 July war began.", ["1967-05-30", "2004", "1967-07-06"]),
    ("He left on 9 April 2003. In November 2008, a statue fell.\n\nOn 15 April it was over.",
     ["2003-04-09", "2008-11", "2003-04-15"]),
    ("It was taken in March 1945. They fought from October to March.", ["1945-03", "1944-10/1945-03"]),
    ("It began on 16 December 1944. It had been repulsed by January.", ["1944-12-16", "../1945-01"]),
    ("He rose in 1857. He spent 1860 in the north until 21 December.", ["1857", "1860", "../1860-12-21"]),
    ("Franz Benda (22 November 1709 – 7 March 1786) sang. He was baptised on 24 November.",
     ["1709-11-22/1786-03-07", "1709-11-24"]),
    ("In June 1918 they met. The Spring Offensive had failed.", ["1918-06", "1918-21"]),
    ("In March 1917 they met. The costly August battles followed.", ["1917-03", "1917-08"]),
    ("It grew in the 18th century. In the following century it shrank.", ["17XX", "18XX"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[row[0] for row in STORIES])
def test_story(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On 14 February they met.",
        "Two years later he left.",
        "That same day he left.",
        "The following March he left.",
        "It closed at 5:30 p.m. on the dot.",
        "He came in 1950. The next day he left.",
        "The weather is usually pleasant from October to May.",
        "In 1950 it opened. Rainfall is highest in summer.",
        "In 1950 it opened. The monsoon dominates the south during summer.",
        "It was closed in 1950. It suffered during the November Uprising.",
        "In 1951 he came; over the next year and a half he wrote.",
    ],
)
def test_what_cannot_be_resolved_is_dropped(text):
    assert all(value in ("1950", "1951") for value in values(text))


def test_the_title_may_give_the_year():
    assert values("The final was held on 12 May.", title="2012 Example Open") == ["2012-05-12"]
    assert values("The final was held on 12 May.", title="Example Open") == []
    assert values("It was held on 12 May.", title="Example 2012 and 2013") == []


def test_a_heading_may_give_the_year():
    assert values("History\n\nIt began in 1935.\n\n1941\n\nOn 3 April it ended.") == ["1935", "1941", "1941-04-03"]


def test_impossible_dates_stay():
    claims = cc.extract("On 31 June they met. On 29 February 2015 they left.", markup="plain")
    assert [(claim.text, claim.status) for claim in claims] == [
        ("31 June", "impossible"),
        ("29 February 2015", "impossible"),
    ]


def test_a_leap_day_is_not_blamed_for_a_year_that_the_text_does_not_print():
    assert values("In 1950 he came. On 29 February he left.") == ["1950"]


def test_table_cells_do_not_lean_on_prose():
    text = "In 1950 he came.\n\n{|\n| 12 May || 40\n|}\n\nOn 3 June he left."
    found = [claim.when.edtf for claim in cc.extract(text, markup="wikitext") if claim.kind == "date" and claim.when]
    assert found == ["1950", "1950-06-03"]


STYLES = [("dmy", "2019-06-12"), ("mdy", "2019-12-06"), ("British", "[2019-06-12,2019-12-06]")]


@pytest.mark.parametrize(("style", "expected"), STYLES)
def test_the_style_that_an_article_declares_decides_an_ambiguous_date(style, expected):
    text = f"{{{{Use {style} dates}}}}\n\nThe [[war]] began on 12/06/2019."
    assert [claim.when.edtf for claim in cc.extract(text, markup="wikitext") if claim.when] == [expected]


OLD_STYLE = [
    ("He was born on 22 February 1732 [O.S. 11 February 1732].", ["1732-02-22", "1732-02-22"]),
    ("It fell on 7 November 1917 (O.S. 25 October).", ["1917-11-07", "1917-11-07"]),
    ("It fell on 25 October 1917 (O.S.).", ["1917-11-07"]),
    ("He used OS 9 in May 1999.", ["1999-05"]),
]


@pytest.mark.parametrize(("text", "expected"), OLD_STYLE, ids=[row[0] for row in OLD_STYLE])
def test_old_style_days_are_those_of_the_julian_calendar(text, expected):
    assert values(text) == expected


ANCHORS = [
    ("In 1950 he came. In May he left.", None, {"1950": None, "May": "1950"}),
    ("He came on 6 May 1950. Two years later he left. That same year he died.", None,
     {"6 May 1950": None, "Two years later": "6 May 1950", "That same year": "Two years later"}),
    ("It fell in August and September 1914.", None, {"August": "September 1914", "September 1914": None}),
    ("The final was held on 12 May.", "2012 Example Open", {"12 May": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "expected"), ANCHORS, ids=[row[0] for row in ANCHORS])
def test_the_date_that_another_leans_on_is_remembered(text, title, expected):
    claims = cc.extract(text, markup="plain", title=title)
    found = {claim.text: None if claim.anchor is None else text[slice(*claim.anchor)] for claim in claims}
    assert found == expected
