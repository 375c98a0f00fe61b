"""What sets two figures apart however alike the rest is: another time, source, owner, part, step or kind."""

from __future__ import annotations

from functools import cache

from claimcheck.checks.lexicon import phrases, table
from claimcheck.checks.matching.counted import noun
from claimcheck.checks.matching.evidence import other_figures
from claimcheck.checks.matching.narrowed import modified_apart, narrowed_apart
from claimcheck.checks.matching.outright import changed, outright
from claimcheck.checks.matching.subject import OWN_KIND
from claimcheck.checks.matching.tellings import Statement, Telling, canonical, synonyms
from claimcheck.checks.matching.where import places_apart
from claimcheck.checks.matching.words import stem, words_of
from claimcheck.claims.grammar import grammar
from claimcheck.claims.model import Claim, Subject
from claimcheck.patterns import lazy
from claimcheck.values.when import When

_OF = lazy(r"\s+of\s+(?:(?:the|all|its|their|his|her)\s+)*([^\W\d_]+)")
_APPOSED = lazy(
    r"\A(?:[A-Z][a-z-]+ (?=[a-z]))?(?:(?!of |in |for |the |and |at |by )[a-z-]+ )+"
    r"(?=[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*\Z)"
)
"""What is put before a name: "film critic Ada Kern", "review aggregator Rotten Tomatoes"."""
_SCOPED = lazy(
    r"\b(?:(?:With|Including|Counting|Together with|Along with) (?:its|the|all|their|his|her)|[Ww]ithout|[Ee]xcluding|"
    r"[Ee]xcept|[Ee]xcepting|[Nn]ot (?:including|counting)|[Aa]part from|[Aa]side from|[Oo]ther than|[Bb]esides)\b|"
    r"\b(?:before|earlier|afterwards|until then|by then|so far)(?=[.,;]|\Z)"
)
_PRESENT = lazy(
    r"\b(?:is|are|has|have|[a-z]{3,}(?<!s)s)(?: (?:currently|now|about|over|some|a|an|at least|more than))*\s*\Z"
)
_TODAY = frozenset(("today", "now", "currently"))
_BEFORE_OR_AFTER = lazy(r"\s*(?:Before|After|Until|During|Under) ")
_PERFECT = lazy(r"\b(?:is|are|has|have)\b")
_WAS = lazy(r"\b(?:was|were|had|been|did|went|came|took|gave|flew|rose|fell|grew|ran|began|became|wrote)\b")
_HAS_BEEN = lazy(r"\b(?:has|have) (?:been|had)\b")
_PREPOSED = lazy(r" (?:in|at|on|for|with|from|among|during|within) ([^,;:.()\d]{1,40})")
OWN = lazy(OWN_KIND)
_RIGHT_BEFORE = 30
_PAST = lazy(r"\b(?:was|were|had|been|did|went|came|took|gave|flew|rose|fell|grew|ran|began|became|wrote|[a-z]\w+ed)\b")


def told_apart(first: Statement, second: Statement) -> bool:
    """True where something said of the two figures excludes that they are of one fact, however alike the rest is."""
    a, b = first.claim, second.claim
    if "additional" in (a.role, b.role) or (a.time and b.time and not a.time.meets(b.time)):
        return True
    if a.attribution != b.attribution:
        return True  # somebody's figure against somebody else's, or against the article's own
    if a.qualifiers and b.qualifiers and set(a.qualifiers) != set(b.qualifiers):
        return True
    if _contrasted(first, second) or _contrasted(second, first):
        return True
    if (
        _kinds_apart(first, second)
        or _numbered_apart(first.telling, second.telling)
        or _shares_of_others(first, second)
    ):
        return True
    if _then_and_now(first, second) or _then_and_now(second, first):
        return True
    if a.when is not None and _told_of_others(first, second):
        return True
    if places_apart(first, second) or _events_apart(first, second):
        return True
    if scoped(a) != scoped(b) or not outright(first, second) or not outright(second, first):
        return True
    if a.when is not None:
        return False
    if modified_apart(first, second) or narrowed_apart(first, second) or _behind_apart(first, second):
        return True
    return _dated_apart(first, second) or ((changed(a) or changed(b)) and not _same_time(first, second))


