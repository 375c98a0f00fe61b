"""How likely it is that two figures of different sentences are of one fact, from what speaks for it and against it."""

from __future__ import annotations

from functools import cache

from claimcheck import overlay
from claimcheck.checks.matching.counted import noun
from claimcheck.checks.matching.rivals import accord, comparable, distance
from claimcheck.checks.matching.tellings import Statement, Telling, canonical
from claimcheck.checks.matching.words import Weigh
from claimcheck.claims.model import Claim
from claimcheck.values.calendar import civil
from claimcheck.values.when import When

FARTHEST = 3.0
AMONG_FEW, AMONG_MANY = -0.5, 1.2
"""Odds (their logarithm) from which on two figures are taken for one fact: in a passage, and in a whole article. With
these 0.8 % of the pairs of neighbouring sentences of articles are accused when each pair stands alone."""
LEAST_NEAREST = 0.5
"""Of the words nearest to two figures, as many as must be the same among many."""


def signs(first: Statement, second: Statement, weigh: Weigh) -> dict[str, float]:
    """What speaks for and against one fact, as numbers from 0 to about 3 (data/checks/evidence.tsv weighs them)."""
    a, b = first.telling, second.telling
    found = _words(a, b, weigh) | _beside(first, second, weigh) | other_figures(first, second)
    return found | (_dates(first, second) if first.claim.when else _figures(first, second))


def odds(found: dict[str, float]) -> float:
    """The logarithm of the odds for one fact, less what is asked for: 0 and above is enough to accuse."""
    column = 1 if "event" in found else 0
    total = sum(weights()[column].get(sign, 0.0) * value for sign, value in found.items())
    return total + weights()[column]["at first"] - (AMONG_MANY if found["article"] else AMONG_FEW)


@cache
def weights() -> tuple[dict[str, float], dict[str, float]]:
    """The weights of the signs for figures and for dates, by their names."""
    text = overlay.ours("checks/evidence.tsv")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {row[0]: float(row[1]) for row in rows}, {row[0]: float(row[2]) for row in rows}


def loose(found: dict[str, float]) -> bool:
    """True where an article has too many figures of the kind to trust words that are shared only by and large."""
    if not found["article"]:
        return False
    if found.get("parts") or found.get("other modifiers") or found.get("anchored") or found["nameless"]:
        return True
    if found["own names"] or found["apart"] or found["opening"] or found["nearest"] < LEAST_NEAREST:
        return True
    return found["other figures differ"] > found["other figures agree"] or bool(found.get("bound"))


def shared(first: Telling, second: Telling) -> list[str]:
    """The words that both sentences have, as the first writes them."""
    return [written for word, written in first.words.items() if word in second.words]


def _words(a: Telling, b: Telling, weigh: Weigh) -> dict[str, float]:
    both = a.words.keys() & b.words.keys()
    own_a, own_b = a.names - b.words.keys(), b.names - a.words.keys()
    # Names that only one sentence has are its fuller way of speaking; names that each has set them apart.
    loose = frozenset() if own_a and own_b else own_a | own_b
    common = weigh(both)
    weight_a, weight_b = weigh(a.words.keys() - loose), weigh(b.words.keys() - loose)
    covered = common / max(0.1, min(weight_a, weight_b))
    return {
        "covered": covered,
        "well covered": max(0.0, covered - 0.6) / 0.4,
        "alike": common / max(0.1, weight_a, weight_b),
        "common": min(common, 40.0) / 10,
        "named": float(min(2, len((a.names | b.names) & both))),
        "own names": float(bool(own_a and own_b)),
        "about": float(bool(a.about and b.about)),
        "pronoun": float(a.pronoun or b.pronoun),
        "nameless": float(not ((a.names | b.names) & both or (a.about and b.about))),
    }


def _beside(first: Statement, second: Statement, weigh: Weigh) -> dict[str, float]:
    both = weigh(first.beside & second.beside)
    less, more = sorted((weigh(first.beside), weigh(second.beside)))
    return {
        "beside": both / max(1.0, less),
        "all beside": both / max(1.0, more),
        "apart": float(not both),
        "nearest": len(first.nearest & second.telling.words.keys()) / max(1, len(first.nearest))
        + len(second.nearest & first.telling.words.keys()) / max(1, len(second.nearest)),
    }


