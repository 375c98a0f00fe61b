"""What a clause asserts of one owner: who, the word that leads to the figure, how many of what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations

import msgspec

from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.apart import told_apart
from claimcheck.checks.matching.elsewhere import WHERE, elsewhere, placed_apart
from claimcheck.checks.matching.restatements import Restatements
from claimcheck.checks.matching.rivals import accord
from claimcheck.checks.matching.subject import titles
from claimcheck.checks.matching.tellings import Statement, canonical, statements
from claimcheck.checks.matching.words import words_of
from claimcheck.claims.grammar import grammar
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

MOST = 12
"""Assertions of one key beyond which an article lists them."""
FARTHEST = 60
"""Characters between the word that leads to a figure and the figure."""
_CUT = lazy(r"[,;:()—–.]|\b(?:and|with|while|but|whereas|which|who|making|when|where|after|before|that)\b")
_NARROWING = ("with", "which", "who", "that", "where", "when", "before", "after")
_PART = lazy(r"[,;:()—–]")
_WORD = lazy(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_INTRO = lazy(
    r"\W*(?:In|At|On|During|By|For|From|Under|After|Before|Outside|Within|Among|Of|Over|Until|Through|When|While|If)\b"
    r"[^,;:]{0,80},"
)
_THE = lazy(r"\b[Tt]he \Z")
_THERE = lazy(r"\b[Tt]here are (?:\w+ )?\Z")
_HAVE, _AUXILIARIES = ("has", "have"), ("had", "was", "were", "is", "are", "been", "be", "being", "itself", "also")

Key = tuple[frozenset[str], str, frozenset[str]]
"""Owner (empty for the article's subject), leading word, what is counted or the unit."""


class Assertion(msgspec.Struct, frozen=True, eq=False):
    """A figure of an owner, with the words behind it in its clause and those of what introduces the sentence."""

    statement: Statement
    owner: frozenset[str]
    lead: str
    what: frozenset[str]
    tail: frozenset[str]
    intro: frozenset[str]
    standing: bool
    """Whether it is told as it is now: "has built", "comprises"."""

    @property
    def key(self) -> Key:
        """What two assertions of one fact have in common."""
        return self.owner, self.lead, self.what


def asserted(index: Restatements, title: str | None) -> Iterator[tuple[Statement, Statement]]:
    """Two figures that are asserted of one owner in the same way and cannot meet, where no third is."""
    groups: defaultdict[Key, list[Assertion]] = defaultdict(list)
    for telling in index.tellings:
        for statement in statements(telling):
            if _certain(statement.claim) and (found := _read(statement, title)):
                groups[found.key].append(found)
    for group in groups.values():
        if 1 < len(group) <= MOST and not _series(group):
            yield from ((a.statement, b.statement) for a, b in combinations(group, 2) if _one_fact(a, b))


def _certain(claim: Claim) -> bool:
    """True for a single figure of something, neither quoted nor a part or an addition."""
    if claim.kind != "quantity" or claim.form != "single" or claim.quoted or claim.amount is None:
        return False
    return bool(claim.counted or claim.unit) and claim.role not in ("part", "by", "additional")


def _read(statement: Statement, title: str | None) -> Assertion | None:
    claim = statement.claim
    what = frozenset(map(canonical, words_of(claim.counted))) if claim.counted else frozenset((claim.unit or "",))
    lead, standing = _lead(claim)
    if title and claim.counted and (of := _of_subject(claim, title)):
        return Assertion(statement, frozenset(), _held(), what, _tail(claim, of), frozenset(), True)
    owner = claim.subject
    if owner is None or not lead:
        return None
    own = bool(title) and (owner.text == title or any(re.fullmatch(form, owner.text) for form in titles(title or "")))
    named = frozenset() if own else frozenset(map(canonical, words_of(owner.text))) - {""}
    if not own and (not named or lead in named):
        return None
    return Assertion(statement, named, lead, what, _tail(claim, claim.tail), _intro(claim), standing)


def _lead(claim: Claim) -> tuple[str, bool]:
    """The last word before the figure that says something, and whether it is told as it is now."""
    text, low = claim.passage.text, max(claim.sentence.start, claim.lead - FARTHEST)
    cut = max((found.end() for found in _PART.finditer(text, low, claim.lead)), default=low)
    words = [word.lower() for word in _WORD.findall(text, cut, claim.lead)]
    passed: list[str] = []
    while words and _light(words[-1]):
        passed.append(words.pop())
    if any(word in _HAVE for word in passed):
        return _held(), True
    if not words:
        return "", False
    lead, present = canonical(words[-1]), words[-1].endswith("s") and not words[-1].endswith("ss")
    return _held() if lead in _holding() else lead, present or any(word in _HAVE for word in words[-4:-1])


def _light(word: str) -> bool:
    known = grammar()
    if word in known.determiners | known.prepositions | known.adverbs or word.endswith("ly"):
        return True
    return word in _HAVE or word in _AUXILIARIES or word in ("total", "number", "sum")


def _of_subject(claim: Claim, title: str) -> int:
    """Where "the 23 counties of Wyoming", "there are 23 counties in Wyoming" end; 0 for anything else."""
    text, low = claim.passage.text, claim.sentence.start
    if not (_THE.search(text, low, claim.lead) or _THERE.search(text, low, claim.lead)):
        return 0
    found = _of(title).match(text, claim.tail)
    return found.end() if found else 0


@lru_cache(maxsize=64)
def _of(title: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:of|in)\s+(?:the\s+)?(?:(?:state|city) of )?(?:{'|'.join(titles(title))})(?![\w'’-]| [A-Z])"
    )


def _tail(claim: Claim, start: int) -> frozenset[str]:
    """The words up to the end of the clause, but those that narrow nothing: "worldwide", "in total"."""
    text, end = claim.passage.text, claim.sentence.end
    cut = _CUT.search(text, start, end)
    behind = text[start : cut.start() if cut else end]
    found = frozenset(map(canonical, words_of(behind))) - {""} - _whole() | frozenset(WHERE.findall(behind))
    return found | {cut.group()} if cut and cut.group() in _NARROWING else found


def _intro(claim: Claim) -> frozenset[str]:
    found = _INTRO.match(claim.passage.text, claim.sentence.start, claim.lead)
    return frozenset(map(canonical, words_of(found.group()))) - {""} if found else frozenset()


@cache
def _whole() -> frozenset[str]:
    return frozenset(canonical(word) for phrase in phrases("behind_whole") for word in words_of(phrase))


@cache
def _holding() -> frozenset[str]:
    """Verbs that say of a thing how many of something it has."""
    return frozenset(map(canonical, phrases("holding_verbs")))


@cache
def _held() -> str:
    return canonical("holds")


def _series(group: Sequence[Assertion]) -> bool:
    """True where three figures cannot meet: they are of several things."""
    values: list[Claim] = []
    for found in group:
        if all(accord(found.statement.claim, other) == "none" for other in values):
            values.append(found.statement.claim)
    return len(values) > 2


def _one_fact(first: Assertion, second: Assertion) -> bool:
    a, b = first.statement, second.statement
    if a.telling is b.telling or accord(a.claim, b.claim) != "none":
        return False
    ours, theirs = a.telling.words.keys(), b.telling.words.keys()
    if first.tail - theirs - second.tail or second.tail - ours - first.tail:
        return False
    if first.intro - theirs or second.intro - ours:
        return False
    if _years(a) != _years(b) or told_apart(a, b) or elsewhere(a.claim, b.claim) or placed_apart(a.claim, b.claim):
        return False
    if not first.owner and first.standing and second.standing:
        return True
    # What happened once may have happened again: more must be the same than who did how many of what.
    return bool(first.tail & second.tail)


def _years(statement: Statement) -> frozenset[str]:
    return frozenset(claim.when.edtf[:4] for claim in statement.telling.claims if claim.when)