def scoped(claim: Claim, reach: int | None = None) -> bool:
    """True for "With its suburbs, the town has", "without the children" and "held 40 seats before", no further than
    `reach` characters behind the figure where that is given."""
    end = claim.sentence.end if reach is None else min(claim.sentence.end, claim.visible.end + reach)
    return _SCOPED.search(claim.passage.text, claim.sentence.start, end) is not None


def _of_relative(owner: Subject, of: Subject) -> bool:
    """True for "Ada Kern's sister" and "readers of Ada Kern" beside "Ada Kern"."""
    head, _, name = owner.text.rpartition(" of ")
    if of.text and owner.text.endswith(f" of the {of.text}"):
        return True
    if name and name == _APPOSED.sub("", of.text, count=1) and head.endswith("s"):
        return True
    return owner.text.startswith((f"{of.text}'s ", f"{of.text}’s "))


def _behind_apart(first: Statement, second: Statement) -> bool:
    """True for "goals in the league" against "goals in all competitions": each is narrowed in its own way."""
    ours, theirs = _behind(first.claim), _behind(second.claim)
    return bool(ours - second.telling.words.keys() and theirs - first.telling.words.keys())


def _behind(claim: Claim) -> frozenset[str]:
    """The words that a preposition adds right behind what is counted; places have names."""
    found = _PREPOSED.match(claim.passage.text, claim.tail, claim.sentence.end)
    words = words_of(found[1]) if found else []
    return frozenset(canonical(word) for word in words if word.islower()) - {""}


def _then_and_now(then: Statement, now: Statement) -> bool:
    """True for "In 1950 it flew to 34 airports" against "It flies to 38 airports"."""
    if then.claim.when is not None or now.claim.time is not None:
        return False
    if any(claim.when is not None for claim in now.telling.claims):
        return False
    dated = then.claim.time is not None or any(claim.when is not None for claim in then.telling.claims)
    dated = dated or _BEFORE_OR_AFTER.match(then.claim.passage.text, then.claim.sentence.start) is not None
    return dated and _past(then.claim) and not _past(now.claim)


def _past(claim: Claim) -> bool:
    """True for a sentence with a verb of the past; one of the present right before the figure is its own."""
    text = claim.passage.text[claim.sentence.start : claim.sentence.end]
    if _PERFECT.search(text) and not _WAS.search(_HAS_BEEN.sub("", text)):
        return False
    if _PRESENT.search(claim.passage.text, max(claim.sentence.start, claim.lead - _RIGHT_BEFORE), claim.lead):
        return False
    return _PAST.search(text) is not None or not grammar().past.isdisjoint(words_of(text.lower()))


def _told_of_others(first: Statement, second: Statement) -> bool:
    """True for two dates beside figures that differ as well: one festival drew 12,000 people, the next 15,000."""
    others = other_figures(first, second)
    return bool(others["other figures differ"] and not others["other figures agree"])


def _events_apart(first: Statement, second: Statement) -> bool:
    """True for two dates of which one is of an event that the other sentence does not tell: "born", "baptised"."""
    if first.claim.when is None:
        return False
    ours, theirs = first.clause & events(), second.clause & events()
    return bool(ours - second.telling.words.keys() or theirs - first.telling.words.keys())


def _same_time(first: Statement, second: Statement) -> bool:
    """True where both sentences have dates of which two could be one."""
    ours, theirs = _dates_of(first), _dates_of(second)
    return any(a.meets(b) for a in ours for b in theirs)


def _dates_of(statement: Statement) -> list[When]:
    return [claim.when for claim in statement.telling.claims if claim.when is not None]


