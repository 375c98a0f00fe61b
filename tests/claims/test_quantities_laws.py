"""Laws of the recogniser: what is written is read back; nothing hangs, crashes or overlaps."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

import claimcheck as cc
from claimcheck.claims.extract import read

UNITS = {
    "km": "kilometer",
    "kg": "kilogram",
    "miles": "mile",
    "km/h": "kilometer / hour",
    "%": "percent",
    "°C": "degree_Celsius",
    "sq mi": "mile ** 2",
    "m³": "meter ** 3",
    "euros": "EUR",
    "MW": "megawatt",
}
numbers = st.integers(min_value=2, max_value=10**12)


@given(numbers, st.sampled_from(sorted(UNITS)), st.sampled_from(["{}", "{:,}"]))
def test_a_whole_quantity_is_read_back(number: int, unit: str, form: str) -> None:
    printed = form.format(number) + (unit if unit == "%" else f" {unit}")
    [claim] = cc.extract(f"It came to {printed} there.", markup="plain")
    assert claim.amount is not None
    assert (claim.text, claim.amount.value, claim.unit) == (printed, number, UNITS[unit])


@given(st.integers(0, 10**6), st.integers(1, 4), st.sampled_from(sorted(UNITS)))
def test_decimals_are_exact(digits: int, places: int, unit: str) -> None:
    printed = f"{digits // 10**places}.{digits % 10**places:0{places}}"
    [claim] = cc.extract(f"It came to {printed} {unit} there.", markup="plain")
    assert claim.amount is not None
    assert (claim.amount.value, claim.amount.step) == (Fraction(printed), Fraction(1, 10**places))


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion"]))
def test_scale_words_multiply(number: int, scale: str) -> None:
    size = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    [claim] = cc.extract(f"It cost ${number} {scale}.", markup="plain")
    assert claim.amount is not None
    assert (claim.amount.value, claim.amount.scales, claim.unit) == (number * size, (scale,), "USD")


ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """British number words, the way a style guide asks for them."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            joint = " and " if rest < 100 else " "
            return f"{in_words(number // size)} {name}" + (joint + in_words(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(2, 10**9))
def test_number_words_are_read_back_and_text2num_agrees(number: int) -> None:
    printed = in_words(number)
    [claim] = cc.extract(f"There were {printed} soldiers.", markup="plain")
    assert claim.amount is not None
    assert (claim.text, claim.amount.value) == (printed, number)
    assert text2num(printed, "en") == number


@given(st.integers(2, 500), st.integers(1, 500), st.sampled_from(sorted(UNITS)))
def test_ranges_keep_their_ends(low: int, more: int, unit: str) -> None:
    [claim] = cc.extract(f"It is between {low} and {low + more} {unit} there.", markup="plain")
    assert (claim.form, claim.unit) == ("range", UNITS[unit])
    assert claim.parts is not None
    assert [part.value for part in claim.parts] == [low, low + more]


SNIPPETS = st.sampled_from(
    [
        "5",
        "10",
        "3.5",
        "1,000",
        "2007",
        "½",
        "one",
        "two",
        "hundred",
        "million",
        "dozen",
        "half",
        "a",
        "an",
        "and",
        "to",
        "from",
        "between",
        "about",
        "more",
        "than",
        "km",
        "m",
        "kg",
        "%",
        "$",
        "£",
        "US$",
        "per",
        "100,000",
        "live",
        "births",
        "people",
        "-",
        "–",
        "−",
        "±",
        "×",
        "^",
        "(",
        ")",
        ",",
        ".",
        ":",
        ";",
        "/",
        "'",
        '"',
        "′",
        "″",
        "°",
        "°C",
        "1/2",
        "e6",
        "10^6",
        "aged",
        "year-old",
        "in",
        "the",
        "of",
        "Boeing",
        "747",
        "page",
        "12",
        "3–1",
        "+",
    ]
)


@given(st.lists(st.tuples(SNIPPETS, st.sampled_from(["", " ", "\u00a0", "-"])), max_size=30))
def test_any_text_gives_spans_in_order_without_overlap(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    end = 0
    for reading in read(text):
        assert end <= reading.start < reading.end <= len(text)
        assert reading.lead <= reading.start
        assert reading.tail >= reading.end
        end = reading.end


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    read(text)


HOSTILE = [
    "1" * 200_000,
    "1," * 5_000,
    "1 " * 5_000,
    "1." * 5_000,
    "1-" * 5_000,
    "5 and " * 2_000,
    "two hundred and " * 1_000,
    "hundred " * 5_000,
    "5 km " * 2_000,
    "(" * 12_000 + "5",
    "$" * 12_000 + "5",
    "5 " + "a" * 12_000,
    "5 " + "Aa " * 5_000,
    "1/" * 5_000,
    "1 x " * 2_000,
    "10^" * 2_000,
    "1e5" * 2_000,
    "(((((1" * 2_000,
    "5°" * 2_000,
    "from 5 to " * 1_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_work_grows_no_faster_than_the_text(text: str) -> None:
    half, whole = text[: len(text) // 2], text
    fast, slow = _seconds(half), _seconds(whole)
    assert slow < 5 * fast + 0.5


def _seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start
