"""Forms of dates in citation templates: which are taken, which are refused and why; dates in addresses."""

from __future__ import annotations

import pytest

from claimcheck.checks.citation_forms import refusal
from claimcheck.checks.citation_urls import printed_day, snapshot_day
from claimcheck.values.when import iso_day

TAKEN = [
    *("12 May 2012", "May 12, 2012", "2012-05-12", "May 2012", "2012", "Summer 2012", "12 Sep 2012", "Sep 12, 2012"),
    *("10–12 June 2012", "June 10–12, 2012", "28 May – 2 June 2012", "May 28 – June 2, 2012", "June–July 2012"),
    *("1999–2004", "1999–14", "Winter 1998–99", "Autumn–Winter 2012", "c. 1950", "2005a", "n.d.", "Q2 2012"),
    *("24 December 2011 – 2 January 2012", "December 2011 – January 2012", "Spring–Summer 2012", "Christmas 2012"),
    *("June-July 2012", "29 February 1600", "980"),
]
REFUSED = [
    ("5/6/2012", "either way"),
    ("05.06.2012", "either way"),
    ("2012-06", "month or a period"),
    ("2005–03", "month or a period"),
    ("2012-5-3", "two figures"),
    ("2012-13-01", "there is no month 13"),
    ("1582-10-10", "before 1583"),
    ("Sept 2012", "no such month"),
    ("12 Augst 2012", "no such month"),
    ("Feb. 2006", "no such month"),
    ("june 2012", "capital"),
    ("06 June 2012", "leading zeros"),
    ("June 06, 2012", "leading zeros"),
    ("June 6 2012", "comma before the year"),
    ("6 June, 2012", "no comma"),
    ("3rd June 2012", "ordinals"),
    ("Monday, 6 June 2012", "weekdays"),
    ("44 BC", "eras"),
    ("circa 1950", '"c. "'),
    ("99", "four figures"),
    ("10–8 June 2012", "before it begins"),
    ("2012–2012", "before it begins"),
    ("Spring–Winter 2012", "before it begins"),
    ("October–August 2012", "before it begins"),
    ("Jan–March 2012", "alike"),
    ("12 May 2012, 14 May 2012", "not in a form that citation templates read"),
    ("some time in the nineties " * 200, "not in a form that citation templates read"),
]


@pytest.mark.parametrize("text", TAKEN)
def test_taken(text: str) -> None:
    assert refusal(text) is None


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refused(text: str, reason: str) -> None:
    assert reason in (refusal(text) or "taken")


@pytest.mark.parametrize("text", ["12 May 2012", "May 12, 2012", "2012-05-12"])
def test_full_dates(text: str) -> None:
    assert refusal(text, full=True) is None


@pytest.mark.parametrize("text", ["May 2012", "2012", "Summer 2012", "10–12 June 2012", "c. 2012"])
def test_not_full(text: str) -> None:
    assert refusal(text, full=True) == "day, month and year are needed"


SNAPSHOTS = [
    ("https://web.archive.org/web/20140302123456/http://e.org/", "2014-03-02"),
    ("//web.archive.org/web/20140302123456/http://e.org/", "2014-03-02"),
    ("http://web.archive.org/20140302123456/http://e.org/", "2014-03-02"),
    ("https://web.archive.org/web/20140302123456if_/http://e.org/", "2014-03-02"),
    ("https://archive.today/20140302123456/http://e.org/", "2014-03-02"),
    ("http://archive.is/2014.03.02-123456/http://e.org/", "2014-03-02"),
    ("https://archive.org/details/book20140302", None),
    ("https://web.archive.org/web/*/http://e.org/", None),
    ("https://web.archive.org/web/20141302123456/http://e.org/", None),
    ("http://www.webcitation.org/5uLgfkxeF", "2010-11-19"),
    ("https://www.webcitation.org/6sfugf2Qb?url=http://e.org/", "2017-08-13"),
    ("http://www.webcitation.org/zzzzzzzzz", None),
    ("http://www.webcitation.org/query?id=1290140911", None),
    ("http://archive.is/AbCdE", None),
]


@pytest.mark.parametrize(("url", "day"), SNAPSHOTS)
def test_snapshots(url: str, day: str | None) -> None:
    assert iso_day(snapshot_day(url)) == day


PRINTED = [
    ("http://e.org/2017/08/09/story", "2017-08-09"),
    ("http://e.org/2017/8/9/story.html", "2017-08-09"),
    ("http://e.org/world/2014/mar/03/story", "2014-03-03"),
    ("http://e.org/news/2014-03-03-story", "2014-03-03"),
    ("http://e.org/news/20140303/305219.htm", "2014-03-03"),
    ("http://e.org/news/world-20140303", None),
    ("http://e.org/story?id=20140303", None),
    ("http://e.org/2017/08/story", None),
    ("http://e.org/2017/13/09/story", None),
    ("http://e.org/2017/08/09/from-2016-01-02-on/", None),
    ("http://e.org/fs/2007/3027/pdf", None),
]


@pytest.mark.parametrize(("url", "day"), PRINTED)
def test_days_in_addresses(url: str, day: str | None) -> None:
    assert iso_day(printed_day(url)) == day
