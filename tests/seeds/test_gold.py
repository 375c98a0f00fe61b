"""Hand annotations of the seed articles' quantities: true to the text, and recovered to a measured degree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import claimcheck

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
SHARED = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))

HEDGES = {"=": "exact", "~": "about", ">": "more_than", ">=": "at_least", "<=": "at_most", "<": "less_than"}
FLOORS = {"value": 0.99, "span": 0.99, "hedge": 0.99, "unit": 0.99, "time": 0.78, "noun": 0.92}
"""Shares of the annotations that are recovered; raised when they are measured higher, never lowered."""

Row = dict[str, Any]


class Annotated(NamedTuple):
    """An article and what its author meant by each of its quantities.

    A row has start, end and surface; value (two for a range), hedge, unit, per (amount and noun), the counted noun, and
    the EDTF date that it is about, null where the text does not tell.
    """

    text: str
    rows: list[Row]


OURS = (ROOT / "seeds" / "cuban-medical-internationalism.wikitext", "cuban-medical-internationalism")
ARTICLES = [
    pytest.param(OURS, id="ours"),
    pytest.param(
        (SHARED[0] if SHARED else Path(), "shared-article"),
        id="shared",
        marks=pytest.mark.skipif(not SHARED, reason="no ../shared/seeds beside the project"),
    ),
]


@pytest.fixture(scope="module", params=ARTICLES)
def annotated(request: pytest.FixtureRequest) -> Annotated:
    article, name = request.param
    lines = (HERE / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return Annotated(article.read_text(encoding="utf-8"), [json.loads(line) for line in lines])


def test_annotations_stand_on_their_text(annotated: Annotated) -> None:
    for row in annotated.rows:
        assert annotated.text[row["start"] : row["end"]] == row["surface"]
        assert row["hedge"] in HEDGES
    assert all(before["end"] <= after["start"] for before, after in pairwise(annotated.rows))
    assert len(annotated.rows) > 100


def test_recovered(annotated: Annotated) -> None:
    asked: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for row, claim in pairs(annotated):
        for name, right in answers(row, claim).items():
            asked[name] += 1
            got[name] += right
    shares = {name: got[name] / asked[name] for name in asked}
    assert not {name: share for name, share in shares.items() if share < FLOORS[name]}, shares


def pairs(annotated: Annotated) -> Iterator[tuple[Row, Row | None]]:
    """Each annotation with the claim that overlaps it and says the same value, or None."""
    read = claimcheck.extract(annotated.text, markup="wikitext", title="Cuban medical internationalism")
    claims = [claim.to_dict() for claim in read if claim.kind != "date"]
    for row in annotated.rows:
        near = (claim for claim in claims if claim["start"] < row["end"] and row["start"] < claim["end"])
        yield row, next((claim for claim in near if value(claim) == row["value"]), None)


def answers(row: Row, claim: Row | None) -> dict[str, bool]:
    """What was asked of a claim, and whether it knew."""
    if claim is None:
        return {"value": False}
    told = {
        "value": True,
        "span": (row["start"], row["end"]) == (claim["start"], claim["end"]),
        "hedge": claim["hedge"] == HEDGES[row["hedge"]],
        "unit": (row["unit"], row["per"]) == (claim["unit"], per(claim)),
    }
    if row["time"]:
        told["time"] = claim["time"] == row["time"]
    if row["noun"]:
        told["noun"] = row["noun"] in (claim["counted"] or "")
    return told


def value(claim: Row) -> float | list[float]:
    return [part["value"] for part in claim["parts"]] if claim["form"] == "range" else claim["value"]


def per(claim: Row) -> list[Any] | None:
    rate = claim["per"]
    return rate and [rate["amount"], rate["unit"] or rate["counted"]]
