"""How likely it is that two figures of different sentences are of one fact, from what speaks for it and against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from claimcheck import overlay
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.rivals import accord, comparable, distance, noun
from claimcheck.checks.matching.tellings import Statement, Telling, canonical, synonyms
from claimcheck.checks.matching.words import stem, words_of
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil
from claimcheck.values.when import When

Weigh = Callable[[Iterable[str]], float]
"""The weight of words: rare ones weigh more."""
FARTHEST = 3.0
AMONG_FEW, AMONG_MANY = -0.5, 1.2
"""Odds (their logarithm) from which on two figures are taken for one fact: in a passage, and in a whole article. With
these 0.8 % of the pairs of neighbouring sentences of articles are accused when each pair stands alone."""
LEAST_NEAREST = 0.5
"""Of the words nearest to two figures, as many as must be the same among many."""
_NAME = lazy(r"\s[A-Z][a-z]")
_NOT_SAID = lazy(
    r"\b(?:no|not|never|nor|without|if|unless|would|could|should|might|must|cannot|until|fail\w*|at least one|"
    r"requir\w+|instead of|rather than)\b",
    re.IGNORECASE,
)
_AS_OF = lazy(r"\b[Aa]s (?:of|at)\s+(?:the\s+)?\Z")
_OF = lazy(r"\s+of\s+(?:(?:the|all|its|their|his|her)\s+)*([^\W\d_]+)")


def signs(first: Statement, second: Statement, weigh: Weigh) -> dict[str, float]:
    """What speaks for and against one fact, as numbers from 0 to about 3 (data/checks/evidence.tsv weighs them)."""
    a, b = first.telling, second.telling
    found = _words(a, b, weigh) | _beside(first, second, weigh) | other_figures(first, second)
    return found | (_dates(first, second) if first.claim.when else _figures(first, second))


def told_apart(first: Statement, second: Statement) -> bool:
    """True where something said of the two figures excludes that they are of one fact, however alike the rest is."""
    a, b = first.claim, second.claim
    if "additional" in (a.role, b.role) or (a.time and b.time and not a.time.meets(b.time)):
        return True
    if a.attribution and b.attribution and a.attribution != b.attribution:
        return True
    if a.qualifiers and b.qualifiers and set(a.qualifiers) != set(b.qualifiers):
        return True
    if (_contrasting(first) - second.telling.words.keys()) or (_contrasting(second) - first.telling.words.keys()):
        return True
    if _kinds_apart(first, second):
        return True
    if _numbered_apart(first.telling, second.telling) or _shares_of_others(first, second):
        return True
    if any(_denied(claim) or _label(claim) or _as_of(claim) for claim in (a, b)):
        return True
    return a.when is None and _dated_apart(first, second)


def _as_of(claim: Claim) -> bool:
    """True for a date on which something was looked at, which is not when it happened."""
    return claim.when is not None and bool(_AS_OF.search(claim.passage.text[: claim.visible.start]))


def _label(claim: Claim) -> bool:
    """True for a date in a name, "the May 2019 Update", for a step of a formula and for a unit itself, "1 ampere"."""
    text, at = claim.passage.text, claim.visible
    if claim.when is not None:
        return _NAME.match(text, at.end) is not None and text[: at.start].endswith(("the ", "The ", "a "))
    amount = claim.amount
    return text[: at.start].endswith(("=", "= ", "× ", "×")) or bool(claim.unit and amount and amount.value == 1)


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


def _denied(claim: Claim) -> bool:
    """True where the figure is not said to be so, but wished, required, denied or supposed."""
    text, at = claim.passage.text, claim.sentence
    return bool(_NOT_SAID.search(text, max(at.start, claim.visible.start - 60), min(at.end, claim.visible.end + 20)))


def _kinds_apart(first: Statement, second: Statement) -> bool:
    """True for "the village school had" against "the grammar school had": one subject, of another kind in each."""
    a, b = first.telling, second.telling
    subject = next((word for word in a.words if word in b.words), "")
    if subject != next((word for word in b.words if word in a.words), "") or subject == noun(first.claim):
        return False
    ours, theirs = a.kinds.get(subject), b.kinds.get(subject)
    # A name before the word in one of the two only is mostly who, not which.
    if not ours or not theirs or (ours <= a.names) != (theirs <= b.names):
        return False
    return not ours & b.words.keys() and not theirs & a.words.keys()


def owners_apart(first: Statement, second: Statement) -> bool:
    """True where each figure belongs to something that the other sentence does not name: "the bridge", "the tunnel"."""
    ours, theirs = _owner(first.claim), _owner(second.claim)
    return bool(ours - second.telling.words.keys()) and bool(theirs - first.telling.words.keys())


def _owner(claim: Claim) -> frozenset[str]:
    return frozenset(map(canonical, words_of(claim.subject.text))) - {""} if claim.subject else frozenset()


def _numbered_apart(first: Telling, second: Telling) -> bool:
    """True for "EVA 1" against "EVA 2", "Maven 2" against "Maven 3.0"."""
    ours, theirs = dict(first.numbered), dict(second.numbered)
    return any(theirs.get(name, number) != number for name, number in ours.items())


def _shares_of_others(first: Statement, second: Statement) -> bool:
    """True for "90 % of the people" against "80 % of the believers"."""
    a, b = _whole(first.claim), _whole(second.claim)
    return bool(a and b) and a != b


def _whole(claim: Claim) -> str:
    if claim.unit != "percent":
        return ""
    found = _OF.match(claim.passage.text, claim.visible.end)
    return canonical(found.group(1)) if found else ""


def _contrasting(statement: Statement) -> frozenset[str]:
    telling = statement.telling
    return ((statement.clause | telling.opening) & _contrasts()) - telling.names


def _dated_apart(first: Statement, second: Statement) -> bool:
    """True where both sentences have dates and none that the two could share."""
    ours = [claim.when for claim in first.telling.claims if claim.when is not None]
    theirs = [claim.when for claim in second.telling.claims if claim.when is not None]
    return bool(ours and theirs) and not any(a.meets(b) for a in ours for b in theirs)


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
        "about": float(a.about and b.about),
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


@cache
def _contrasts() -> frozenset[str]:
    return (
        frozenset(stem(word) for word in phrases("contrasts"))
        - synonyms().keys()
        - {stem(word) for word in ("currently", "lower")}
    )
