"""Whatever the text: no crash, spans inside it and after what is taken, time in proportion to its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.claims import dates
from claimcheck.claims.candidates import candidates

WORDS = """
1998 12 3 480 24 May may June Dec. the The of in and to from between – - / , . ( ) BC AD B.C. th st 1960s '60s
century 19th early late mid- first half quarter two years later earlier next following same that day month year
summer winter c. about since until by a.m. 5:30 pm on Monday present 2012–13 12/06/2019 2010-06-31 February 29 $ %
0 00 0000 9999 turn ½ ٣ ² Christmas nineteen sixties a decade end
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u00a0", "of that year", "end of", "turn of the"])
GLUE = st.sampled_from(["", " ", " ", " ", "  "])


@st.composite
def texts(draw):
    return "".join(draw(PIECES) + draw(GLUE) for _ in range(draw(st.integers(1, 14))))


@settings(deadline=None)
@given(st.one_of(texts(), st.text(max_size=60)))
def test_readings_lie_in_the_text_and_after_what_is_taken(text):
    end = 0
    for at, _ in candidates(text):
        if at < end:
            continue
        reading = dates.recognise(text, at, end)
        if reading is None:
            continue
        assert end <= reading.start <= at < reading.end <= len(text)
        assert reading.start == reading.lead or reading.kind == "duration"
        for part in reading.parts or ():
            assert reading.start <= part.start < part.end <= reading.end
            assert text[part.start : part.end] == part.text
        if reading.when is not None:
            low, high = reading.when.earliest, reading.when.latest
            assert low is None or high is None or low <= high
        end = reading.end


@settings(deadline=None)
@given(texts())
def test_whole_documents_resolve_without_a_crash(text):
    for claim in cc.extract(f"In 1950 it began. {text}", markup="plain"):
        assert claim.kind != "date" or claim.when is not None or claim.status == "impossible"


LONG = [
    "1" * 200_000,
    "1998 " * 20_000,
    "1998–" * 20_000,
    "12, " * 20_000,
    "May " * 20_000,
    "the end of " * 10_000,
    "early " * 20_000,
    "first half of " * 8_000,
    "of the " * 20_000,
    "and " * 20_000,
    "same " * 20_000,
    "since " * 10_000 + "1998",
    " " * 100_000 + "1998",
    "a" * 200_000 + " 1998",
    "Christmas " * 10_000,
    "12/" * 30_000,
    "12:30 " * 10_000,
    "'60s" * 20_000,
    "two years " * 10_000,
    "turn of the " * 8_000,
    "Monday, " * 10_000,
    "19th to the " * 10_000,
    "c. " * 20_000 + "1998",
]


@pytest.mark.parametrize("text", LONG, ids=[text[:14] for text in LONG])
def test_time_is_in_proportion(text):
    start = time.process_time()
    end = 0
    for at, _ in candidates(text):
        if at >= end and (reading := dates.recognise(text, at, end)):
            end = reading.end
    assert time.process_time() - start < 6
