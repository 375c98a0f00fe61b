"""Words of a stretch of text: the same whatever was asked before of the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.phrases import Word, words

TEXTS = st.text(alphabet="ab C1.'-&/,;()$ \ufffcé_", max_size=30)
STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@given(TEXTS, STRETCHES)
def test_stretches_asked_for_in_any_order_are_read_alike(text: str, stretches: list[tuple[int, int]]) -> None:
    for start, end in stretches:
        fresh = text[:end] + ""  # another text, of which nothing is remembered
        assert words(text, start, min(end, len(text))) == words(fresh, start, len(fresh))


def test_one_stretch_of_another_is_read_from_what_is_known() -> None:
    text = "The old mill, built in 1850"
    assert len(words(text, 0, len(text))) == 7
    assert words(text, 0, 12) == (Word("the", 0, 3, True), Word("old", 4, 7, False), Word("mill", 8, 12, False))
    assert len(words(text, 0, len(text))) == 7


def test_a_word_that_a_stretch_cuts_ends_there() -> None:
    text = "In mid-1850 it"
    assert [word.low for word in words(text, 0, 14)] == ["in", "mid-1850", "it"]
    assert [word.low for word in words(text, 0, 7)] == ["in", "mid"]
    assert [word.low for word in words(text, 0, 9)] == ["in", "mid-18"]
    assert [word.low for word in words(text, 0, 11)] == ["in", "mid-1850"]
