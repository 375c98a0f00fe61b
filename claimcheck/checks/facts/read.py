"""Facts that sentences tell: the kind, the value, whose it is and the claims that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from claimcheck.checks.facts.formulas import value
from claimcheck.checks.facts.kinds import FactKind, Way, fact_kinds, kinds_in
from claimcheck.checks.facts.possession import owner_of
from claimcheck.checks.facts.values import Told, Value, measured, widened
from claimcheck.checks.masked import PROSE
from claimcheck.checks.matching.boxes import box_facts
from claimcheck.checks.matching.owners import TOPIC, Owners, owners
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.matching.words import words_of
from claimcheck.checks.ordinals import ordinal
from claimcheck.checks.view import Sentence, View, once
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

LONGEST = 600
"""Characters beyond which a sentence is a list of something."""
MOST = 24
"""Figures beyond which a sentence is a list of them."""
FIGURES = ("n", "m", "n2", "d", "d2")
"""The groups of a pattern that stand for claims; "whom" and "x" are words."""
_OF_WHOLE = lazy(
    r"(?<!total )(?<!all )\b(?:of|among)(?: (?:the|its|their|his|her|these|those|some|about))?"
    r"(?: [\w-]+['’]s?)?(?: [\w-]+)?\s\Z",
    re.IGNORECASE,
)
"""Before the 30 of "22 of the yard's 30 men"."""
BESIDE = 30
"""Characters within which words stand beside a telling."""
_DETERMINED = lazy(
    r"(?:\A\W*(?:(?:after|with|at|on|for|in|along|over|to) )?|[,;] (?:and |but )?)(?:(?:the|a|an|its|their) )?\Z",
    re.IGNORECASE,
)
_DEFINITE = lazy(r"\b(?:the|this|its) \Z", re.IGNORECASE)
_THE_NOUN = lazy(r"\b(?:of|in|on) (?:the|this) ([a-z]+)\Z|\A(?:the|this) ([a-z]+)\b", re.IGNORECASE)
_NOUN = lazy(
    r".(?:[ -](?:long|storey|story|storied|floor|seat|bed|bedded|room|page|track|song|episode|lane|arch|minute|high|"
    r"tall|bedroom|platform|gun))?[ -]([a-z]+)"
)
_NAMED = lazy(r"(?<=\w[ ,;])[A-ZÀ-Þ]|(?<=\w, )[A-ZÀ-Þ]")
WORDS_BEFORE = 3
"""Words right before it that do."""
_OR = lazy(r" (?:and/)?or (?!so\b|more\b|less\b|thereabouts\b)")
_DATE, _FIGURE = 0xE000, 0xE400
_BREAK = lazy(r"[,;:()—–\ue000-\ue7ff]")
_NEXT_CLAUSE = lazy(
    r"\b(?:is|was|were|are|has|had|and|but|after|before|when|while|which|who|that|because|since|with|to)\b"
)


class Fact(msgspec.Struct, frozen=True, eq=False):
    """One telling of one fact."""

    kind: FactKind
    value: Value
    owner: str
    claims: tuple[Claim, ...]
    sentence: Sentence
    told: str
    """The words that tell it, with figures masked."""
    key: frozenset[str] = frozenset()
    """The stems of what a telling must share with another to be of the same fact: whom, which office, which prize."""
    near: frozenset[str] = frozenset()
    """The stems of the words right before and behind those that tell it, in their clause."""

    @property
    def claim(self) -> Claim:
        """The figure that says most."""
        return self.claims[0]


class BoxTold(msgspec.Struct, frozen=True, eq=False):
    """What an infobox tells of a kind of facts: some parameters have several values."""

    kind: FactKind
    values: tuple[Value, ...]
    claims: tuple[Claim, ...]


@once
def boxed(view: View) -> tuple[BoxTold, ...]:
    """What the article's one infobox tells of the kinds of facts."""
    told = {found.fact.name: found.claims for found in box_facts(view)}
    found = []
    for kind in fact_kinds().values() if told else ():
        claims = tuple(claim for name in kind.box for claim in told.get(name, ()))
        values = tuple(filter(None, (value("is", Told({"d" if claim.when else "n": claim})) for claim in claims)))
        if claims and len(values) == len(claims):
            found.append(BoxTold(kind, values, claims))
    return tuple(found)


@once
def facts(view: View) -> tuple[Fact, ...]:
    """The facts that an article tells, in its order."""
    return tuple(fact for sentence in view.sentences for fact in _told(sentence, owners(view)))


def _told(sentence: Sentence, whose: Owners) -> Iterator[Fact]:
    if sentence.passage.context not in PROSE or len(sentence.claims) > MOST:
        return
    text = sentence.text
    if len(text) > LONGEST:
        return
    kinds = kinds_in(text.lower())
    masked = _masked(sentence) if kinds else ""
    for kind in kinds:
        yield from _of_kind(kind, masked, sentence, whose)