def other_figures(first: Statement, second: Statement) -> dict[str, float]:
    """Other figures of the two sentences: those that agree bind them together, those that do not set them apart."""
    agree = differ = 0
    theirs = [Statement(c, second.telling, n) for n, c in enumerate(second.telling.claims) if c is not second.claim]
    for number, claim in enumerate(first.telling.claims):
        mine = Statement(claim, first.telling, number)
        rivals = [other for other in theirs if claim is not first.claim and comparable(mine, other)]
        if rivals:
            same = any(accord(claim, other.claim) == "equal" for other in rivals)
            agree, differ = agree + same, differ + (not same)
    times = first.claim.time, second.claim.time
    met = times[0].meets(times[1]) if times[0] and times[1] else None
    return {
        "other figures agree": float(min(2, agree)),
        "other figures differ": float(min(2, differ)),
        "same time": float(met is True),
        "opening": float(_opens(first.claim) and _opens(second.claim)),
        "dated once": float(_dated(first) != _dated(second)),
        "time of one": float((times[0] is None) != (times[1] is None)),
        "qualified": float(set(first.claim.qualifiers) != set(second.claim.qualifiers)),
    }


def _dated(statement: Statement) -> bool:
    """True where the sentence gives a date beside the figure."""
    return any(claim.when is not None and claim is not statement.claim for claim in statement.telling.claims)


def _opens(claim: Claim) -> bool:
    """True where a sentence begins with the figure: that of a date is then when its story happens."""
    return claim.lead - claim.sentence.start < 12


def _dates(first: Statement, second: Statement) -> dict[str, float]:
    a, b = first.claim, second.claim
    x, y = a.when, b.when
    ends = [x.earliest, x.latest, y.earliest, y.latest] if x and y else []
    return {
        "years apart": min(FARTHEST, distance(a, b)),
        "bound": float(None in ends),
        "event": float(bool(a.event and a.event == b.event)),
        "event of one": float(bool(a.event) != bool(b.event)),
        "coarser": float(bool(x and y and x.granularity != y.granularity)),
        "period": float(a.form != "single" or b.form != "single"),
        "edge": float(accord(a, b) == "edge"),
        "anchored": float(a.anchor is not None or b.anchor is not None),
        "slip": float(x is not None and y is not None and _slip(x, y)),
    }


def _slip(first: When, second: When) -> bool:
    """True for one day, or one month, of two years: "5 May 1931", "5 May 1932"."""
    if first.granularity != second.granularity or first.granularity not in ("day", "month"):
        return False
    if first.earliest is None or second.earliest is None:
        return False
    return civil(first.earliest)[1:] == civil(second.earliest)[1:]


def _figures(first: Statement, second: Statement) -> dict[str, float]:
    a, b = first.claim, second.claim
    away = min(FARTHEST, distance(a, b))
    return {
        "away": away,
        "close": float(away < 0.15),
        "noun": float(bool(noun(a)) and noun(a) == noun(b)),
        "hedged": float(a.hedge != b.hedge),
        "bound nearby": float(away < 0.15 and a.hedge != b.hedge),
        "duration": float(a.kind == "duration"),
        "small": float(_small(first) and _small(second)),
        "role": float(a.role != b.role),
        "parts": float("part" in (a.role, b.role)),
        "other modifiers": float(_modifiers_differ(a.counted, b.counted)),
    }


def _small(statement: Statement) -> bool:
    amount = statement.claim.amount
    return amount is not None and amount.value is not None and abs(amount.value) <= 10 and not statement.claim.unit


def _modifiers_differ(first: str | None, second: str | None) -> bool:
    """True where each noun phrase has words of its own: "urban households", "rural households"."""
    a, b = (frozenset(map(canonical, (noun or "").split()[:-1])) - {""} for noun in (first, second))
    return bool(a - b and b - a)
