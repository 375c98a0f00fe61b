"""What happened on a date, where the words beside it say so."""

import pytest

import claimcheck as cc

EVENTS = [
    ("He was born on 24 May 1963 in Oslo.", ["birth"]),
    ("Mary (born 1950) sang.", ["birth"]),
    ("Mary (b. 1950, d. 1999) sang.", ["birth", "death"]),
    ("Henry (r. 1509–1547) ruled.", ["reign"]),
    ("John Smith (24 May 1963 – 3 June 2004) was a painter.", ["life"]),
    ("A bust of Ada Byron (1815–1852) stands there.", ["life"]),
    ("The Kingdom of Hungary (1000–1918) fell.", [None]),
    ("The Great War (1914–1918) began.", [None]),
    ("It was founded in 1901 and dissolved in 1950.", ["foundation", "dissolution"]),
    ("In 2001, the club was founded by students.", ["foundation"]),
    ("The bridge opened to traffic on 3 May 1950.", ["opening"]),
    ("He was elected mayor of the town in 1990.", ["election"]),
    ("The treaty, signed in Paris on 3 May 1951, held.", ["signature"]),
    ("It was destroyed and rebuilt in 1950.", ["reconstruction"]),
    ("He defeated and killed the usurper in November 1929.", [None]),
    ("He founded the club in 1990.", [None]),
    ("He opened a bridge on 3 May 1950.", [None]),
    ("He was shot and killed by guards in 1933.", ["death"]),
    ("She married Ben Ames in 1829.", ["marriage"]),
    ("In 1950 he published a book.", [None]),
    ("The war ended in 1945.", ["end"]),
    ("In 1945 the town, which had been founded early, was poor.", [None]),
    ("Sales rose in 1950.", [None]),
    ("He was born in Oslo. In 1950, sales rose.", [None]),
    ("The population in 1950 was small; it was founded early.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=[row[0] for row in EVENTS])
def test_event(text, expected):
    assert [claim.event for claim in cc.extract(text, markup="plain") if claim.kind == "date"] == expected
