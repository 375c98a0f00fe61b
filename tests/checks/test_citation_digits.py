"""Check digits of ISBN and ISSN, with python-stdnum as oracle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import isbn, issn

from claimcheck.checks.citation_digits import isbn_fault, issn_fault

digits = st.text("0123456789", min_size=7, max_size=14)
tens = st.builds(
    lambda body, last: body + last, st.text("0123456789", min_size=9, max_size=9), st.sampled_from("0123456789X")
)
thirteens = st.builds(
    lambda head, body: head + body,
    st.sampled_from(("978", "979", "977")),
    st.text("0123456789", min_size=10, max_size=10),
)
eights = st.builds(
    lambda body, last: body + last, st.text("0123456789", min_size=7, max_size=7), st.sampled_from("0123456789X")
)


@given(digits.filter(lambda number: len(number) != 9) | tens | thirteens)
def test_isbn_as_stdnum_has_it(number: str) -> None:
    assert (isbn_fault(number) is None) == isbn.is_valid(number)


def test_nine_digits_are_an_sbn() -> None:
    """python-stdnum puts the missing 0 in front; in a citation it is missing all the same."""
    assert isbn.is_valid("306406152")
    assert "SBN" in (isbn_fault("306406152") or "")


@given(eights | digits)
def test_issn_as_stdnum_has_it(number: str) -> None:
    assert (issn_fault(number) is None) == issn.is_valid(number)


@given(st.text("0123456789", min_size=12, max_size=12).map(lambda body: "978" + body[3:]))
def test_one_of_ten_last_digits_fits(body: str) -> None:
    assert sum(isbn_fault(body + last) is None for last in "0123456789") == 1


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("0306406153", "check digit"),
        ("9780306406158", "check digit"),
        ("9770306406157", "978 or 979"),
        ("306406152", "SBN"),
        ("03064061", "8 digits"),
        ("X306406152", "last place"),
    ],
)
def test_what_is_wrong(number: str, reason: str) -> None:
    assert reason in (isbn_fault(number) or "nothing")