def _kinds_apart(first: Statement, second: Statement) -> bool:
    """True for "the village school had" against "the grammar school had": one subject, of another kind in each."""
    a, b = first.telling, second.telling
    subject = next((word for word in a.words if word in b.words), "")
    if subject != next((word for word in b.words if word in a.words), "") or subject == noun(first.claim):
        return False
    ours, theirs = a.kinds.get(subject, frozenset()) - a.title, b.kinds.get(subject, frozenset()) - b.title
    # A name before the word in one of the two only is mostly who, not which.
    if not ours or not theirs or (ours <= a.names) != (theirs <= b.names):
        return False
    return not ours & b.words.keys() and not theirs & a.words.keys()


def owners_apart(first: Statement, second: Statement) -> bool:
    """True where each figure belongs to something that the other sentence does not name: "the bridge", "the tunnel"."""
    a, b = first.claim.subject, second.claim.subject
    if a is None or b is None or a.text == b.text or (a.target is not None and a.target == b.target):
        return False
    if _of_relative(a, b) or _of_relative(b, a):
        return True
    if not first.telling.title and (_by_kind(a, b) or _by_kind(b, a)):
        return False
    return not named_in(a, first.telling, second.telling) and not named_in(b, second.telling, first.telling)


def _by_kind(owner: Subject, other: Subject) -> bool:
    """True for "the film" beside a name: of a text without a title, which does not say what "the film" is otherwise."""
    return OWN.fullmatch(owner.text) is not None and other.text[:1].isupper()


def named_in(owner: Subject, telling: Telling, other: Telling) -> bool:
    """True for an owner whom another sentence names; the article's subject is named by any of its names."""
    words = frozenset(map(canonical, words_of(_APPOSED.sub("", owner.text, count=1)))) - {""}
    if words - telling.title - other.words.keys():
        return False
    return not words & telling.title or bool(other.about)


def named_apart(first: Statement, second: Statement) -> bool:
    """True where one figure belongs to somebody whom the other sentence does not name."""
    return not (_named(first, second) and _named(second, first))


def _named(statement: Statement, other: Statement) -> bool:
    """True where the other sentence names the owner of the figure, or has the same; one whose owner is not known is
    taken to speak of the article's subject, if it names nobody else before the figure."""
    owner, same = statement.claim.subject, other.claim.subject
    if owner is None:
        return not statement.led_by - other.telling.words.keys()
    if same is not None and same.text == owner.text:
        return True
    words = frozenset(map(canonical, words_of(owner.text))) - {""}
    if same is None and words and words <= statement.telling.title:
        return True
    return named_in(owner, statement.telling, other.telling)


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


def _contrasted(statement: Statement, other: Statement) -> bool:
    """True for a word of contrast that only one has; "today" is none beside another sentence of the present."""
    found = _contrasting(statement) - other.telling.words.keys()
    return bool(found) and not (found <= _TODAY and not _past(other.claim))


def _contrasting(statement: Statement) -> frozenset[str]:
    telling = statement.telling
    found = ((statement.clause | telling.opening | telling.nearby.leading) & contrasts()) - telling.names
    return frozenset(word for word in found if telling.words[word].lower() in _contrasting_words())


def _dated_apart(first: Statement, second: Statement) -> bool:
    """True where both sentences have dates and none that the two could share."""
    ours, theirs = first.telling.nearby.days, second.telling.nearby.days
    if ours and theirs and not ours & theirs:
        return True
    return bool(_dates_of(first) and _dates_of(second)) and not _same_time(first, second)


@cache
def _contrasting_words() -> frozenset[str]:
    """They as they are written: "lasting" is not "last", though both have one stem."""
    return frozenset(phrases("contrasts"))


@cache
def contrasts() -> frozenset[str]:
    """The stems of data/checks/contrasts.txt that no synonym makes harmless."""
    return (
        frozenset(stem(word) for word in phrases("contrasts"))
        - synonyms().keys()
        - {stem(word) for word in ("currently", "lower")}
    )


@cache
def events() -> frozenset[str]:
    """The stems of verbs that tell one event from another: those of what happens once, "began", "ended"."""
    verbs = (verb for columns in table("once_only").values() for column in columns for verb in column.split(","))
    return frozenset(canonical(word) for verb in (*verbs, *phrases("stages")) for word in words_of(verb)) - {""}
