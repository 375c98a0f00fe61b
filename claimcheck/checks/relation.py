"""Figures of one paragraph that a pattern finds, against the identity that must hold between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Literal

from claimcheck.checks.bounds import Figure, bound
from claimcheck.checks.expression import ExpressionError, Identity, identity
from claimcheck.checks.figures import ends
from claimcheck.checks.masked import Masked, compiled, figures, masked
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_NOUN = lazy(
    r" (?!(?:from|by|in|with|out|was|is|will|were|of|at|through|on|to|over|for|and|as|would|had|has|have|are|"
    r"came|comes|come|went|goes|being|after|before|given|"
    r"lent|spent|left|paid|taken|[a-z]+ed)\b)[a-z]"
)
"""A noun right behind a sum of money or a length: "the other £10 million scheme"."""
MOST, CHOICES = 40, 8
"""Tellings of one rule in an article, and figures told anywhere of one name, that are looked at."""
ROUND, SMALL = 10, 1_000
"""Figures below the second, or whose last digit counts at most the first, are taken to be counted out: not 2,500 or
48 million."""


class RelationOptions(Options, frozen=True):
    """What figures are told of, and what must hold between them."""

    words: tuple[str, ...]
    """Words in lower case, of which a paragraph must have one."""
    told: tuple[str, ...]
    """Patterns over a paragraph with a mark for each figure: "{part} of the {whole}, or {share}"."""
    holds: tuple[str, ...]
    """Identities, of which one must hold: "part + rest = whole", "dead + saved <= aboard"."""
    accused: str
    """Which of the figures is told as wrong."""
    percent: tuple[str, ...] = ()
    """Figures that are percentages; all others must be counts, or have one unit."""
    fractions: tuple[str, ...] = ()
    """Figures that are fractions: "half", "two thirds"."""
    elsewhere: Mapping[str, tuple[str, ...]] = {}
    """Figures that the article tells anywhere, patterns by name: no choice of them may make the figures right."""
    alike: tuple[str, ...] = ()
    """Figures that must count, where a noun follows them, what one of the others counts."""
    near: Figure = "100%"
    """Largest difference between the sides, as a share of the larger, that is taken for a slip."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Patterns and identities that cannot be read."""
        for field, patterns in (("told", self.told), *(("elsewhere", found) for found in self.elsewhere.values())):
            for pattern in patterns:
                try:
                    compiled(pattern)
                except re.error as error:
                    yield field, f"“{pattern}”: {error}"
        for text in self.holds:
            try:
                identity(text)
            except ExpressionError as error:
                yield "holds", str(error)


Telling = Mapping[str, Claim]
"""The figures of one match by their names."""


@check(
    "relation",
    RelationOptions,
    text="the accused figure as printed",
    others="the other figures as printed",
    expected="what the other figures make, where the accused one stands alone on a side",
)
def against_identity(view: View, options: RelationOptions) -> Iterator[Hit]:
    """Figures told together between which no identity of the rule holds."""
    if not view.says(*options.words):
        return
    seen: set[int] = set()
    known = _elsewhere(view, options)
    for told in _tellings(view, options):
        accused = told[options.accused]
        if id(accused) in seen:
            continue
        seen.add(id(accused))
        hit = _judged([{**told, **others} for others in known], options)
        if hit is not None:
            yield hit


def _judged(readings: Sequence[Telling], options: RelationOptions) -> Hit | None:
    """The hit where no reading makes the figures right, and one of them alone makes them nearly so."""
    if not readings or not all(_comparable(told, options) for told in readings[:1]):
        return None
    alike = [told for told in readings if _comparable(told, options)]
    verdicts = [_verdict(told, options) for told in alike]
    slips = [told for told, verdict in zip(alike, verdicts, strict=True) if verdict == "slip"]
    if "right" in verdicts or len({_values(told) for told in slips}) != 1:
        return None
    return _hit(slips[0], options)


def _values(told: Telling) -> tuple[Fraction | None, ...]:
    return tuple(claim.amount.value if claim.amount else None for claim in told.values())


def _tellings(view: View, options: RelationOptions) -> list[Telling]:
    found: list[Telling] = []
    for paragraph in masked(view):
        low = paragraph.text.lower()
        if any(word in low for word in options.words):
            found += _found(paragraph, options.told)
    return found[:MOST]


def _found(paragraph: Masked, patterns: tuple[str, ...]) -> Iterator[Telling]:
    """What the first pattern that matches at a place finds there."""
    taken: set[int] = set()
    for pattern in _compiled(patterns):
        for match in pattern.finditer(paragraph.text):
            told = figures(match, paragraph)
            if taken.isdisjoint(map(id, told.values())):
                taken |= set(map(id, told.values()))
                yield told


@lru_cache(maxsize=128)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(compiled, patterns))


