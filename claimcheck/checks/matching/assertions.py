"""What a clause asserts of one owner: who, the word that leads to the figure, how many of what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations

import msgspec

from claimcheck.checks.lexicon import phrases, table
from claimcheck.checks.matching.apart import told_apart
from claimcheck.checks.matching.elsewhere import WHERE, elsewhere, placed_apart
from claimcheck.checks.matching.kinship import interval_as
from claimcheck.checks.matching.owners import TOPIC, Owners
from claimcheck.checks.matching.restatements import PASSAGE, Restatements
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
_ALL_OF = lazy(r"\b[Aa]ll(?: of)? (?:the )?\Z")
_DEFINITE = lazy(
    r"(?:\b(?:[Aa]ll|[Ee]very one|[Ee]ach)(?: of)? )?(?:\b(?P<pronoun>[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|"
    r"\b(?P<owner>(?:[Tt]he [a-z]+|[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+){0,3}))(?:['’]s|(?<=s)['’])) \Z|"
    r"\b[Aa]ll(?: of)? (?:the )?\Z"
)
"""What says before a figure that it is of all that there are."""
_NARROWS = lazy(r" (?:in|at|from|of|for|on|near|with|that|which|who|to|under|over|between|during)\b")
OPENS = 4
"""Characters in which a sentence opens."""
HOLD, ALL = "hold", "all"
"""The class of verbs that say how many of something a thing has, and what goes with the verbs of any class."""
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


def asserted(index: Restatements, whose: Owners, title: str | None) -> Iterator[tuple[Statement, Statement]]:
    """Two figures that are asserted of one owner in the same way and cannot meet, where no third is."""
    groups: defaultdict[Key, list[Assertion]] = defaultdict(list)
    for telling in index.tellings:
        for statement in statements(telling):
            if _certain(statement.claim) and (found := _read(statement, whose, title)):
                for lead in _leads() if found.lead == ALL else (found.lead,):
                    groups[found.owner, lead, found.what].append(found)
    brief = len(index.tellings) <= PASSAGE
    told: set[tuple[int, int]] = set()
    for group in groups.values():
        if 1 < len(group) <= MOST and not _series(group):
            for a, b in combinations(group, 2):
                pair = id(a.statement.claim), id(b.statement.claim)
                if pair not in told and _one_fact(a, b, brief=brief):
                    told.add(pair)
                    yield a.statement, b.statement


def _certain(claim: Claim) -> bool:
    """True for a single figure of something, neither quoted nor a part or an addition."""
    if claim.kind != "quantity" or claim.form != "single" or claim.quoted or claim.amount is None:
        return False
    if claim.role == "part" and not _ALL_OF.search(claim.passage.text, claim.sentence.start, claim.lead):
        return False
    return bool(claim.counted or claim.unit) and claim.role not in ("by", "additional")


def _read(statement: Statement, whose: Owners, title: str | None) -> Assertion | None:
    claim = statement.claim
    what = frozenset(map(canonical, words_of(claim.counted))) if claim.counted else frozenset((claim.unit or "",))
    lead, standing = _lead(claim)
    if title and claim.counted and (of := _of_subject(claim, title)):
        return Assertion(statement, frozenset(), HOLD, what, _tail(claim, of), frozenset(), True)
    owner = whose.of(claim) if lead else None
    if claim.counted and (total := _DEFINITE.search(claim.passage.text, claim.sentence.start, claim.lead)):
        lead, standing, owner = ALL, True, _of_total(total, claim, whose)
    if owner is None:
        return None
    named = frozenset(map(canonical, words_of(owner))) - {""}
    if owner and (not named or lead in named):
        return None
    narrowed = lead != ALL or _NARROWS.match(claim.passage.text, claim.tail)
    tail = _tail(claim, claim.tail) if narrowed else frozenset[str]()
    return Assertion(statement, named, lead, what, tail, _intro(claim), standing)


def _of_total(total: re.Match[str], claim: Claim, whose: Owners) -> str | None:
    """Whose "its 27 stations", "the system's 27 stations", "all ten albums" are."""
    text, at = claim.passage.text, claim.sentence
    if total["pronoun"]:
        return whose.of_pronoun(total["pronoun"].lower(), text, at, opens=total.start() - at.start < OPENS)
    if total["owner"]:
        return whose.of_name(total["owner"], text, at)
    return whose.of(claim) if whose.titled else TOPIC


def _lead(claim: Claim) -> tuple[str, bool]:
    """The last word before the figure that says something, and whether it is told as it is now."""
    text, low = claim.passage.text, max(claim.sentence.start, claim.lead - FARTHEST)
    cut = max((found.end() for found in _PART.finditer(text, low, claim.lead)), default=low)
    words = [word.lower() for word in _WORD.findall(text, cut, claim.lead)]
    passed: list[str] = []
    while words and _light(words[-1]):
        passed.append(words.pop())
    if any(word in _HAVE for word in passed):
        return HOLD, True
    if not words:
        return "", False
    lead, present = canonical(words[-1]), words[-1].endswith("s") and not words[-1].endswith("ss")
    lasting = present or words[-1].endswith("ing") or any(word in _HAVE for word in words[-4:-1])
    return _classes().get(lead, lead), lasting


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
def _classes() -> dict[str, str]:
    """Verbs of data/checks/leads.tsv with the class of each."""
    return {canonical(verb): name for name, verbs in table("leads").items() for verb in verbs}


@cache
def _leads() -> tuple[str, ...]:
    return tuple(table("leads"))


def _series(group: Sequence[Assertion]) -> bool:
    """True where three figures cannot meet: they are of several things."""
    values: list[Claim] = []
    for found in group:
        if all(accord(found.statement.claim, other) == "none" for other in values):
            values.append(found.statement.claim)
    return len(values) > 2


def _one_fact(first: Assertion, second: Assertion, *, brief: bool) -> bool:
    """True where nothing says that the two are of two things; a `brief` text speaks of one event or thing."""
    a, b = first.statement, second.statement
    if a.telling is b.telling or accord(a.claim, b.claim) != "none":
        return False
    ours = first.tail - b.telling.words.keys() - second.tail
    theirs = second.tail - a.telling.words.keys() - first.tail
    if (ours or theirs) and not (brief and _whole_is_less(a.claim, b.claim, ours=bool(ours), theirs=bool(theirs))):
        return False
    if first.intro - b.telling.words.keys() or second.intro - a.telling.words.keys():
        return False
    if _years(a, brief=brief) != _years(b, brief=brief) or told_apart(a, b):
        return False
    if elsewhere(a.claim, b.claim) or placed_apart(a.claim, b.claim):
        return False
    if brief and a.claim.counted:
        return True
    if a.telling.names - b.telling.words.keys() and b.telling.names - a.telling.words.keys():
        return False
    if not first.owner and first.standing and second.standing:
        return True
    # What happened once may have happened again: more must be the same than who did how many of what.
    return bool(first.tail & second.tail)


def _whole_is_less(first: Claim, second: Claim, *, ours: bool, theirs: bool) -> bool:
    """True where the figure that is narrowed, "six near the lake", is larger than that of all: "four"."""
    if ours and theirs:
        return False
    part, whole = (first, second) if ours else (second, first)
    told = interval_as(whole, part)
    return told is not None and part.amount is not None and told.below(part.amount.interval)


def _years(statement: Statement, *, brief: bool) -> frozenset[str]:
    """The years of its sentence; of a brief text those of its own clause, "schools, of which one opened in 1911"."""
    dates = [claim for claim in statement.telling.claims if claim.when]
    if brief:
        dates = [claim for claim in dates if not _apart(claim, statement.claim)]
    return frozenset(claim.when.edtf[:4] for claim in dates if claim.when)


def _apart(first: Claim, second: Claim) -> bool:
    low, high = sorted((first, second), key=lambda claim: claim.visible.start)
    return _PART.search(first.passage.text, low.visible.end, high.visible.start) is not None
