"""The last introduction of each thing, with few looks."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.blame import introductions


@pytest.mark.parametrize(
    ("versions", "found"),
    [
        ("x", {"x": (0, None)}),
        (". x", {"x": (1, 0)}),
        ("x x x x", {"x": (0, None)}),
        (". . . x x x x x x x x", {"x": (3, 2)}),
        (". . . . . . . . . . x", {"x": (10, 9)}),
        ("x x x x . . x x", {"x": (6, 5)}),
        ("xy . x xy", {"x": (2, 1), "y": (3, 2)}),
        ("x x x ? ? x", {"x": (0, None)}),
        (". ? ? ? x", {"x": (4, 0)}),
        (". ? x ? x", {"x": (2, 0)}),
        ("? ? x", {"x": (2, None)}),
        ("x x .", {}),
    ],
)
def test_which_version_brought_it(versions: str, found: dict[str, tuple[int, int | None]]) -> None:
    texts = versions.split()
    look = [None if text == "?" else set(text) - {"."} for text in texts]
    assert introductions(len(look), sorted(look[-1] or ()), look.__getitem__) == found


@given(st.data())
def test_one_that_came_once_is_found_with_few_looks(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 20_000))
    came = data.draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=6))
    looks: list[int] = []

    def look(number: int) -> set[int]:
        looks.append(number)
        return {thing for thing, since in enumerate(came) if number >= since}

    found = introductions(count, range(len(came)), look)
    assert found == {thing: (since, since - 1 if since else None) for thing, since in enumerate(came)}
    assert len(looks) == len(set(looks)) <= len(came) * (2 * math.log2(count) + 2)


@given(st.lists(st.sets(st.sampled_from("abc")), min_size=1, max_size=60), st.sets(st.integers(0, 58)))
@example([{"a", "b"}, set(), {"a", "b", "c"}, {"a", "b", "c"}, {"a", "b", "c"}], set())
def test_it_was_not_there_right_before(versions: list[set[str]], unreadable: set[int]) -> None:
    """Whatever comes and goes, and whatever cannot be read: what is said was seen."""
    last = len(versions) - 1
    looked: set[int] = {last}

    def look(number: int) -> set[str] | None:
        looked.add(number)
        return None if number in unreadable and number != last else versions[number]

    readable = [number for number in range(last + 1) if number not in unreadable or number == last]
    for thing, (since, before) in introductions(last + 1, versions[last], look).items():
        assert since in readable
        assert thing in versions[since]
        assert all(thing in versions[number] for number in looked if number >= since and number in readable)
        if before is None:
            assert since == readable[0]
        else:
            assert before in readable
            assert thing not in versions[before]
            assert not [number for number in readable if before < number < since]


def test_things_that_came_together_cost_no_more_than_one() -> None:
    looks: list[int] = []

    def look(number: int) -> range:
        looks.append(number)
        return range(100) if number >= 7000 else range(0)

    assert set(introductions(10_000, range(100), look).values()) == {(7000, 6999)}
    assert len(looks) <= 30