def _elsewhere(view: View, options: RelationOptions) -> list[Telling]:
    """The ways to choose one of the figures that the article tells anywhere for each name; none where one is untold."""
    told = [
        {name: [found[name] for paragraph in masked(view) for found in _found(paragraph, patterns)][:CHOICES]}
        for name, patterns in options.elsewhere.items()
    ]
    choices = [[(name, claim) for claim in claims] for entry in told for name, claims in entry.items()]
    return [dict(choice) for choice in product(*choices)]


def _comparable(told: Telling, options: RelationOptions) -> bool:
    """True where all figures are plain, and of the units that the rule wants."""
    if any(c.form != "single" or c.amount is None or c.amount.value is None or c.per or c.quoted
           for c in told.values()):  # fmt: skip
        return False
    if not all(_alike(told[name], told) for name in options.alike if name in told):
        return False
    if any((_unit(claim) == "percent") != (name in options.percent) for name, claim in told.items()):
        return False
    rest = [claim for name, claim in told.items() if name not in options.percent and name not in options.fractions]
    counts = all(_unit(claim) is not None or _whole(claim) for claim in rest)
    return (
        counts
        and len({_unit(claim) for claim in rest}) == 1
        and all(
            (value := told[name].amount.value) is not None and value < 1  # type: ignore[union-attr]
            for name in options.fractions
        )
    )


def _unit(claim: Claim) -> str | None:
    """Its unit; none where the share behind it lent it one: "12, or 40 per cent"."""
    return None if claim.unit == "percent" and claim.text[-1:].isdigit() else claim.unit


def _alike(claim: Claim, told: Telling) -> bool:
    """True for "the other 23" and "the other 23 men" of 41 men, not for "the other 4 parties" of 30 seats."""
    if claim.unit is not None:
        return _NOUN.match(claim.passage.text, claim.visible.end) is None
    return not claim.counted or any(
        other.counted and _noun(other) == _noun(claim) for other in told.values() if other is not claim
    )


def _noun(claim: Claim) -> str:
    return canonical((claim.counted or "").rpartition(" ")[2])


def _whole(claim: Claim) -> bool:
    value = claim.amount.value if claim.amount else None
    return value is not None and value.denominator == 1


def _verdict(told: Telling, options: RelationOptions) -> Literal["right", "slip", "far"]:
    """Whether one of the identities holds or cannot be worked out; else whether the sides of one are nearly equal."""
    limit = bound(options.near)
    verdict: Literal["slip", "far"] = "far"
    for text in options.holds:
        wanted = identity(text)
        if not set(wanted.names) <= told.keys():
            continue
        sides = wanted.sides({name: _meant(claim, name, options) for name, claim in told.items()})
        if sides is None or wanted.holds(*sides):
            return "right"
        if limit is None or _near(*sides, limit.value):
            verdict = "slip"
    return verdict


def _near(left: Interval, right: Interval, percent: Fraction) -> bool:
    ends_ = (left.low, left.high, right.low, right.high)
    if percent >= 100 or None in ends_:
        return True
    low, high = sorted(((left.low + left.high) / 2, (right.low + right.high) / 2))  # type: ignore[operator]
    return (high - low) * 100 <= percent * high


def _meant(claim: Claim, name: str, options: RelationOptions) -> Interval:
    """What a figure can mean: as printed where it is exact, give or take one last digit where it may be rounded."""
    assert claim.amount is not None  # noqa: S101 (tested by `_comparable`)
    assert claim.amount.value is not None  # noqa: S101
    if claim.hedge != "exact":
        return claim.amount.interval
    value, step = Interval.point(claim.amount.value), claim.amount.step
    if name in options.percent:
        step = step if claim.amount.value % 1 else Fraction(1)
        return value + Interval(-step, step)
    if name in options.fractions:
        tenth = claim.amount.value / 10
        return value + Interval(-tenth, tenth)
    if (step <= ROUND or claim.amount.value < SMALL) and claim.amount.value.denominator == 1:
        return value
    # Parts are rounded by themselves; that all are cut the same way is unlikely.
    third = Fraction(step, 3)
    return value + Interval(-third, third)


def _hit(told: Telling, options: RelationOptions) -> Hit:
    accused = told[options.accused]
    others = [claim for claim in sorted(told.values(), key=lambda claim: claim.start) if claim is not accused]
    words = {
        "text": accused.text,
        "others": _listed([claim.text for claim in others]),
        "expected": _expected(told, options),
    }
    related = tuple(Mark(claim.start, claim.end) for claim in others)
    return Hit(Mark(accused.start, accused.end), (accused, *others), words, related)


def _listed(texts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1] if texts else "")))


def _expected(told: Telling, options: RelationOptions) -> str:
    """The right side of the first identity that has all its figures, from the figures as printed."""
    wanted: Identity = next(found for text in options.holds if set((found := identity(text)).names) <= told.keys())
    sides = wanted.sides({name: Interval.point(claim.amount.value) for name, claim in told.items()
                          if claim.amount and claim.amount.value is not None})  # fmt: skip
    if sides is None or sides[1].low is None:
        return ""
    return ends(Interval.point(Fraction(round(sides[1].low * 100), 100)))
