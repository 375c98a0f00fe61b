"""What rules between articles find does not depend on how the corpus was cut, its order, or who read it."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

pytest.importorskip("duckdb")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.corpus.between import between, records
from claimcheck.corpus.database import database
from claimcheck.corpus.page import Item, Page, Redirect
from claimcheck.corpus.scan import Plan, scan
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.source import Unit
from claimcheck.rules.load import load_rules, shipped
from claimcheck.ruletest import unmark

RULES = [rule for rule in load_rules(shipped()) if rule.kind.corpus]
SETTINGS = Settings(today=datetime.date(2024, 1, 1))


def items() -> Iterator[Item]:
    """The articles of all examples, good and bad: those of each are a wiki of their own."""
    number = 0
    for rule in RULES:
        for kind in ("bad", "good"):
            for place, example in enumerate(getattr(rule.file.examples, kind)):
                wiki = f"{rule.id.rpartition('/')[2]}{kind}{place}"
                for title, text in example.articles.items():
                    number += 1
                    yield Page(title, unmark(text)[0], wiki=wiki, page=number, revision=number)
                for title, target in example.redirects.items():
                    yield Redirect(title, target, wiki=wiki)


class Cut(msgspec.Struct, frozen=True):
    """The items, cut into units before these places."""

    items: tuple[Item, ...]
    places: tuple[int, ...]
    sequential: bool

    def units(self) -> Sequence[Unit]:
        bounds = [0, *self.places, len(self.items)]
        # So heavy that each is a piece of work of its own.
        return [Unit(f"{first} {last}", 1_000_000) for first, last in pairwise(bounds)]

    def read(self, unit: Unit) -> Iterator[Item]:
        first, last = map(int, unit.name.split())
        yield from self.items[first:last]

    def describe(self) -> dict[str, Any]:
        return {"cut": list(self.places)}


def found(source: Cut, jobs: int) -> list[tuple[Any, ...]]:
    """The findings in their order, all that is said of them."""
    with tempfile.TemporaryDirectory() as folder:
        list(scan(source, SETTINGS, Path(folder, "out"), Plan(jobs=jobs)))
        with database(Path(folder, "out")) as connection:
            reports, errors = between(connection, RULES)
    assert errors == []
    return [tuple(record.values()) for report in reports for record in records(report)]


ALL = tuple(items())


@pytest.fixture(scope="module")
def whole() -> list[tuple[Any, ...]]:
    """What is found where all stands in one piece."""
    told = found(Cut(ALL, (), False), 1)
    assert len(told) >= sum(len(rule.file.examples.bad) for rule in RULES)
    return told


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_however_it_is_cut(whole: list[tuple[Any, ...]], data: st.DataObject) -> None:
    order = data.draw(st.one_of(st.just(ALL), st.permutations(ALL).map(tuple)))
    places = data.draw(st.sets(st.integers(1, len(ALL) - 1), max_size=12).map(sorted).map(tuple))
    jobs, sequential = data.draw(st.sampled_from([1, 2, 4])), data.draw(st.booleans())
    assert found(Cut(order, places, sequential), jobs) == whole