def _of_kind(kind: FactKind, masked: str, sentence: Sentence, whose: Owners) -> Iterator[Fact]:
    if kind.about and not whose.about(kind.about, event=kind.whose == "event"):
        return
    dated = any(claim.when is not None for claim in sentence.claims)
    figured = any(claim.when is None for claim in sentence.claims)
    taken: set[int] = set()
    for way in kind.ways:
        if (way.dated and not dated) or (way.figured and not figured):
            continue
        for match in way.pattern.finditer(masked):
            if kind.unless is not None and kind.unless.search(masked):
                return
            fact = _fact(kind, way, match, sentence, whose)
            if fact is not None and id(fact.claim) not in taken:
                taken.add(id(fact.claim))
                yield fact


def _fact(kind: FactKind, way: Way, match: re.Match[str], sentence: Sentence, whose: Owners) -> Fact | None:
    told = match.groupdict()
    if _OR.match(match.string, match.end()):
        return None  # "39 people were hurt or lost their lives", "in 1920 or 1921"
    if told.get("c") is not None and _OF_WHOLE.search(match.string, max(match.start("n") - 60, 0), match.start("n")):
        return None
    figures = {name: _claim(told[name], sentence) for name in FIGURES if told.get(name)}
    if any(claim.status != "ok" or claim.quoted for claim in figures.values()):
        return None
    found = value(way.formula, Told(figures, ordinal(told.get("o") or "")))
    if found is None or not measured(found, kind.measures) or not _possible(kind, found):
        return None
    main = figures.get("n") or figures["d"]
    owner = _owner(kind, told, match, sentence, whose)
    if owner is None:
        return None
    claims = (main, *(claim for claim in figures.values() if claim is not main))
    return Fact(
        kind, widened(found, kind.slack), owner, claims, sentence, match[0], _stems(told.get("key")), _near(match)
    )


def _possible(kind: FactKind, found: Value) -> bool:
    low, high = found.interval.low, found.interval.high
    return not (kind.low is not None and low is not None and low < kind.low) and not (
        kind.high is not None and high is not None and high > kind.high
    )


def _stems(text: str | None) -> frozenset[str]:
    return frozenset(map(canonical, words_of(text))) - {""} if text else frozenset()


def _near(match: re.Match[str]) -> frozenset[str]:
    text, start, end = match.string, match.start(), match.end()
    before = " ".join(_BREAK.split(text[max(0, start - BESIDE) : start])[-1].split()[-WORDS_BEFORE:])
    behind = _BREAK.split(_NEXT_CLAUSE.split(text[end : end + BESIDE])[0])[0]
    return _stems(before) | _stems(match[0]) | _stems(behind)


def _owner(
    kind: FactKind, told: Mapping[str, str | None], match: re.Match[str], sentence: Sentence, whose: Owners
) -> str | None:
    """Whose it is: the name that the pattern finds, what is told of the event, else the figure's subject."""
    if name := told.get("whom"):
        return whose.named(name)
    main = _claim(told.get("n") or told["d"] or "", sentence)
    owner = owner_of(match, main, sentence, kind, whose) if kind.whose == "subject" else TOPIC
    if owner is None and whose.named_topic and (_of_part(kind, match) or _of_kind_named(match, whose)):
        owner = TOPIC
    if owner is None:
        return None
    thing = told.get("x")
    return f"{owner} {thing.lower()}".strip() if thing else owner


def _of_part(kind: FactKind, match: re.Match[str]) -> bool:
    """True for a telling that names a part of the subject, "a mother has five or six", where nobody else is named."""
    if kind.parts is None or (part := kind.parts.match(match[0])) is None or match[0][part.end() :][:1].isalpha():
        return False
    before = match.string[: match.start()]
    return _DETERMINED.search(before) is not None and not _NAMED.search(before)


def _of_kind_named(match: re.Match[str], whose: Owners) -> bool:
    """True for "the 45-storey tower" and "21,000 people live in the town" of what the article calls so."""
    if any((noun[1] or noun[2]).lower() in whose.kinds for noun in _THE_NOUN.finditer(match[0])):
        return not _NAMED.search(match.string)
    at = match.start("n") if "n" in match.re.groupindex else -1
    if at < 0 or not (noun := _NOUN.match(match.string, at)) or noun[1].lower() not in whose.kinds:
        return False
    before = match.string[:at]
    return _DEFINITE.search(before) is not None and not _NAMED.search(before)


def _masked(sentence: Sentence) -> str:
    """The sentence with one character for each figure, its hedge and unit included."""
    parts, at, start = [], 0, sentence.span.start
    for index, claim in enumerate(sentence.claims):
        low, high = claim.lead - start, claim.visible.end - start
        if low < at:
            parts.append("")
            continue
        parts.append(sentence.text[at:low] + chr((_FIGURE if claim.when is None else _DATE) + index))
        at = high
    return "".join(parts) + sentence.text[at:]


def _claim(mark: str, sentence: Sentence) -> Claim:
    code = ord(mark)
    return sentence.claims[code - (_FIGURE if code >= _FIGURE else _DATE)]
