"""Facts that the article's infobox tells, by the words with which a sentence tells the same."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Literal

import msgspec

from claimcheck import overlay
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

FactKind = Literal["date", "span", "figure"]
_TAIL = lazy(r"(?:[ _]?\d+|\([^()]*\))*$")


class Fact(msgspec.Struct, frozen=True):
    """A row of data/checks/box_facts.tsv: what parameters tell it, and which words do in a sentence."""

    name: str
    kind: FactKind
    parameters: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def told(self) -> re.Pattern[str]:
        """Matches any of its words."""
        return _any(self.words)


class BoxFact(msgspec.Struct, frozen=True, eq=False):
    """A fact of the article's one infobox with every claim that stands in its parameters."""

    fact: Fact
    claims: tuple[Claim, ...]


@cache
def facts() -> dict[str, Fact]:
    """Facts by the parameters that tell them."""
    text = overlay.ours("checks/box_facts.tsv")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    known = [Fact(name, kind, _list(parameters), _list(words)) for name, kind, parameters, words in rows]  # type: ignore[arg-type]
    return {_plain(parameter): fact for fact in known for parameter in fact.parameters}


def box_facts(view: View) -> list[BoxFact]:
    """What the infobox tells; nothing where an article has several, each of something else."""
    known = facts()
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    boxes: set[str] = set()
    for claim in view.of_context("infobox"):
        if len(claim.passage.path) == 2 and claim.status == "ok":
            boxes.add(claim.passage.path[0])
            told[_plain(claim.passage.path[1])].append(claim)
    if len(boxes) != 1:
        return []
    grouped: defaultdict[str, list[Claim]] = defaultdict(list)
    for parameter, claims in told.items():
        if parameter in known:
            grouped[parameter] += [c for c in claims if (c.kind == "date") == (known[parameter].kind != "figure")]
    return [BoxFact(known[parameter], tuple(claims)) for parameter, claims in grouped.items() if claims]


def _plain(parameter: str) -> str:
    return _TAIL.sub("", parameter.lower().replace(".", "")).replace("_", " ").strip()


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


def is_short(view: View) -> bool:
    """True for an infobox with a few sentences under it and no section."""
    prose = [p for p in view.document.passages if p.context in ("lead", "prose")]
    return not view.document.citations and len(prose) <= 2 and sum(len(p.text) for p in prose) <= 800
